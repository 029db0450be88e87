import Documents
import Languages
import NeuralNetwork

/// The network of a block: one that is trained once and kept, or weights from a file.
enum BlockNetwork: Sendable {
    case trained(Training)
    case weights(WeightsFile)

    /// The training that the store keeps; nil for weights from a file.
    var training: Training? { if case .trained(let training) = self { training } else { nil } }

    /// Weights from a file; nil for a training that the store keeps.
    var weights: WeightsFile? { if case .weights(let file) = self { file } else { nil } }

    /// How it was trained, by whomever.
    private var origin: Training {
        switch self {
        case .trained(let training): training
        case .weights(let file): file.training
        }
    }

    /// What the block trains or asks; nil for a block without a network.
    ///
    /// - Throws: ``DocumentError`` for what can't be read, and for what the network has not or can't do.
    init?(
        of kind: DirectiveKind, _ attributes: Attributes, _ files: BlockFiles, _ networks: NetworkBlocks
    ) throws(DocumentError) {
        switch kind {
        case .train:
            guard let name = attributes.subject else { return nil }
            try attributes.check(known: ["id", "show"])
            let training = try files.training(name, for: attributes)
            let (shown, known) = (attributes.value("show") ?? Attributes.usualFigure, networks.figures(training))
            guard known.contains(shown) else {
                let hint = NearMisses.hint(
                    for: shown, in: known, otherwise: "there are \(known.joined(separator: ", ")).")
                throw attributes.fault("show=\(shown) is no figure of the network in \(name); \(hint)")
            }
            self = .trained(training)
        case .classify:
            try attributes.check(known: ["image", "model", "net", "weights"])
            self = try Self.asked(attributes, files)
            guard origin.transform == .none else {
                throw attributes.fault(
                    "\(origin.model.name) does not tell what is on a picture as it is; name another network with model=, "
                        + "net= or weights=")
            }
        default: return nil
        }
    }

    private static func asked(_ attributes: Attributes, _ files: BlockFiles) throws(DocumentError) -> BlockNetwork {
        let named = ["model", "net", "weights"].filter { attributes.value($0) != nil }
        guard named.count < 2 else {
            throw attributes.fault(
                "one network is asked, and \(named.map { $0 + "=" }.joined(separator: " and ")) name more; leave one")
        }
        if let name = attributes.value("weights") {
            return .weights(try files.weights(name, for: attributes))
        }
        if let name = attributes.value("net") { return .trained(try files.training(name, for: attributes)) }
        let name = attributes.value("model") ?? CourseModels.compact.name
        guard let model = CourseModels.named(name) else {
            let known = CourseModels.all.map(\.name)
            let hint = NearMisses.hint(for: name, in: known, otherwise: "there are \(known.joined(separator: ", ")).")
            throw attributes.fault("there is no network “\(name)” in the course; \(hint)")
        }
        return .trained(Training(ofSyllabus: model))
    }

    /// The network, trained where the store has it not yet, and how it was trained.
    ///
    /// - Throws: ``DocumentError`` for weights that can't be used, and for a training that fails; what else keeps it from
    ///   being trained.
    func network(for attributes: Attributes, using course: Course) throws -> (Network, Training) {
        switch self {
        case .trained(let training):
            return (try training.value(for: attributes, using: course).network, training)
        case .weights(let file):
            let training = file.training
            do throws(WeightsFile.Failure) { return (try file.network(in: course.settings), training) } catch {
                // A sketch has drawn digits, whatever the weights have learnt from, and its numbers mean nothing.
                guard course.settings.isSketch else { throw attributes.fault("\(error)") }
                return (try Network(training.network(in: course.settings), seed: 1), training)
            }
        }
    }
}

extension Training {
    /// Its value; a training that fails tells where the block stands that asks for it.
    func value(for attributes: Attributes, using course: Course) throws -> TrainedModel {
        do { return try course.value(of: self) } catch let error as TrainingError {
            if case .cancelled = error { throw error }
            throw attributes.fault("\(error)")
        }
    }
}
