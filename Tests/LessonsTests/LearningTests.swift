import Foundation
import Imaging
import NeuralNetwork
import Tensors
import TestSupport
import Testing

@testable import Lessons
@testable import Notebook

@Suite("The lesson on learning", .limited)
struct LearningTests {
    /// What the lesson keeps for its results.
    private struct Kept: Decodable {
        let backward: [[Float]]
        let input: [Float]
        let kernel: [Float]
        let bias: Float
        let picture: [Float]
        let pooled: [Float]

        enum CodingKeys: String, CodingKey {
            case backward
            case input = "backward.input"
            case kernel = "convolution.kernel"
            case bias = "convolution.bias"
            case picture = "convolution.input"
            case pooled = "pooling.input"
        }

        init() throws {
            var material = Material()
            Backpropagation.handOver(to: &material)
            WindowsBackward.handOver(to: &material)
            self = try JSONDecoder().decode(Kept.self, from: JSONEncoder().encode(material.results))
        }
    }

    @Test(
        "by hand: sums 2 * 0.5 - 1 + 0.5 = 0.5 and -2 + 0.5 + 0.5 = -1, so the answer is 2 * 0.5 = 1 and the loss 0.5")
    func forward() {
        let found = Backpropagation.forward(through: Backpropagation.hidden.weights)
        #expect(found.sums.elements == [0.5, -1])
        #expect(found.active.elements == [0.5, 0])
        #expect(found.answer.elements == [1])
        #expect(found.loss == 0.5)
    }

    @Test("the gradient back: -1 times 2 reaches the first unit, nothing the second, which ReLU has cut off")
    func backward() throws {
        let kept = try Kept()
        // dw = x g: 2 * -2 and 1 * -2; db = -2; nothing for the unit that is cut off.
        #expect(kept.backward == [[-4, 0, -2, 0], [-2, 0]])
        // dx = w g: 0.5 * -2 and -1 * -2.
        #expect(kept.input == [-1, 2])
    }

    @Test("each weight's gradient is the slope that one finds by nudging it")
    func nudged() throws {
        let found = try Kept().backward
        for place in 0..<4 {
            let losses = [Float(0.01), -0.01].map { nudge in
                var weights = Backpropagation.hidden.weights.elements
                weights[place] += nudge
                return Backpropagation.forward(through: Tensor([2, 2], weights)).loss
            }
            #expect(abs((losses[0] - losses[1]) / 0.02 - found[0][place]) < 1e-3)
        }
    }

    @Test(
        "a kernel's gradient is the picture correlated with the map's: 1 * 1 - 1 * 2 + 0 * 0 + 2 * 3 = 5 for its first weight"
    )
    func convolution() throws {
        let kept = try Kept()
        #expect(kept.kernel == [5, 4, -1, 2])
        #expect(kept.bias == 2)
        #expect(kept.picture == [1, -1, 0, 2, -1, 1, 0, 4, -2])
    }

    @Test("max pooling hands each gradient to the winner of its window")
    func pooling() throws {
        #expect(
            try Kept().pooled == [
                0, 0, 0, 0, 1, 0, 0, -2, 0, 0, 1, 0, 0, 3, 0, 0,
            ])
    }

    @Test("from pairs of a picture and what Sobel makes of it, the nine weights are found")
    func sobel() throws {
        let picture = GrayImage(rows: (0..<12).map { row in (0..<14).map { Float((row * 37 + $0 * 53) % 29) / 29 } })
        let learned = SobelFromPairs(from: picture, to: picture.correlated(with: .sobelX, border: .valid))
        let last = try #require(learned.kernels.last)
        #expect(learned.kernels.first == [Float](repeating: 0, count: 9))
        #expect(learned.kernels.count == SobelFromPairs.steps + 1)
        for (weight, own) in zip(last, [-1, 0, 1, -2, 0, 2, -1, 0, 1] as [Float]) { #expect(abs(weight - own) < 0.05) }
        #expect(try #require(learned.losses.last) < #require(learned.losses.first) / 1_000)
    }
}
