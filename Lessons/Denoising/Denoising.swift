import Datasets
import Figures
import Imaging
import Languages
import NeuralNetwork
import Notebook
import Platform
import Tensors

/// An autoencoder that cleans pictures.
struct Denoising: Lesson {
    static let id = "denoising"
    static let training = Training(ofSyllabus: CourseModels.denoising)
    static let cleaning = Cleaning.measurement(of: training)
    static let otherData = OtherData.measurement(of: training)
    static let survey = CourseMeasurement("denoising/survey", version: 1, needs: [.garments]) { course in
        Survey(of: try course.garments)
    }
    static let units: [any CourseUnit] = [survey, Survey.measurement, training, cleaning, otherData]

    func run(into material: inout Material, using course: Course) throws {
        Self.exercises(&material)
        let survey = try course.value(of: Self.survey)
        let trained = try course.value(of: Self.training)
        let cleaning = try course.value(of: Self.cleaning)
        material.outcome("isDrawn", course.settings.garments.isDrawn)
        opening(cleaning, &material)
        garments(
            survey, beside: try course.value(of: Survey.measurement), Classes(course.settings), &material)
        intensities(survey, &material)
        spoiling(cleaning, &material)
        try architecture(cleaning, &material)
        training(trained, survey, course.settings, &material)
        errors(cleaning, &material)
        worst(cleaning, &material)
        strangers(cleaning, &material)
        try course.value(of: Self.otherData).handOver(known: cleaning, to: &material)
        material.outcome("isOwn", course.settings.digits.isOwn)
        material.outcome("digitsDrawn", course.settings.digits.isDrawn)
    }

    private func opening(_ cleaning: Cleaning, _ material: inout Material) {
        material.record("first", cleaning.first.map(\.index))
        material.record("firstErrors", cleaning.first.map(\.cleanedError))
        material.printed("first", ["errors": Printed.list(cleaning.first.map(\.cleanedError))])
        material.figure("triptych") { words in
            ImageGrid(
                try Self.triptych(cleaning.first, cleaning, words), columns: cleaning.first.count, order: .lines,
                breadth: .wide)
        }
    }

    /// Three rows: clean with their names, noisy and cleaned with their signal-to-noise ratios.
    static func triptych(
        _ samples: [Cleaning.Sample], _ cleaning: Cleaning, _ words: BlockWords
    ) throws -> [ImageGrid.Item] {
        try samples.map { cleaning.item($0.clean, try words("garment.\($0.label)")) }
            + samples.map { cleaning.item($0.noisy, decibels($0.noisyError), role: .error) }
            + samples.map { cleaning.item($0.cleaned, decibels($0.cleanedError), role: .output) }
    }

    /// “21.3 dB”
    static func decibels(_ error: Double) -> Localized {
        Localized(same: "\(peakSignalToNoiseRatio(meanSquaredError: error), digits: 1) dB")
    }

    /// What the encoder ends in.
    static var latentShape: Shape? {
        get throws { try training.model.model.summary().last { $0.kind == "MaxPooling2D" }?.output }
    }

    /// The hourglass, and what passes through its neck.
    private func architecture(_ cleaning: Cleaning, _ material: inout Material) throws {
        let model = Self.training.model.model
        let narrow = try Self.latentShape
        try material.architecture(of: model)
        material.value("latentCount", narrow?.count ?? 0)
        material.value("latentShape", .text((narrow?.extents ?? []).map(String.init).joined(separator: " × ")))
        let strengths = cleaning.latent.map(\.variance)
        let strongest = strengths.indices.sorted { (strengths[$1], $0) < (strengths[$0], $1) }.prefix(24).sorted()
        let silent = cleaning.latent.count { map in map.allSatisfy { $0 == 0 } }
        material.record("silentLatentMaps", silent)
        material.value("silent", silent)
        material.outcome("isAllSilent", silent == strengths.count)
        material.value("maps", cleaning.latent.count)
        material.value("shownMaps", strongest.count)
        material.value("firstGarment", .garment(cleaning.first.first?.label ?? 0))
        material.figure("latent") { words in
            ImageGrid(
                strongest.map { map in
                    ImageGrid.Item(
                        .magnitude(
                            GrayImage(
                                width: cleaning.latentSide, height: cleaning.latentSide, pixels: cleaning.latent[map])),
                        label: Localized(same: "\(plain: map + 1)"))
                }, columns: 12, legend: try words("answer"))
        }
    }

    /// How it was trained, and how that went.
    private func training(
        _ trained: TrainedModel, _ survey: Survey, _ settings: RunSettings, _ material: inout Material
    ) {
        let plan = trained.plan
        let curves = EpochCurves(trained)
        let lowestLoss = survey.lowestLoss
        material.record(trained, settings)
        material.record("garmentsHash", settings.garments.identity)
        material.record("drawnGarments", settings.garments.isDrawn)
        material.record("lowestLoss", lowestLoss)
        material.value("batch", plan.batch)
        material.value("epochs", .epochs(plan.epochs))
        material.value("validationCount", plan.validationCount)
        material.value("trainingCount", plan.trainingCount)
        material.value("seed", Int(plan.seed))
        material.value("pace", .pace(of: curves.epochs.map(\.loss)))
        material.value("loss", curves.epochs.last?.loss ?? 0)
        material.value("validationLoss", curves.epochs.last?.validationLoss ?? 0)
        let best = trained.history.best
        material.outcome("keepsBest", best?.validationLoss != nil)
        material.value("bestEpoch", best?.epoch ?? 0)
        material.value("bestLoss", best?.validationLoss ?? 0)
        material.value("grey", 0.5)
        material.value("lowestLoss", lowestLoss)
        material.figure("curves") { words in
            Curves([
                .init(
                    xName: try words("curves.epoch"), yName: try words("loss"),
                    series: [
                        curves.series(\.loss, try words("training"), .training),
                        curves.series(\.validationLoss, try words("validation"), .validation),
                    ])
            ])
        }
    }
}

extension Material.Value {
    /// What a class of Fashion-MNIST is called.
    static func garment(_ label: Int) -> Self { .shared("garment.\(label)") }
}

extension Cleaning {
    /// A picture with its label beneath.
    func item(_ pixels: Data, _ label: Localized? = nil, role: Role = .ink) -> ImageGrid.Item {
        ImageGrid.Item(.gray(GrayImage(width: columns, height: rows, bytes: pixels)), label: label, role: role)
    }
}
