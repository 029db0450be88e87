import Figures
import Languages
import NeuralNetwork
import Notebook

extension Material {
    /// Hands over the curves of a training: the figure `curves`, and what reads it.
    ///
    /// - `{curvesKey}`: how the two charts are read; `{curvesAlternative}`: for a reader who does not see them;
    /// - `{curvesReading}`: where they end, how the network does afterwards on the same images, and where validation
    ///   was best.
    mutating func learningCurves(_ trained: TrainedModel, _ review: Review) {
        let curves = EpochCurves(trained)
        let last = curves.epochs.last
        let best = curves.epochs.max { ($0.validationAccuracy ?? 0) < ($1.validationAccuracy ?? 0) }
        let ends: [String: Value] = [
            "accuracy": .number(last?.accuracy ?? 0), "validationAccuracy": .number(last?.validationAccuracy ?? 0),
        ]
        value("curvesKey", .shared("curves.key"))
        value(
            "curvesAlternative",
            .shared("curves.alternative", ends.merging(["epochs": .epochs(curves.epochs.count)]) { $1 }))
        value(
            "curvesReading",
            .shared(
                "curves.reading",
                ends.merging([
                    "known": .number(review.accuracy), "hasDropout": .isSo(trained.network.model.hasDropout),
                    "best": .number(best?.validationAccuracy ?? 0), "bestEpoch": .integer(best?.epoch ?? 0),
                ]) { $1 }))
        record("trainingAccuracy", review.accuracy)
        record("trainingLoss", review.loss)
        figure("curves") { words in try curves.chart(words) }
    }

    /// Hands over the output `log`: what a training prints, a line for each epoch.
    mutating func epochLog(_ trained: TrainedModel) {
        // snippet.log
        let epochs = trained.history.epochs
        let numbers = epochs.map { [$0.loss, $0.accuracy, $0.validationLoss, $0.validationAccuracy] }
        let lines = numbers.map { $0.map { number in number.map { Printed.number($0) } ?? "-" } }
        // snippet.end
        output("log") { words in
            try lines.enumerated().map { index, line in
                try words(
                    "curves.log",
                    [
                        "n": .text("\(index + 1)"), "count": .text("\(lines.count)"), "loss": .text(line[0]),
                        "accuracy": .text(line[1]), "validationLoss": .text(line[2]),
                        "validationAccuracy": .text(line[3]),
                    ])
            }.joined(by: "\n")
        }
    }

    /// Keeps for `results/<lesson>.json` how a network was trained and what came of it.
    mutating func record(_ trained: TrainedModel, _ settings: RunSettings) {
        record("history", trained.history.epochs)
        record("seed", settings.seed)
        record("dataHash", settings.digits.identity)
        record("quick", settings.isQuick)
        record("drawnDigits", settings.digits.isDrawn)
        if settings.digits.isOwn { record("ownData", settings.digits.kind.name) }
        record("training", trained.plan)
    }
}

extension Model {
    /// Whether some of its units are off in each step of training.
    fileprivate var hasDropout: Bool { layers.contains { $0.definition is NeuralNetwork.Dropout } }
}

extension Material.Value {
    /// How soon the training loss has made nine tenths of its way, as a title; without a claim where there is no way.
    ///
    /// - Parameter losses: of the epochs in their order.
    static func pace(of losses: [Double]) -> Self {
        var step: Int?
        if losses.count > 2, let first = losses.first, let last = losses.last, last < first {
            step = losses.firstIndex { first - $0 >= 0.9 * (first - last) }
        }
        return .shared(
            "curves.pace",
            ["isKnown": .isSo(step != nil), "n": .integer((step ?? 0) + 1), "count": .integer(losses.count)])
    }
}

/// The epochs of a training as lines.
struct EpochCurves {
    let epochs: [EpochRecord]

    init(_ trained: TrainedModel) { epochs = trained.history.epochs }

    /// One value of every epoch that has it.
    func series(_ value: (EpochRecord) -> Double?, _ name: Localized, _ role: Role) -> Curves.Series {
        let known = epochs.compactMap { epoch in value(epoch).map { (Double(epoch.epoch), $0) } }
        return .init(name: name, x: known.map(\.0), y: known.map(\.1), role: role, form: .lineAndPoints)
    }

    /// The loss in training and validation.
    ///
    /// - Parameter range: what the vertical axis covers; what the values need by default.
    func lossPanel(
        _ words: BlockWords, title: Localized? = nil, range: ClosedRange<Double>? = nil
    ) throws -> Curves.Panel {
        .init(
            title: title, xName: try words("curves.epoch"), yName: try words("curves.loss"),
            series: [
                series(\.loss, try words("curves.training"), .training),
                series(\.validationLoss, try words("curves.validation"), .validation),
            ], yRange: range)
    }

    /// Loss beside accuracy, training and validation in each.
    func chart(_ words: BlockWords) throws -> Curves {
        Curves(
            [
                try lossPanel(words),
                .init(
                    xName: try words("curves.epoch"), yName: try words("curves.accuracy"),
                    series: [
                        series(\.accuracy, try words("curves.training"), .training),
                        series(\.validationAccuracy, try words("curves.validation"), .validation),
                    ]),
            ], breadth: .wide)
    }
}
