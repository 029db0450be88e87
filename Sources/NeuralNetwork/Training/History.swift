/// What one epoch achieved.
public struct EpochRecord: Hashable, Codable, Sendable {
    /// Counts from one.
    public let epoch: Int
    /// Mean loss over the training images, each as its batch found it, with dropout at work.
    public let loss: Double
    /// Share of the training images that were classified correctly, each as its batch found it, with dropout at work:
    /// a mean over the epoch. Without labels nil.
    public let accuracy: Double?
    /// The same for the validation images, after the epoch; nil where there are none.
    public let validationLoss: Double?
    /// See ``validationLoss``; without labels nil too.
    public let validationAccuracy: Double?
}

/// The epochs of a training run.
public struct History: Hashable, Codable, Sendable {
    /// One after another.
    public var epochs: [EpochRecord] = []

    /// A run that has not begun.
    public init() {}

    /// The epoch with the smallest validation loss, the earlier of two; nil where nothing was validated.
    public var best: EpochRecord? {
        epochs.filter { $0.validationLoss != nil }.min { ($0.validationLoss ?? 0) < ($1.validationLoss ?? 0) }
    }
}

/// Where a training run stands, for progress bars.
public struct TrainingProgress: Sendable {
    /// The name of the network.
    public let model: String
    /// Counts from one.
    public let epoch: Int
    /// How many there will be.
    public let epochs: Int
    /// Steps done in this epoch, and how many it has.
    public let step: Int
    /// See ``step``.
    public let steps: Int
    /// The running means of this epoch.
    public let loss: Double
    /// See ``loss``; without labels nil.
    public let accuracy: Double?
    /// The whole record, once the epoch and its validation are over.
    public let record: EpochRecord?

    /// How much of the run is done, 0 to 1.
    public var share: Double {
        let done = Double(epoch - 1) + Double(step) / Double(max(steps, 1))
        return done / Double(max(epochs, 1))
    }
}
