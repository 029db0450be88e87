/// A training run, an evaluation or a prediction that stopped.
public enum TrainingError: Error, Equatable, CustomStringConvertible {
    case model(ModelError)
    case invalidSetting(String)
    /// So large a share of so few images is held back for validation that none is left.
    case nothingToTrainOn(count: Int, validation: Double)
    case examplesDoNotFit(model: String, reason: String)
    case parametersDoNotFit(model: String, reason: String)
    /// The loss or a weight became infinite or no number at all; nothing was kept. Epoch and step count from one.
    case diverged(model: String, epoch: Int, step: Int, learningRate: Double)
    case cancelled(model: String)
    case backend(BackendError)

    /// What stopped, where, and what to do.
    public var description: String {
        switch self {
        case .model(let error): error.description
        case .invalidSetting(let reason): reason
        case .nothingToTrainOn(0, _): "there are no images to train on"
        case .nothingToTrainOn(let count, let validation):
            "of \(count) \(count == 1 ? "image" : "images") a validation share of \(validation) leaves none to train on; take a "
                + "smaller share (“validation” in a network's file), or more images"
        case .examplesDoNotFit(let model, let reason): "model \(model) cannot read these examples: \(reason)"
        case .parametersDoNotFit(let model, let reason): "these weights are not model \(model)'s: \(reason)"
        case .diverged(let model, let epoch, let step, let rate):
            "training \(model) diverged: the loss or a weight is no finite number in epoch \(epoch), step \(step), "
                + "at learning rate \(rate); try a smaller learning rate"
        case .cancelled(let model): "training \(model) was cancelled"
        case .backend(let error): error.description
        }
    }
}

/// A library underneath that refused an operation.
public struct BackendError: Error, Equatable, CustomStringConvertible {
    /// What was asked for: `convolution forward`.
    public let operation: String
    /// What the library said.
    public let reason: String

    /// What stopped, where, and what to do.
    public var description: String {
        "\(operation) failed: \(reason); the reference backend does without this library"
    }
}
