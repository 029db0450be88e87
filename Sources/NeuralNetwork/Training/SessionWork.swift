import Synchronization

/// What the workers of a session do at the moment.
///
/// A class that is made once and filled anew for every run of the pool, where a closure would be the shorter way:
/// closures that go to other threads cost an allocation each time, and a training step makes none.
final class SessionWork: PooledWork {
    enum Purpose {
        /// A phase of a training step that takes the batch shard by shard.
        case train(phase: Int)
        /// A phase whose tasks look at the whole batch.
        case phase(Int, of: Step)
        case evaluate
        /// Writes outputs of `size` numbers, one after another.
        case predict(to: UnsafeMutablePointer<Float>, size: Int)
    }

    private let engine: any Engine
    private var purpose = Purpose.evaluate
    private var examples: Examples?
    private var order = UnsafeBufferPointer<Int>(start: nil, count: 0)
    private var pass = Pass.inference
    /// One for each shard of the batch.
    private let scores: UnsafeMutableBufferPointer<Score>
    private let isFinite = Atomic<Bool>(true)
    /// Of several errors the one of the lowest task.
    private let first = Mutex<(task: Int, error: BackendError)?>(nil)

    /// - Parameter shards: how many a batch has at most.
    init(_ engine: any Engine, shards: Int) {
        self.engine = engine
        scores = .allocate(capacity: shards)
        scores.initialize(repeating: Score())
    }

    deinit { scores.deallocate() }

    /// Takes over the batch that the next runs are about.
    func begin(_ examples: Examples, _ order: UnsafeBufferPointer<Int>, _ pass: Pass) {
        self.examples = examples
        self.order = order
        self.pass = pass
        isFinite.store(true, ordering: .relaxed)
        first.withLock { $0 = nil }
    }

    /// How many shards the batch has.
    var shards: Int { (order.count + engine.shardSize - 1) / engine.shardSize }

    /// Whether all weights that were moved since ``begin(_:_:_:)`` are finite numbers.
    var areWeightsFinite: Bool { isFinite.load(ordering: .relaxed) }

    /// The scores of all shards, added in their order.
    var score: Score { scores[..<shards].reduce(into: Score()) { $0 += $1 } }

    /// Runs all tasks of a purpose.
    func run(_ purpose: Purpose, tasks: Int, on pool: WorkerPool) throws(TrainingError) {
        self.purpose = purpose
        pool.run(tasks: tasks, self)
        if let error = first.withLock({ $0?.error }) { throw .backend(error) }
    }

    func perform(task: Int, worker: Int) {
        do throws(BackendError) {
            switch purpose {
            case .train(let phase):
                if let shard = shard(task) { scores[task] = try engine.train(shard, phase: phase, worker: worker) }
            case .phase(let phase, let step):
                let areFinite = try engine.run(task: task, phase: phase, of: step, worker: worker)
                if !areFinite { isFinite.store(false, ordering: .relaxed) }
            case .evaluate:
                if let shard = shard(task) { scores[task] = try engine.evaluate(shard, worker: worker) }
            case .predict(let outputs, let size):
                guard let shard = shard(task) else { return }
                try engine.predict(shard, worker: worker, to: outputs + shard.range.lowerBound * size)
            }
        } catch {
            first.withLock { if task < $0?.task ?? .max { $0 = (task, error) } }
        }
    }

    private func shard(_ index: Int) -> Shard? {
        guard let examples else { return nil }
        var pass = pass
        pass.firstImage = index * engine.shardSize
        let range = pass.firstImage..<min(pass.firstImage + engine.shardSize, order.count)
        return Shard(index: index, examples: examples, order: order, range: range, pass: pass)
    }
}
