import Datasets
import Platform
import NeuralNetwork
import Notebook

/// Which pieces of the test images drive the maps of the second convolution most.
struct Patches: StoredValue {
    /// A piece of a test image.
    struct Patch: Codable, Sendable {
        /// The image's place in the test set.
        let image: Int
        let label: Int
        let row: Int
        let column: Int
        /// The map's answer.
        let answer: Float
        let pixels: Data
    }

    /// A map and the pieces that drive it most, each from another image.
    struct Map: Codable, Sendable {
        let index: Int
        let patches: [Patch]
    }

    /// The side of the piece that one place of a map depends on.
    let side: Int
    /// The maps that answer most strongly.
    let maps: [Map]

    static let shownMaps = 8
    static let perMap = 10
    /// The layer, and how far apart its places lie in the image: two convolutions of three with a pooling between.
    static let depth = 3
    static let pitch = 2
    /// Three places of pooled maps are six of the first convolution's, which see eight pixels.
    static let receptiveField = 8

    static let measurement = CourseMeasurement(
        "inside/patches", version: 1, needs: [.digits, .training(CNN.training)]
    ) { course in
        try Patches(of: course.value(of: CNN.training).network, on: course.digits.test, threads: course.threads)
    }

    init(of network: Network, on test: LabeledImages, threads: Int) throws {
        // snippet.head
        let layers = Array(network.model.layers.prefix(Self.depth))
        let model = Model(name: "head", input: network.model.input, layers: layers)
        var parameters = Parameters()
        for name in ["conv2d.kernel", "conv2d.bias", "conv2d_1.kernel", "conv2d_1.bias"] {
            parameters[name] = network.parameters[name]
        }
        let head = try Network(model, parameters: parameters)
        // snippet.end
        let shape = try model.output
        let (places, channels) = (shape[0] * shape[1], shape[2])
        let examples = try test.examples()

        // The strongest place of every map in every image, a thousand images at a time: all answers at once would
        // take three hundred megabytes.
        var strongest = [[(answer: Float, image: Int, place: Int)]](repeating: [], count: channels)
        for start in stride(from: 0, to: test.count, by: 1_000) {
            let range = start..<min(test.count, start + 1_000)
            let answers = try head.predict(examples.selecting(range), options: RunOptions(threads: threads)).elements
            for image in range {
                let base = (image - start) * places * channels
                for channel in 0..<channels {
                    var best = 0
                    for place in 1..<places
                    where answers[base + place * channels + channel] > answers[base + best * channels + channel] {
                        best = place
                    }
                    strongest[channel].append((answers[base + best * channels + channel], image, best))
                }
            }
        }
        let ranked = strongest.map { answers in
            Array(answers.sorted { ($1.answer, $0.image) < ($0.answer, $1.image) }.prefix(Self.perMap))
        }
        let order = ranked.indices.sorted { (ranked[$1][0].answer, $0) < (ranked[$0][0].answer, $1) }
        side = Self.receptiveField
        maps = order.prefix(Self.shownMaps).map { channel in
            Map(
                index: channel,
                patches: ranked[channel].map { answer, image, place in
                    let (row, column) = (place / shape[1] * Self.pitch, place % shape[1] * Self.pitch)
                    let piece = test.piece(of: image, row: row, column: column, side: Self.receptiveField)
                    return Patch(
                        image: image, label: Int(test.labels[image]), row: row, column: column, answer: answer,
                        pixels: Data(piece))
                })
        }
    }
}

extension LabeledImages {
    /// The bytes of a square piece of an image.
    fileprivate func piece(of image: Int, row: Int, column: Int, side: Int) -> [UInt8] {
        let bytes = Array(pixels(of: image))
        var piece: [UInt8] = []
        for line in row..<row + side {
            let start = (line * columns + column) * channels
            piece += bytes[start..<start + side * channels]
        }
        return piece
    }
}

extension Patches {
    func check() throws(ImpossibleValue) {
        try Expect.number("side", side, in: Self.receptiveField...Self.receptiveField)
        try Expect.count("maps", maps, in: 1...Self.shownMaps)
        for map in maps {
            try Expect.number("index", map.index, in: 0...1_023)
            try Expect.count("patches", map.patches, in: 1...Self.perMap)
            for patch in map.patches {
                try Expect.number("image", patch.image, in: Expect.counts)
                try Expect.label("label", patch.label)
                try Expect.number("row", patch.row, in: 0...65_535)
                try Expect.number("column", patch.column, in: 0...65_535)
                try Expect.map("answer", [patch.answer], rows: 1, columns: 1)
                try Expect.picture("pixels", patch.pixels, rows: side, columns: side)
            }
        }
    }
}
