import Synchronization
import Tensors

/// A network in an engine, with the threads that run it.
final class Session {
    let model: Model
    let layers: [ResolvedLayer]
    let engine: any Engine
    let pool: WorkerPool
    private let phases: [Phase]
    private let isFinite = Flag()
    private let scores: UnsafeMutableBufferPointer<Score>

    /// Images in one shard of the fast backend. Smaller shards waste registers at their ends, larger ones leave
    /// the second core of a batch of 32 without work.
    static let shardSize = 16

    /// - Parameter batch: the largest count of images that a training step takes; 0 where nothing is trained.
    init(
        _ network: Network, loss: Loss, optimizer: Optimizer, batch: Int,
        options: RunOptions
    ) throws(TrainingError) {
        model = network.model
        do throws(ModelError) { layers = try network.model.resolved() } catch { throw .model(error) }
        pool = WorkerPool(workers: options.threads)
        let shards = (batch + Self.shardSize - 1) / Self.shardSize
        scores = .allocate(capacity: max(shards, Self.evaluationShards))
        scores.initialize(repeating: Score())
        switch options.backend {
        case .reference:
            engine = ReferenceEngine(
                layers: layers, loss: loss, optimizer: optimizer, shardSize: Self.shardSize, shards: shards,
                weights: network.parameters)
        case .oneDNN:
            do throws(BackendError) {
                engine = try FastEngine(
                    layers: layers, loss: loss, optimizer: optimizer, shardSize: Self.shardSize, shards: shards,
                    workers: options.threads, weights: network.parameters)
            } catch { throw .backend(error) }
        }
        phases = engine.phases
    }

    deinit { scores.deallocate() }

    private final class Flag: Sendable {
        let value = Atomic<Bool>(true)
    }

    /// How many shards are handed out at once where nothing is learnt.
    private static let evaluationShards = 256

    /// One step, phase after phase. `step` counts from one.
    func train(_ examples: Examples, _ order: UnsafeBufferPointer<Int>, pass: Pass, step: Int) throws(TrainingError)
        -> Score
    {
        let shards = (order.count + engine.shardSize - 1) / engine.shardSize
        let step = Step(shards: shards, number: step)
        var sum = Score()
        for phase in phases.indices {
            switch phases[phase] {
            case .shards:
                sum += try run(examples, order, pass) { [engine] shard, worker throws(BackendError) in
                    try engine.train(shard, phase: phase, worker: worker)
                }
                // A loss that is no number must not reach the weights.
                guard sum.loss.isFinite else { return sum }
            case .tasks(let count):
                do throws(BackendError) {
                    try pool.run(tasks: count) { [engine, isFinite] task, worker throws(BackendError) in
                        let areFinite = try engine.run(task: task, phase: phase, of: step, worker: worker)
                        if !areFinite { isFinite.value.store(false, ordering: .relaxed) }
                    }
                } catch { throw .backend(error) }
                // A kernel may hide a number that is none: max(0, NaN) is 0 on most processors. Weights hide nothing.
                guard isFinite.value.load(ordering: .relaxed) else { return Score(loss: .nan) }
            }
        }
        return sum
    }

    /// Sums of loss and right answers over the examples of `range`.
    func evaluate(_ examples: Examples, _ range: Range<Int>) throws(TrainingError) -> Evaluation {
        var sum = Score()
        var start = range.lowerBound
        while start < range.upperBound {
            let order = Array(start..<min(start + Self.evaluationShards * engine.shardSize, range.upperBound))
            sum += try order.withUnsafeBufferPointer { order throws(TrainingError) in
                try run(examples, order, .inference) { [engine] shard, worker throws(BackendError) in
                    try engine.evaluate(shard, worker: worker)
                }
            }
            start += order.count
        }
        let count = Double(range.count)
        let isLabelled = !examples.labels.isEmpty
        return Evaluation(
            loss: sum.loss / count, accuracy: isLabelled ? Double(sum.correct) / count : nil, count: range.count)
    }

    /// The outputs of all examples, one row for each.
    func predict(_ examples: Examples) throws(TrainingError) -> Tensor {
        let size = layers.last?.output.count ?? 0
        var answers = Tensor([examples.count, size])
        let order = Array(0..<examples.count)
        let engine = engine
        try order.withUnsafeBufferPointer { order throws(TrainingError) in
            try answers.elements.withUnsafeMutableBufferPointer { answers throws(TrainingError) in
                guard let base = answers.baseAddress else { return }
                do throws(BackendError) {
                    try forEachShard(of: examples, order, .inference) { shard, worker throws(BackendError) in
                        try engine.predict(shard, worker: worker, to: base + shard.range.lowerBound * size)
                    }
                } catch { throw .backend(error) }
            }
        }
        return answers
    }

    private func run(
        _ examples: Examples, _ order: UnsafeBufferPointer<Int>, _ pass: Pass,
        _ body: (Shard, Int) throws(BackendError) -> Score
    ) throws(TrainingError) -> Score {
        let scores = scores
        do throws(BackendError) {
            try forEachShard(of: examples, order, pass) { shard, worker throws(BackendError) in
                scores[shard.index] = try body(shard, worker)
            }
        } catch { throw .backend(error) }
        var sum = Score()
        for shard in 0..<(order.count + engine.shardSize - 1) / engine.shardSize { sum += scores[shard] }
        return sum
    }

    private func forEachShard(
        of examples: Examples, _ order: UnsafeBufferPointer<Int>, _ pass: Pass,
        _ body: (Shard, Int) throws(BackendError) -> Void
    ) throws(BackendError) {
        let size = engine.shardSize
        try pool.run(tasks: (order.count + size - 1) / size) { task, worker throws(BackendError) in
            var pass = pass
            pass.firstImage = task * size
            let range = task * size..<min((task + 1) * size, order.count)
            try body(Shard(index: task, examples: examples, order: order, range: range, pass: pass), worker)
        }
    }
}
