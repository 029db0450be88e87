import Elementary
import Tensors

/// The non-linearity at the end of a layer. Without one, two layers are no more than one.
public enum Activation: String, Codable, CaseIterable, Sendable {
    case linear, relu, sigmoid, tanh, softmax
}

// snippet.relu
/// max(0, x). Written so that NaN stays NaN, and a run that diverges is noticed.
public func relu(_ x: Float) -> Float { x < 0 ? 0 : x }
// snippet.end

// snippet.sigmoid
/// 1 / (1 + e^-x)
public func sigmoid(_ x: Float) -> Float { 1 / (1 + .exp(-x)) }
// snippet.end

// snippet.softmax
/// e^x_i / sum of e^x_j, each shifted by the largest score so that none overflows.
public func softmax(_ scores: [Float]) -> [Float] {
    let largest = scores.max() ?? 0
    let powers = scores.map { Float.exp($0 - largest) }
    let sum = powers.reduce(0, +)
    return powers.map { $0 / sum }
}
// snippet.end

extension Activation {
    /// The activation of every number of `sums`; softmax goes over the last axis.
    public func forward(_ sums: Tensor) -> Tensor {
        switch self {
        case .linear: return sums
        case .relu: return Tensor(sums.shape, sums.elements.map(NeuralNetwork.relu))
        case .sigmoid: return Tensor(sums.shape, sums.elements.map(NeuralNetwork.sigmoid))
        case .tanh: return Tensor(sums.shape, sums.elements.map(Float.tanh))
        case .softmax:
            let classes = sums.shape.extents.last ?? 1
            var result: [Float] = []
            result.reserveCapacity(sums.elements.count)
            for start in stride(from: 0, to: sums.elements.count, by: max(classes, 1)) {
                result += NeuralNetwork.softmax(Array(sums.elements[start..<start + classes]))
            }
            return Tensor(sums.shape, result)
        }
    }

    /// From the gradient with respect to the activation's output to that with respect to its input.
    ///
    /// All the derivatives can be told from the output alone: relu' = [y > 0], sigmoid' = y (1 - y),
    /// tanh' = 1 - y^2, and softmax's is y_i (g_i - sum of g_j y_j).
    public func backward(_ gradient: Tensor, output: Tensor) -> Tensor {
        var result = gradient
        switch self {
        case .linear: break
        case .relu:
            for (i, y) in output.elements.enumerated() where !(y > 0) { result.elements[i] = 0 }
        case .sigmoid:
            for (i, y) in output.elements.enumerated() { result.elements[i] *= y * (1 - y) }
        case .tanh:
            for (i, y) in output.elements.enumerated() { result.elements[i] *= 1 - y * y }
        case .softmax:
            let classes = output.shape.extents.last ?? 1
            for start in stride(from: 0, to: output.elements.count, by: max(classes, 1)) {
                let row = start..<start + classes
                let mean = row.reduce(Float(0)) { $0 + gradient.elements[$1] * output.elements[$1] }
                for i in row { result.elements[i] = output.elements[i] * (gradient.elements[i] - mean) }
            }
        }
        return result
    }
}
