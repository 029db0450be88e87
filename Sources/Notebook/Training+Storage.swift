import NeuralNetwork
import Storage
import Tensors

extension Training {
    /// Reads record and weights; warns if they do not belong together, or to this training.
    public func stored(in course: Course) throws -> TrainedModel? {
        stored(in: course, misfit: "the stored weights of \(name) can't be used", remedy: "\(name) is trained again") {
            let record = try CanonicalJSON.decode(TrainingRecord.self, from: $0)
            try record.check(model.name, configuration(in: course.settings))
            let bytes = try Files.read(course.store.location(of: key(in: course.settings), kind: "safetensors"))
            guard SHA256.hex(of: bytes) == record.weights else {
                throw ImpossibleValue("their SHA-256 is not the one that was written")
            }
            let network = try Network(network(in: course.settings), parameters: Safetensors(decoding: bytes).parameters)
            try network.checkMagnitudes()
            return TrainedModel(plan: record.plan, network: network, history: record.history)
        }
    }

    /// Writes the weights, then the record that vouches for them.
    public func keep(_ value: TrainedModel, in course: Course) throws {
        let key = key(in: course.settings)
        let weights = value.safetensors(note: note(configuration(in: course.settings), in: course.settings))
        // The record goes last: where it stands, the weights do too.
        try Files.write(weights, to: course.store.location(of: key, kind: "safetensors"))
        let record = TrainingRecord(plan: value.plan, history: value.history, weights: SHA256.hex(of: weights))
        try course.store.write(CanonicalJSON.encode(record), for: key)
        forget(key, in: course)
    }
}

extension Training {
    /// What a file of its weights says besides: the data that they come from, and the network, so that those weights are
    /// enough to build it again.
    public func note(_ configuration: TrainingConfiguration, in settings: RunSettings) -> [String: String] {
        var note = [source.pictures: settings.source(of: source).identity]
        note[NetworkFile.key] = NetworkFile(self, configuration)?.line
        return note
    }
}

/// What the store keeps of a training beside its weights.
private struct TrainingRecord: Codable {
    let plan: TrainingPlan
    let history: History
    /// SHA-256 of the weights file.
    let weights: String

    /// Checks that this tells of a training of that network with that configuration.
    func check(_ model: String, _ configuration: TrainingConfiguration) throws(ImpossibleValue) {
        guard plan.model == model, plan.epochs == configuration.epochs, plan.batch == configuration.batch,
            plan.seed == configuration.seed
        else { throw ImpossibleValue("they were trained in another way") }
        try Expect.number("trainingCount", plan.trainingCount, in: Expect.counts)
        try Expect.number("validationCount", plan.validationCount, in: Expect.counts)
        try Expect.count("history", history.epochs, is: plan.epochs)
        for (index, record) in history.epochs.enumerated() {
            try Expect.number("epoch", record.epoch, in: index + 1...index + 1)
            for loss in [record.loss, record.validationLoss].compactMap({ $0 }) {
                try Expect.number("the loss of epoch \(record.epoch)", loss, in: Expect.magnitudes)
            }
            for accuracy in [record.accuracy, record.validationAccuracy].compactMap({ $0 }) {
                try Expect.number("the accuracy of epoch \(record.epoch)", accuracy, in: Expect.shares)
            }
        }
    }
}

extension Network {
    /// With weights below this the answers of all layers of a network of the course are finite numbers.
    private static let largestWeight: Float = 10_000

    /// Checks that all weights are numbers, and none enormous.
    func checkMagnitudes() throws(ImpossibleValue) {
        for (name, tensor) in parameters.all {
            for weight in tensor.elements {
                try Expect.number(name, weight, in: -Self.largestWeight...Self.largestWeight)
            }
        }
    }
}
