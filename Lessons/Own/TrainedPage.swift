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
    ///   - data: what it learnt from.
    ///   - examples: the test images as the network sees them.
    ///   - test: the same images as a reader sees them.
    public func trainedPage(
        _ trained: TrainedModel, of data: DatasetDescription, on examples: Examples, _ test: LabeledImages,
        notices: [RunNotice], threads: Int
    ) throws -> Page {
        var figures = TrainedFigures(trained, of: data)
        figures.curves()
        if examples.labels.isEmpty {
            try figures.cleaned(examples, test)
        } else {
            try figures.answers(Evaluation(of: trained, on: examples, test, threads: threads))
        }
        try figures.filters()
        try figures.maps(of: examples.image(0))
        return try page(ofDocument: "trained", from: figures.material, notices: notices)
    }
}

/// Hands over what the document `trained` shows, as far as the network has it.
struct TrainedFigures {
    var material = Material()
    let trained: TrainedModel
    private let data: DatasetDescription

    init(_ trained: TrainedModel, of data: DatasetDescription) {
        self.trained = trained
        self.data = data
        material.value("network", .text(trained.plan.model))
    }

    /// Loss and accuracy, epoch by epoch.
    mutating func curves() {
        let curves = EpochCurves(trained)
        let hasAccuracy = curves.epochs.contains { $0.accuracy != nil }
        material.value("epochs", .epochs(curves.epochs.count))
        material.outcome("hasAccuracy", hasAccuracy)
        material.value("loss", curves.epochs.last?.loss ?? 0)
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
            let loss = try panel(try words("loss"), \.loss, \.validationLoss)
            guard hasAccuracy else { return Curves([loss]) }
            let accuracy = try panel(try words("curves.accuracy"), \.accuracy, \.validationAccuracy)
            return Curves([loss, accuracy], breadth: .wide)
        }
    }

    /// What is taken for what, and the most confident mistakes; where there are none, the most hesitant answers.
    mutating func answers(_ evaluation: Evaluation) {
        let (data, classes) = (data, evaluation.confusion.count)
        material.value("count", evaluation.count)
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
    mutating func cleaned(_ examples: Examples, _ test: LabeledImages) throws {
        let some = examples.prefix(10)
        let answers = try trained.network.predict(some, options: RunOptions(threads: 1)).elements
        let (width, height, size) = (test.columns, test.rows, test.columns * test.rows)
        func picture(_ numbers: some Sequence<Float>) -> ImageGrid.Item {
            ImageGrid.Item(.gray(GrayImage(width: width, height: height, pixels: numbers.map { $0 * 255 })))
        }
        let clean = (0..<some.count).map { ImageGrid.Item(.gray(test.image($0))) }
        let spoiled = (0..<some.count).map { picture(some.image($0).elements) }
        let back = (0..<some.count).map { picture(answers[$0 * size..<($0 + 1) * size]) }
        material.value("cleanedCount", some.count)
        material.figure("cleaned") { _ in ImageGrid(clean + spoiled + back, columns: max(some.count, 1)) }
    }
}
