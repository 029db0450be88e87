import Tensors

/// The fast backend: stages over NHWC buffers that are planned once; oneDNN for the large convolutions and matrix
/// products, the course's own loops for the rest.
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

    func train(_ shard: Shard, worker: Int) throws(BackendError) -> Score {
        let lane = lanes[worker]
        try lane.forward(shard, slot: shard.index)
        let score = lane.loss.score(shard, slot: shard.index)
        lane.loss.gradient(shard, slot: shard.index)
        try lane.backward(shard, slot: shard.index)
        return score
    }

    var updateTasks: Int { update.tasks.count }

    func update(task: Int, shards: Int, step: Int, worker: Int) {
        update.run(task: task, shards: shards, step: step, worker: worker)
    }

    func export(_ which: Exported) -> Parameters { store.export(which) }

    func load(_ parameters: Parameters, as which: Exported) { store.load(parameters, as: which) }
}
