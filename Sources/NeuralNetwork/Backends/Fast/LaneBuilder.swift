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
    /// Nobody needs to know how to change the images, nor what only leads to them.
    private var hasParametersBelow = false

    init(_ layers: [ResolvedLayer], _ context: StageContext) throws(BackendError) {
        self.layers = layers
        self.context = context
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
        if let pair = UpsampledConvolution(layers, at: index), let stage = addStage(of: pair) { return stage }
        if layer.definition is Flatten {
            // NHWC is the order that flattening asks for: nothing moves.
            flow = Flow(shape: layer.output, images: flow.images, values: flow.values, gradient: flow.gradient)
        } else if let definition = layer.definition as? Conv2D, WinogradStage.fits(definition, layer) {
            let isLast = index == layers.count - 1
            let next = leaving(layer, layout: isLast ? .interleaved : layoutWanted(at: index + 1))
            add(WinogradStage(layer, definition, input: flow, output: next, isLast: isLast, context), next)
        } else {
            let next = leaving(layer)
            add(try stage(for: layer, to: next), next)
        }
        return index + 1
    }

    /// Adds the stage of an up-sampling and a convolution, if there is one, and returns the index of the layer after it.
    private mutating func addStage(of pair: UpsampledConvolution) -> Int? {
        let next = pair.convolution.index + 1
        let isLast = next == layers.count
        if UpsampledConvolutionStage.fits(pair) {
            hasParametersBelow = true
            let output = leaving(pair.convolution, layout: layoutWanted(at: next))
            add(UpsampledConvolutionStage(pair, input: flow, output: output, isLast: isLast, context), output)
            return next
        }
        if UpsampledMapStage.fits(pair, input: flow) {
            hasParametersBelow = true
            let output = leaving(pair.convolution)
            add(UpsampledMapStage(pair, input: flow, output: output, isLast: isLast, context), output)
            return next
        }
        return nil
    }

    /// The stage of a layer that stands alone.
    private mutating func stage(for layer: ResolvedLayer, to next: Flow) throws(BackendError) -> any Stage {
        let isLast = layer.index == layers.count - 1
        switch layer.definition {
        case let definition as Conv2D:
            return UnrolledStage(layer, definition, input: flow, output: next, isLast: isLast, context)
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
        guard index < layers.count else { return .interleaved }
        if let block = PooledBlock(layers, at: index), WinnerBlockStage.fits(block) { return .blocked }
        if let pair = UpsampledConvolution(layers, at: index), pair.channels.isMultiple(of: 16) {
            return UpsampledConvolutionStage.fits(pair) || pair.filters == 1 ? .stacked : .interleaved
        }
        if let convolution = layers[index].definition as? Conv2D, WinogradStage.fits(convolution, layers[index]),
            PooledBlock(layers, at: index) == nil
        {
            return .stacked
        }
        return .interleaved
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
