import Datasets
import Figures
import Imaging
import Languages
import NeuralNetwork
import Notebook
import Tensors

extension Curriculum {
    /// The figures that there may be of a network: those of a page that ``trainedPage(_:of:on:_:notices:threads:)`` makes
    /// are some of these.
    public static let trainedFigures = ["curves", "confusion", "mistakes", "cleaned", "filters", "maps1", "maps2"]

    /// A page of what a training shows of any network: curves, confusion matrix, most confident mistakes or cleaned
    /// pictures, weights of the first layer, feature maps.
    ///
    /// - Parameters:
    ///   - training: how it came about.
    ///   - examples: the test images as the network sees them.
    ///   - test: the same images as a reader sees them.
    public func trainedPage(
        _ trained: TrainedModel, of training: Training, on examples: Examples, _ test: LabeledImages,
        notices: [RunNotice], threads: Int
    ) throws -> Page {
        var figures = TrainedFigures(trained, of: training.source)
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
private struct TrainedFigures {
    private(set) var material = Material()
    private let trained: TrainedModel
    private let data: CourseData

    /// How many kernels, and how many maps, a figure shows at most.
    private static let shown = 64

    init(_ trained: TrainedModel, of data: CourseData) {
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

    /// Who is taken for whom, and the most confident mistakes; where there are none, the most hesitant answers.
    mutating func answers(_ evaluation: Evaluation) {
        let (data, classes) = (data, evaluation.confusion.count)
        material.value("count", evaluation.count)
        material.value("wrong", evaluation.count - evaluation.right)
        material.value("right", evaluation.right)
        material.value("classes", classes)
        material.figure("confusion") { words in
            ConfusionChart(
                counts: evaluation.confusion,
                classes: try (0..<classes).map { try ClassName.text(of: $0, in: data, words) })
        }
        let hasMistakes = !evaluation.mistakes.isEmpty
        let answers = hasMistakes ? evaluation.mistakes : evaluation.leastCertain
        material.outcome("hasMistakes", hasMistakes)
        material.value("shown", answers.count)
        material.figure("mistakes") { words in
            ImageGrid(
                try answers.map { answer in
                    let truth = try ClassName.text(of: answer.truth, in: data, words)
                    return ImageGrid.Item(
                        .gray(GrayImage(width: evaluation.columns, height: evaluation.rows, bytes: answer.pixels)),
                        label: truth + Localized(same: " → ")
                            + (try ClassName.text(of: answer.predicted, in: data, words)),
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

    /// The weights of the first layer that has any, each kernel or unit as a picture; of several channels their mean.
    mutating func filters() throws {
        let model = trained.network.model
        guard let layer = try model.resolved().first(where: { !$0.parameters.isEmpty }),
            let kernel = trained.network.parameters["\(layer.name).kernel"]
        else { return }
        let pictures: [GrayImage]
        if kernel.shape.rank == 4 {
            pictures = Self.pictures(
                kernel, height: kernel.shape[0], width: kernel.shape[1], channels: kernel.shape[2])
        } else if layer.input.count == model.input.count {
            // A dense layer that sees the picture, unrolled.
            pictures = Self.pictures(
                kernel, height: model.input[0], width: model.input[1], channels: model.input[2])
        } else {
            return
        }
        material.value("filtersLayer", .text(layer.name))
        material.value("filterCount", pictures.count)
        material.value("filterSide", pictures.first?.width ?? 0)
        material.figure("filters") { words in
            ImageGrid(
                pictures.enumerated().map {
                    ImageGrid.Item(.signed($1), label: Localized(same: "\(plain: $0 + 1)"))
                }, columns: pictures.count > 32 ? 16 : 11, legend: try words("weight"))
        }
    }

    /// - Parameter kernel: row, column, channel and then the filter.
    private static func pictures(_ kernel: Tensor, height: Int, width: Int, channels: Int) -> [GrayImage] {
        let filters = kernel.shape[kernel.shape.rank - 1]
        return (0..<min(filters, shown)).map { filter in
            let pixels = (0..<height * width).map { pixel in
                (0..<channels).reduce(Float(0)) {
                    $0 + kernel.elements[(pixel * channels + $1) * filters + filter]
                } / Float(channels)
            }
            return GrayImage(width: width, height: height, pixels: pixels)
        }
    }

    /// What the first and the last convolution make of a picture; one that answers shows its answers elsewhere.
    mutating func maps(of image: Tensor) throws {
        let network = trained.network
        let layers = try network.model.resolved()
        let convolutions = layers.dropLast().filter { $0.kind == Conv2D.kind }
        guard let first = convolutions.first, let last = convolutions.last else { return }
        let activations = try network.activations(of: image)
        hand("first", Maps.LayerMaps(activations[first.index], kind: first.kind), as: "maps1")
        if last.index != first.index {
            hand("last", Maps.LayerMaps(activations[last.index], kind: last.kind), as: "maps2")
        }
    }

    private mutating func hand(_ name: String, _ layer: Maps.LayerMaps, as id: String) {
        let maps = min(layer.maps.count, Self.shown)
        material.value("\(name)Layer", .text(layer.layer))
        material.value("\(name)Count", maps)
        material.value("\(name)Rows", layer.rows)
        material.value("\(name)Columns", layer.columns)
        material.figure(id) { words in
            ImageGrid(
                (0..<maps).map {
                    // A map of a layer without ReLU may be negative.
                    let isSigned = layer.maps[$0].contains { $0 < 0 }
                    let image = layer.image($0)
                    return ImageGrid.Item(
                        isSigned ? .signed(image) : .magnitude(image), label: Localized(same: "\(plain: $0 + 1)"))
                }, columns: maps > 32 ? 16 : 11, scale: .own, legend: try words("answer"))
        }
    }
}
