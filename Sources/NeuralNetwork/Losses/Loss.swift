import Elementary
import Tensors

/// What training makes small.
public enum Loss: String, Codable, CaseIterable, Sendable {
    /// For one class out of several; the last layer is a softmax.
    case categoricalCrossEntropy
    /// For many independent numbers between 0 and 1; the last layer is a sigmoid.
    case binaryCrossEntropy
    case meanSquaredError
}

/// The smallest probability that a logarithm is taken of, as in Keras: a certain error costs 16.1, not infinity.
public let smallestProbability: Float = 1e-7

// snippet.cross-entropy
/// -log of the probability that was given to the true class.
public func categoricalCrossEntropy(_ probabilities: [Float], label: Int) -> Float {
    -.log(clipped(probabilities[label]))
}
// snippet.end

/// The mean of -(t log p + (1 - t) log(1 - p)).
public func binaryCrossEntropy(_ probabilities: [Float], targets: [Float]) -> Float {
    var sum: Float = 0
    for (p, t) in zip(probabilities, targets) {
        sum -= t * .log(clipped(p)) + (1 - t) * .log(clipped(1 - p))
    }
    return sum / Float(targets.count)
}

/// The mean of (y - t)^2.
public func meanSquaredError(_ predictions: [Float], targets: [Float]) -> Float {
    var sum: Float = 0
    for (y, t) in zip(predictions, targets) { sum += (y - t) * (y - t) }
    return sum / Float(targets.count)
}

/// NaN stays NaN, so that a run that diverges is noticed.
func clipped(_ probability: Float) -> Float {
    probability < smallestProbability ? smallestProbability : probability
}

extension Loss {
    /// The loss of one image: `prediction` against `target`, numbers of the same count (a label is one-hot).
    public func value(of prediction: [Float], target: [Float]) -> Float {
        switch self {
        case .categoricalCrossEntropy:
            NeuralNetwork.categoricalCrossEntropy(prediction, label: target.firstIndex(of: target.max() ?? 1) ?? 0)
        case .binaryCrossEntropy: NeuralNetwork.binaryCrossEntropy(prediction, targets: target)
        case .meanSquaredError: NeuralNetwork.meanSquaredError(prediction, targets: target)
        }
    }

    /// The derivative of one image's loss with respect to the scores that `activation` turned into `prediction`.
    ///
    /// Softmax under categorical, and sigmoid under binary cross-entropy, leave the plain difference p - t:
    /// that is why they are married. Any other pair goes through the activation's own derivative.
    public func gradient(of prediction: [Float], target: [Float], through activation: Activation) -> [Float] {
        let count = Float(target.count)
        switch (self, activation) {
        case (.categoricalCrossEntropy, .softmax):
            return zip(prediction, target).map { $0 - $1 }
        case (.binaryCrossEntropy, .sigmoid):
            return zip(prediction, target).map { ($0 - $1) / count }
        default:
            let outer: [Float] = zip(prediction, target).map { p, t in
                switch self {
                case .categoricalCrossEntropy: -t / clipped(p)
                case .binaryCrossEntropy: ((1 - t) / clipped(1 - p) - t / clipped(p)) / count
                case .meanSquaredError: 2 * (p - t) / count
                }
            }
            let shape = Shape([prediction.count])
            return activation.backward(Tensor(shape, outer), output: Tensor(shape, prediction)).elements
        }
    }
}
