import Elementary
import NeuralNetwork
import Tensors
import TestSupport
import Testing

@testable import Lessons

@Suite("The plain training step of lesson cnn", .limited)
struct PlainLoopTests {
    /// Small enough for a pencil: a picture of one row and two columns, two classes, no kernel but a dense layer.
    private let small = Model(name: "small", input: [1, 2, 1], layers: [.flatten, .dense(2, activation: .softmax)])

    @Test(
        "by hand: from zero weights both classes have one half; a step of Adam moves by the rate against the gradient")
    func byHand() throws {
        var network = try Network(small, seed: 1)
        var zeros = network.parameters
        for name in zeros.names { zeros[name] = zeros[name].map { Tensor($0.shape) } }
        network = try Network(small, parameters: zeros)
        var loop = try PlainLoop(network)
        let loss = loop.step(Tensor([1, 1, 2, 1], [1, 0]), labels: [1], number: 1)
        #expect(abs(loss - .log(2)) < 1e-6)
        // Probabilities minus truth are 1/2 and -1/2: the first input's weights move apart, the second's input is zero.
        let kernel = try #require(loop.weights.last?.first)
        #expect(abs(kernel[0, 0] + 0.001) < 1e-6 && abs(kernel[0, 1] - 0.001) < 1e-6)
        #expect(kernel[1, 0] == 0 && kernel[1, 1] == 0)
        let bias = try #require(loop.weights.last?.last)
        #expect(abs(bias[0] + 0.001) < 1e-6 && abs(bias[1] - 0.001) < 1e-6)
    }

    @Test("on convolution, ReLU and pooling the engine takes the same steps, the second with the moments of the first")
    func engine() throws {
        let model = Model(
            name: "whole", input: [8, 8, 1],
            layers: [
                .conv2D(filters: 3, kernel: 3, activation: .relu), .maxPool2D(2), .flatten,
                .dense(5, activation: .relu), .dense(4, activation: .softmax),
            ])
        let pixels: [UInt8] = (0..<384).map { (place: Int) -> UInt8 in
            let value = place * 37 + place / 7 * 11
            return UInt8(value % 251)
        }
        let labels: [UInt8] = [0, 1, 2, 3, 1, 2]
        var network = try Network(model, seed: 5)
        var loop = try PlainLoop(network)
        let images = Tensor([6, 8, 8, 1], pixels.map { Float($0) / 255 })
        let losses = [1, 2].map { loop.step(images, labels: labels.map(Int.init), number: $0) }
        let history = try network.fit(
            try Examples(.bytes(pixels), shape: [8, 8, 1], labels: labels, classes: 4),
            TrainingConfiguration(epochs: 2, batch: 6, seed: 5), options: RunOptions(threads: 1))
        for (loss, epoch) in zip(losses, history.epochs) { #expect(abs(Double(loss) - epoch.loss) < 1e-5) }
        let plain = loop.weights.joined().flatMap(\.elements)
        let engine = network.parameters.all.flatMap(\.tensor.elements)
        #expect(plain.count == engine.count)
        let farthest = zip(plain, engine).map { abs($0 - $1) }.max() ?? 1
        #expect(farthest < 2e-5, "\(farthest)")
    }

    /// The whole network of the lesson, with biases that are all alike.
    private func network(biases: Float) throws -> Network {
        let network = try Network(CNN.training.network(in: .sketch), seed: 1)
        var parameters = network.parameters
        for name in parameters.names where name.hasSuffix(".bias") {
            parameters[name] = parameters[name].map {
                Tensor($0.shape, Array(repeating: biases, count: $0.elements.count))
            }
        }
        return try Network(network.model, parameters: parameters)
    }

    @Test("what it says of biases: they differ where sums lie on the bend of ReLU, and not a little beside it")
    func bend() throws {
        func step(from network: Network) throws -> PlainStep {
            try PlainStep(
                from: network, on: Sketched.course.digits.train.prefix(32), seed: 1, using: Sketched.course)
        }
        let onBend = try step(from: network(biases: 0))
        #expect(onBend.difference > 10 * onBend.kernelDifference && onBend.kernelDifference < 1e-4, "\(onBend)")
        let beside = try step(from: network(biases: 0.01))
        #expect(beside.difference < 1e-4, "\(beside)")
    }
}
