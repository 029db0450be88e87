import Platform
import Tensors

/// How a parameter starts.
public enum Initialisation: String, Codable, Sendable {
    case zeros
    /// Uniform in ±sqrt(6 / (fan in + fan out)): keeps the variance of signals and of gradients alike.
    /// X. Glorot, Y. Bengio, *Understanding the Difficulty of Training Deep Feedforward Neural Networks*, 2010.
    case glorotUniform
    /// Uniform in ±sqrt(6 / fan in): makes up for the half that ReLU switches off.
    /// K. He and others, *Delving Deep into Rectifiers*, 2015.
    case heUniform

    /// The largest magnitude that is drawn for a parameter of `shape`.
    ///
    /// The last axis counts the outputs, the one before it the inputs, and what stands before (a kernel's rows
    /// and columns) multiplies both.
    public func bound(for shape: Shape) -> Float {
        let receptive = shape.extents.dropLast(2).reduce(1, *)
        let fanOut = Float(receptive * (shape.extents.last ?? 1))
        let fanIn = shape.rank < 2 ? fanOut : Float(receptive * shape[shape.rank - 2])
        switch self {
        case .zeros: return 0
        case .glorotUniform: return sqrt(6 / (fanIn + fanOut))
        case .heUniform: return sqrt(6 / fanIn)
        }
    }

    /// A tensor of `shape`, drawn from `stream`.
    public func tensor(_ shape: Shape, from stream: inout RandomStream) -> Tensor {
        var result = Tensor(shape)
        guard self != .zeros else { return result }
        let bound = bound(for: shape)
        for i in result.elements.indices { result.elements[i] = stream.uniform(-bound, bound) }
        return result
    }
}
