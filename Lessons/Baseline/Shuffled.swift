import Datasets
import Platform
import NeuralNetwork
import Notebook

/// The dense and the convolutional network, each trained on the images and on the images with their pixels moved by
/// one fixed permutation.
struct Shuffled: StoredValue {
    /// A digit, and the same with its pixels moved.
    struct Sample: Codable, Sendable {
        let label: Int
        let plain: Data
        let permuted: Data
    }

    /// Wrong answers on the test images.
    struct Mistakes: Codable, Sendable {
        let plain: Int
        let permuted: Int
    }

    let dense: Mistakes
    let convolutional: Mistakes
    /// How many test images there are.
    let count: Int
    /// How many images each network learned from.
    let trainingCount: Int
    let samples: [Sample]
    let rows: Int
    let columns: Int

    /// How many digits are shown.
    private static let shown = 3

    // snippet.four
    static let images = 20_000
    static let plan = TrainingConfiguration(epochs: 5, batch: 64, validation: 0.1)
    static let trainings = [CourseModels.baseline, CourseModels.cnn].flatMap { network in
        [Transform.none, .permuted].map { transform in
            Training(
                CourseModel(model: network.model, training: plan),
                as: "baseline/\(network.name)\(transform == .none ? "" : "-permuted")",
                images: images, transform: transform)
        }
    }
    // snippet.end

    static let measurement = CourseMeasurement(
        "baseline/shuffled", version: 1, needs: [.digits] + trainings.map { .training($0) }
    ) { course in
        try course.prepare(trainings)
        return try Shuffled(of: trainings, using: course)
    }

    private init(of trainings: [Training], using course: Course) throws {
        let test = try course.digits.test
        let wrong = try trainings.map { training in
            let trained = try course.value(of: training)
            let result = try trained.network.evaluate(
                training.testExamples(using: course), options: RunOptions(threads: course.threads))
            return result.count - Int(((result.accuracy ?? 0) * Double(result.count)).rounded())
        }
        dense = Mistakes(plain: wrong[0], permuted: wrong[1])
        convolutional = Mistakes(plain: wrong[2], permuted: wrong[3])
        count = test.count
        let trained = try course.value(of: trainings[1])
        trainingCount = trained.plan.trainingCount
        let few = test.prefix(Self.shown)
        let moved = few.permutedPixels(seed: trained.plan.seed)
        samples = (0..<few.count).map { index in
            Sample(
                label: Int(few.labels[index]), plain: Data(few.pixels(of: index)),
                permuted: Data(moved.pixels(of: index)))
        }
        rows = test.rows
        columns = test.columns
    }
}

extension Shuffled {
    /// What became of the convolutional network's advantage, counted in mistakes that it avoids.
    struct Advantage {
        enum Outcome: String, CaseIterable {
            case none, handicap, gone, shrunk, kept
        }

        /// On the images as they are.
        let before: Int
        /// On the images with their pixels moved.
        let after: Int
        /// Advantages that chance alone may have brought are none.
        let outcome: Outcome

        init(dense: Mistakes, convolutional: Mistakes) {
            before = dense.plain - convolutional.plain
            after = dense.permuted - convolutional.permuted
            let plain = Change(from: dense.plain, to: convolutional.plain)
            outcome =
                switch (plain, Change(from: dense.permuted, to: convolutional.permuted)) {
                case (.chance, _), (.more, _): .none
                case (.less, .chance): .gone
                case (.less, .more): .handicap
                case (.less, .less): after < before ? .shrunk : .kept
                }
        }
    }
}

extension Shuffled {
    func check() throws(ImpossibleValue) {
        try Expect.number("count", count, in: Expect.counts)
        try Expect.number("trainingCount", trainingCount, in: Expect.counts)
        for (name, mistakes) in [("dense", dense), ("convolutional", convolutional)] {
            try Expect.number("\(name).plain", mistakes.plain, in: 0...count)
            try Expect.number("\(name).permuted", mistakes.permuted, in: 0...count)
        }
        try Expect.size(rows: rows, columns: columns)
        try Expect.count("samples", samples, in: 1...Self.shown)
        for sample in samples {
            try Expect.label("samples.label", sample.label)
            try Expect.picture("samples.plain", sample.plain, rows: rows, columns: columns)
            try Expect.picture("samples.permuted", sample.permuted, rows: rows, columns: columns)
        }
    }
}
