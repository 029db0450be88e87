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

extension Maps {
    /// Layer by layer the map that a walk shows, and the answer that is drawn brightest; `nil` for a vector.
    ///
    /// A convolution mixes what it reads, so of its maps the one is taken that has the most to say. Any other layer hands
    /// on every map by itself: what it leaves of the map before it is shown, on the same scale.
    var followedChannels: [(index: Int, limit: Float)?] {
        var last: (index: Int, limit: Float)?
        return layers.map { layer in
            guard layer.rows > 1 || layer.maps.count > 1 else { return nil }
            if let last, layer.kind != Conv2D.kind, layer.maps.indices.contains(last.index) { return last }
            last = (layer.strongest, layer.maps[layer.strongest].max() ?? 0)
            return last
        }
    }

    /// The weights of a kernel of the first convolution as a picture; of those for red, green and blue the mean.
    func picture(ofKernel weights: [Float]) -> GrayImage {
        GrayImage(width: kernelSide, height: kernelSide, pixels: meanOfColours(weights))
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
