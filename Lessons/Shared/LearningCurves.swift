import Figures
import Languages
import NeuralNetwork
import Notebook

/// The epochs of a training, as every lesson that trains shows and reads them.
struct LearningCurves {
    let epochs: [EpochRecord]

    init(_ trained: TrainedModel) { epochs = trained.history.epochs }

    private static let training = Bilingual(en: "training", es: "entrenamiento")
    private static let validation = Bilingual(en: "validation", es: "validación")
    static let epoch = Bilingual(en: "epoch", es: "época")
    static let loss = Bilingual(en: "loss (cross-entropy)", es: "pérdida (entropía cruzada)")
    static let accuracy = Bilingual(en: "accuracy", es: "exactitud")

    /// How the two charts are read; what to look for in them follows in each lesson's own words.
    static let key = Bilingual(
        en: """
            Left, the loss; right, the accuracy. Solid, the images that the network learns from; dashed, those held \
            back.
            """,
        es: """
            A la izquierda, la pérdida; a la derecha, la exactitud. Línea continua: las imágenes de las que aprende la \
            red; discontinua: las reservadas.
            """)

    /// One value of every epoch that has it.
    func series(_ value: (EpochRecord) -> Double?, _ name: Bilingual, _ role: Role) -> Curves.Series {
        let known = epochs.compactMap { epoch in value(epoch).map { (Double(epoch.epoch), $0) } }
        return .init(name: name, x: known.map(\.0), y: known.map(\.1), role: role, form: .lineAndPoints)
    }

    /// The loss in training and validation.
    ///
    /// - Parameter range: what the vertical axis covers; what the values need by default.
    func lossPanel(title: Bilingual? = nil, range: ClosedRange<Double>? = nil) -> Curves.Panel {
        .init(
            title: title, xName: Self.epoch, yName: Self.loss,
            series: [
                series(\.loss, Self.training, .training), series(\.validationLoss, Self.validation, .validation),
            ], yRange: range)
    }

    /// Loss beside accuracy, training and validation in each.
    var chart: Curves {
        Curves(
            [
                lossPanel(),
                .init(
                    xName: Self.epoch, yName: Self.accuracy,
                    series: [
                        series(\.accuracy, Self.training, .training),
                        series(\.validationAccuracy, Self.validation, .validation),
                    ]),
            ], breadth: .wide)
    }

    /// The two charts for a reader who does not see them.
    var alternative: Bilingual {
        let last = epochs.last
        return Bilingual(
            en: """
                Two charts over \(Wording.epochs(epochs.count).en). Training accuracy ends at \
                \(last?.accuracy ?? 0, digits: 4), validation accuracy at \
                \(last?.validationAccuracy ?? 0, digits: 4).
                """,
            es: """
                Dos gráficas de \(Wording.epochs(epochs.count).es). La exactitud de entrenamiento acaba en \
                \(last?.accuracy ?? 0, digits: 4) y la de validación en \(last?.validationAccuracy ?? 0, digits: 4).
                """)
    }

    /// How soon the training loss has made nine tenths of its way, as a title; without a claim where there is no way.
    var pace: Bilingual { Self.pace(of: epochs.map(\.loss)) }

    /// - Parameter losses: of the epochs in their order.
    static func pace(of losses: [Double]) -> Bilingual {
        guard losses.count > 2, let first = losses.first, let last = losses.last, last < first,
            let index = losses.firstIndex(where: { first - $0 >= 0.9 * (first - last) })
        else {
            return Bilingual(en: "The loss, epoch by epoch", es: "La pérdida, época a época")
        }
        return Bilingual(
            en: "Nine tenths of the way after \(index + 1) of \(losses.count) epochs",
            es: "Nueve décimas partes del camino tras \(index + 1) de \(losses.count) épocas")
    }

    /// Where the curves end, and where validation was best.
    var reading: Bilingual? {
        guard let last = epochs.last,
            let best = epochs.max(by: { ($0.validationAccuracy ?? 0) < ($1.validationAccuracy ?? 0) })
        else { return nil }
        return Bilingual(
            en: """
                After the last epoch the network is right on \(last.accuracy ?? 0, percent: 2) of the images it \
                learned from and on \(last.validationAccuracy ?? 0, percent: 2) of those held back. The best \
                validation accuracy, \(best.validationAccuracy ?? 0, percent: 2), came after epoch \(best.epoch).
                """,
            es: """
                Tras la última época la red acierta en el \(last.accuracy ?? 0, percent: 2) de las imágenes de las \
                que aprendió y en el \(last.validationAccuracy ?? 0, percent: 2) de las reservadas. La mejor \
                exactitud de validación, \(best.validationAccuracy ?? 0, percent: 2), llegó tras la época \(best.epoch).
                """)
    }
}

extension Page {
    /// Draws the curves under the id `curves` and reads them.
    ///
    /// - Parameters:
    ///   - title: what to see.
    ///   - caption: what to look for; how the charts are read stands before it.
    mutating func learningCurves(_ trained: TrainedModel, title: Bilingual, caption: Bilingual) throws {
        let curves = LearningCurves(trained)
        let key = LearningCurves.key
        try figure(
            "curves", title: title,
            caption: Bilingual(en: "\(key.en) \(caption.en)", es: "\(key.es) \(caption.es)"),
            alternative: curves.alternative, curves.chart)
        if let reading = curves.reading { prose(en: reading.en, es: reading.es) }
    }

    /// Keeps for `results/<lesson>.json` how a network was trained and what came of it.
    mutating func record(_ trained: TrainedModel, _ settings: RunSettings) {
        record("history", trained.history.epochs)
        record("seed", settings.seed)
        record("dataHash", settings.digits.identity)
        record("quick", settings.isQuick)
        record("drawnDigits", settings.digits.isDrawn)
        record("training", trained.plan)
    }
}
