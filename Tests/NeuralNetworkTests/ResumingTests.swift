import NeuralNetwork
import Synchronization
import Tensors
import TestSupport
import Testing

@Suite("A run that was interrupted", .limited)
struct ResumingTests {
    private let model = NetworkCase.all[1].model
    /// Three steps an epoch, with dropout, validation and Adam.
    private let configuration = TrainingConfiguration(epochs: 2, batch: 16, validation: 0.1, seed: 3)

    /// Trains until `steps` steps are done and returns where the run stands then.
    private func interrupted(after steps: Int, _ examples: Examples) throws -> TrainingState {
        let asked = Mutex(0)
        let options = RunOptions(
            threads: 2,
            isCancelled: {
                asked.withLock {
                    $0 += 1; return $0 > steps
                }
            })
        let run = try TrainingRun(try Network(model, seed: 1), examples, configuration, options: options)
        #expect(throws: TrainingError.cancelled(model: model.name)) { try run.run() }
        return run.state
    }

    @Test("and goes on from its file ends with the same bits as one that was not", arguments: [0, 1, 3, 4, 5])
    func sameBits(after steps: Int) throws {
        let examples = try SmallProblems.stripes(48, size: 14)
        var whole = try Network(model, seed: 1)
        let history = try whole.fit(examples, configuration)

        let state = try interrupted(after: steps, examples)
        let bytes = try state.safetensors(of: model, configuration, metadata: ["seed": "3"]).encoded()
        let read = try TrainingState(try Safetensors(decoding: bytes), of: model, configuration)
        #expect(read == state)
        let run = try TrainingRun(
            try Network(model, seed: 99), examples, configuration, options: RunOptions(threads: 3), resuming: read)
        try run.run()
        #expect(run.network == whole)
        #expect(run.history == history)
    }

    @Test("hands out where it stands after every epoch")
    func checkpoints() throws {
        let examples = try SmallProblems.stripes(48, size: 14)
        let run = try TrainingRun(try Network(model, seed: 1), examples, configuration)
        var states: [TrainingState] = []
        try run.run(checkpoint: { states.append($0) })
        #expect(states.map(\.epoch) == [1, 2])
        #expect(states.map(\.step) == [0, 0])
        #expect(states.last?.weights == run.network.parameters)
    }

    @Test("between an epoch's last step and its validation goes on with the same bits")
    func beforeValidation() throws {
        let examples = try SmallProblems.stripes(48, size: 14)
        let run = try TrainingRun(try Network(model, seed: 1), examples, configuration)
        var states: [TrainingState] = []
        try run.run(progress: { _ in states.append(run.state) })
        for state in states {
            let again = try TrainingRun(try Network(model, seed: 9), examples, configuration, resuming: state)
            try again.run()
            #expect(again.network == run.network)
            #expect(again.history == run.history)
        }
    }

    @Test("ends with the weights of its best epoch where it is told to, whatever came between")
    func best() throws {
        let examples = try SmallProblems.stripes(48, size: 14)
        var wavering = configuration
        (wavering.epochs, wavering.optimizer, wavering.keeps) = (6, .sgd(learningRate: 3), .best)
        let run = try TrainingRun(try Network(model, seed: 1), examples, wavering)
        var states: [TrainingState] = []
        try run.run(checkpoint: { states.append($0) })
        let best = try #require(run.history.best)
        #expect(best.epoch < 6)
        #expect(run.network.parameters == states[best.epoch - 1].weights)
        #expect(run.network.parameters != states[5].weights)
        for state in states {
            let file = try state.safetensors(of: model, wavering).encoded()
            let read = try TrainingState(Safetensors(decoding: file), of: model, wavering)
            #expect(read == state)
            let again = try TrainingRun(try Network(model, seed: 9), examples, wavering, resuming: read)
            try again.run()
            #expect(again.network == run.network)
        }
    }

    @Test("is not resumed by another model, under other settings, or from a damaged file")
    func refused() throws {
        let examples = try SmallProblems.stripes(48, size: 14)
        let state = try interrupted(after: 2, examples)
        let file = try state.safetensors(of: model, configuration)
        var other = configuration
        other.batch = 8
        #expect(throws: TrainingError.self) { try TrainingState(file, of: model, other) }
        #expect(throws: TrainingError.self) { try TrainingState(file, of: NetworkCase.all[0].model, configuration) }
        for key in ["epoch", "step", "lossBits", "correct", "history"] {
            var damaged = file
            damaged.metadata[key] = "-1"
            #expect(throws: TrainingError.self, "\(key)") { try TrainingState(damaged, of: model, configuration) }
        }
        var missing = file
        missing.parameters["moment1.conv2d.kernel"] = nil
        #expect(throws: TrainingError.self) { try TrainingState(missing, of: model, configuration) }
        var boasting = file
        boasting.metadata["correct"] = String(Int.max)
        let proud = try TrainingState(boasting, of: model, configuration)
        #expect(throws: TrainingError.self) {
            try TrainingRun(try Network(model, seed: 1), examples, configuration, resuming: proud)
        }
        let fewer = try SmallProblems.stripes(16, size: 14)
        #expect(throws: TrainingError.self) {
            try TrainingRun(try Network(model, seed: 1), fewer, configuration, resuming: state)
        }
    }
}
