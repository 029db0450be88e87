import Dispatch
import Synchronization

/// Work that is cut into numbered pieces. What comes out does not depend on the number of threads.
public enum Parallel {
    /// The results of pieces 0..<`count` in their order, whichever thread did which.
    ///
    /// - Parameter threads: how many pieces are under way at once, at least one.
    /// - Throws: the first error in the order of the pieces. Those behind it may have been done already; none is begun
    ///   any more.
    public static func map<Output: Sendable, Failure: Error>(
        _ count: Int, threads: Int, _ piece: @Sendable (Int) throws(Failure) -> Output
    ) throws(Failure) -> [Output] {
        try map(count, threads: threads, with: {}) { (_: Void, number) throws(Failure) in try piece(number) }
    }

    /// The same, where each thread works with something of its own, made once and never shared: a typesetter, a
    /// buffer.
    ///
    /// - Parameters:
    ///   - threads: how many pieces are under way at once, at least one.
    ///   - tool: makes what a thread works with; called on that thread.
    /// - Throws: the first error in the order of the pieces.
    public static func map<Tool, Output: Sendable, Failure: Error>(
        _ count: Int, threads: Int, with tool: @Sendable () -> Tool,
        _ piece: @Sendable (Tool, Int) throws(Failure) -> Output
    ) throws(Failure) -> [Output] {
        let progress = Mutex(Progress<Output, Failure>(count: count))
        DispatchQueue.concurrentPerform(iterations: max(1, min(threads, count))) { _ in
            let tool = tool()
            while let number = progress.withLock({ $0.take() }) {
                let outcome = Result { () throws(Failure) in try piece(tool, number) }
                progress.withLock { $0.finish(number, outcome) }
            }
        }
        var results: [Output] = []
        results.reserveCapacity(count)
        for outcome in progress.withLock({ $0.outcomes }) {
            if let outcome { results.append(try outcome.get()) }
        }
        return results
    }

    private struct Progress<Output: Sendable, Failure: Error>: Sendable {
        var outcomes: [Result<Output, Failure>?]
        private var next = 0
        private var hasFailed = false

        init(count: Int) { outcomes = Array(repeating: nil, count: max(0, count)) }

        /// The next piece, `nil` when there is none or one has failed.
        mutating func take() -> Int? {
            guard next < outcomes.count, !hasFailed else { return nil }
            next += 1
            return next - 1
        }

        mutating func finish(_ number: Int, _ outcome: Result<Output, Failure>) {
            if case .failure = outcome { hasFailed = true }
            outcomes[number] = outcome
        }
    }
}
