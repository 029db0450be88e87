import Tensors

/// One worker's copy of the network: stages in a row, and the flows between them.
final class Lane {
    let output: Flow
    let loss: LossStage
    let denses: [DenseStage]
    private let images: Flow
    private let stages: [any Stage]
    private let library: DNNContext

    init(_ layers: [ResolvedLayer], loss: Loss, _ context: StageContext) throws(BackendError) {
        library = try DNNContext()
        let builder = try LaneBuilder(layers, context, library)
        stages = builder.stages
        denses = builder.denses
        images = builder.images
        output = builder.flow
        self.loss = LossStage(
            loss, activation: layers[layers.count - 1].definition.activation, output: output, images: context.images)
    }

    func forward(_ shard: Shard, slot: Int) throws(BackendError) {
        DNNThreads.useOne()
        let size = images.shape.count
        let x = images.values[slot]
        for (row, image) in shard.range.enumerated() {
            let example = shard.order[image]
            shard.examples.inputs.copy(example * size..<(example + 1) * size, to: x + row * size)
        }
        (x + shard.count * size).update(repeating: 0, count: (loss.images - shard.count) * size)
        for stage in stages { try stage.forward(shard, slot: slot) }
    }

    func backward(_ shard: Shard, slot: Int) throws(BackendError) {
        for stage in stages.reversed() { try stage.backward(shard, slot: slot) }
    }
}
