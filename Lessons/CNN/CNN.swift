import Figures
import Imaging
import Languages
import NeuralNetwork
import Notebook

/// Lesson 9: the full convolutional network.
struct CNN: Lesson {
    static let id = "cnn"
    static let training = Training(CourseModels.cnn)
    static let evaluation = Evaluation.measurement(of: training, lesson: id)
    static let units: [any CourseUnit] = [training, evaluation]

    func run(into material: inout Material, using course: Course) throws {
        let evaluation = try course.value(of: Self.evaluation)
        let trained = try course.value(of: Self.training)
        try architecture(&material)
        training(trained, course.settings, &material)
        try results(evaluation, &material)
        confusion(evaluation, &material)
        mistakes(evaluation, &material)
    }

    private func architecture(_ material: inout Material) throws {
        let model = CourseModels.cnn.model
        let summary = try model.summary()
        let total = try model.parameterCount
        let convolutional = summary.filter { $0.kind == "Conv2D" }.reduce(0) { $0 + $1.parameters }
        try material.architecture(of: model)
        material.value("total", total)
        material.value("convolutional", convolutional)
        material.value("convolutionalShare", Double(convolutional) / Double(total))
        material.value("flattened", summary.first { $0.kind == "Flatten" }?.output.count ?? 0)
        material.value("hidden", summary.first { $0.kind == "Dense" }?.output.count ?? 0)
    }

    /// How the network was trained, and how it went.
    private func training(_ trained: TrainedModel, _ settings: RunSettings, _ material: inout Material) {
        let plan = trained.plan
        material.record(trained, settings)
        material.value("batch", plan.batch)
        material.value("validationCount", plan.validationCount)
        material.value("trainingCount", plan.trainingCount)
        material.value("epochs", .epochs(plan.epochs))
        material.learningCurves(trained)
    }

    /// The test, beside the course material's own run.
    private func results(_ evaluation: Evaluation, _ material: inout Material) throws {
        let parameters = try Self.training.model.model.parameterCount
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

    /// Who is taken for whom.
    private func confusion(_ evaluation: Evaluation, _ material: inout Material) {
        let digits = (0..<10).map { Localized(same: "\(plain: $0)") }
        material.value("worst", .mostFrequentConfusion(in: evaluation.confusion))
        material.confusion(evaluation)
        material.value("five", .reading(of: 5, in: evaluation.confusion))
        let others = (0..<10).filter { $0 != 5 }
        material.figure("digit5") { words in
            Bars(
                categories: others.map { digits[$0] },
                series: [.init(values: others.map { Double(evaluation.confusion[5][$0]) }, role: .error)],
                categoryName: try words("predicted"), valueName: try words("images"), digits: 0)
        }
        let lowestRecall = evaluation.recall.min() ?? 0
        material.value("lowestRecall", lowestRecall)
        material.value(
            "weakest", .list(digits.indices.filter { evaluation.recall[$0] == lowestRecall }.map { .text("\($0)") }))
        material.value("lowest", (evaluation.precision + evaluation.recall).min() ?? 0)
        material.value("all", 1.0)
        material.figure("perclass") { words in
            func dots(_ values: [Double], _ name: Localized, _ role: Role) -> Curves.Series {
                .init(name: name, y: values, from: 0, role: role, form: .points)
            }
            return Curves([
                .init(
                    xName: try words("digit"), yName: try words("share"),
                    series: [
                        dots(evaluation.precision, try words("precision"), .input),
                        dots(evaluation.recall, try words("recall"), .output),
                    ])
            ])
        }
    }

    /// The most confident errors, or, where there are none, the right answers that were nearest to being wrong.
    private func mistakes(_ evaluation: Evaluation, _ material: inout Material) {
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
                        .gray(GrayImage(width: evaluation.columns, height: evaluation.rows, bytes: answer.pixels)),
                        label: Localized(same: "\(plain: answer.truth) → \(plain: answer.predicted)"),
                        role: mistakes.isEmpty ? .output : .error)
                }, columns: 8)
        }
    }
}
