import Imaging
import NeuralNetwork
import Notebook
import Tensors

extension Maps {
    /// What one layer made of the digit: its maps one after another, or one row of numbers.
    struct LayerMaps: Codable, Sendable {
        let layer: String
        let kind: String
        let rows: Int
        let columns: Int
        let maps: [[Float]]

        func image(_ map: Int) -> GrayImage { GrayImage(width: columns, height: rows, pixels: maps[map]) }

        /// How much each map tells apart: the variance of its answers.
        var strengths: [Float] { maps.map(\.variance) }

        /// The map with the most to say, the first among equals.
        var strongest: Int { strengths.indices.max { (strengths[$0], $1) < (strengths[$1], $0) } ?? 0 }

        /// How many maps say nothing at all.
        var silent: Int { maps.count { map in map.allSatisfy { $0 == 0 } } }
    }
}

extension Maps.LayerMaps {
    /// From height, width, channels to one map a channel; a vector is one map of one row.
    init(_ activation: LayerActivation, kind: String) {
        let shape = activation.values.shape
        let elements = activation.values.elements
        guard shape.rank == 3 else {
            self.init(layer: activation.layer, kind: kind, rows: 1, columns: elements.count, maps: [elements])
            return
        }
        self.init(
            layer: activation.layer, kind: kind, rows: shape[0], columns: shape[1],
            maps: (0..<shape[2]).map { channel in
                stride(from: channel, to: elements.count, by: shape[2]).map { elements[$0] }
            })
    }

    /// Whether these are the maps of one of the network's layers.
    func check(_ row: SummaryRow) throws(ImpossibleValue) {
        guard layer == row.name, kind == row.kind else {
            throw ImpossibleValue("a layer \(layer) (\(kind)) stands where \(row.name) (\(row.kind)) belongs")
        }
        let shape = row.output.rank == 3 ? row.output.extents : [1, row.output.count, 1]
        guard rows == shape[0], columns == shape[1] else {
            throw ImpossibleValue("\(layer) has \(rows) × \(columns) answers, not \(shape[0]) × \(shape[1])")
        }
        try Expect.count(layer, maps, is: shape[2])
        for map in maps { try Expect.map(layer, map, rows: rows, columns: columns) }
    }
}
