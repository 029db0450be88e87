import Tensors

/// One row of a model's summary.
public struct SummaryRow: Hashable, Sendable {
    /// `conv2d_1`
    public let name: String
    /// `Conv2D`
    public let kind: String
    /// The shape of one output, without the batch axis.
    public let output: Shape
    /// How many numbers training changes.
    public let parameters: Int
    /// Multiplications, each with its addition, for one image.
    public let multiplyAdds: Int
}

extension Model {
    /// The model, layer by layer, as Keras prints it.
    ///
    /// - Throws: ``ModelError``, naming the first layer that does not fit.
    public func summary() throws(ModelError) -> [SummaryRow] {
        try resolved().map {
            SummaryRow(
                name: $0.name, kind: $0.kind, output: $0.output, parameters: $0.parameterCount,
                multiplyAdds: $0.multiplyAdds)
        }
    }
}
