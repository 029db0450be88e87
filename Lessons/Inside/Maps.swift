import Datasets
import Figures
import Platform
import Imaging
import NeuralNetwork
import Notebook
import Tensors

/// What the trained network's kernels look like, and what its layers make of some digits.
struct Maps: StoredValue {
    /// One digit and the answer of a single map to it.
    struct Answer: Codable, Sendable {
        let label: Int
        let pixels: Data
        let map: [Float]
    }

    /// The kernels of the first convolution, nine weights each; in colour nine for each of red, green and blue, those of a
    /// place side by side.
    let filters: [[Float]]
    let kernelSide: Int
    let digit: Data
    let label: Int
    let rows: Int
    let columns: Int
    /// Every layer from the first to the last.
    let layers: [LayerMaps]
    /// The map that is followed over ten digits, counted from 0.
    let followed: Int
    let answers: [Answer]

    /// The class that got the largest probability.
    var answer: Int { probabilities.indices.max { probabilities[$0] < probabilities[$1] } ?? 0 }

    /// The probabilities at the end.
    var probabilities: [Double] { layers.last?.maps.first?.map(Double.init) ?? [] }

    static let measurement = CourseMeasurement(
        "inside/maps", version: 2, needs: [.digits, .training(CNN.training)]
    ) { course in
        try Maps(of: course.value(of: CNN.training).network, on: course.digits.test)
    }

    init(of network: Network, on test: LabeledImages) throws {
        guard let kernel = network.parameters["conv2d.kernel"] else { throw NoConvolution() }
        // Height, width, input channels, filters.
        kernelSide = kernel.shape[0]
        let count = kernel.shape[3]
        filters = (0..<count).map { filter in
            stride(from: filter, to: kernel.elements.count, by: count).map { kernel.elements[$0] }
        }
        digit = Data(test.pixels(of: 0))
        label = Int(test.labels[0])
        rows = test.rows
        columns = test.columns

        let examples = try test.examples()
        // snippet.activations
        let activations = try network.activations(of: examples.image(0))
        // snippet.end
        let kinds = try network.model.summary().map(\.kind)
        layers = zip(activations, kinds).map { LayerMaps($0, kind: $1) }

        let firsts = (0..<test.classes).compactMap { label in test.labels.firstIndex(of: UInt8(label)) }
        let first = try firsts.map { LayerMaps(try network.activations(of: examples.image($0))[0], kind: kinds[0]) }
        let sums = (0..<count).map { map in first.reduce(0) { $0 + $1.strengths[map] } }
        let followed = sums.indices.max { (sums[$0], $1) < (sums[$1], $0) } ?? 0
        self.followed = followed
        answers = zip(firsts, first).map { index, layer in
            Answer(label: Int(test.labels[index]), pixels: Data(test.pixels(of: index)), map: layer.maps[followed])
        }
    }

    private struct NoConvolution: Error, CustomStringConvertible {
        var description: String { "the network has no layer named conv2d; was the model of lesson cnn changed?" }
    }
}

extension Maps {
    var classCount: Int? { probabilities.count }

    func check() throws(ImpossibleValue) {
        try Expect.size(rows: rows, columns: columns)
        try Expect.number("kernelSide", kernelSide, in: 1...min(rows, columns))
        let classes = probabilities.count
        try Expect.picture("digit", digit, rows: rows, columns: columns)
        let summary = try summary(classes)
        try Expect.count("layers", layers, is: summary.count)
        for (layer, row) in zip(layers, summary) { try layer.check(row) }
        for probability in probabilities { try Expect.number("probabilities", probability, in: Expect.shares) }
        try Expect.count("filters", filters, is: layers[0].maps.count)
        for filter in filters { try Expect.map("filters", filter, rows: kernelSide, columns: kernelSide * channels) }
        try Expect.label("label", label, of: classes)
        try Expect.number("followed", followed, in: 0...filters.count - 1)
        try Expect.count("answers", answers, in: 1...classes)
        for answer in answers {
            try Expect.label("answers.label", answer.label, of: classes)
            try Expect.picture("answers.pixels", answer.pixels, rows: rows, columns: columns)
            try Expect.map("answers.map", answer.map, rows: layers[0].rows, columns: layers[0].columns)
        }
    }

    private func summary(_ classes: Int) throws(ImpossibleValue) -> [SummaryRow] {
        try Expect.number("classes", classes, in: 1...256)
        let model = CNN.training.model.model.fitted(to: [rows, columns, channels], classes: classes)
        do { return try model.summary() } catch { throw ImpossibleValue("\(error)") }
    }
}

extension Maps {
    /// The digit that walks through the network.
    var picture: Picture { Picture(digit, rows: rows, columns: columns) }

    /// How many numbers a pixel has.
    var channels: Int { digit.count == 3 * rows * columns ? 3 : 1 }

    /// One weight for each place of a kernel: of those for red, green and blue the mean.
    func meanOfColours(_ weights: [Float]) -> [Float] {
        guard channels > 1 else { return weights }
        return stride(from: 0, to: weights.count, by: channels).map { place in
            weights[place..<place + channels].reduce(0, +) / Float(channels)
        }
    }
}
