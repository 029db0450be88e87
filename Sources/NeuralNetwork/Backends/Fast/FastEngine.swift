import Tensors

/// The fast backend: stages over buffers that are planned once.
final class FastEngine: Engine {
    let shardSize: Int
    private let lanes: [Lane]
    private let store: ParameterStore
    private let update: ParameterUpdate

    init(
        layers: [ResolvedLayer], loss: Loss, optimizer: Optimizer, shardSize: Int, shards: Int, workers: Int,
        weights: Parameters
    ) throws(BackendError) {
        self.shardSize = shardSize
        let learns = shards > 0
        store = ParameterStore(layers, moments: learns ? optimizer.momentCount : 0, weights: weights)
        let context = StageContext(
            layers: layers, store: store, images: shardSize, slots: max(shards, workers), learns: learns)
        var lanes: [Lane] = []
        for _ in 0..<workers { lanes.append(try Lane(layers, loss: loss, context)) }
        self.lanes = lanes
        update = ParameterUpdate(
            layers, denses: lanes[0].denses, optimizer: optimizer, context: context, workers: workers)
    }

    func predict(_ shard: Shard, worker: Int, to outputs: UnsafeMutablePointer<Float>) throws(BackendError) {
        let lane = lanes[worker]
        try lane.forward(shard, slot: worker)
        outputs.update(from: lane.output.values[worker], count: shard.count * lane.output.shape.count)
    }

    func evaluate(_ shard: Shard, worker: Int) throws(BackendError) -> Score {
        let lane = lanes[worker]
        try lane.forward(shard, slot: worker)
        return lane.loss.score(shard, slot: worker)
    }

    /// Fetching the images and the ``OpeningDense``, if there is one; the shards; the update.
    var phases: [Phase] {
        let learning: [Phase] = [.shards, .tasks(update.tasks.count)]
        return lanes[0].opening.map { [.shards, .tasks($0.blocks)] + learning } ?? learning
    }

    func train(_ shard: Shard, phase: Int, worker: Int) throws(BackendError) -> Score {
        let (lane, slot) = (lanes[worker], shard.index)
        if lane.opening == nil {
            try lane.forward(shard, slot: slot)
        } else if phase == 0 {
            lane.gather(shard, slot: slot)
            return Score()
        } else {
            try lane.forwardBehindOpening(shard, slot: slot)
        }
        let score = lane.loss.score(shard, slot: slot)
        lane.loss.gradient(shard, slot: slot)
        try lane.backward(shard, slot: slot)
        return score
    }

    func run(task: Int, phase: Int, of step: Step, worker: Int) -> Bool {
        if phase == 1, let opening = lanes[worker].opening {
            opening.multiply(block: task, shards: step.shards)
            return true
        }
        return update.run(task: task, shards: step.shards, step: step.number, worker: worker)
    }

    func export(_ which: Exported) -> Parameters { store.export(which) }

    func load(_ parameters: Parameters, as which: Exported) { store.load(parameters, as: which) }
}
