import Figures
import Imaging
import Languages
import NeuralNetwork
import Notebook

/// The full convolutional network.
struct CNN: Lesson {
    static let id = "cnn"
    static let training = Training(CourseModels.cnn)
    static let evaluation = Evaluation.measurement(of: training, lesson: id)
    static let review = Review.measurement(of: training, lesson: id)
    static let units: [any CourseUnit] = [
        training, evaluation, review, LearnedKernels.measurement, PlainStep.measurement, LabDigits.measurement,
    ]

    func run(into material: inout Material, using course: Course) throws {
        Self.exercises(&material)
        let evaluation = try course.value(of: Self.evaluation)
        let trained = try course.value(of: Self.training)
        let classes = Classes(course.settings)
        material.outcome("isOwn", classes.isOwn)
        material.outcome("origin", DataOrigin(course.settings.digits))
        try architecture(course.settings, &material)
        training(trained, try course.value(of: Self.review), course.settings, &material)
        let kernels = try course.value(of: LearnedKernels.measurement)
        kernels.handOver(to: &material)
        try course.value(of: PlainStep.measurement).handOver(to: &material)
        material.replay(trained, kernels, evaluation, course.settings)
        try results(evaluation, course.settings, &material)
        confusion(evaluation, classes, &material)
        mistakes(evaluation, classes, &material)
        try material.digitLab(state: "digit=7&map=4&at=6,12", using: course)
    }

    private func architecture(_ settings: RunSettings, _ material: inout Material) throws {
        let model = Self.training.network(in: settings)
        let summary = try model.summary()
        let total = try model.parameterCount
        let convolutional = summary.filter { $0.kind == "Conv2D" }.reduce(0) { $0 + $1.parameters }
        try material.architecture(of: model)
        material.value("inputs", .text(String(model.input.count)))
        material.outcome("isColour", model.input[2] > 1)
        material.value("classes", settings.digits.kind.classes.count)
        material.value("total", total)
        material.value("convolutional", convolutional)
        material.value("convolutionalShare", Double(convolutional) / Double(total))
        let hidden = summary.first { $0.kind == "Dense" }?.output.count ?? 0
        let flattened = summary.first { $0.kind == "Flatten" }?.output.count ?? 0
        // A hundred units in the place of those that there are: their inputs, their biases, and what reads them.
        let others = 100
        let perUnit = flattened + 1 + settings.digits.kind.classes.count
        material.value("others", others)
        material.value("saved", (hidden - others) * perUnit)
        material.value("flattened", flattened)
        material.value("hidden", hidden)
    }

    /// How the network was trained, and how it went.
    private func training(
        _ trained: TrainedModel, _ review: Review, _ settings: RunSettings, _ material: inout Material
    ) {
        let plan = trained.plan
        material.record(trained, settings)
        material.value("batch", plan.batch)
        material.value("validationCount", plan.validationCount)
        material.value("trainingCount", plan.trainingCount)
        material.value("epochs", .epochs(plan.epochs))
        material.learningCurves(trained, review)
        material.epochLog(trained)
    }

    /// The test, beside the course material's own run.
    private func results(
        _ evaluation: Evaluation, _ settings: RunSettings, _ material: inout Material
    ) throws {
        let parameters = try Self.training.network(in: settings).parameterCount
        material.record(evaluation)
        material.value("testCount", evaluation.count)
        material.value("right", evaluation.right)
        material.comparison("results") { words in
            [
                Comparison(try words("comparison.testAccuracy"), material: 0.9886, measured: evaluation.accuracy),
                Comparison(try words("comparison.testLoss"), material: 0.0520, measured: evaluation.loss),
                Comparison(try words("comparison.parameters"), material: 225_034, measured: parameters),
            ]
        }
    }

    /// What is taken for what.
    private func confusion(_ evaluation: Evaluation, _ classes: Classes, _ material: inout Material) {
        let example = classes.example(5)
        material.value("worst", .mostFrequentConfusion(in: evaluation.confusion, classes))
        material.confusion(evaluation, classes)
        material.value("example", classes.word(example))
        material.value("five", .reading(of: example, in: evaluation.confusion, classes))
        let others = (0..<classes.count).filter { $0 != example }
        material.figure("digit5") { words in
            Bars(
                categories: others.map(classes.name),
                series: [.init(values: others.map { Double(evaluation.confusion[example][$0]) }, role: .error)],
                categoryName: try words("predicted"), valueName: try words("images"), digits: 0)
        }
        perClass(evaluation, classes, &material)
    }

    /// The most confident errors, or, where there are none, the right answers that were nearest to being wrong.
    private func mistakes(_ evaluation: Evaluation, _ classes: Classes, _ material: inout Material) {
        let mistakes = evaluation.mistakes
        material.record("mistakes", mistakes.map { [$0.index, $0.truth, $0.predicted] })
        material.outcome("hasMistakes", !mistakes.isEmpty)
        material.value("certainty", .certainty(mistakes.first?.probability ?? 0))
        material.value("shown", mistakes.count)
        material.figure("mistakes") { _ in
            let answers = mistakes.isEmpty ? evaluation.leastCertain : mistakes
            return ImageGrid(
                answers.map { answer in
                    ImageGrid.Item(
                        Picture(answer.pixels, rows: evaluation.rows, columns: evaluation.columns),
                        label: [classes.name(answer.truth), classes.name(answer.predicted)].joined(by: " → "),
                        role: mistakes.isEmpty ? .output : .error)
                }, columns: 8)
        }
    }
}
