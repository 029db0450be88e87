import Datasets
import Foundation
import Imaging
import Languages
import NeuralNetwork
import Notebook

/// How a trained classifier does on the test images.
struct Evaluation: Codable, Sendable {
    /// A test image that was told wrong.
    struct Mistake: Codable, Sendable {
        /// The image's place in the test set.
        let index: Int
        let truth: Int
        let predicted: Int
        /// How sure the network was of its wrong answer, 0 to 1.
        let probability: Double
        let pixels: Data
    }

    let loss: Double
    let accuracy: Double
    /// Counts; rows true, columns predicted.
    let confusion: [[Int]]
    let precision: [Double]
    let recall: [Double]
    /// The most confident mistakes, most confident first.
    let mistakes: [Mistake]
    let rows: Int
    let columns: Int

    /// How many test images there are.
    var count: Int { confusion.reduce(0) { $0 + $1.reduce(0, +) } }

    /// How many of them are told right.
    var right: Int { confusion.indices.reduce(0) { $0 + confusion[$1][$1] } }

    /// The measurement of a training, kept under `lesson/evaluation`.
    static func measurement(of training: Training, lesson: String) -> Measurement<Evaluation> {
        Measurement("\(lesson)/evaluation", version: 1, needs: [.digits, .training(training)]) { course in
            try Evaluation(of: course.value(of: training), on: course.digits.test, threads: course.threads)
        }
    }

    init(of trained: TrainedModel, on test: LabeledImages, threads: Int) throws {
        let network = trained.network
        let examples = try test.examples()
        // snippet.evaluate
        let evaluation = try network.evaluate(examples, threads: threads)
        let probabilities = try network.predict(examples, threads: threads)
        let predicted = probabilities.map { row in row.indices.max { row[$0] < row[$1] } ?? 0 }
        // snippet.end
        let matrix = ConfusionMatrix(truth: test.labels.map(Int.init), predicted: predicted, classes: 10)
        loss = evaluation.loss
        accuracy = evaluation.accuracy
        confusion = matrix.counts
        precision = matrix.precision
        recall = matrix.recall
        rows = test.rows
        columns = test.columns
        mistakes = predicted.indices
            .filter { predicted[$0] != Int(test.labels[$0]) }
            .map { (index: $0, probability: probabilities[$0][predicted[$0]]) }
            .sorted { ($1.probability, $0.index) < ($0.probability, $1.index) }
            .prefix(24)
            .map {
                Mistake(
                    index: $0.index, truth: Int(test.labels[$0.index]), predicted: predicted[$0.index],
                    probability: Double($0.probability), pixels: Data(test.image($0.index)))
            }
    }
}
