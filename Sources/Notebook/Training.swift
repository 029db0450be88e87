import Datasets
import Foundation
import NeuralNetwork
import Storage

/// The training of one of the course's networks on the digits, as a unit that is computed once and kept.
///
/// The store holds the record (plan and history) sealed like every entry, and beside it the weights as a plain
/// `safetensors` file that any program can load.
public struct Training: CourseUnit {
    /// The network and the settings that the syllabus trains it with.
    public let model: CourseModel

    /// The training of a network under the syllabus's settings.
    public init(_ model: CourseModel) { self.model = model }

    /// `train/` and the model's name.
    public var name: String { "train/\(model.name)" }

    /// Training images and epochs of a quick run.
    private static let quickBudget = (images: 10_000, epochs: 2)

    /// The settings of this run: the syllabus's, or the quick run's smaller budget, under the run's seed.
    public func configuration(in settings: RunSettings) -> TrainingConfiguration {
        var configuration = model.training
        configuration.seed = settings.seed
        if settings.isQuick { configuration.epochs = min(configuration.epochs, Self.quickBudget.epochs) }
        return configuration
    }

    /// Model, configuration, data, budget, and the engine's numeric version.
    public func inputs(in settings: RunSettings) -> [String: String] {
        [
            "digits": settings.digits.identity,
            "model": model.model.canonicalDescription,
            "configuration": configuration(in: settings).canonicalDescription,
            "images": settings.isQuick ? String(Self.quickBudget.images) : "all",
            "engine": NumericVersion.current,
        ]
    }

    /// Always.
    public var usesDigits: Bool { true }

    /// Always: it is one.
    public var usesTraining: Bool { true }

    /// Trains with this run's budget.
    public func compute(using course: Course) throws -> TrainedModel {
        let settings = course.settings
        let configuration = configuration(in: settings)
        var examples = try course.digits.train.examples()
        if settings.isQuick { examples = examples.prefix(Self.quickBudget.images) }
        return try train(examples, configuration, using: course)
    }

    /// Trains the network anew, on these examples and with this configuration, and keeps nothing.
    ///
    /// - Throws: `TrainingError`, naming what did not fit or where the loss diverged.
    public func train(
        _ examples: Examples, _ configuration: TrainingConfiguration, using course: Course
    ) throws -> TrainedModel {
        let split = try configuration.split(examples.count)
        var network = try Network(model.model, seed: configuration.seed)
        let history = try network.fit(examples, configuration, options: RunOptions(threads: course.threads)) {
            course.reporter.progress($0)
        }
        let plan = TrainingPlan(
            model: model.name, epochs: configuration.epochs, batch: configuration.batch, seed: configuration.seed,
            trainingCount: split.training.count, validationCount: split.validation.count)
        return TrainedModel(plan: plan, network: network, history: history)
    }

    /// Reads record and weights; warns if they do not belong together.
    public func stored(in course: Course) throws -> TrainedModel? {
        let key = key(in: course.settings)
        switch course.store.read(key) {
        case .absent: return nil
        case .damaged(let problem):
            course.reporter.warn("\(problem); \(model.name) is trained again")
            return nil
        case .found(let payload):
            do {
                let record = try CanonicalJSON.decode(Record.self, from: payload)
                let bytes = try Files.read(course.store.location(of: key, kind: "safetensors"))
                guard SHA256.hex(of: bytes) == record.weights else { throw Mismatch() }
                let network = try Network(model.model, parameters: Safetensors(decoding: bytes).parameters)
                return TrainedModel(plan: record.plan, network: network, history: record.history)
            } catch {
                course.reporter.warn(
                    "the stored weights of \(model.name) can't be used (\(error)); it is trained again")
                return nil
            }
        }
    }

    /// Writes the weights, then the record that vouches for them.
    public func keep(_ value: TrainedModel, in course: Course) throws {
        let key = key(in: course.settings)
        let weights = value.safetensors(note: ["digits": course.settings.digits.identity])
        // The record goes last: where it stands, the weights do too.
        try Files.write(weights, to: course.store.location(of: key, kind: "safetensors"))
        let record = Record(plan: value.plan, history: value.history, weights: SHA256.hex(of: weights))
        try course.store.write(CanonicalJSON.encode(record), for: key)
    }

    private struct Record: Codable {
        let plan: TrainingPlan
        let history: History
        /// SHA-256 of the weights file.
        let weights: String
    }

    private struct Mismatch: Error, CustomStringConvertible {
        var description: String { "their SHA-256 is not the one that was written" }
    }
}

/// How a network was trained, in the numbers that a page tells.
public struct TrainingPlan: Hashable, Codable, Sendable {
    /// The model's name.
    public let model: String
    /// Passes over the training images.
    public let epochs: Int
    /// Images a step.
    public let batch: Int
    /// The seed of initialisation, shuffling and dropout.
    public let seed: UInt64
    /// Images that the network learnt from.
    public let trainingCount: Int
    /// Images that were held back.
    public let validationCount: Int
}

/// A trained network, how it was trained, and how that went.
public struct TrainedModel: Sendable {
    /// How it was trained.
    public let plan: TrainingPlan
    /// The model with its weights.
    public let network: Network
    /// Loss and accuracy of every epoch.
    public let history: History

    /// The weights as a `safetensors` file that says where they come from.
    public func safetensors(note: [String: String]) -> [UInt8] {
        var metadata = note
        metadata["model"] = plan.model
        metadata["seed"] = String(plan.seed)
        metadata["epochs"] = String(plan.epochs)
        return Safetensors(network.parameters, metadata: metadata).encoded()
    }
}

extension LabeledImages {
    /// The images as a network reads them: height, width, one channel; bytes that count as 0 to 1.
    ///
    /// - Throws: `TrainingError` if labels are out of range.
    public func examples() throws -> Examples {
        try Examples(.bytes(pixels), shape: [rows, columns, 1], labels: labels, classes: DatasetKind.classes)
    }
}
