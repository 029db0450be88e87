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
        var stages: [any Stage] = []
        var denses: [DenseStage] = []
        func feedsDense(_ index: Int) -> Bool {
            let next = layers.dropFirst(index + 1).first { !($0.definition is Flatten) }
            return next?.definition is Dense
        }
        // Nobody needs to know how to change the images, nor what only leads to them.
        var hasParametersBelow = false
        var flow = context.flow(
            leaving: -1, layers[0].input, keepsValues: feedsDense(-1), keepsGradient: false, hasGradient: false)
        images = flow
        for layer in layers {
            if layer.definition is Flatten {
                flow = Flow(shape: layer.output, values: flow.values, gradient: flow.gradient)
                continue
            }
            hasParametersBelow = hasParametersBelow || !layer.parameters.isEmpty
            let isLast = layer.index == layers.count - 1
            let next = context.flow(
                leaving: layer.index, layer.output, keepsValues: feedsDense(layer.index),
                keepsGradient: layer.definition is Dense, hasGradient: hasParametersBelow)
            let stage: any Stage
            switch layer.definition {
            case let definition as Conv2D:
                stage = try ConvolutionStage(
                    layer, definition, input: flow, output: next, isLast: isLast, context, library)
            case is Dense:
                let dense = DenseStage(layer, input: flow, output: next, isLast: isLast, context)
                denses.append(dense)
                stage = dense
            case let definition as MaxPool2D:
                stage = MaxPoolStage(definition.window, input: flow, output: next, context)
            case let definition as AveragePool2D:
                stage = AveragePoolStage(definition.window, input: flow, output: next, context)
            case let definition as UpSampling2D:
                stage = UpSamplingStage(factor: definition.factor, input: flow, output: next, context)
            case let definition as Dropout:
                stage = DropoutStage(layer, rate: definition.rate, input: flow, output: next, context)
            default:
                throw BackendError(
                    operation: "layer \(layer.name)", reason: "\(layer.kind) has no fast kernel")
            }
            stages.append(stage)
            flow = next
        }
        self.stages = stages
        self.denses = denses
        output = flow
        self.loss = LossStage(
            loss, activation: layers[layers.count - 1].definition.activation, output: flow, images: context.images)
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
