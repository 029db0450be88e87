import Figures
import Languages
import NeuralNetwork
import Notebook
import Tensors

/// Lesson 11: thirty-five thousand parameters.
struct Compact: Lesson {
    static let id = "compact"
    static let training = Training(CourseModels.compact)
    static let evaluation = Evaluation.measurement(of: training, lesson: id)
    static let units: [any CourseUnit] = [training, evaluation]

    func run(into material: inout Material, using course: Course) throws {
        let evaluation = try course.value(of: Self.evaluation)
        let trained = try course.value(of: Self.training)
        material.outcome("isOwn", course.settings.digits.isOwn)
        try architecture(course.settings, &material)
        training(trained, course.settings, &material)
        try examination(trained, evaluation, course.settings, &material)
        try efficiency(course.settings, &material)
        field(try Field(using: course), &material)
    }

    private func architecture(_ settings: RunSettings, _ material: inout Material) throws {
        let model = Self.training.network(in: settings)
        try material.architecture("summary", of: model)
        // snippet.count
        let first = (3 * 3 * 1 + 1) * 32
        let second = (3 * 3 * 32 + 1) * 64
        let answers = (5 * 5 * 64 + 1) * 10
        let kilobytes = Double((first + second + answers) * MemoryLayout<Float>.size) / 1024
        // snippet.end
        let total = first + second + answers
        material.record("kilobytes", kilobytes)
        material.record("countedByHand", [first, second, answers])
        material.output("count", "\(first) + \(second) + \(answers) = \(total)")
        material.value("total", total)
        material.value("counted", try model.parameterCount)
        material.value("kilobytes", kilobytes)
    }

    private func training(_ trained: TrainedModel, _ settings: RunSettings, _ material: inout Material) {
        let plan = trained.plan
        material.record(trained, settings)
        material.value("trainingCount", plan.trainingCount)
        material.value("batch", plan.batch)
        material.value("epochs", .epochs(plan.epochs))
        material.value("validationCount", plan.validationCount)
        material.learningCurves(trained)
    }

    /// The test, the course's own run, and what is confused.
    private func examination(
        _ trained: TrainedModel, _ evaluation: Evaluation, _ settings: RunSettings, _ material: inout Material
    ) throws {
        let parameters = try Self.training.network(in: settings).parameterCount
        let kilobytes = Double(parameters * MemoryLayout<Float>.size) / 1024
        let epochs = trained.history.epochs
        let compared: [(word: String, material: Double, measured: Double?)] = [
            ("comparison.testAccuracy", 0.9907, evaluation.accuracy),
            ("comparison.testLoss", 0.0263, evaluation.loss),
            ("firstTraining", 0.7684, epochs.first?.accuracy),
            ("firstValidation", 0.9772, epochs.first?.validationAccuracy),
            ("lastTraining", 0.9891, epochs.last?.accuracy),
            ("lastValidation", 0.9925, epochs.last?.validationAccuracy),
        ]
        material.record(evaluation)
        material.value("testCount", evaluation.count)
        material.value("right", evaluation.right)
        material.comparison("results") { words in
            try compared.compactMap { row -> Comparison? in
                guard let measured = row.measured else { return nil }
                return Comparison(try words(row.word), material: row.material, measured: measured)
            } + [
                Comparison(try words("comparison.parameters"), material: 34_826, measured: parameters),
                Comparison(
                    quantity: try words("size"), material: Localized(same: "\(136.04, digits: 2)"),
                    measured: Localized(same: "\(kilobytes, digits: 2)")),
            ]
        }
        material.value("worst", .mostFrequentConfusion(in: evaluation.confusion, Classes(settings)))
        material.confusion(evaluation, Classes(settings))
    }

    /// What sharing weights saves, layer against layer and network against network.
    private func efficiency(_ settings: RunSettings, _ material: inout Material) throws {
        // snippet.pair
        func pair(_ input: Shape, filters: Int) throws -> (shared: Int, connected: Int) {
            let shared = Model(name: "shared", input: input, layers: [.conv2D(filters: filters, kernel: 3)])
            let units = try shared.output.count
            let connected = Model(name: "connected", input: input, layers: [.flatten, .dense(units)])
            return (try shared.parameterCount, try connected.parameterCount)
        }
        let first = try pair([28, 28, 1], filters: 32)
        let second = try pair([13, 13, 32], filters: 64)
        // snippet.end
        material.output("pair", "first \(first)   second \(second)")
        let compact = try Self.training.network(in: settings).parameterCount
        let baseline = try Baseline.training.network(in: settings).parameterCount
        let compared = [
            ("first", first.shared, first.connected), ("second", second.shared, second.connected),
            ("whole", compact, baseline),
        ]
        func saved(_ shared: Int, _ connected: Int) -> Double { 1 - Double(shared) / Double(connected) }
        material.record("savings", compared.map { saved($0.1, $0.2) })
        material.table("savings") { words in
            try compared.map { name, shared, connected in
                [
                    try words(name), Localized(same: "\(shared)"), Localized(same: "\(connected)"),
                    Localized(same: "\(1 - Double(shared) / Double(connected), percent: 3)"),
                ]
            }
        }
        material.value("hearsay", 0.98)
        material.value("saved", saved(compact, baseline))
    }

    /// Accuracy against size.
    private func field(_ field: Field, _ material: inout Material) {
        let contenders = field.all
        material.record("contenders", contenders.map(\.result))
        material.value("quantile", 1.96)
        material.outcome("isUpset", Field.isUpset(contenders.map { ($0.parameters, $0.evaluation.right) }))
        for contender in contenders {
            material.value("\(contender.name)Parameters", contender.parameters)
            material.value("\(contender.name)Accuracy", contender.evaluation.accuracy)
        }
        material.figure("parameters") { words in
            LabeledPoints(
                contenders.map {
                    .init(
                        Localized(same: Phrase($0.name)), x: Double($0.parameters), y: $0.evaluation.accuracy,
                        margin: $0.evaluation.margin, role: $0.name == "baseline" ? .input : .output)
                }, xName: try words("parameters"), yName: try words("accuracy"))
        }
        let (plain, full, small) = (field.baseline, field.cnn, field.compact)
        let compact = (name: Material.Value.shared("network.compact"), right: small.evaluation.right)
        material.value("share", Double(small.parameters) / Double(full.parameters))
        material.value("times", Double(plain.parameters) / Double(small.parameters))
        material.value("versusFull", .versus(compact, (.shared("network.full"), full.evaluation.right)))
        material.value("versusPlain", .versus(compact, (.shared("network.dense"), plain.evaluation.right)))
        material.outcome("beatsBaseline", small.evaluation.right > plain.evaluation.right)
    }
}
