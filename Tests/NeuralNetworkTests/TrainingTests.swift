import NeuralNetwork
import Synchronization
import TestSupport
import Tensors
import Testing

@Suite("Training", .limited)
struct TrainingTests {
    @Test("learns to tell upright stripes from lying ones")
    func learns() throws {
        let model = Model(
            name: "stripes", input: [8, 8, 1],
            layers: [
                .conv2D(filters: 8, kernel: 3, activation: .relu), .maxPool2D(2), .flatten,
                .dense(2, activation: .softmax),
            ])
        var network = try Network(model, seed: 1)
        let before = try network.evaluate(SmallProblems.stripes(40))
        let history = try network.fit(
            SmallProblems.stripes(100),
            TrainingConfiguration(epochs: 12, batch: 16, validation: 0.2, optimizer: .adam(learningRate: 0.02)))
        let after = try network.evaluate(SmallProblems.stripes(40))
        #expect(after.loss < before.loss / 4)
        #expect(try #require(after.accuracy) > 0.95)
        #expect(history.epochs.map(\.epoch) == Array(1...12))
        #expect(try #require(history.epochs.last).validationAccuracy ?? 0 > 0.9)
    }

    @Test("gives the same bits at any thread count, and on every run", arguments: NetworkCase.all)
    func threads(_ subject: NetworkCase) throws {
        let examples = try subject.examples(65)
        // Batches of three shards, then one that is smaller and whose shard is not full.
        let configuration = TrainingConfiguration(epochs: 1, batch: 48, validation: 0.1, loss: subject.loss)
        var results: [Network] = []
        var histories: [History] = []
        for threads in [1, 2, 2, 3, 8] {
            var network = try Network(subject.model, seed: 2)
            histories.append(try network.fit(examples, configuration, options: RunOptions(threads: threads)))
            results.append(network)
        }
        #expect(results.allSatisfy { $0 == results[0] })
        #expect(histories.allSatisfy { $0 == histories[0] })
        let predictions = try [1, 3].map {
            try results[0].predict(examples, options: RunOptions(threads: $0))
        }
        #expect(predictions.allSatisfy { $0 == predictions[0] })
    }

    @Test("another seed gives another network")
    func seeds() throws {
        let examples = try SmallProblems.stripes(32)
        let model = NetworkCase.all[0].model
        let networks = try [UInt64(1), 2].map { seed in
            var network = try Network(model, seed: 1)
            try network.fit(examples, TrainingConfiguration(epochs: 1, batch: 8, seed: seed))
            return network
        }
        #expect(networks[0] != networks[1])
    }

    @Test("stops at a loss that is no number, says where, and keeps nothing", arguments: Backend.allCases)
    func divergence(_ backend: Backend) throws {
        var parameters = try Parameters(initialising: NetworkCase.all[0].model, seed: 1)
        parameters["dense_1.bias"] = Tensor([2], repeating: .nan)
        var network = try Network(NetworkCase.all[0].model, parameters: parameters)
        let configuration = TrainingConfiguration(epochs: 1, batch: 8, optimizer: .adam(learningRate: 0.5))
        #expect(throws: TrainingError.diverged(model: "baseline", epoch: 1, step: 1, learningRate: 0.5)) {
            try network.fit(SmallProblems.stripes(16), configuration, options: RunOptions(backend: backend))
        }
        #expect(network.parameters["dense_1.kernel"] == parameters["dense_1.kernel"])
    }

    @Test("can be cancelled, and leaves the network as it was")
    func cancellation() throws {
        let asked = Mutex(0)
        var network = try Network(NetworkCase.all[0].model, seed: 1)
        let before = network
        let options = RunOptions(isCancelled: {
            asked.withLock {
                $0 += 1; return $0 > 3
            }
        })
        var steps = 0
        #expect(throws: TrainingError.cancelled(model: "baseline")) {
            try network.fit(
                SmallProblems.stripes(64), TrainingConfiguration(epochs: 5, batch: 8), options: options
            ) { _ in steps += 1 }
        }
        #expect(steps == 3)
        #expect(network == before)
    }

    @Test("reports every step and every epoch")
    func progress() throws {
        var network = try Network(NetworkCase.all[0].model, seed: 1)
        var reports: [TrainingProgress] = []
        let history = try network.fit(
            SmallProblems.stripes(40), TrainingConfiguration(epochs: 2, batch: 16, validation: 0.1)
        ) { reports.append($0) }
        // 36 images train, so each epoch has three steps and one report of its record.
        #expect(reports.map(\.step) == [1, 2, 3, 3, 1, 2, 3, 3])
        #expect(reports.compactMap(\.record) == history.epochs)
        #expect(reports.allSatisfy { $0.steps == 3 && $0.epochs == 2 && $0.model == "baseline" })
    }

    @Test("validates on the last examples, or on the first where told so, and never trains on them")
    func split() throws {
        let keras = TrainingConfiguration(epochs: 1, batch: 32, validation: 0.2)
        #expect(try keras.split(60_000) == (0..<48_000, 48_000..<60_000))
        let first = TrainingConfiguration(epochs: 1, batch: 256, validation: 0.1, validationIsFirst: true)
        #expect(try first.split(60_000) == (6_000..<60_000, 0..<6_000))
        #expect(throws: TrainingError.self) { try TrainingConfiguration(epochs: 1, batch: 0).split(10) }
        #expect(throws: TrainingError.self) { try keras.split(0) }
        #expect(throws: TrainingError.self) { try TrainingConfiguration(epochs: 1, batch: 1, validation: 1).split(10) }
    }

    @Test("refuses examples that the model cannot read")
    func misfits() throws {
        var network = try Network(NetworkCase.all[0].model, seed: 1)
        let configuration = TrainingConfiguration(epochs: 1, batch: 8)
        #expect(throws: TrainingError.self) { try network.fit(SmallProblems.stripes(8, size: 9), configuration) }
        #expect(throws: TrainingError.self) {
            try network.evaluate(SmallProblems.pictures(8, shape: [8, 8, 1]))
        }
        #expect(throws: TrainingError.self) { try Examples(.bytes([1, 2, 3]), shape: [1, 1, 1], labels: [0]) }
        #expect(throws: TrainingError.self) { try Examples(.bytes([1]), shape: [1, 1, 1], labels: [10]) }
        #expect(throws: TrainingError.self) { try Examples(.bytes([1]), shape: [1, 1, 1], cleaned: .bytes([])) }
    }
}
