import Tensors

/// Repeats every pixel `factor` times in both directions (nearest neighbour).
public struct UpSampling2D: LayerDefinition {
    /// As in Keras.
    public static let kind = "UpSampling2D"
    /// As in Keras.
    public static let identifier = "up_sampling2d"

    /// How often each pixel is repeated in each direction.
    public let factor: Int
    /// The hyper-parameters in a fixed order.
    public var settings: String { "factor=\(factor)" }

    /// The shape of one image's output.
    public func outputShape(for input: Shape, layer: String) throws(ModelError) -> Shape {
        guard input.rank == 3 else { throw .wrongRank(layer: layer, expected: 3, input: input) }
        guard factor > 0, factor <= 64 else {
            throw .invalidSetting(layer: layer, reason: "a factor of \(factor) is not between 1 and 64")
        }
        return [input[0] * factor, input[1] * factor, input[2]]
    }

    /// y[n, i, j, c] = x[n, i / k, j / k, c]
    public func forward(_ x: Tensor, _ parameters: [Tensor], in pass: Pass) -> Tensor {
        var y = Tensor([x.shape[0], x.shape[1] * factor, x.shape[2] * factor, x.shape[3]])
        for n in 0..<y.shape[0] {
            for i in 0..<y.shape[1] {
                for j in 0..<y.shape[2] {
                    for c in 0..<y.shape[3] { y[n, i, j, c] = x[n, i / factor, j / factor, c] }
                }
            }
        }
        return y
    }

    /// A pixel gathers the gradients of all its copies.
    public func backward(_ g: Tensor, input x: Tensor, _ parameters: [Tensor], in pass: Pass) -> LayerGradients {
        var dx = Tensor(x.shape)
        for n in 0..<g.shape[0] {
            for i in 0..<g.shape[1] {
                for j in 0..<g.shape[2] {
                    for c in 0..<g.shape[3] { dx[n, i / factor, j / factor, c] += g[n, i, j, c] }
                }
            }
        }
        return LayerGradients(input: dx)
    }
}

extension Layer {
    /// A picture `factor` times as high and as wide, each pixel repeated.
    public static func upSampling2D(_ factor: Int) -> Layer { Layer(UpSampling2D(factor: factor)) }
}
