import Datasets
import Platform
import Imaging
import NeuralNetwork
import Storage

/// The training of one of the course's networks, or of a variation of it, as a unit that is computed once and
/// kept.
///
/// The store holds the record (plan and history) sealed like every entry, and beside it the weights as a plain
/// `safetensors` file that any program can load.
public struct Training: CourseUnit {
    /// The network and the settings that it is trained with.
    public let model: CourseModel
    /// `train/` and the model's name, or the name that was given to the variation.
    public let name: String
    /// The published set that it learns from, or from what is read in its place.
    public let source: DatasetDescription
    /// How many of the training images it may use, the first ones; all where `nil`.
    public let images: Int?
    /// What is done to the pictures before it sees them.
    public let transform: Transform
    /// How it shares out the images where it is one of several that are compared; `nil` where it stands alone.
    public let trial: Trial?

    /// A training; with the model alone, as most of the syllabus has it: on all digits as they are.
    ///
    /// - Parameters:
    ///   - model: the network, epochs, batch, loss, optimiser.
    ///   - name: tells a variation from the course's own training of that model.
    ///   - source: the set of pictures.
    ///   - images: how many of them to use, validation included.
    ///   - transform: what is done to them.
    ///   - trial: how it shares out the images with others that it is compared with.
    public init(
        _ model: CourseModel, as name: String? = nil, on source: DatasetDescription = .mnist, images: Int? = nil,
        transform: Transform = .none, trial: Trial? = nil
    ) {
        self.model = model
        self.name = "train/\(name ?? model.name)"
        self.source = source
        self.images = images
        self.transform = transform
        self.trial = trial
    }

    /// The training of a network of the syllabus as the syllabus has it: a network that answers with pictures
    /// learns to clean garments, all others to read digits.
    public init(ofSyllabus model: CourseModel) {
        if model.training.loss == .categoricalCrossEntropy {
            self.init(model)
        } else {
            self.init(model, on: .fashionMNIST, transform: .noisy(Self.syllabusNoise))
        }
    }

    /// The noise that the autoencoder learns to take away.
    public static let syllabusNoise = Noise.gaussian(mean: 0, deviation: 0.4)

    /// A quick run sees 20,000 images, of which 10,000 differ.
    private static let quickBudget = (images: 10_000, seen: 20_000)
    /// A sketch sees a few images once.
    private static let sketchBudget = (images: 80, seen: 80)

    /// Of trainings that are compared there are many, and a sketch of all is to take no longer than one.
    private static let trialSketchBudget = (images: 16, seen: 16)

    /// What a run that is not meant to train fully may spend; `nil` for a full run.
    private func budget(in settings: RunSettings) -> (images: Int, seen: Int)? {
        if settings.isSketch { return trial == nil ? Self.sketchBudget : Self.trialSketchBudget }
        guard settings.isQuick else { return nil }
        guard let trial, let images else { return Self.quickBudget }
        let few = max(1, images / trial.quickDivisor)
        return (few, few * model.training.epochs)
    }

    /// The network for what is read in this run: it has as many inputs as pictures have numbers, and as many answers as
    /// there are classes.
    public func network(in settings: RunSettings) -> Model {
        let pictures = settings.source(of: source).kind
        // A network of which the input was chosen otherwise is left as it is.
        return pictures.isPublished
            ? model.model : model.model.fitted(to: pictures.shape, classes: pictures.classes.count)
    }

    /// The settings of this run: the model's own, or fewer epochs in a quick run.
    ///
    /// The model's seed is the one of the syllabus, and holds in a run of the default seed; another run's seed
    /// moves it by as much as it differs from the default, so that no two runs share random numbers.
    public func configuration(in settings: RunSettings) -> TrainingConfiguration {
        var configuration = model.training
        configuration.seed &+= settings.seed &- RunSettings.defaultSeed
        if let images, let share = ownShare(in: settings) {
            configuration.epochs = max(1, configuration.epochs * images / share)
        }
        if let limit = imageLimit(in: settings), let budget = budget(in: settings) {
            configuration.epochs = min(configuration.epochs, max(1, budget.seen / max(limit, 1)))
        }
        return configuration
    }

    /// How many of the training images are used; all where `nil`.
    private func imageLimit(in settings: RunSettings) -> Int? {
        let pictures = settings.source(of: source)
        // Own data may have fewer than a quick run's budget, and are seen as much more often.
        let own = pictures.isOwn ? min(ownShare(in: settings) ?? images ?? .max, poolCount(in: settings)) : nil
        let images = own ?? images
        return budget(in: settings).map { min(images ?? .max, $0.images) } ?? images
    }

    /// How many images of own data it uses where its trial has a divisor.
    private func ownShare(in settings: RunSettings) -> Int? {
        guard let divisor = trial?.ownDivisor, settings.source(of: source).isOwn else { return nil }
        return max(1, poolCount(in: settings) / divisor)
    }

    /// How many training images there are but for those that a trial holds out.
    private func poolCount(in settings: RunSettings) -> Int {
        let all = settings.source(of: source).size.train
        return max(1, all - (trial?.heldOutCount(of: all) ?? 0))
    }

    /// How many images it learns and validates with.
    func imageCount(in settings: RunSettings) -> Int {
        min(imageLimit(in: settings) ?? .max, poolCount(in: settings))
    }

    /// The training images that no training of its trial learns from; none without a trial.
    public func heldOut(using course: Course) throws -> LabeledImages {
        let all = try course.dataset(source).train
        return all.suffix(trial?.heldOutCount(of: all.count) ?? 0)
    }

    /// The same as the network sees them.
    public func heldOutExamples(using course: Course) throws -> Examples {
        try transform.examples(
            of: heldOut(using: course), seed: configuration(in: course.settings).seed, threads: course.threads)
    }

    /// Model, configuration, data, budget, what is done to the data, and the engine's numeric version.
    public func inputs(in settings: RunSettings) -> [String: String] {
        var inputs = [
            source.pictures: settings.source(of: source).identity,
            "model": network(in: settings).canonicalDescription,
            "configuration": configuration(in: settings).canonicalDescription,
            "images": imageLimit(in: settings).map { String($0) } ?? "all",
            "engine": NumericVersion.current,
        ]
        // Left out where nothing is done, so that what was trained before there were transforms stays valid.
        if transform != .none { inputs["transform"] = transform.canonicalDescription }
        return inputs
    }

    /// The place in the store of a run with other settings than this training's own, while it lasts.
    public func key(in settings: RunSettings, _ configuration: TrainingConfiguration, images: Int) -> UnitKey {
        var inputs = inputs(in: settings)
        inputs["configuration"] = configuration.canonicalDescription
        inputs["images"] = String(images)
        return UnitKey(unit: name, inputs: inputs)
    }

    /// The set of pictures that it learns from.
    public var data: Set<DatasetDescription> { [source] }

    /// Always: it is one.
    public var usesTraining: Bool { true }

    /// The training images as the network sees them, validation included: as many as this run's budget allows.
    public func examples(using course: Course) throws -> Examples {
        var images = try course.dataset(source).train
        if trial != nil || imageLimit(in: course.settings) != nil {
            images = images.prefix(imageCount(in: course.settings))
        }
        return try transform.examples(
            of: images, seed: configuration(in: course.settings).seed, threads: course.threads)
    }

    /// All test images as the network sees them.
    public func testExamples(using course: Course) throws -> Examples {
        let data = try course.dataset(source)
        return try transform.examples(
            of: data.test, from: data.train.count, seed: configuration(in: course.settings).seed,
            threads: course.threads)
    }

    /// Trains with this run's budget, from where an earlier run was stopped, if one was.
    public func compute(using course: Course) throws -> TrainedModel {
        try train(
            examples(using: course), configuration(in: course.settings), key: key(in: course.settings), using: course)
    }

    /// Trains the network on these examples and with this configuration.
    ///
    /// While it runs, the store knows where it is; an interrupted run resumes. Callers that have kept the result call
    /// ``forget(_:in:)``.
    ///
    /// - Parameters:
    ///   - key: says everything that the result depends on; nil where a run that is stopped is lost.
    ///   - keepsEnd: whether the store knows the trained network, too, until it is told to forget it: for callers that
    ///     may fail to write it elsewhere.
    /// - Throws: `TrainingError`, naming what did not fit or where the loss diverged; `TrainingError.cancelled` where
    ///   the course is, with the checkpoint up to date.
    public func train(
        _ examples: Examples, _ configuration: TrainingConfiguration, key: UnitKey? = nil, keepsEnd: Bool = false,
        using course: Course
    ) throws -> TrainedModel {
        let split = try configuration.split(examples.count)
        let network = network(in: course.settings)
        let checkpoint = key.map { Checkpoint(of: $0, network, configuration, in: course) }
        func begin(from state: TrainingState?) throws(TrainingError) -> TrainingRun {
            try TrainingRun(
                Network(network, seed: configuration.seed), examples, configuration,
                options: RunOptions(threads: course.threads, isCancelled: course.isCancelled), resuming: state)
        }
        let run = try checkpoint?.resumed(begin) ?? begin(from: nil)
        do {
            try run.run { progress in
                course.reporter.progress(progress)
                course.reporter.unit(.moved(name, share: progress.share))
                if let checkpoint, checkpoint.isDue { checkpoint.keep(run.state) }
            }
        } catch TrainingError.cancelled(let model) {
            checkpoint?.keep(run.state)
            throw TrainingError.cancelled(model: model)
        } catch {
            // Once the cause is repaired, the training starts anew.
            if let key { forget(key, in: course) }
            throw error
        }
        if keepsEnd { checkpoint?.keep(run.state) }
        let history = run.history
        let plan = TrainingPlan(
            model: model.name, epochs: configuration.epochs, batch: configuration.batch, seed: configuration.seed,
            trainingCount: split.training.count, validationCount: split.validation.count)
        return TrainedModel(plan: plan, network: run.network, history: history)
    }

    /// Where the store knows a training that is under way, or at its end.
    public func checkpoint(of key: UnitKey, in course: Course) -> URL { Checkpoint.location(of: key, in: course.store) }

    /// Removes from the store where a training stood, once its result is kept.
    public func forget(_ key: UnitKey, in course: Course) { Checkpoint.remove(of: key, in: course.store) }
}
