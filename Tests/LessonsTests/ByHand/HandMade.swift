import Datasets
import TestSupport
import Tensors

@testable import NeuralNetwork
@testable import Notebook

/// Networks whose weights somebody chose, so that their answers can be worked out on paper.
enum HandMade {
    /// Pictures of one row of pixels each.
    static func row(_ pixels: [UInt8], labels: [UInt8], classes: Int = 10) -> LabeledImages {
        pictures(pixels.map { [$0] }, rows: 1, labels: labels, classes: classes)
    }

    /// Grey pictures, each row after row.
    static func pictures(_ pictures: [[UInt8]], rows: Int, labels: [UInt8], classes: Int = 10) -> LabeledImages {
        LabeledImages(
            rows: rows, columns: (pictures.first?.count ?? 0) / rows, classes: classes,
            pixels: Array(pictures.joined()), labels: labels)
    }

    /// Softmax behind weights: a row a pixel, a number a class. A pixel counts from 0 (black) to 1 (white).
    static func classifier(_ shape: Shape, _ weights: [[Float]]) throws -> Network {
        let classes = weights[0].count
        let model = Model(name: "by-hand", input: shape, layers: [.flatten, .dense(classes, activation: .softmax)])
        var parameters = Parameters()
        parameters["dense.kernel"] = Tensor([weights.count, classes], weights.flatMap { $0 })
        parameters["dense.bias"] = Tensor([classes], repeating: 0)
        return try Network(model, parameters: parameters)
    }

    /// Softmax between two classes of 1x1 pictures: black leaves both even, white makes the second three times as likely.
    /// 1.0986 is the logarithm of 3.
    static func brightness() throws -> Network { try classifier([1, 1, 1], [[0, 1.098_612_3]]) }

    /// A network that gives the same answer to everything: all weights are zero but one at the very end.
    static func stubborn(_ model: Model, answer: Int) throws -> Network {
        var parameters = try Parameters(initialising: model, seed: 1)
        for (name, tensor) in parameters.all { parameters[name] = Tensor(tensor.shape) }
        guard let last = parameters.names.last(where: { $0.hasSuffix(".bias") }), var bias = parameters[last] else {
            throw NoBias()
        }
        bias.elements[answer] = 1
        parameters[last] = bias
        return try Network(model, parameters: parameters)
    }

    struct NoBias: Error {}

    /// A course of a few hundred drawn pictures, whose store is empty.
    static func withCourse(_ body: (Course) throws -> Void) throws {
        try withFolder { try body(Course(settings: .sketch, store: ResultStore(folder: $0), threads: 1)) }
    }

    /// A trained model that nobody trained, as the store would keep it of this training.
    static func trained(_ network: Network, as training: Training, in course: Course) throws -> TrainedModel {
        let configuration = training.configuration(in: course.settings)
        let split = try configuration.split(training.imageCount(in: course.settings))
        var history = History()
        for epoch in 0..<configuration.epochs {
            history.epochs.append(
                EpochRecord(epoch: epoch + 1, loss: 1, accuracy: 0.5, validationLoss: 1, validationAccuracy: 0.5))
        }
        let plan = TrainingPlan(
            model: network.model.name, epochs: configuration.epochs, batch: configuration.batch,
            seed: configuration.seed, trainingCount: split.training.count, validationCount: split.validation.count)
        return TrainedModel(plan: plan, network: network, history: history)
    }

    /// A trained model of which nothing but the network counts.
    static func trained(_ network: Network, history: History = History(), seed: UInt64 = 1) -> TrainedModel {
        let plan = TrainingPlan(
            model: network.model.name, epochs: history.epochs.count, batch: 1, seed: seed, trainingCount: 1,
            validationCount: 0)
        return TrainedModel(plan: plan, network: network, history: history)
    }
}

extension Course {
    /// Has the store know a network that gives the same answer to everything.
    func keep(answer: Int, as training: Training) throws {
        try keep(HandMade.stubborn(training.network(in: settings), answer: answer), as: training)
    }

    /// Has the store know a network that somebody chose in the place of one that is trained.
    func keep(_ network: Network, as training: Training) throws {
        try training.keep(HandMade.trained(network, as: training, in: self), in: self)
    }
}
