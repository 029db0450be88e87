import Datasets
import Platform
import Imaging
import Languages
import NeuralNetwork
import Notebook
import Tensors

/// How a trained classifier does on the test images.
struct Evaluation: StoredValue {
    /// What the network answered to one test image.
    struct Answer: Codable, Sendable {
        /// The image's place in the test set.
        let index: Int
        let truth: Int
        let predicted: Int
        /// How sure the network was of its answer, 0 to 1.
        let probability: Double
        let pixels: Data
    }

    let loss: Double
    let accuracy: Double
    /// Image by image.
    let correctness: Correctness
    /// Counts; rows true, columns predicted.
    let confusion: [[Int]]
    let precision: [Double]
    let recall: [Double]
    /// The most confident mistakes, most confident first.
    let mistakes: [Answer]
    /// The right answers that the network was least sure of, least sure first.
    let leastCertain: [Answer]
    let rows: Int
    let columns: Int

    /// How many mistakes, and how many uncertain answers, are kept at most.
    private static let shown = 24

    /// How many test images there are.
    var count: Int { confusion.reduce(0) { $0 + $1.reduce(0, +) } }

    /// How many of them are classified correctly.
    var right: Int { confusion.indices.reduce(0) { $0 + confusion[$1][$1] } }

    /// How far the true accuracy may lie from the measured one in 95 cases of 100: 1.96 standard errors of a share.
    var margin: Double {
        1.96 * (accuracy * (1 - accuracy) / Double(max(count, 1))).squareRoot()
    }

    /// The measurement of a training, kept under `lesson/evaluation`.
    static func measurement(of training: Training, lesson: String) -> CourseMeasurement<Evaluation> {
        CourseMeasurement("\(lesson)/evaluation", version: 2, needs: [.digits, .training(training)]) { course in
            try Evaluation(
                of: course.value(of: training), on: training.testExamples(using: course), course.digits.test,
                threads: course.threads)
        }
    }

    /// - Parameters:
    ///   - examples: the test images as the network sees them.
    ///   - test: the same images as a reader sees them.
    init(of trained: TrainedModel, on examples: Examples, _ test: LabeledImages, threads: Int) throws {
        let network = trained.network
        // snippet.evaluate
        let evaluation = try network.evaluate(examples, options: RunOptions(threads: threads))
        let probabilities = try network.predict(examples, options: RunOptions(threads: threads))
        let predicted = probabilities.largestInRows()
        // snippet.end
        self.init(loss: evaluation.loss, probabilities, predicted, of: test)
    }

    /// From what is known: the mean loss and the answers to all test images, a row each.
    init(loss: Double, _ answers: Tensor, of test: LabeledImages) {
        self.init(loss: loss, answers, answers.largestInRows(), of: test)
    }

    private init(loss: Double, _ answers: Tensor, _ predicted: [Int], of test: LabeledImages) {
        let matrix = ConfusionMatrix(truth: test.labels.map(Int.init), predicted: predicted, classes: test.classes)
        self.loss = loss
        accuracy = matrix.accuracy
        confusion = matrix.counts
        correctness = Correctness(zip(test.labels, predicted).map { Int($0) == $1 })
        precision = (0..<test.classes).map(matrix.precision)
        recall = (0..<test.classes).map(matrix.recall)
        rows = test.rows
        columns = test.columns

        let all = predicted.indices.map { index in
            Answer(
                index: index, truth: Int(test.labels[index]), predicted: predicted[index],
                // What a network answers that was not trained on probabilities may be any number.
                probability: min(1, max(0, Double(answers[index, predicted[index]]))),
                pixels: Data(test.pixels(of: index)))
        }
        mistakes = Array(
            all.filter { $0.truth != $0.predicted }
                .sorted { ($1.probability, $0.index) < ($0.probability, $1.index) }.prefix(Self.shown))
        leastCertain = Array(
            all.filter { $0.truth == $0.predicted }
                .sorted { ($0.probability, $0.index) < ($1.probability, $1.index) }.prefix(Self.shown))
    }
}

extension Evaluation {
    var classCount: Int? { confusion.count }

    func check() throws(ImpossibleValue) {
        let classes = confusion.count
        try Expect.count("confusion", confusion, in: 1...256)
        try Expect.number("loss", loss, in: Expect.errors)
        try correctness.check("correctness", count: count)
        try Expect.number("accuracy", accuracy, in: Expect.shares)
        for row in confusion { try Expect.numbers("confusion", row, count: classes, in: Expect.counts) }
        try Expect.numbers("precision", precision, count: classes, in: Expect.shares)
        try Expect.numbers("recall", recall, count: classes, in: Expect.shares)
        try Expect.size(rows: rows, columns: columns)
        for (name, answers) in [("mistakes", mistakes), ("leastCertain", leastCertain)] {
            try Expect.count(name, answers, in: 0...Self.shown)
            for answer in answers {
                try Expect.number("\(name).index", answer.index, in: Expect.counts)
                try Expect.label("\(name).truth", answer.truth, of: classes)
                try Expect.label("\(name).predicted", answer.predicted, of: classes)
                try Expect.number("\(name).probability", answer.probability, in: Expect.shares)
                try Expect.picture("\(name).pixels", answer.pixels, rows: rows, columns: columns)
            }
        }
        try Expect.count("mistakes and leastCertain", mistakes + leastCertain, in: 1...2 * Self.shown)
    }
}
