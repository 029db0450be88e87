import NeuralNetwork
import Notebook

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
    static let sizes: [Run] = [(240, 100, 4), (2_400, 10, 2), (24_000, 1, 1)].map { images, epochs, divisor in
        Run(
            "images-\(images)", Run.name(ofSize: images), layers: Run.layers(),
            images: images, epochs: epochs, divisor: divisor)
    }

    /// Networks that may be chosen: all that learned from the same images equally often.
    static let candidates: [Run] = [
        [baseline, reference], kernels, fewFilters, [manyFilters], depths, [average, dropout],
    ].flatMap { $0 }

    static let all: [Run] = candidates + sizes

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
