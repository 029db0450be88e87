import Datasets
import Figures
import Imaging
import Languages
import NeuralNetwork
import Notebook

extension Curriculum {
    /// The figures that there may be of a network: those of a page that ``trainedPage(_:of:on:_:notices:threads:)`` makes
    /// are some of these.
    public static let trainedFigures = ["curves", "confusion", "mistakes", "cleaned", "filters", "maps1", "maps2"]

    /// A page of what a training shows of any network: curves, confusion matrix, most confident mistakes or cleaned
    /// pictures, weights of the first layer, feature maps.
    ///
    /// - Parameters:
    ///   - training: how it was trained, and on what.
    ///   - data: what it learnt from.
    ///   - examples: the test images as the network sees them.
    ///   - test: the same images as a reader sees them.
    public func trainedPage(
        _ trained: TrainedModel, of training: Training, _ data: DatasetDescription, on examples: Examples,
        _ test: LabeledImages, notices: [RunNotice], threads: Int
    ) throws -> Page {
        let results = try NetworkResults(
            of: trained, loss: training.model.training.loss, on: examples, test, threads: threads)
        let figures = try TrainedFigures(trained, results, of: data)
        return try page(ofDocument: "trained", from: figures.material, notices: notices)
    }
}

/// Hands over what there is to show of a network, as far as it has it: what the document `trained` shows, and the blocks
/// of lessons without Swift.
struct TrainedFigures {
    var material = Material()
    let trained: TrainedModel
    let results: NetworkResults
    private let data: DatasetDescription

    /// - Throws: `ModelError` for layers that do not fit; `ImpossibleValue` where the results are another network's.
    init(_ trained: TrainedModel, _ results: NetworkResults, of data: DatasetDescription) throws {
        (self.trained, self.results, self.data) = (trained, results, data)
        material.value("network", .text(trained.plan.model))
        curves()
        if let evaluation = results.evaluation { answers(evaluation) }
        if let cleaned = results.cleaned { self.cleaned(cleaned) }
        try filters()
        try maps()
    }

    /// Which figures there are of a network, known before it is trained.
    static func names(of training: Training) -> [String] {
        let layers = (try? training.model.model.resolved()) ?? []
        let convolutions = answeringConvolutions(of: layers)
        var names: [String] = ["curves"]
        names += training.transform.isCleaning ? ["cleaned"] : ["confusion", "mistakes"]
        if hasFilters(layers, training.model.model) { names.append("filters") }
        names += ["maps1", "maps2"].prefix(convolutions.count)
        return names
    }

    /// Loss and accuracy, epoch by epoch.
    private mutating func curves() {
        let curves = EpochCurves(trained)
        let hasAccuracy = curves.epochs.contains { $0.accuracy != nil }
        material.value("epochs", curves.epochs.count)
        material.outcome("hasAccuracy", hasAccuracy)
        material.value("trainingLoss", curves.epochs.last?.loss ?? 0)
        material.figure("curves") { words in
            func panel(
                _ name: Localized, _ training: (EpochRecord) -> Double?, _ validation: (EpochRecord) -> Double?
            ) throws -> Curves.Panel {
                let series = [
                    curves.series(training, try words("curves.training"), .training),
                    curves.series(validation, try words("curves.validation"), .validation),
                ]
                return .init(
                    xName: try words("curves.epoch"), yName: name, series: series.filter { !$0.y.isEmpty })
            }
            let loss = try panel(try words("trained.loss"), \.loss, \.validationLoss)
            guard hasAccuracy else { return Curves([loss]) }
            let accuracy = try panel(try words("curves.accuracy"), \.accuracy, \.validationAccuracy)
            return Curves([loss, accuracy], breadth: .wide)
        }
    }

    /// What is taken for what, and the most confident mistakes; where there are none, the most hesitant answers.
    private mutating func answers(_ evaluation: Evaluation) {
        let (data, classes) = (data, evaluation.confusion.count)
        material.value("testCount", evaluation.count)
        material.value("wrong", evaluation.count - evaluation.right)
        material.value("right", evaluation.right)
        material.value("classes", classes)
        material.figure("confusion") { words in
            ConfusionChart(
                counts: evaluation.confusion,
                classes: try (0..<classes).map { try ClassWords.text(of: $0, in: data, words) })
        }
        let hasMistakes = !evaluation.mistakes.isEmpty
        let answers = hasMistakes ? evaluation.mistakes : evaluation.leastCertain
        material.outcome("hasMistakes", hasMistakes)
        material.value("shown", answers.count)
        material.figure("mistakes") { words in
            ImageGrid(
                try answers.map { answer in
                    let truth = try ClassWords.text(of: answer.truth, in: data, words)
                    return ImageGrid.Item(
                        Picture(answer.pixels, rows: evaluation.rows, columns: evaluation.columns),
                        label: truth + Localized(same: " → ")
                            + (try ClassWords.text(of: answer.predicted, in: data, words)),
                        role: hasMistakes ? .error : .output)
                }, columns: 8)
        }
    }

    /// Some test images: as they are, spoiled, and given back.
    private mutating func cleaned(_ cleaned: NetworkResults.Cleaned) {
        let (rows, columns) = (results.rows, results.columns)
        let rowsOfPictures = [cleaned.clean, cleaned.spoiled, cleaned.back]
        let items = rowsOfPictures.flatMap { $0 }.map {
            ImageGrid.Item(Picture($0, rows: rows, columns: columns))
        }
        material.value("cleanedCount", cleaned.clean.count)
        material.figure("cleaned") { _ in ImageGrid(items, columns: max(cleaned.clean.count, 1), order: .lines) }
    }
}

extension Transform {
    /// Whether a network is to give back pictures.
    fileprivate var isCleaning: Bool { if case .noisy = self { true } else { false } }
}
