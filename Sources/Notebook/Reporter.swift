/// Who is told how a run goes. The notebook says what happens; the command line decides how it looks.
public struct Reporter: Sendable {
    /// How far a training is.
    public struct Progress: Sendable {
        /// What is being trained.
        public let name: String
        /// The epoch at work, from 1, and how many there are.
        public let epoch: Int
        public let epochs: Int
        /// The share of the whole training that is done, 0 to 1.
        public let fraction: Double
        /// Mean loss and accuracy of the epoch so far.
        public let loss: Double
        public let accuracy: Double

        public init(name: String, epoch: Int, epochs: Int, fraction: Double, loss: Double, accuracy: Double) {
            self.name = name
            self.epoch = epoch
            self.epochs = epochs
            self.fraction = fraction
            self.loss = loss
            self.accuracy = accuracy
        }
    }

    /// A step begins or is done.
    public let say: @Sendable (String) -> Void
    /// Something is not as it should be, but the run goes on.
    public let warn: @Sendable (String) -> Void
    /// A training moved on. Called often; cheap to ignore.
    public let progress: @Sendable (Progress) -> Void

    public init(
        say: @escaping @Sendable (String) -> Void, warn: @escaping @Sendable (String) -> Void,
        progress: @escaping @Sendable (Progress) -> Void
    ) {
        self.say = say
        self.warn = warn
        self.progress = progress
    }

    /// Tells nobody.
    public static let silent = Reporter(say: { _ in }, warn: { _ in }, progress: { _ in })
}
