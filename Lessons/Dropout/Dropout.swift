import Figures
import Imaging
import Languages
import NeuralNetwork
import Notebook

/// The regularised network.
struct Dropout: Lesson {
    static let id = "dropout"
    static let training = Training(CourseModels.dropout)
    static let evaluation = Evaluation.measurement(of: training, lesson: id)
    static let review = Review.measurement(of: training, lesson: id)
    static let predictions = Predictions.measurement(of: training, lesson: id)
    static let units: [any CourseUnit] = [
        training, evaluation, review, predictions, Overfitting.withDropout, Overfitting.without,
        Overfitting.measurement,
    ]

    func run(into material: inout Material, using course: Course) throws {
        Self.exercises(&material)
        let evaluation = try course.value(of: Self.evaluation)
        let trained = try course.value(of: Self.training)
        let classes = Classes(course.settings)
        material.outcome("isOwn", classes.isOwn)
        material.outcome("origin", DataOrigin(course.settings.digits))
        try material.architecture(of: Self.training.network(in: course.settings))
        training(trained, try course.value(of: Self.review), course.settings, &material)
        examination(evaluation, classes, &material)
        predictions(try course.value(of: Self.predictions), classes, &material)
        material.value("plenty", trained.plan.trainingCount)
        try overfitting(using: course, &material)
    }

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
    }

    private func examination(_ evaluation: Evaluation, _ classes: Classes, _ material: inout Material) {
        material.record(evaluation)
        material.value("testCount", evaluation.count)
        material.value("right", evaluation.right)
        material.comparison("results") { words in
            [
                Comparison(try words("comparison.testAccuracy"), material: 0.9907, measured: evaluation.accuracy),
                Comparison(try words("right"), material: 9_907, measured: evaluation.right),
            ]
        }
        material.confusion(evaluation, classes)
        let example = classes.example(5)
        material.value("example", classes.word(example))
        material.value("five", .reading(of: example, in: evaluation.confusion, classes))
    }

    /// Some test images with everything that the network thinks of them.
    private func predictions(_ predictions: Predictions, _ classes: Classes, _ material: inout Material) {
        let items = predictions.first + predictions.doubtful
        material.record(
            "predictions", items.map { Row(index: $0.index, truth: $0.truth, probabilities: $0.probabilities) })
        let bars = items.map { item in
            ProbabilityBars.Item(
                Picture(item.pixels, rows: predictions.rows, columns: predictions.columns),
                probabilities: item.probabilities, truth: item.truth)
        }
        material.value("lowest", predictions.doubtful.first?.probabilities.max() ?? 0)
        material.value("pictures", bars.count)
        material.value("picturesRight", bars.count { $0.answer == $0.truth })
        material.value(
            "answers", .list(bars.map { .answer(classes.word($0.answer), probability: $0.probabilities[$0.answer]) }))
        material.figure("predictions") { words in
            ProbabilityBars(
                try zip(bars, items).map { bar, item in
                    .init(
                        bar.picture, label: try words("truth", ["digit": classes.word(item.truth)]),
                        probabilities: bar.probabilities, truth: bar.truth)
                }, classes: classes.names, breadth: .wide)
        }
    }

    private struct Row: Encodable, Sendable {
        let index: Int
        let truth: Int
        let probabilities: [Double]
    }

    /// The gap between what was learned and what is new, with dropout and without.
    private func overfitting(using course: Course, _ material: inout Material) throws {
        let measured = try course.value(of: Overfitting.measurement)
        let without = try course.value(of: Overfitting.without)
        let with = try course.value(of: Overfitting.withDropout)
        material.record("overfitting", measured.shares)
        material.value("few", measured.count)
        material.value("fewEpochs", .epochs(without.plan.epochs))
        material.outcome("gapChange", measured.gapChange)
        material.outcome("newChange", measured.newChange)
        for (name, trained, knowledge) in [
            ("without", without, measured.without), ("with", with, measured.withDropout),
        ] {
            material.value("\(name)Loss", trained.history.epochs.last?.loss ?? 0)
            material.value("\(name)ValidationLoss", trained.history.epochs.last?.validationLoss ?? 0)
            material.value("\(name)Known", knowledge.known.share)
            material.value("\(name)New", knowledge.new.share)
            material.value("\(name)Gap", knowledge.gap.width * 100)
        }
        let epochs = without.history.epochs + with.history.epochs
        // The first epoch towers over the rest; a scale to twice the typical validation loss shows the others.
        let validation = epochs.compactMap(\.validationLoss).sorted()
        let highest = max(epochs.map(\.loss).max() ?? 1, validation.last ?? 1)
        let top = validation.isEmpty ? highest : min(highest, 2 * validation[validation.count / 2])
        material.outcome("overflows", highest > top)
        material.figure("overfitting") { words in
            Curves(
                try [("without", without), ("with", with)].map { name, trained in
                    try EpochCurves(trained).lossPanel(words, title: try words(name), range: 0...top)
                }, breadth: .wide)
        }
    }
}

extension Material.Value {
    /// A digit that a network answered, and how sure it was: “7 (98.2%)”.
    fileprivate static func answer(_ digit: Self, probability: Double) -> Self {
        .shared("answer", ["digit": digit, "probability": .number(probability)])
    }
}
