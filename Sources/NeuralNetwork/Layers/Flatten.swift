import Tensors

/// Unrolls a picture into a vector, in the order row, column, channel.
public struct Flatten: LayerDefinition {
    /// As in Keras.
    public static let kind = "Flatten"
    /// As in Keras.
    public static let identifier = "flatten"

    /// The hyper-parameters in a fixed order.
    public let settings = ""
    /// The only one there is.
    public init() {}

    /// The shape of one image's output.
    public func outputShape(for input: Shape, layer: String) throws(ModelError) -> Shape { [input.count] }

    /// The same numbers in one row per image.
    public func forward(_ x: Tensor, _ parameters: [Tensor], in pass: Pass) -> Tensor {
        x.reshaped(to: [x.shape[0], x.shape.extents.dropFirst().reduce(1, *)])
    }

    /// The gradient, rolled up again.
    public func backward(_ g: Tensor, input x: Tensor, _ parameters: [Tensor], in pass: Pass) -> LayerGradients {
        LayerGradients(input: g.reshaped(to: x.shape))
    }

    private enum CodingKeys: CodingKey {}
}

extension Layer {
    /// Unrolls a picture into a vector.
    public static var flatten: Layer { Layer(Flatten()) }
}
