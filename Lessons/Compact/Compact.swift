import Figures
import Languages
import NeuralNetwork
import Notebook
import Tensors

/// Thirty-five thousand parameters.
struct Compact: Lesson {
    static let id = "compact"
    static let training = Training(CourseModels.compact)
    static let evaluation = Evaluation.measurement(of: training, lesson: id)
    static let review = Review.measurement(of: training, lesson: id)
    static let units: [any CourseUnit] = [training, evaluation, review] + Series.units

    func run(into material: inout Material, using course: Course) throws {
        Self.exercises(&material)
        let evaluation = try course.value(of: Self.evaluation)
        let trained = try course.value(of: Self.training)
        material.outcome("isOwn", course.settings.digits.isOwn)
        material.outcome("origin", DataOrigin(course.settings.digits))
        try architecture(course.settings, &material)
        training(trained, try course.value(of: Self.review), course.settings, &material)
        try examination(trained, evaluation, course.settings, &material)
        try efficiency(course.settings, &material)
        try largerPictures(course.settings, &material)
        series(try Series(using: course), course.settings, &material)
        field(try Field(using: course), &material)
    }

    private func architecture(_ settings: RunSettings, _ material: inout Material) throws {
        let model = Self.training.network(in: settings)
        try material.architecture("summary", of: model)
        // snippet.count
        let first = (3 * 3 * 1 + 1) * 32
        let second = (3 * 3 * 32 + 1) * 64
        let answers = (5 * 5 * 64 + 1) * 10
        let bytes = (first + second + answers) * MemoryLayout<Float>.size
        // snippet.end
        let total = first + second + answers
        let side = try model.summary()[2].output[0]
        material.outcome("isOdd", !side.isMultiple(of: 2))
        material.value("oddSide", side)
        material.value("halfSide", side / 2)
        material.record("kilobytes", Memory.kilobytes(bytes))
        material.record("countedByHand", [first, second, answers])
        material.output("count", "\(first) + \(second) + \(answers) = \(total)")
        material.value("total", total)
        material.value("counted", try model.parameterCount)
        material.value("kilobytes", Memory.kilobytes(bytes))
        // The course material divides by 1,024.
        material.value("binaryKilo", Self.binaryKilo)
        material.value("binaryKilobytes", Double(bytes) / Double(Self.binaryKilo))
    }

    /// How many bytes make a KB in the course material.
    private static let binaryKilo = 1_024

    private func training(
        _ trained: TrainedModel, _ review: Review, _ settings: RunSettings, _ material: inout Material
    ) {
        let plan = trained.plan
        material.record(trained, settings)
        material.value("trainingCount", plan.trainingCount)
        material.value("batch", plan.batch)
        material.value("epochs", .epochs(plan.epochs))
        material.value("validationCount", plan.validationCount)
        material.learningCurves(trained, review)
        material.epochLog(trained)
    }

    /// The test, the course's own run, and what is confused.
    private func examination(
        _ trained: TrainedModel, _ evaluation: Evaluation, _ settings: RunSettings, _ material: inout Material
    ) throws {
        let parameters = try Self.training.network(in: settings).parameterCount
        let kilobytes = Memory.kilobytes(parameters * MemoryLayout<Float>.size)
        let materialKilobytes = Memory.kilobytes(Int((136.04 * Double(Self.binaryKilo)).rounded()))
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
                    quantity: try words("size", ["kilo": .integer(Memory.kilo)]),
                    material: Localized(same: "\(materialKilobytes, digits: 2)"),
                    measured: Localized(same: "\(kilobytes, digits: 2)")),
            ]
        }
        material.value("worst", .mostFrequentConfusion(in: evaluation.confusion, Classes(settings)))
        material.confusion(evaluation, Classes(settings))
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
        let answers = (
            plain: plain.evaluation.correctness, full: full.evaluation.correctness, small: small.evaluation.correctness
        )
        material.outcome("againstFull", Difference(answers.small, answers.full))
        material.outcome("againstPlain", Change(from: answers.plain, to: answers.small))
        material.outcome("keepsUp", Change(from: answers.full, to: answers.small) != .more)
    }
}
