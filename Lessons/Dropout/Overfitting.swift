import NeuralNetwork
import Notebook

/// The same network twice on few images, with dropout and without: what each knows of its own examples, and of
/// images that it has never seen.
struct Overfitting: StoredValue {
    /// What one of the two networks knows, all its units on.
    struct Knowledge: Codable, Sendable {
        /// Among the images that it learned from.
        let known: Correctness
        /// Among the test images.
        let new: Correctness

        /// How much better it is on what it has seen.
        var gap: Gap { Gap(known: known, new: new) }
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
        "dropout/overfitting", version: 3, needs: [.digits, .training(withDropout), .training(without)]
    ) { course in
        try course.prepare([withDropout, without])
        return Overfitting(
            withDropout: try Knowledge(of: withDropout, using: course),
            without: try Knowledge(of: without, using: course),
            count: try course.value(of: without).plan.trainingCount, testCount: try course.digits.test.count)
    }

    /// What is kept of it for `results/dropout.json`.
    struct Shares: Encodable, Sendable {
        /// The accuracy of one network, of one.
        struct Accuracy: Encodable, Sendable {
            let known: Double
            let new: Double
        }

        let withDropout: Accuracy
        let without: Accuracy
        let count: Int
        let testCount: Int
    }

    /// Both networks' accuracies.
    var shares: Shares {
        func accuracy(_ knowledge: Knowledge) -> Shares.Accuracy {
            .init(known: knowledge.known.share, new: knowledge.new.share)
        }
        return Shares(
            withDropout: accuracy(withDropout), without: accuracy(without), count: count, testCount: testCount)
    }

    /// What dropout did to the gap between the two.
    var gapChange: Change { Change(from: without.gap, to: withDropout.gap) }

    /// What dropout did to the number of mistakes on new images.
    var newChange: Change { Change(from: without.new, to: withDropout.new) }
}

extension Overfitting.Knowledge {
    fileprivate init(of training: Training, using course: Course) throws {
        let trained = try course.value(of: training)
        let digits = try course.digits
        let count = trained.plan.trainingCount
        known = try Correctness(
            of: trained.network, on: training.examples(using: course).prefix(count), digits.train.labels.prefix(count),
            threads: course.threads)
        new = try Correctness(
            of: trained.network, on: training.testExamples(using: course), digits.test.labels, threads: course.threads)
    }
}

extension Overfitting {
    func check() throws(ImpossibleValue) {
        try Expect.number("count", count, in: 1...Expect.counts.upperBound)
        try Expect.number("testCount", testCount, in: 1...Expect.counts.upperBound)
        for (name, knowledge) in [("withDropout", withDropout), ("without", without)] {
            try knowledge.known.check("\(name).known", count: count)
            try knowledge.new.check("\(name).new", count: testCount)
        }
    }
}
