import Figures
import Languages
import NeuralNetwork
import Notebook
import Tensors

extension Page {
    /// A model drawn to scale, and under it the table of its layers.
    mutating func architecture(
        _ id: String = "architecture", of model: Model, title: Bilingual, caption: Bilingual
    ) throws {
        let summary = try model.summary()
        let chain = summary.map { "\($0.kind) \($0.output)" }.joined(separator: ", ")
        try figure(
            id, title: title, caption: caption,
            alternative: Bilingual(
                en: "Blocks from left to right: \(chain).", es: "Bloques de izquierda a derecha: \(chain)."),
            Architecture(of: model, summary))
        layers(of: summary)
    }

    /// A model layer by layer: shapes, parameters, multiply-adds, and their sums.
    mutating func layers(of summary: [SummaryRow]) {
        let parameters = summary.reduce(0) { $0 + $1.parameters }
        let multiplyAdds = summary.reduce(0) { $0 + $1.multiplyAdds }
        record("parameters", parameters)
        record("multiplyAdds", multiplyAdds)
        record(
            "layers", summary.map { LayerResult(name: $0.name, output: $0.output.extents, parameters: $0.parameters) })
        let rows: [[Bilingual]] = summary.map { row in
            [
                Bilingual(both: "`\(row.name)`"),
                Bilingual(both: "\(row.output.extents.map(String.init).joined(separator: " × "))"),
                Bilingual(both: "\(row.parameters)"), Bilingual(both: "\(row.multiplyAdds)"),
            ]
        }
        table(
            caption: Bilingual(en: "Layers, shapes and parameters", es: "Capas, formas y parámetros"),
            columns: [
                (Bilingual(en: "layer", es: "capa"), .leading), (Bilingual(en: "output", es: "salida"), .trailing),
                (Bilingual(en: "parameters", es: "parámetros"), .trailing),
                (Bilingual(en: "multiply-adds", es: "multiplicaciones y sumas"), .trailing),
            ],
            rows: rows + [
                [
                    Bilingual(en: "**total**", es: "**total**"), Bilingual(both: ""),
                    Bilingual(both: "**\(parameters)**"), Bilingual(both: "**\(multiplyAdds)**"),
                ]
            ])
    }
}

extension Architecture {
    /// A model as blocks: the picture, then every layer.
    fileprivate init(of model: Model, _ summary: [SummaryRow]) {
        func block(_ name: Bilingual, _ shape: Shape, _ kind: Layer.Kind) -> Layer {
            shape.rank == 3
                ? .init(
                    name: name, shape: shape.description, height: shape[0], width: shape[1], channels: shape[2],
                    kind: kind)
                : .init(name: name, shape: shape.description, channels: shape.count, kind: kind)
        }
        let input = block(Bilingual(en: "Picture", es: "Imagen"), model.input, .input)
        self.init(
            [input]
                + summary.enumerated().map { index, row in
                    let kind: Layer.Kind =
                        index == summary.count - 1 ? .output : row.parameters > 0 ? .weighted : .unweighted
                    return block(Bilingual(both: Phrase(row.kind)), row.output, kind)
                })
    }
}

/// A row of the architecture, for `results/<lesson>.json`.
private struct LayerResult: Encodable, Sendable {
    let name: String
    let output: [Int]
    let parameters: Int
}
