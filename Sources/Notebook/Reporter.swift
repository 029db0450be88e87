import NeuralNetwork

/// Who is told how a run goes. The notebook says what happens; the command line decides how it looks.
public struct Reporter: Sendable {
    /// A step begins or is done.
    public let say: @Sendable (String) -> Void
    /// Something is not as it should be, but the run goes on.
    public let warn: @Sendable (String) -> Void
    /// A training moved on. Called often; cheap to ignore.
    public let progress: @Sendable (TrainingProgress) -> Void
    /// The computation of a unit moved on. As often.
    public let unit: @Sendable (UnitEvent) -> Void

    /// A reporter made of what to do on each occasion.
    public init(
        say: @escaping @Sendable (String) -> Void, warn: @escaping @Sendable (String) -> Void,
        progress: @escaping @Sendable (TrainingProgress) -> Void,
        unit: @escaping @Sendable (UnitEvent) -> Void = { _ in }
    ) {
        self.say = say
        self.warn = warn
        self.progress = progress
        self.unit = unit
    }

    /// Tells nobody.
    public static let silent = Reporter(say: { _ in }, warn: { _ in }, progress: { _ in })
}
