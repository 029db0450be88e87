import Datasets
import Figures
import Languages
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

    /// Answers to the test images.
    struct Answers: Codable, Sendable {
        let plain: Correctness
        let permuted: Correctness

        /// How many of them are wrong.
        var mistakes: Mistakes { Mistakes(plain: plain.mistakes, permuted: permuted.mistakes) }
    }

    /// Wrong answers to the test images.
    struct Mistakes: Codable, Sendable {
        let plain: Int
        let permuted: Int
    }

    let dense: Answers
    let convolutional: Answers
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
        "baseline/shuffled", version: 2, needs: [.digits] + trainings.map { .training($0) }
    ) { course in
        try course.prepare(trainings)
        return try Shuffled(of: trainings, using: course)
    }

    private init(of trainings: [Training], using course: Course) throws {
        let test = try course.digits.test
        let right = try trainings.map { training in
            try Correctness(
                of: course.value(of: training).network, on: training.testExamples(using: course), test.labels,
                threads: course.threads)
        }
        dense = Answers(plain: right[0], permuted: right[1])
        convolutional = Answers(plain: right[2], permuted: right[3])
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

        init(dense: Answers, convolutional: Answers) {
            before = dense.plain.mistakes - convolutional.plain.mistakes
            after = dense.permuted.mistakes - convolutional.permuted.mistakes
            let plain = Change(from: dense.plain, to: convolutional.plain, comparisons: 2)
            outcome =
                switch (plain, Change(from: dense.permuted, to: convolutional.permuted, comparisons: 2)) {
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
        for (name, answers) in [("dense", dense), ("convolutional", convolutional)] {
            try answers.plain.check("\(name).plain", count: count)
            try answers.permuted.check("\(name).permuted", count: count)
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

extension CategoryDots.Series {
    /// Counts of wrong answers, each with what chance in the choice of test images may add or take.
    init(mistakes answers: [Correctness], name: Localized, role: Role) {
        self.init(
            name: name, values: answers.map { Double($0.mistakes) },
            intervals: answers.map { answers in
                let share = Share(answers.mistakes, of: answers.count).interval
                return share.lowerBound * Double(answers.count)...share.upperBound * Double(answers.count)
            }, role: role)
    }
}
