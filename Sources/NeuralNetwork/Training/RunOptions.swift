import Platform

/// How a network runs: nothing here changes a result, but the backend in its last digits.
public struct RunOptions: Sendable {
    /// How many threads work.
    public var threads: Int
    /// Who does the arithmetic.
    public var backend: Backend
    /// Asked between steps; once it says yes the run ends with ``TrainingError/cancelled(model:)``.
    public var isCancelled: @Sendable () -> Bool

    /// - Parameter threads: by default as many as there are processors.
    public init(
        threads: Int? = nil, backend: Backend = .fast, isCancelled: @escaping @Sendable () -> Bool = { false }
    ) {
        self.threads = min(max(threads ?? ProcessInfo.processInfo.activeProcessorCount, 1), 256)
        self.backend = backend
        self.isCancelled = isCancelled
    }
}
