import Figures
import Imaging
import Languages
import NeuralNetwork
import Notebook
import Platform

/// A network that does not look.
struct Baseline: Lesson {
    static let id = "baseline"
    static let training = Training(CourseModels.baseline)
    static let evaluation = Evaluation.measurement(of: training, lesson: id)
    static let review = Review.measurement(of: training, lesson: id)
    static let units: [any CourseUnit] =
        [training, evaluation, review, HiddenUnits.measurement] + Shuffled.trainings + [Shuffled.measurement]

    func run(into material: inout Material, using course: Course) throws {
        Self.exercises(&material)
        let evaluation = try course.value(of: Self.evaluation)
        let trained = try course.value(of: Self.training)
        let hidden = try course.value(of: HiddenUnits.measurement)
        let shuffled = try course.value(of: Shuffled.measurement)
        material.outcome("isOwn", course.settings.digits.isOwn)
        try architecture(course.settings, &material)
        training(trained, try course.value(of: Self.review), course.settings, &material)
        examination(evaluation, Classes(course.settings), &material)
        weights(hidden, &material)
        limits(shuffled, Classes(course.settings), &material)
    }

    private func architecture(_ settings: RunSettings, _ material: inout Material) throws {
        let model = Self.training.network(in: settings)
        try material.architecture(of: model)
        let parameters = try model.summary().map(\.parameters).filter { $0 > 0 }
        let total = parameters.reduce(0, +)
        // snippet.count
        let hidden = 784 * 128 + 128
        let answers = 128 * 10 + 10
        // snippet.end
        material.record("countedByHand", [hidden, answers])
        material.output("count", "\(hidden) + \(answers) = \(hidden + answers)")
        material.value("inputs", .text(String(model.input.count)))
        material.value("classes", settings.digits.kind.classes.count)
        material.value("total", total)
        material.value("firstShare", Double(parameters.first ?? 0) / Double(total))
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
        material.value("testLoss", evaluation.loss)
        material.value("testAccuracy", evaluation.accuracy)
        material.value("right", evaluation.right)
        material.value("worst", .mostFrequentConfusion(in: evaluation.confusion, classes))
    }

    /// What hidden units look for.
    private func weights(_ hidden: HiddenUnits, _ material: inout Material) {
        let pixels = hidden.inputs ?? hidden.rows * hidden.columns
        let maps = hidden.weights.map { GrayImage(width: hidden.columns, height: hidden.rows, pixels: $0) }
        let limit = maps.map(\.strongValue).max()
        material.record("untouchedPixels", hidden.untouched)
        material.value("shown", maps.count)
        material.figure("weights") { words in
            ImageGrid(maps.map { .init(.signed($0, limit: limit)) }, columns: 8, legend: try words("weight"))
        }
        material.printed("untouched", ["untouched": "\(hidden.untouched)", "pixels": "\(pixels)"])
        material.value("untouched", hidden.untouched)
        material.value("pixels", pixels)
        material.value("units", hidden.units)
    }

    /// Four limits, the first of them measured.
    private func limits(_ shuffled: Shuffled, _ classes: Classes, _ material: inout Material) {
        let (dense, convolutional) = (shuffled.dense, shuffled.convolutional)
        let advantage = Shuffled.Advantage(dense: dense, convolutional: convolutional)
        material.record("shuffled.dense", dense.mistakes)
        material.record("shuffled.convolutional", convolutional.mistakes)
        material.value("shuffledTestCount", shuffled.count)
        material.value("shuffledTrainingCount", shuffled.trainingCount)
        material.value("densePlain", dense.plain.mistakes)
        material.value("densePermuted", dense.permuted.mistakes)
        material.value("convolutionalPlain", convolutional.plain.mistakes)
        material.value("convolutionalPermuted", convolutional.permuted.mistakes)
        material.outcome("luck", Difference(dense.plain, dense.permuted))
        material.outcome("advantage", advantage.outcome)
        material.value("advantageBefore", advantage.before)
        material.value("advantageAfter", advantage.after)
        material.value("handicap", -advantage.after)
        material.value("confidence", Share.confidence)
        material.figure("shuffled") { words in
            let pictures = try shuffled.samples.flatMap { sample in
                [
                    ImageGrid.Item(picture(sample.plain, shuffled), label: classes.name(sample.label)),
                    ImageGrid.Item(
                        picture(sample.permuted, shuffled),
                        label: try words("same", ["digit": classes.word(sample.label)])),
                ]
            }
            let dots = CategoryDots(
                categories: [try words("dense"), try words("convolutional")],
                series: [
                    .init(mistakes: [dense.plain, convolutional.plain], name: try words("plain"), role: .input),
                    .init(
                        mistakes: [dense.permuted, convolutional.permuted], name: try words("permuted"), role: .quiet),
                ], valueName: try words("wrong"), digits: 0, plotHeight: 160)
            return Composition(
                .row, [.init(ImageGrid(pictures, columns: 2, side: 66)), .init(dots, share: 1.9)])
        }
    }

    private func picture(_ pixels: Data, _ shuffled: Shuffled) -> Picture {
        Picture(pixels, rows: shuffled.rows, columns: shuffled.columns)
    }
}
