import Platform
import Storage
import Tensors

/// Where a training run stands: all that it takes to go on as if nothing had happened.
public struct TrainingState: Equatable, Sendable {
    /// The numbers of the network.
    public let weights: Parameters
    /// What the optimiser remembers for each weight: Adam's m and v.
    public let moments: [Parameters]
    /// How many epochs are over.
    public let epoch: Int
    /// How many steps of the next one are done.
    public let step: Int
    /// The sums of those steps: loss, right answers.
    public let loss: Double
    /// See ``loss``.
    public let correct: Int
    /// The epochs that are over.
    public let history: History
    /// The weights after the best of them, where the run is to end with those.
    public let best: Parameters?

    /// A state from its parts.
    public init(
        weights: Parameters, moments: [Parameters], epoch: Int, step: Int, loss: Double, correct: Int,
        history: History, best: Parameters? = nil
    ) {
        self.weights = weights
        self.moments = moments
        self.epoch = epoch
        self.step = step
        self.loss = loss
        self.correct = correct
        self.history = history
        self.best = best
    }
}

extension TrainingState {
    /// The keys of the metadata of a state's file.
    private enum Key {
        static let model = "model"
        static let training = "training"
        static let epoch = "epoch"
        static let step = "step"
        static let loss = "lossBits"
        static let correct = "correct"
        static let history = "history"
    }

    /// The state as a weights file: the weights under their names, the optimiser's moments as `moment0.…` and
    /// `moment1.…`, the best weights so far as `best.…`. Random numbers need no entry: every stream starts from
    /// seed, epoch and step.
    ///
    /// - Parameter metadata: what else the file should say.
    public func safetensors(
        of model: Model, _ configuration: TrainingConfiguration, metadata: [String: String] = [:]
    ) throws(TrainingError) -> Safetensors {
        var all = weights
        for (index, moment) in moments.enumerated() {
            for (name, tensor) in moment.all { all["moment\(index).\(name)"] = tensor }
        }
        for (name, tensor) in best?.all ?? [] { all["best.\(name)"] = tensor }
        var notes = metadata
        notes[Key.model] = model.canonicalDescription
        notes[Key.training] = configuration.canonicalDescription
        notes[Key.epoch] = String(epoch)
        notes[Key.step] = String(step)
        // Bit for bit: a sum that went through decimals would not be the same.
        notes[Key.loss] = String(loss.bitPattern, radix: 16)
        notes[Key.correct] = String(correct)
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        do {
            notes[Key.history] = String(decoding: try encoder.encode(history), as: UTF8.self)
        } catch {
            throw .invalidSetting("the history cannot be written: \(error)")
        }
        return Safetensors(all, metadata: notes)
    }

    /// A state from its file.
    ///
    /// - Throws: ``TrainingError`` if it belongs to another model or configuration, or lacks something.
    public init(
        _ file: Safetensors, of model: Model, _ configuration: TrainingConfiguration
    ) throws(TrainingError) {
        func damaged(_ what: String) -> TrainingError {
            .invalidSetting("this training state has no usable \(what); start again without it")
        }
        guard file.metadata[Key.model] == model.canonicalDescription else {
            throw .invalidSetting("this training state belongs to another model than \(model.name)")
        }
        guard file.metadata[Key.training] == configuration.canonicalDescription else {
            throw .invalidSetting("this training state belongs to other settings: \(file.metadata[Key.training] ?? "")")
        }
        guard let epoch = file.metadata[Key.epoch].flatMap(Int.init), (0...configuration.epochs).contains(epoch)
        else { throw damaged(Key.epoch) }
        guard let step = file.metadata[Key.step].flatMap(Int.init), step >= 0 else { throw damaged(Key.step) }
        guard let bits = file.metadata[Key.loss].flatMap({ UInt64($0, radix: 16) }), Double(bitPattern: bits).isFinite
        else { throw damaged(Key.loss) }
        guard let correct = file.metadata[Key.correct].flatMap(Int.init), correct >= 0 else {
            throw damaged(Key.correct)
        }
        let history: History
        do {
            history = try CanonicalJSON.decode(History.self, from: Array((file.metadata[Key.history] ?? "").utf8))
        } catch { throw damaged(Key.history) }
        guard history.epochs.count == epoch else { throw damaged(Key.history) }

        let fresh = try Network(model, seed: 0).parameters
        func tensors(_ prefix: String) throws(TrainingError) -> Parameters {
            var result = Parameters()
            for name in fresh.names { result[name] = file.parameters[prefix + name] }
            // Checks that every tensor is there and has its shape.
            return try Network(model, parameters: result).parameters
        }
        var moments: [Parameters] = []
        for index in 0..<configuration.optimizer.momentCount { moments.append(try tensors("moment\(index).")) }
        let keepsBest = configuration.keeps == .best && history.best != nil
        self.init(
            weights: try tensors(""), moments: moments, epoch: epoch, step: step, loss: Double(bitPattern: bits),
            correct: correct, history: history, best: keepsBest ? try tensors("best.") : nil)
    }
}
