import NeuralNetwork

/// How a network was trained, in the numbers that a page tells.
public struct TrainingPlan: Hashable, Codable, Sendable {
    /// The model's name.
    public let model: String
    /// Passes over the training images.
    public let epochs: Int
    /// Images a step.
    public let batch: Int
    /// The seed of initialisation, shuffling and dropout.
    public let seed: UInt64
    /// Images that the network learnt from.
    public let trainingCount: Int
    /// Images that were held back.
    public let validationCount: Int
}

/// A trained network, how it was trained, and how that went.
public struct TrainedModel: Sendable {
    /// How it was trained.
    public let plan: TrainingPlan
    /// The model with its weights.
    public let network: Network
    /// Loss and accuracy of every epoch.
    public let history: History

    /// The bytes of the weights as a `safetensors` file that says where they come from.
    public func safetensors(note: [String: String]) -> [UInt8] { file(note: note).encoded() }

    /// The weights with what says where they come from.
    public func file(note: [String: String]) -> Safetensors {
        var metadata = note
        metadata["model"] = plan.model
        metadata["seed"] = String(plan.seed)
        metadata["epochs"] = String(plan.epochs)
        return Safetensors(network.parameters, metadata: metadata)
    }
}
