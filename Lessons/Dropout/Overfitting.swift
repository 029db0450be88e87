import NeuralNetwork
import Notebook

/// The same network twice on few images, with dropout and without: what each knows of its own examples, and of
/// images that it has never seen.
struct Overfitting: StoredValue {
    /// What one of the two networks knows, all its units on.
    struct Knowledge: Codable, Sendable {
        /// Accuracy on the images that it learned from.
        let known: Double
        /// Accuracy on the test images.
        let new: Double

        /// How much better it is on what it has seen.
        var gap: Double { known - new }
    }

    let withDropout: Knowledge
    let without: Knowledge
    /// How many images each learned from.
    let count: Int
    /// How many test images there are.
    let testCount: Int

    // snippet.twins
    static let images = 3_000
    static let plan = TrainingConfiguration(epochs: 30, batch: 128, validation: 0.2)
    static let with = CourseModels.dropout.model
    static let bare = Model(
        name: "bare", layers: with.layers.filter { !($0.definition is NeuralNetwork.Dropout) })
    // snippet.end

    static let withDropout = Training(
        CourseModel(model: with, training: plan), as: "dropout/few-with", images: images)
    static let without = Training(
        CourseModel(model: bare, training: plan), as: "dropout/few-without", images: images)

    static let measurement = CourseMeasurement(
        "dropout/overfitting", version: 2, needs: [.digits, .training(withDropout), .training(without)]
    ) { course in
        try course.prepare([withDropout, without])
        return Overfitting(
            withDropout: try Knowledge(of: withDropout, using: course),
            without: try Knowledge(of: without, using: course),
            count: try course.value(of: without).plan.trainingCount, testCount: try course.digits.test.count)
    }

    /// What dropout did to the gap between the two.
    var gapChange: Change { Change(from: gap(of: without), to: gap(of: withDropout)) }

    /// What dropout did to the number of mistakes on new images.
    var newChange: Change { Change(from: mistakes(of: without), to: mistakes(of: withDropout)) }

    private func gap(of knowledge: Knowledge) -> Gap {
        Gap(known: .init(knowledge.known, of: count), new: .init(knowledge.new, of: testCount))
    }

    private func mistakes(of knowledge: Knowledge) -> Int {
        Int(((1 - knowledge.new) * Double(testCount)).rounded())
    }
}

extension Overfitting.Knowledge {
    fileprivate init(of training: Training, using course: Course) throws {
        let trained = try course.value(of: training)
        let options = RunOptions(threads: course.threads)
        let known = try training.examples(using: course).prefix(trained.plan.trainingCount)
        self.known = try trained.network.evaluate(known, options: options).accuracy ?? 0
        new = try trained.network.evaluate(training.testExamples(using: course), options: options).accuracy ?? 0
    }
}

extension Overfitting {
    func check() throws(ImpossibleValue) {
        for (name, knowledge) in [("withDropout", withDropout), ("without", without)] {
            try Expect.number("\(name).known", knowledge.known, in: Expect.shares)
            try Expect.number("\(name).new", knowledge.new, in: Expect.shares)
        }
        try Expect.number("count", count, in: 1...Expect.counts.upperBound)
        try Expect.number("testCount", testCount, in: 1...Expect.counts.upperBound)
    }
}
