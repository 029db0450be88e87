import Tensors

/// A network in an engine, with the threads that run it.
final class Session {
    let model: Model
    let layers: [ResolvedLayer]
    let engine: any Engine
    let pool: WorkerPool
    private let phases: [Phase]
    private let work: SessionWork

    /// Images in one shard of the fast backend. Smaller shards waste registers at their ends, larger ones leave
    /// the second core of a batch of 32 without work.
    static let shardSize = 16

    /// - Parameters:
    ///   - batch: the largest count of images that a training step takes; 0 where nothing is trained.
    ///   - stand: what the session talks to in the engine's place; it is given the engine.
    init(
        _ network: Network, loss: Loss, optimizer: Optimizer, batch: Int,
        options: RunOptions, through stand: (any Engine) -> any Engine = { $0 }
    ) throws(TrainingError) {
        model = network.model
        do throws(ModelError) { layers = try network.model.resolved() } catch { throw .model(error) }
        pool = WorkerPool(workers: options.threads)
        let shards = (batch + Self.shardSize - 1) / Self.shardSize
        let own: any Engine
        switch options.backend {
        case .reference:
            own = ReferenceEngine(
                layers: layers, loss: loss, optimizer: optimizer, shardSize: Self.shardSize, shards: shards,
                weights: network.parameters)
        case .fast:
            do throws(BackendError) {
                own = try FastEngine(
                    layers: layers, loss: loss, optimizer: optimizer, shardSize: Self.shardSize, shards: shards,
                    workers: options.threads, weights: network.parameters)
            } catch { throw .backend(error) }
        }
        engine = stand(own)
        phases = engine.phases
        work = SessionWork(engine, shards: max(shards, Self.evaluationShards))
    }

    /// How many shards are handed out at once where nothing is learnt.
    private static let evaluationShards = 256

    /// One step, phase after phase. `step` counts from one.
    func train(_ examples: Examples, _ order: UnsafeBufferPointer<Int>, pass: Pass, step: Int) throws(TrainingError)
        -> Score
    {
        work.begin(examples, order, pass)
        let step = Step(shards: work.shards, number: step)
        var sum = Score()
        for phase in phases.indices {
            switch phases[phase] {
            case .shards:
                try work.run(.train(phase: phase), tasks: work.shards, on: pool)
                sum += work.score
                // A loss that is no number must not reach the weights.
                guard sum.loss.isFinite else { return sum }
            case .tasks(let count):
                try work.run(.phase(phase, of: step), tasks: count, on: pool)
                // A kernel may hide a NaN: max(0, NaN) is 0 on most processors. Weights hide nothing.
                guard work.areWeightsFinite else { return Score(loss: .nan) }
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
            sum += try order.lent { order throws(TrainingError) in
                work.begin(examples, order, .inference)
                try work.run(.evaluate, tasks: work.shards, on: pool)
                return work.score
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
        try order.lent { order throws(TrainingError) in
            try answers.elements.lentToChange { answers throws(TrainingError) in
                guard let base = answers.baseAddress else { return }
                work.begin(examples, order, .inference)
                try work.run(.predict(to: base, size: size), tasks: work.shards, on: pool)
            }
        }
        return answers
    }
}
