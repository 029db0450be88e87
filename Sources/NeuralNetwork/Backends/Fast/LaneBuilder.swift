import Tensors

/// Chooses the stages of a network, always the same ones for the same layers.
struct LaneBuilder {
    private(set) var stages: [any Stage] = []
    private(set) var denses: [DenseStage] = []
    /// The flow that the images enter by.
    let images: Flow
    /// The flow that leaves the last stage so far.
    private(set) var flow: Flow
    private let layers: [ResolvedLayer]
    private let context: StageContext
    private let library: DNNContext
    /// Nobody needs to know how to change the images, nor what only leads to them.
    private var hasParametersBelow = false

    init(_ layers: [ResolvedLayer], _ context: StageContext, _ library: DNNContext) throws(BackendError) {
        self.layers = layers
        self.context = context
        self.library = library
        images = context.flow(
            leaving: -1, layers[0].input, keepsValues: Self.feedsDense(layers, -1), keepsGradient: false,
            hasGradient: false)
        flow = images
        var index = 0
        while index < layers.count { index = try addStage(at: index) }
    }

    /// Adds the stage that starts with a layer and returns the index of the layer after it.
    private mutating func addStage(at index: Int) throws(BackendError) -> Int {
        let layer = layers[index]
        hasParametersBelow = hasParametersBelow || !layer.parameters.isEmpty
        if let block = PooledBlock(layers, at: index) {
            if FirstBlockStage.fits(block, input: flow) {
                var next = leaving(block.pooling, layout: layoutWanted(at: index + 2))
                if let reader = PooledBlock(layers, at: index + 2), WinnerBlockStage.fits(reader) {
                    next.read = reader.read
                }
                add(FirstBlockStage(block, input: flow, output: next, context), next)
                return index + 2
            }
            if WinnerBlockStage.fits(block) {
                let next = leaving(block.pooling, layout: layoutWanted(at: index + 2))
                add(WinnerBlockStage(block, input: flow, output: next, context), next)
                return index + 2
            }
        }
        if let pair = UpsampledConvolution(layers, at: index) {
            hasParametersBelow = true
            let next = leaving(pair.convolution)
            let isLast = pair.convolution.index == layers.count - 1
            add(
                try UpsampledConvolutionStage(
                    pair, input: flow, output: next, isLast: isLast, context, library), next)
            return index + 2
        }
        if layer.definition is Flatten {
            // NHWC is the order that flattening asks for: nothing moves.
            flow = Flow(shape: layer.output, values: flow.values, gradient: flow.gradient)
        } else {
            let next = leaving(layer)
            add(try stage(for: layer, to: next), next)
        }
        return index + 1
    }

    /// The stage of a layer that stands alone.
    private mutating func stage(for layer: ResolvedLayer, to next: Flow) throws(BackendError) -> any Stage {
        let isLast = layer.index == layers.count - 1
        switch layer.definition {
        case let definition as Conv2D:
            return try ConvolutionStage(
                layer, definition, input: flow, output: next, isLast: isLast, context, library)
        case is Dense:
            let dense = DenseStage(layer, input: flow, output: next, isLast: isLast, context)
            denses.append(dense)
            return dense
        case let definition as MaxPool2D:
            return MaxPoolStage(definition.window, input: flow, output: next, context)
        case let definition as AveragePool2D:
            return AveragePoolStage(definition.window, input: flow, output: next, context)
        case let definition as UpSampling2D:
            return UpSamplingStage(factor: definition.factor, input: flow, output: next, context)
        case let definition as Dropout:
            return DropoutStage(layer, rate: definition.rate, input: flow, output: next, context)
        default:
            throw BackendError(operation: "layer \(layer.name)", reason: "\(layer.kind) has no fast kernel")
        }
    }

    private mutating func add(_ stage: any Stage, _ next: Flow) {
        stages.append(stage)
        flow = next
    }

    /// The layout in which the stage that starts with a layer reads best.
    private func layoutWanted(at index: Int) -> Layout {
        guard let block = PooledBlock(layers, at: index), WinnerBlockStage.fits(block) else { return .interleaved }
        return .blocked
    }

    private func leaving(_ layer: ResolvedLayer, layout: Layout = .interleaved) -> Flow {
        context.flow(
            leaving: layer.index, layer.output,
            keepsValues: Self.feedsDense(layers, layer.index) || context.isOpening(layer),
            keepsGradient: layer.definition is Dense, hasGradient: hasParametersBelow,
            layout: layout)
    }

    /// Whether what leaves a layer is what a dense layer reads.
    private static func feedsDense(_ layers: [ResolvedLayer], _ index: Int) -> Bool {
        layers.dropFirst(index + 1).first { !($0.definition is Flatten) }?.definition is Dense
    }
}
