import Datasets
import NeuralNetwork
import Notebook
import Platform
import Tensors

/// What the test images tell of any network: enough for all that there is to show of it without the data.
struct NetworkResults: StoredValue {
    /// Some test images of a network that gives back pictures: bytes of each, row after row.
    struct Cleaned: Codable, Sendable {
        /// Over all test images.
        let meanSquaredError: Double
        let clean: [Data]
        let spoiled: [Data]
        let back: [Data]
    }

    /// How many test images there are.
    let count: Int
    /// The mean of the loss that it was trained with.
    let loss: Double
    /// Of a network that tells classes.
    let evaluation: Evaluation?
    /// Of a network that gives back pictures.
    let cleaned: Cleaned?
    let rows: Int
    let columns: Int
    let channels: Int
    /// The first test image as the network sees it, a number a channel.
    let first: [Float]

    /// How many pictures are kept that a network gave back.
    private static let shown = 10

    /// The measurement of a network that no lesson in Swift trains.
    static func measurement(of training: Training) -> CourseMeasurement<NetworkResults> {
        CourseMeasurement(
            "\(training.name)/results", version: 1, needs: [.pictures(training.source), .training(training)]
        ) { course in
            try NetworkResults(
                of: course.value(of: training), loss: training.model.training.loss,
                on: training.testExamples(using: course), course.dataset(training.source).test,
                threads: course.threads)
        }
    }

    /// - Parameters:
    ///   - loss: that it was trained with.
    ///   - examples: the test images as the network sees them.
    ///   - test: the same images as a reader sees them.
    /// - Throws: `TrainingError` where the examples do not fit, or the answers are no finite numbers.
    init(
        of trained: TrainedModel, loss: Loss, on examples: Examples, _ test: LabeledImages, threads: Int
    ) throws {
        let network = trained.network
        let examination = try Examination(
            of: network, on: examples, loss: loss, classes: test.classes, options: RunOptions(threads: threads))
        count = examination.count
        self.loss = examination.loss
        (rows, columns, channels) = (test.rows, test.columns, test.channels)
        first = examples.image(0).elements
        if let error = examination.meanSquaredError {
            cleaned = try Cleaned(of: network, error: error, on: examples.prefix(Self.shown), test)
            evaluation = nil
        } else {
            cleaned = nil
            evaluation = examination.answers.map { Evaluation(loss: examination.loss, $0, of: test) }
        }
    }
}

extension NetworkResults.Cleaned {
    fileprivate init(of network: Network, error: Double, on examples: Examples, _ test: LabeledImages) throws {
        meanSquaredError = error
        let answers = try network.predict(examples, options: RunOptions(threads: 1)).elements
        func bytes(_ numbers: some Sequence<Float>) -> Data {
            Data(numbers.map { UInt8(min(255, max(0, ($0 * 255).rounded()))) })
        }
        clean = (0..<examples.count).map { Data(test.pixels(of: $0)) }
        spoiled = (0..<examples.count).map { bytes(examples.image($0).elements) }
        back = (0..<examples.count).map { bytes(answers[$0 * test.size..<($0 + 1) * test.size]) }
    }
}

extension NetworkResults {
    var classCount: Int? { evaluation?.confusion.count }

    func check() throws(ImpossibleValue) {
        try Expect.number("count", count, in: 1...Expect.counts.upperBound)
        try Expect.number("loss", loss, in: Expect.errors)
        try Expect.size(rows: rows, columns: columns)
        try Expect.number("channels", channels, in: 1...3)
        try Expect.map("first", first, rows: rows, columns: columns * channels)
        try Expect.count("evaluation/cleaned", [evaluation != nil, cleaned != nil].filter { $0 }, is: 1)
        try evaluation?.check()
        guard let cleaned else { return }
        try Expect.number("meanSquaredError", cleaned.meanSquaredError, in: Expect.errors)
        try Expect.count("clean", cleaned.clean, in: 1...Self.shown)
        for (name, pictures) in [("clean", cleaned.clean), ("spoiled", cleaned.spoiled), ("back", cleaned.back)] {
            try Expect.count(name, pictures, is: cleaned.clean.count)
            for picture in pictures { try Expect.count(name, picture, is: rows * columns * channels) }
        }
    }
}
