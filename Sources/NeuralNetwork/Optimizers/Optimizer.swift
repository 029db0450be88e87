/// How gradients change weights.
public enum Optimizer: Hashable, Codable, Sendable {
    /// Gradient descent, with momentum if it is not zero.
    case sgd(learningRate: Double, momentum: Double = 0)
    /// Adam with the settings of Keras.
    case adam(learningRate: Double = 1e-3, beta1: Double = 0.9, beta2: Double = 0.999, epsilon: Double = 1e-7)

    /// How far a step goes.
    public var learningRate: Double {
        switch self {
        case .sgd(let rate, _): rate
        case .adam(let rate, _, _, _): rate
        }
    }

    /// All settings in one line, for keys.
    public var canonicalDescription: String {
        switch self {
        case .sgd(let rate, let momentum): "sgd rate=\(rate) momentum=\(momentum)"
        case .adam(let rate, let beta1, let beta2, let epsilon):
            "adam rate=\(rate) beta1=\(beta1) beta2=\(beta2) epsilon=\(epsilon)"
        }
    }

    /// How many numbers the optimiser remembers for each weight.
    public var momentCount: Int {
        switch self {
        case .sgd(_, let momentum): momentum == 0 ? 0 : 1
        case .adam: 2
        }
    }
}
