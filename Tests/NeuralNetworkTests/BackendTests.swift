import NeuralNetwork
import TestSupport
import Tensors
import Testing

@Suite("The fast backend computes what the plain loops do", .limited)
struct BackendTests {
    /// Both backends add in different orders, so they differ by roundings: 1e-4 of the largest number.
    private let tolerance: Float = 1e-4

    @Test("predictions and loss", arguments: NetworkCase.all)
    func forward(_ subject: NetworkCase) throws {
        let network = try Network(subject.model, seed: 3)
        // Not a multiple of a shard: the last one is not full.
        let examples = try subject.examples(19)
        let fast = try network.predict(examples, options: RunOptions(threads: 2))
        let plain = try network.predict(examples, options: RunOptions(threads: 1, backend: .reference))
        #expect(GradientCheck.difference(fast, plain) < tolerance)
        let found = try network.evaluate(examples, loss: subject.loss, options: RunOptions(threads: 2))
        let expected = try network.evaluate(
            examples, loss: subject.loss, options: RunOptions(threads: 1, backend: .reference))
        #expect(abs(found.loss - expected.loss) < 1e-4)
        #expect(found.accuracy == expected.accuracy)
    }

    @Test("a step of gradient descent: so all gradients agree", arguments: NetworkCase.all)
    func gradients(_ subject: NetworkCase) throws {
        let examples = try subject.examples(19)
        // One step with a rate of one: the weights move by their gradient.
        let configuration = TrainingConfiguration(
            epochs: 1, batch: 19, loss: subject.loss, optimizer: .sgd(learningRate: 1), seed: 4)
        var (fast, plain) = (try Network(subject.model, seed: 3), try Network(subject.model, seed: 3))
        try fast.fit(examples, configuration, options: RunOptions(threads: 2))
        try plain.fit(examples, configuration, options: RunOptions(threads: 1, backend: .reference))
        let start = try Network(subject.model, seed: 3)
        for (name, tensor) in fast.parameters.all {
            let expected = try #require(plain.parameters[name])
            let before = try #require(start.parameters[name])
            #expect(GradientCheck.difference(tensor, expected) < tolerance, "\(name)")
            #expect(tensor != before, "\(name) did not move")
        }
    }

    /// What pooling reads of the second convolution is cut into tiles of four and, at the edges, of two.
    @Test(
        "pictures of every size that a pooled block may meet",
        arguments: [
            ([2, 2], .same), ([3, 6], .same), ([4, 4], .same), ([5, 10], .same), ([6, 4], .same), ([7, 7], .same),
            ([4, 5], .valid), ([6, 9], .valid), ([8, 8], .valid), ([13, 13], .valid), ([12, 16], .valid),
        ] as [([Int], Padding)])
    func blocks(_ size: [Int], _ padding: Padding) throws {
        let model = Model(
            name: "blocks", input: [2 * size[0], 2 * size[1], 1],
            layers: [
                .conv2D(filters: 32, kernel: 3, padding: .same, activation: .relu), .maxPool2D(2),
                .conv2D(filters: 48, kernel: 3, padding: padding, activation: .relu), .maxPool2D(2), .flatten,
                .dense(2, activation: .softmax),
            ])
        let count = 5
        let pixels = GradientCheck.numbers([count * model.input.count], seed: 7).elements
        let examples = try Examples(
            .floats(pixels), shape: model.input, labels: (0..<count).map { UInt8($0 % 2) }, classes: 2)
        let configuration = TrainingConfiguration(epochs: 1, batch: count, optimizer: .sgd(learningRate: 1), seed: 4)
        var (fast, plain) = (try Network(model, seed: 3), try Network(model, seed: 3))
        #expect(
            GradientCheck.difference(
                try fast.predict(examples),
                try plain.predict(examples, options: RunOptions(threads: 1, backend: .reference))) < tolerance)
        try fast.fit(examples, configuration, options: RunOptions(threads: 2))
        try plain.fit(examples, configuration, options: RunOptions(threads: 1, backend: .reference))
        for (name, tensor) in fast.parameters.all {
            #expect(try GradientCheck.difference(tensor, #require(plain.parameters[name])) < tolerance, "\(name)")
        }
    }

    @Test(
        "every optimiser, over several steps",
        arguments: [
            Optimizer.sgd(learningRate: 0.1), .sgd(learningRate: 0.1, momentum: 0.9), .adam(),
        ])
    func optimisers(_ optimizer: Optimizer) throws {
        let examples = try SmallProblems.stripes(40)
        let configuration = TrainingConfiguration(epochs: 2, batch: 16, optimizer: optimizer)
        let model = NetworkCase.all[0].model
        var (fast, plain) = (try Network(model, seed: 3), try Network(model, seed: 3))
        try fast.fit(examples, configuration, options: RunOptions(threads: 2))
        try plain.fit(examples, configuration, options: RunOptions(threads: 1, backend: .reference))
        for (name, tensor) in fast.parameters.all {
            #expect(try GradientCheck.difference(tensor, #require(plain.parameters[name])) < 1e-3, "\(name)")
        }
    }

    @Test("what an epoch ends with is measured with the weights that it ends with", arguments: NetworkCase.all)
    func validation(_ subject: NetworkCase) throws {
        let examples = try subject.examples(40)
        let configuration = TrainingConfiguration(
            epochs: 2, batch: 16, validation: 0.2, loss: subject.loss, optimizer: .sgd(learningRate: 0.1))
        var network = try Network(subject.model, seed: 3)
        let history = try network.fit(examples, configuration)
        let found = try network.evaluate(examples.selecting(32..<40), loss: subject.loss)
        #expect(history.epochs.last?.validationLoss == found.loss)
    }

    @Test("the answers of every layer to one image")
    func activations() throws {
        let model = NetworkCase.all[1].model
        let network = try Network(model, seed: 3)
        let image = try SmallProblems.stripes(1, size: 14).image(0)
        let fast = try network.activations(of: image)
        let plain = try network.activations(of: image, options: RunOptions(threads: 1, backend: .reference))
        #expect(try fast.map(\.layer) == model.summary().map(\.name))
        for (one, other) in zip(fast, plain) {
            #expect(GradientCheck.difference(one.values, other.values) < tolerance, "\(one.layer)")
        }
        #expect(fast[0].values.shape == [12, 12, 16])
    }
}
