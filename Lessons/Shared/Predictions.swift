import Datasets
import Platform
import NeuralNetwork
import Notebook

/// What a trained classifier thinks of some of the test images, all its probabilities with it.
struct Predictions: StoredValue {
    /// One test image and the probability of each class.
    struct Item: Codable, Sendable {
        /// The image's place in the test set.
        let index: Int
        let truth: Int
        let probabilities: [Double]
        let pixels: Data
    }

    /// The first images of the test set, in its order.
    let first: [Item]
    /// Those of which the network was least certain, least certain first.
    let doubtful: [Item]
    let rows: Int
    let columns: Int

    /// How many of each kind.
    private static let shown = 6

    /// The measurement of a training, kept under `lesson/predictions`.
    static func measurement(of training: Training, lesson: String) -> CourseMeasurement<Predictions> {
        CourseMeasurement("\(lesson)/predictions", version: 1, needs: [.digits, .training(training)]) { course in
            try Predictions(
                of: course.value(of: training).network, on: course.digits.test, threads: course.threads)
        }
    }

    init(of network: Network, on test: LabeledImages, threads: Int) throws {
        let probabilities = try network.predict(test.examples(), options: RunOptions(threads: threads))
        let predicted = probabilities.largestInRows()
        let certainty = predicted.indices.map { probabilities[$0, predicted[$0]] }
        func item(_ index: Int) -> Item {
            Item(
                index: index, truth: Int(test.labels[index]),
                probabilities: (0..<test.classes).map { Double(probabilities[index, $0]) },
                pixels: Data(test.pixels(of: index)))
        }
        first = (0..<min(Self.shown, test.count)).map(item)
        doubtful = predicted.indices.sorted { (certainty[$0], $0) < (certainty[$1], $1) }.prefix(Self.shown).map(item)
        rows = test.rows
        columns = test.columns
    }
}

extension Predictions {
    var classCount: Int? { (first + doubtful).first?.probabilities.count }

    func check() throws(ImpossibleValue) {
        try Expect.size(rows: rows, columns: columns)
        let classes = classCount ?? 0
        for (name, items) in [("first", first), ("doubtful", doubtful)] {
            try Expect.count(name, items, in: 1...Self.shown)
            for item in items {
                try Expect.number("\(name).index", item.index, in: Expect.counts)
                try Expect.label("\(name).truth", item.truth, of: classes)
                try Expect.numbers("\(name).probabilities", item.probabilities, count: classes, in: Expect.shares)
                try Expect.picture("\(name).pixels", item.pixels, rows: rows, columns: columns)
            }
        }
    }
}
