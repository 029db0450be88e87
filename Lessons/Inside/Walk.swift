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
        hand(
            "first", maps.layers[0], maps.layers[1], as: "maps1", kernels: maps.filters.map(maps.picture(ofKernel:)),
            &material)
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

    /// Hands over a convolution's maps, each over what the pooling behind it leaves of it, with their sizes.
    private func hand(
        _ name: String, _ convolution: Maps.LayerMaps, _ pooled: Maps.LayerMaps, as id: String,
        kernels: [GrayImage] = [], _ material: inout Material
    ) {
        material.value("\(name)Rows", convolution.rows)
        material.value("\(name)Columns", convolution.columns)
        material.value("\(name)PooledRows", pooled.rows)
        material.value("\(name)PooledColumns", pooled.columns)
        material.value("\(name)Silent", convolution.silent)
        material.figure(id) { words in
            let names = KernelMaps.Names(
                kernel: kernels.isEmpty ? nil : try words("kernel"), map: try words("convolution"),
                pooled: try words("pooling"), largest: try words("answer"))
            return KernelMaps(
                convolution.maps.indices.map {
                    .init(
                        name: Localized(same: "\(plain: $0 + 1)"),
                        kernel: kernels.indices.contains($0) ? kernels[$0] : nil, map: convolution.image($0),
                        pooled: pooled.image($0))
                }, names: names)
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
            let stations = try Self.stations(maps, picture: try words("picture")) {
                try words("map", ["n": .integer($0)])
            }
            let answer = Bars(
                categories: probabilities.indices.map(classes.name),
                series: [.init(values: probabilities.map { $0 * 100 }, role: .output)],
                valueName: try words("probability"), digits: 1, plotHeight: 90, breadth: .wide)
            let grid = ImageGrid(stations, columns: 7, scale: .own, breadth: .wide)
            return Moving(
                Composition(.stack, [.init(grid), .init(answer)], breadth: .wide),
                frames: stations.map { ImageGrid([$0], columns: 1, scale: .own, side: 240) } + [answer])
        }
    }

    /// The digit and what becomes of it, each with the name of the layer and its size, and of maps which one is shown.
    ///
    /// - Parameters:
    ///   - picture: what the digit is called.
    ///   - name: of a map, by its number.
    static func stations(
        _ maps: Maps, picture: Localized, map name: (_ number: Int) throws -> Localized
    ) rethrows -> [ImageGrid.Item] {
        let size: Phrase = "\n\(plain: maps.rows) × \(plain: maps.columns)"
        let start = ImageGrid.Item(maps.picture, label: picture + Localized(same: size))
        return try [start]
            + zip(maps.layers.dropLast(), maps.followedChannels).map { layer, channel in
                guard let channel else {
                    return ImageGrid.Item(
                        .magnitude(folded(layer.maps[0])),
                        label: Localized(same: "\(layer.kind)\n\(plain: layer.columns)"))
                }
                let kind = Localized(same: "\(layer.kind)\n\(plain: layer.rows) × \(plain: layer.columns)\n")
                return ImageGrid.Item(
                    .magnitude(layer.image(channel.index), limit: channel.limit),
                    label: kind + (try name(channel.index + 1)))
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
                    }, columns: max(maps.answers.count, 1), order: .lines, legend: try words("answer"))
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
