/// How a network is trained: everything but the network, the data and the machine.
public struct TrainingConfiguration: Hashable, Codable, Sendable {
    /// How often every training image is seen.
    public var epochs: Int
    /// How many images one step averages over.
    public var batch: Int
    /// The share of the examples that is kept for validation and never trained on, in 0..<1.
    public var validation: Double
    /// Whether those are the first ones; else, as in Keras, the last.
    public var validationIsFirst: Bool
    /// What the run makes small.
    public var loss: Loss
    /// How gradients change weights.
    public var optimizer: Optimizer
    /// Starts every random stream: initialisation, shuffling, dropout.
    public var seed: UInt64
    /// Which weights a run ends with.
    public var keeps: Kept

    /// Which of the weights that a run goes through are the ones that it ends with.
    public enum Kept: String, Codable, Sendable {
        /// Those after the last epoch.
        case last
        /// Those after the epoch with the smallest validation loss, the earlier of two; without validation the last.
        case best
    }

    /// All settings; what is not named is as the syllabus has it.
    public init(
        epochs: Int, batch: Int, validation: Double = 0, validationIsFirst: Bool = false,
        loss: Loss = .categoricalCrossEntropy, optimizer: Optimizer = .adam(), seed: UInt64 = 1,
        keeps: Kept = .last
    ) {
        self.epochs = epochs
        self.batch = batch
        self.validation = validation
        self.validationIsFirst = validationIsFirst
        self.loss = loss
        self.optimizer = optimizer
        self.seed = seed
        self.keeps = keeps
    }

    /// The largest number of epochs, and of images a step, that a run takes.
    public static let epochLimit = 1_000_000
    /// See ``epochLimit``.
    public static let batchLimit = 65_536

    /// All settings in one line that never changes with the version of the program: for cache keys.
    public var canonicalDescription: String {
        "training 1 epochs=\(epochs) batch=\(batch) validation=\(validation)"
            + " \(validationIsFirst ? "first" : "last") loss=\(loss.rawValue)"
            + " \(optimizer.canonicalDescription) seed=\(seed)"
            // Left out where it is the last, so that what was trained before there was a choice stays valid.
            + (keeps == .last ? "" : " keeps=\(keeps.rawValue)")
    }

    /// Which of `count` examples train, and which validate.
    ///
    /// As in Keras the split stands at floor(count * (1 - validation)).
    ///
    /// - Throws: ``TrainingError/invalidSetting(_:)`` if a setting makes no sense or no example is left.
    public func split(_ count: Int) throws(TrainingError) -> (training: Range<Int>, validation: Range<Int>) {
        guard (0...Self.epochLimit).contains(epochs) else {
            throw .invalidSetting("\(epochs) epochs is not 0 to \(Self.epochLimit)")
        }
        guard (1...Self.batchLimit).contains(batch) else {
            throw .invalidSetting("a batch of \(batch) is not 1 to \(Self.batchLimit)")
        }
        guard validation >= 0, validation < 1 else {
            throw .invalidSetting("a validation share of \(validation) is not in 0..<1")
        }
        let kept = Int((Double(count) * validation).rounded(.down))
        let trained = validationIsFirst ? count - kept : Int((Double(count) * (1 - validation)).rounded(.down))
        guard trained > 0 else { throw .nothingToTrainOn(count: count, validation: validation) }
        return validationIsFirst ? (count - trained..<count, 0..<count - trained) : (0..<trained, trained..<count)
    }
}
