import NeuralNetwork
import Notebook

/// How a trained classifier does, all its units on, on the images that it learned from: after the last epoch, where its
/// history has the mean over an epoch.
struct Review: StoredValue {
    /// How many images there are.
    let count: Int
    let loss: Double
    let accuracy: Double

    /// The measurement of a training, kept under `lesson/review`.
    static func measurement(of training: Training, lesson: String) -> CourseMeasurement<Review> {
        CourseMeasurement("\(lesson)/review", version: 1, needs: [.digits, .training(training)]) { course in
            let examples = try training.examples(using: course)
            let learned = try training.configuration(in: course.settings).split(examples.count).training
            let result = try course.value(of: training).network.evaluate(
                examples.selecting(learned), options: RunOptions(threads: course.threads))
            return Review(count: result.count, loss: result.loss, accuracy: result.accuracy ?? 0)
        }
    }

    func check() throws(ImpossibleValue) {
        try Expect.number("count", count, in: Expect.counts)
        try Expect.number("loss", loss, in: Expect.errors)
        try Expect.number("accuracy", accuracy, in: Expect.shares)
    }
}
