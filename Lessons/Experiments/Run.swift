import Languages
import NeuralNetwork
import Notebook

/// One setting of the experiments, trained from several seeds: alike but for the random numbers.
struct Run: Sendable {
    /// What one of its trainings achieved, on images that it learned from and on those that were held out.
    struct Result: StoredValue {
        let images: Int
        let epochs: Int
        /// After the last step, on the first ``reviewed`` images that it learned from.
        let trainingAccuracy: Double
        /// How many of the images held out are misclassified.
        let mistakes: Int
        /// How many images are held out.
        let count: Int

        /// On how many of its training images a network is examined, at most.
        static let reviewed = 2_500
    }

    /// Unique among the runs.
    let id: String
    /// How the run is called in the table: a shared word, and what it reads.
    let name: Name
    /// A training for each seed.
    let trainings: [Training]
    /// What each of them achieved.
    let results: [CourseMeasurement<Result>]

    /// What is computed of it.
    var units: [any CourseUnit] { trainings as [any CourseUnit] + results }

    /// Its training from the run's own seed.
    var training: Training { trainings[0] }

    /// Its network as the digits need it; other pictures and classes have others of the same layers.
    var model: Model { training.model.model }

    /// A shared word, and what its slots read.
    struct Name: Sendable {
        let key: String
        var values: [String: Material.Value] = [:]
    }

    /// From how many seeds each setting is trained.
    static let seeds = 5
    /// How far the seeds lie from each other: far enough that runs of neighbouring seeds share none.
    private static let step: UInt64 = 1_000

    /// - Parameters:
    ///   - images: how many of the training images are used.
    ///   - epochs: how often each of them is seen.
    ///   - divisor: of own data as many images as all divided by this, seen as often as makes up for it.
    init(_ id: String, _ name: Name, layers: [Layer], images: Int = 8_000, epochs: Int = 3, divisor: Int? = nil) {
        let trainings = (0..<Self.seeds).map { number in
            let configuration = TrainingConfiguration(
                epochs: epochs, batch: 32, seed: RunSettings.defaultSeed + UInt64(number) * Self.step)
            return Training(
                CourseModel(model: Model(name: id, layers: layers), training: configuration),
                as: "experiments-\(id)" + (number == 0 ? "" : "-\(number + 1)"), images: images,
                trial: Trial(heldOut: 6, atMost: 5_000, quickDivisor: 8, ownDivisor: divisor))
        }
        self.id = id
        self.name = name
        self.trainings = trainings
        results = trainings.enumerated().map { number, training in
            CourseMeasurement(
                "experiments/\(id)" + (number == 0 ? "" : "-\(number + 1)"), version: 3,
                needs: [.digits, .training(training)]
            ) { try Result(of: training, using: $0) }
        }
    }
}

extension Run.Result {
    fileprivate init(of training: Training, using course: Course) throws {
        let trained = try course.value(of: training)
        let options = RunOptions(threads: course.threads)
        let learned = try trained.network.evaluate(
            training.examples(using: course).prefix(Self.reviewed), options: options)
        let held = try trained.network.mistakes(
            on: training.heldOutExamples(using: course), threads: course.threads)
        images = trained.plan.trainingCount
        epochs = trained.plan.epochs
        trainingAccuracy = learned.accuracy ?? 0
        (mistakes, count) = (held.mistakes, held.count)
    }

    func check() throws(ImpossibleValue) {
        try Expect.number("images", images, in: Expect.counts)
        try Expect.number("epochs", epochs, in: Expect.counts)
        try Expect.number("trainingAccuracy", trainingAccuracy, in: Expect.shares)
        try Expect.number("count", count, in: 1...Expect.counts.upperBound)
        try Expect.number("mistakes", mistakes, in: 0...count)
    }
}

extension Network {
    /// How many of some images it misclassifies, and how many there are.
    func mistakes(on examples: Examples, threads: Int) throws -> (mistakes: Int, count: Int) {
        let result = try evaluate(examples, options: RunOptions(threads: threads))
        return (result.count - Int(((result.accuracy ?? 0) * Double(result.count)).rounded()), result.count)
    }
}
