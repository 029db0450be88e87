import Languages
import NeuralNetwork
import Notebook

/// One training of the experiments with what came of it.
struct Run: Sendable {
    /// What a run achieved, on the images that it learned from and on the test images.
    struct Result: StoredValue {
        let images: Int
        let epochs: Int
        /// After the last step, on the first ``reviewed`` images that it learned from.
        let trainingAccuracy: Double
        let testLoss: Double
        let testAccuracy: Double
        let testCount: Int

        /// On how many of its training images a network is examined, at most.
        static let reviewed = 5_000

        /// How many test images are misclassified.
        var mistakes: Int { testCount - Int((testAccuracy * Double(testCount)).rounded()) }
    }

    /// Unique among the runs.
    let id: String
    /// How the run is called in the table: a shared word, and what it reads.
    let name: Name
    let training: Training
    let result: CourseMeasurement<Result>

    /// Its network as the digits need it; other pictures and classes have others of the same layers.
    var model: Model { training.model.model }

    /// A shared word, and what its slots read.
    struct Name: Sendable {
        let key: String
        var values: [String: Material.Value] = [:]
    }

    /// - Parameters:
    ///   - images: how many of the training images are used.
    ///   - epochs: how often each of them is seen.
    ///   - divisor: of own data as many images as all divided by this, seen as often as makes up for it.
    init(_ id: String, _ name: Name, layers: [Layer], images: Int = 12_000, epochs: Int = 3, divisor: Int? = nil) {
        let training = Training(
            CourseModel(
                model: Model(name: id, layers: layers), training: TrainingConfiguration(epochs: epochs, batch: 32)),
            as: "experiments-\(id)", images: images, divisor: divisor)
        self.id = id
        self.name = name
        self.training = training
        result = CourseMeasurement("experiments/\(id)", version: 1, needs: [.digits, .training(training)]) { course in
            let trained = try course.value(of: training)
            let options = RunOptions(threads: course.threads)
            let learned = try trained.network.evaluate(
                training.examples(using: course).prefix(Result.reviewed), options: options)
            let test = try trained.network.evaluate(training.testExamples(using: course), options: options)
            return Result(
                images: trained.plan.trainingCount, epochs: trained.plan.epochs,
                trainingAccuracy: learned.accuracy ?? 0, testLoss: test.loss, testAccuracy: test.accuracy ?? 0,
                testCount: test.count)
        }
    }
}

extension Run {
    /// What a run on so many images is called; a quick run may have used fewer than were asked for.
    static func name(ofSize images: Int) -> Name { Name(key: "size", values: ["n": .integer(images)]) }

    /// A convolutional network in which one thing can be changed at a time; as it stands, that of lesson `cnn`.
    static func layers(
        kernel: Int = 3, padding: Padding = .valid, filters: [Int] = [32, 64], pooling: Layer = .maxPool2D(2),
        poolings: Int = 2, dropout: Double? = nil
    ) -> [Layer] {
        var layers: [Layer] = []
        for (index, count) in filters.enumerated() {
            layers.append(.conv2D(filters: count, kernel: kernel, padding: padding, activation: .relu))
            if index < poolings { layers.append(pooling) }
        }
        layers += [.flatten, .dense(128, activation: .relu)]
        if let dropout { layers.append(.dropout(dropout)) }
        return layers + [.dense(10, activation: .softmax)]
    }
}

/// Every run of the lesson, in the order of its table.
enum Runs {
    static let baseline = Run(
        "dense", .init(key: "dense"), layers: CourseModels.baseline.model.layers)
    static let reference = Run(
        "reference", .init(key: "reference"), layers: Run.layers())
    static let kernels = [3, 5, 7].map { size in
        Run(
            "kernel-\(size)",
            .init(key: "kernel", values: ["side": .integer(size)]),
            layers: Run.layers(kernel: size, padding: .same, filters: [16, 32]))
    }
    static let fewFilters = [[8, 16], [16, 32]].map(filters)
    static let manyFilters = filters([64, 128])
    static let depths = [
        Run(
            "depth-1", .init(key: "depth", values: ["n": .integer(1)]),
            layers: Run.layers(filters: [32], poolings: 1)),
        Run(
            "depth-3", .init(key: "depth", values: ["n": .integer(3)]),
            layers: Run.layers(filters: [32, 64, 64])),
    ]
    static let average = Run(
        "average", .init(key: "average"), layers: Run.layers(pooling: .averagePool2D(2)))
    static let dropout = Run(
        "dropout", .init(key: "dropout", values: ["share": .number(0.5)]), layers: Run.layers(dropout: 0.5))
    /// The same number of steps for each: what fewer images lack, more epochs make up for.
    static let sizes: [Run] = [(600, 100, 4), (6_000, 10, 2), (60_000, 1, 1)].map { images, epochs, divisor in
        Run(
            "images-\(images)", Run.name(ofSize: images), layers: Run.layers(),
            images: images, epochs: epochs, divisor: divisor)
    }

    static let all: [Run] = [
        [baseline, reference], kernels, fewFilters, [manyFilters], depths, [average, dropout], sizes,
    ].flatMap { $0 }

    /// The longest first, so that no thread begins a long one when the others are done.
    static let byCost = all.sorted { cost($0) > cost($1) }

    private static func filters(_ counts: [Int]) -> Run {
        Run(
            "filters-\(counts[0])",
            .init(key: "filters", values: ["first": .integer(counts[0]), "second": .integer(counts[1])]),
            layers: Run.layers(filters: counts))
    }

    private static func cost(_ run: Run) -> Int {
        ((try? run.model.multiplyAdds) ?? 0) * (run.training.images ?? 0) * run.training.model.training.epochs
    }
}

extension Run.Result {
    func check() throws(ImpossibleValue) {
        try Expect.number("images", images, in: Expect.counts)
        try Expect.number("epochs", epochs, in: Expect.counts)
        try Expect.number("trainingAccuracy", trainingAccuracy, in: Expect.shares)
        try Expect.number("testLoss", testLoss, in: Expect.magnitudes)
        try Expect.number("testAccuracy", testAccuracy, in: Expect.shares)
        try Expect.number("testCount", testCount, in: Expect.counts)
    }
}
