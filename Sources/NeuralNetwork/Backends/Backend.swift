/// Who does the arithmetic.
public enum Backend: String, Codable, CaseIterable, Sendable {
    /// Loops that read like the formulas; for tests and for reading.
    case reference
    /// Kernels for the processor's vectors, single-threaded on each worker.
    case fast
}

/// A network made ready to run: the small protocol behind which both backends stand.
///
/// A batch is cut into shards of a fixed size. Shards may run at once, each on a worker of its own; what a shard
/// computes depends on the shard alone, and gradients are added in shard order. So the thread count changes the
/// time and not a single bit.
protocol Engine: AnyObject {
    /// How many images a shard holds; the last of a batch may hold fewer.
    var shardSize: Int { get }

    /// Forward alone: writes `shard.count` outputs, one after another.
    func predict(_ shard: Shard, worker: Int, to outputs: UnsafeMutablePointer<Float>) throws(BackendError)

    /// Forward and loss without learning.
    func evaluate(_ shard: Shard, worker: Int) throws(BackendError) -> Score

    /// What a training step goes through. All tasks of a phase end before the next one starts.
    var phases: [Phase] { get }

    /// One shard of a phase.
    ///
    /// - Returns: its part of the batch's loss, once.
    func train(_ shard: Shard, phase: Int, worker: Int) throws(BackendError) -> Score

    /// One task of a phase that is not cut into shards.
    ///
    /// - Returns: whether all weights that it moved, if any, are finite numbers.
    func run(task: Int, phase: Int, of step: Step, worker: Int) throws(BackendError) -> Bool

    /// The current parameters, or those of moment 0 or 1 of the optimiser.
    func export(_ which: Exported) -> Parameters

    /// Takes over parameters or moments; before the first step.
    func load(_ parameters: Parameters, as which: Exported)
}

/// A part of a training step.
enum Phase {
    /// Every shard of the batch on its own.
    case shards
    /// So many tasks that look at the whole batch.
    case tasks(Int)
}

/// What the tasks of a training step must know.
struct Step {
    /// How many shards the batch has.
    let shards: Int
    /// Counts from one, over all epochs.
    let number: Int
}

/// What an engine can hand out.
enum Exported: Hashable, Sendable {
    case weights
    case moment(Int)
}

/// A piece of a batch.
struct Shard {
    /// Its place in the batch.
    let index: Int
    let examples: Examples
    /// Which examples the batch consists of.
    let order: UnsafeBufferPointer<Int>
    /// The shard's part of `order`.
    let range: Range<Int>
    let pass: Pass

    var count: Int { range.count }
    /// How many images the whole batch has, over which the loss is averaged.
    var batchCount: Int { order.count }
}

/// Sums over images, to be divided once all are added.
struct Score {
    var loss: Double = 0
    var correct = 0

    static func += (sum: inout Score, score: Score) {
        sum.loss += score.loss
        sum.correct += score.correct
    }
}
