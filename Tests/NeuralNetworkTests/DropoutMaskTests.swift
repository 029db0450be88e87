import Tensors
import TestSupport
import Testing

@testable import NeuralNetwork

/// One white image of 64 pixels a step. The weights behind a pixel that is dropped get no gradient and stay where they
/// are, so the steps of a run show the masks that they had.
@Suite("Masks of dropout, as the weights tell them", .limited)
struct DropoutMaskTests {
    private let model = Model(
        name: "dropping", input: [8, 8, 1], layers: [.flatten, .dropout(0.5), .dense(2, activation: .softmax)])
    private let images = 6

    private func examples() throws -> Examples {
        try Examples(
            .bytes(Array(repeating: 255, count: 64 * images)), shape: [8, 8, 1],
            labels: Array(repeating: 1, count: images), classes: 2)
    }

    /// Which pixels each step of two epochs kept.
    private func masks(seed: UInt64 = 1, backend: Backend) throws -> [[Bool]] {
        let configuration = TrainingConfiguration(
            epochs: 2, batch: 1, optimizer: .sgd(learningRate: 0.01), seed: seed)
        let network = try Network(model, seed: 1)
        let run = try TrainingRun(
            network, examples(), configuration, options: RunOptions(threads: 1, backend: backend))
        var weights = [network.parameters]
        try run.run(progress: { if $0.record == nil { weights.append(run.state.weights) } })
        return try zip(weights, weights.dropFirst()).map { before, after in
            let (old, new) = (try #require(before["dense.kernel"]), try #require(after["dense.kernel"]))
            return (0..<64).map { pixel in
                (0..<2).contains { old.elements[pixel * 2 + $0] != new.elements[pixel * 2 + $0] }
            }
        }
    }

    @Test("no two steps drop the same pixels, in no epoch", arguments: Backend.allCases)
    func everyStep(_ backend: Backend) throws {
        let masks = try masks(backend: backend)
        #expect(masks.count == 12 && Set(masks).count == 12)
        // Half of 12 · 64 pixels are 384, with a standard deviation of 14.
        let kept = masks.joined().count { $0 }
        #expect((314...454).contains(kept), "\(kept)")
    }

    @Test("the seed decides what is dropped", arguments: Backend.allCases)
    func seeds(_ backend: Backend) throws {
        let first = try masks(backend: backend)
        #expect(try masks(backend: backend) == first)
        #expect(try Set(masks(seed: 2, backend: backend)).isDisjoint(with: first))
    }

    @Test("images of a batch and layers of a network have masks of their own")
    func independent() {
        let pass = Pass(isTraining: true, seed: 1, step: 3, layer: 1)
        func kept(_ pass: Pass, from start: Int = 0) -> [Bool] {
            let mask = DropoutMask(rate: 0.5, pass: pass)
            return (start..<start + 64).map { mask[$0] != 0 }
        }
        var other = pass
        other.layer = 2
        #expect(kept(pass) != kept(other))
        #expect(kept(pass) != kept(pass, from: 64))
        let mask = DropoutMask(rate: 0.75, pass: pass)
        #expect(Set((0..<200).map { mask[$0] }) == [0, 4])
    }

    @Test("what is judged or predicted is not dropped from", arguments: Backend.allCases)
    func evaluation(_ backend: Backend) throws {
        let options = RunOptions(threads: 1, backend: backend)
        let whole = Model(name: "whole", input: [8, 8, 1], layers: [.flatten, .dense(2, activation: .softmax)])
        let dropping = try Network(model, seed: 1)
        let plain = try Network(whole, parameters: dropping.parameters)
        #expect(try dropping.predict(examples(), options: options) == plain.predict(examples(), options: options))
        #expect(try dropping.evaluate(examples(), options: options) == plain.evaluate(examples(), options: options))
    }
}
