import Figures
import Imaging
import Languages
import Notebook

// What becomes of a digit from layer to layer.

extension Inside {
    /// The maps of the first convolution and the pooling behind it.
    func firstMaps(_ maps: Maps, _ classes: Classes, _ material: inout Material) {
        material.record("digit", maps.label)
        material.record("silentMaps", maps.layers.map(\.silent))
        material.value("label", classes.word(maps.label))
        hand("first", maps.layers[0], maps.layers[1], as: "maps1", &material)
    }

    /// The maps of the second convolution and the pooling behind it.
    func secondMaps(_ maps: Maps, _ material: inout Material) {
        let convolution = maps.layers[2]
        material.record("quietShare", [maps.layers[0].quietShare, convolution.quietShare])
        material.value("firstQuiet", maps.layers[0].quietShare)
        material.value("secondQuiet", convolution.quietShare)
        material.value("secondMaps", convolution.maps.count)
        hand("second", convolution, maps.layers[3], as: "maps2", &material)
    }

    /// Hands over a convolution's maps over those of the pooling behind it, each on its own scale, with their sizes.
    private func hand(
        _ name: String, _ convolution: Maps.LayerMaps, _ pooled: Maps.LayerMaps, as id: String,
        _ material: inout Material
    ) {
        material.value("\(name)Rows", convolution.rows)
        material.value("\(name)Columns", convolution.columns)
        material.value("\(name)PooledRows", pooled.rows)
        material.value("\(name)PooledColumns", pooled.columns)
        material.value("\(name)Silent", convolution.silent)
        material.figure(id) { words in
            func grid(_ layer: Maps.LayerMaps, numbered: Bool) throws -> ImageGrid {
                ImageGrid(
                    layer.maps.indices.map {
                        ImageGrid.Item(
                            .magnitude(layer.image($0)), label: numbered ? Localized(same: "\(plain: $0 + 1)") : nil)
                    }, columns: 16, legend: try words("answer"), breadth: .wide)
            }
            return Composition(
                .stack,
                [
                    .init(try grid(convolution, numbered: true), heading: try words("convolution")),
                    .init(try grid(pooled, numbered: false), heading: try words("pooling")),
                ], breadth: .wide)
        }
    }

    /// One digit through every layer.
    func walk(_ maps: Maps, _ classes: Classes, _ material: inout Material) {
        let probabilities = maps.probabilities
        let answer = maps.answer
        let vectors = maps.layers.filter { $0.rows == 1 }
        material.record("probabilities", probabilities)
        material.value("flattened", vectors.first?.columns ?? 0)
        material.value("hidden", vectors.dropLast().last?.columns ?? 0)
        material.value(
            "verdict",
            .shared(
                "inside.verdict",
                [
                    "isOwn": .isSo(classes.isOwn), "answer": classes.word(answer), "label": classes.word(maps.label),
                    "isRight": .isSo(answer == maps.label),
                    "certainty": .certainty(probabilities.indices.contains(answer) ? probabilities[answer] : 0),
                ]))
        material.figure("walk") { words in
            Composition(
                .stack,
                [
                    .init(
                        ImageGrid(
                            Self.stations(maps, picture: try words("picture")), columns: 7, scale: .own, breadth: .wide)
                    ),
                    .init(
                        Bars(
                            categories: probabilities.indices.map(classes.name),
                            series: [.init(values: probabilities.map { $0 * 100 }, role: .output)],
                            valueName: try words("probability"), digits: 1, plotHeight: 90, breadth: .wide)),
                ], breadth: .wide)
        }
    }

    /// The digit and what becomes of it, each with the name of the layer and its size.
    private static func stations(_ maps: Maps, picture: Localized) -> [ImageGrid.Item] {
        let size: Phrase = "\n\(plain: maps.rows) × \(plain: maps.columns)"
        let start = ImageGrid.Item(
            maps.picture, label: picture + Localized(same: size))
        return [start]
            + maps.layers.dropLast().map { layer in
                guard layer.rows == 1 else {
                    return ImageGrid.Item(
                        .magnitude(layer.image(layer.strongest)),
                        label: Localized(same: "\(layer.kind)\n\(plain: layer.rows) × \(plain: layer.columns)"))
                }
                return ImageGrid.Item(
                    .magnitude(folded(layer.maps[0])),
                    label: Localized(same: "\(layer.kind)\n\(plain: layer.columns)"))
            }
    }

    /// A vector as a rectangle, as square as its length allows.
    private static func folded(_ vector: [Float]) -> GrayImage {
        let width = (1...max(vector.count, 1)).first { $0 * $0 >= vector.count && vector.count.isMultiple(of: $0) }
        let columns = width ?? vector.count
        return GrayImage(width: columns, height: vector.count / max(columns, 1), pixels: vector)
    }

    /// The same map for ten digits.
    func oneMap(_ maps: Maps, _ classes: Classes, _ material: inout Material) {
        let side = maps.layers[0]
        material.record("followedMap", maps.followed + 1)
        material.value("kernel", maps.followed + 1)
        material.figure("onemap") { words in
            ImageGrid(
                maps.answers.map {
                    ImageGrid.Item(
                        Picture($0.pixels, rows: maps.rows, columns: maps.columns), label: classes.name($0.label))
                }
                    + maps.answers.map {
                        ImageGrid.Item(.magnitude(GrayImage(width: side.columns, height: side.rows, pixels: $0.map)))
                    }, columns: max(maps.answers.count, 1), legend: try words("answer"))
        }
    }
}

extension Maps.LayerMaps {
    /// The share of the layer's numbers that are exactly zero.
    var quietShare: Double {
        let values = maps.joined()
        return Double(values.count { $0 == 0 }) / Double(max(values.count, 1))
    }
}
