import Tensors

/// One worker's copy of the network: stages in a row, and the flows between them.
final class Lane {
    let output: Flow
    let loss: LossStage
    let denses: [DenseStage]
    private let images: Flow
    private let stages: [any Stage]

    init(_ layers: [ResolvedLayer], loss: Loss, _ context: StageContext) throws(BackendError) {
        let builder = try LaneBuilder(layers, context)
        stages = builder.stages
        denses = builder.denses
        images = builder.images
        output = builder.flow
        self.loss = LossStage(
            loss, activation: layers[layers.count - 1].definition.activation, output: output, images: context.images)
    }

    /// Runs a shard through the whole network.
    func forward(_ shard: Shard, slot: Int) throws(BackendError) {
        gather(shard, slot: slot)
        for stage in stages { try stage.forward(shard, slot: slot) }
    }

    /// Fetches the images of a shard.
    func gather(_ shard: Shard, slot: Int) {
        let size = images.shape.count
        let x = images.values[slot]
        shard.examples.inputs.gather(UnsafeBufferPointer(rebasing: shard.order[shard.range]), size: size, to: x)
        (x + shard.count * size).update(repeating: 0, count: (loss.images - shard.count) * size)
    }

    /// The layer that takes the images of the whole batch at once, if there is one.
    var opening: DenseStage? { denses.first.flatMap { $0.isOpening ? $0 : nil } }

    /// Goes on where ``opening`` has written its sums.
    func forwardBehindOpening(_ shard: Shard, slot: Int) throws(BackendError) {
        opening?.activate(slot: slot)
        for stage in stages.dropFirst() { try stage.forward(shard, slot: slot) }
    }

    func backward(_ shard: Shard, slot: Int) throws(BackendError) {
        for stage in stages.reversed() { try stage.backward(shard, slot: slot) }
    }
}
