import Figures
import Languages
import NeuralNetwork
import Notebook
import Tensors

extension Material {
    /// Hands over a model drawn to scale, as a figure whose alternative text is `{architectureAlternative}`, and the table
    /// of its layers.
    mutating func architecture(_ id: String = "architecture", of model: Model) throws {
        let summary = try model.summary()
        let chain = summary.map { "\($0.kind) \($0.output)" }.joined(separator: ", ")
        value("architectureAlternative", .shared("architecture.alternative", ["chain": .text(chain)]))
        figure(id) { words in Architecture(of: model, summary, picture: try words("architecture.picture")) }
        layers(of: summary)
    }

    /// Hands over the table `layers`, a model layer by layer, in four columns: name, output, parameters, multiply-adds;
    /// their sums below.
    mutating func layers(of summary: [SummaryRow]) {
        let parameters = summary.reduce(0) { $0 + $1.parameters }
        let multiplyAdds = summary.reduce(0) { $0 + $1.multiplyAdds }
        record("parameters", parameters)
        record("multiplyAdds", multiplyAdds)
        record(
            "layers", summary.map { LayerResult(name: $0.name, output: $0.output.extents, parameters: $0.parameters) })
        table("layers") { words in
            summary.map { row in
                [
                    Localized(same: "`\(row.name)`"),
                    Localized(same: "\(row.output.extents.map(String.init).joined(separator: " × "))"),
                    Localized(same: "\(row.parameters)"), Localized(same: "\(row.multiplyAdds)"),
                ]
            } + [
                [
                    try words("architecture.total"), Localized(same: ""), Localized(same: "**\(parameters)**"),
                    Localized(same: "**\(multiplyAdds)**"),
                ]
            ]
        }
    }
}

extension Architecture {
    /// A model as blocks: the picture, then every layer.
    fileprivate init(of model: Model, _ summary: [SummaryRow], picture: Localized) {
        func block(_ name: Localized, _ shape: Shape, _ kind: Layer.Kind) -> Layer {
            shape.rank == 3
                ? .init(
                    name: name, shape: shape.description, height: shape[0], width: shape[1], channels: shape[2],
                    kind: kind)
                : .init(name: name, shape: shape.description, channels: shape.count, kind: kind)
        }
        self.init(
            [block(picture, model.input, .input)]
                + summary.enumerated().map { index, row in
                    let kind: Layer.Kind =
                        index == summary.count - 1 ? .output : row.parameters > 0 ? .weighted : .unweighted
                    return block(Localized(same: Phrase(row.kind)), row.output, kind)
                })
    }
}

/// A row of the architecture, for `results/<lesson>.json`.
private struct LayerResult: Encodable, Sendable {
    let name: String
    let output: [Int]
    let parameters: Int
}
