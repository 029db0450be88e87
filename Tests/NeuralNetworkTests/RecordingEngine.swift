import Synchronization
import Tensors

@testable import NeuralNetwork

/// An engine that has another do the work, and writes down what a run asks for.
final class RecordingEngine: Engine {
    /// What a run asks for. With one thread, in the order in which it asks.
    enum Call {
        /// To learn from a shard of a batch: images by their numbers.
        case learn(images: [Int], Shard.Place, pass: Pass, phase: Int)
        /// To do what looks at the whole batch, such as moving the weights; one call for each task.
        case move(Step, phase: Int)
        /// To judge a shard, without learning from it.
        case judge(images: [Int], pass: Pass)
    }

    private let engine: any Engine
    private let log = Mutex<[Call]>([])

    init(_ engine: any Engine) { self.engine = engine }

    var calls: [Call] { log.withLock { $0 } }

    private func note(_ call: Call) { log.withLock { $0.append(call) } }

    var shardSize: Int { engine.shardSize }
    var phases: [Phase] { engine.phases }

    func predict(_ shard: Shard, worker: Int, to outputs: UnsafeMutablePointer<Float>) throws(BackendError) {
        try engine.predict(shard, worker: worker, to: outputs)
    }

    func evaluate(_ shard: Shard, worker: Int) throws(BackendError) -> Score {
        note(.judge(images: shard.images, pass: shard.pass))
        return try engine.evaluate(shard, worker: worker)
    }

    func train(_ shard: Shard, phase: Int, worker: Int) throws(BackendError) -> Score {
        let place = Shard.Place(range: shard.range, batch: shard.batchCount)
        note(.learn(images: shard.images, place, pass: shard.pass, phase: phase))
        return try engine.train(shard, phase: phase, worker: worker)
    }

    func run(task: Int, phase: Int, of step: Step, worker: Int) throws(BackendError) -> Bool {
        note(.move(step, phase: phase))
        return try engine.run(task: task, phase: phase, of: step, worker: worker)
    }

    func export(_ which: Exported) -> Parameters { engine.export(which) }
    func load(_ parameters: Parameters, as which: Exported) { engine.load(parameters, as: which) }
}

extension Shard {
    /// Where in a batch of so many images a shard stands.
    struct Place: Equatable {
        let range: Range<Int>
        let batch: Int
    }

    fileprivate var images: [Int] { range.map { order[$0] } }
}

/// A run, with what it has asked its engine for.
struct RecordedRun {
    /// What one step learnt from, shard by shard.
    struct Learning {
        var images: [Int] = []
        var places: [Shard.Place] = []
        var passes: [Pass] = []
        /// What the tasks that look at the whole batch were told.
        var moves: [NeuralNetwork.Step] = []
    }

    /// Images that were judged together, without learning from them.
    struct Judging {
        var images: [Int] = []
        var passes: [Pass] = []
        /// How many steps had been done by then.
        let after: Int
    }

    let run: TrainingRun
    private let engine: RecordingEngine?

    /// A run that has not begun, of one thread.
    init(
        _ network: Network, _ examples: Examples, _ configuration: TrainingConfiguration,
        backend: Backend = .fast, isCancelled: @escaping @Sendable () -> Bool = { false },
        resuming state: TrainingState? = nil
    ) throws {
        var recording: RecordingEngine?
        run = try TrainingRun(
            network, examples, configuration,
            options: RunOptions(threads: 1, backend: backend, isCancelled: isCancelled), resuming: state
        ) {
            let engine = RecordingEngine($0)
            recording = engine
            return engine
        }
        engine = recording
    }

    /// The steps, one after another. The phase that learns is the last one by shards: the one before the update.
    var steps: [Learning] {
        var steps: [Learning] = []
        for call in engine?.calls ?? [] {
            switch call {
            case .learn(let images, let place, let pass, let phase):
                if phase == 0, place.range.lowerBound == 0 { steps.append(Learning()) }
                guard phase == (engine?.phases.count ?? 0) - 2 else { continue }
                steps[steps.count - 1].images += images
                steps[steps.count - 1].places.append(place)
                steps[steps.count - 1].passes.append(pass)
            case .move(let step, _): steps[steps.count - 1].moves.append(step)
            case .judge: continue
            }
        }
        return steps
    }

    /// What was judged, stretches between two steps by themselves.
    var judgings: [Judging] {
        var (judgings, done): ([Judging], Int) = ([], 0)
        for call in engine?.calls ?? [] {
            switch call {
            case .learn(_, let place, _, let phase): if phase == 0, place.range.lowerBound == 0 { done += 1 }
            case .move: continue
            case .judge(let images, let pass):
                if judgings.last?.after != done { judgings.append(Judging(after: done)) }
                judgings[judgings.count - 1].images += images
                judgings[judgings.count - 1].passes.append(pass)
            }
        }
        return judgings
    }
}
