import Tensors

/// One step of the fast path: a layer, or several that are fused. Every worker has its own, with its own buffers.
///
/// Calls are for one shard. All buffers have room for a whole shard; where a batch's last shard is not full, the
/// missing images stay zero and their gradient is zero, so that they teach nothing.
protocol Stage: AnyObject {
    /// From the input flow's values to the output flow's.
    func forward(_ shard: Shard, slot: Int) throws(BackendError)

    /// From the output flow's gradient, which it may overwrite, to the input flow's; and the parameters'.
    func backward(_ shard: Shard, slot: Int) throws(BackendError)
}

/// What the stages of all workers share.
final class StageContext {
    let store: ParameterStore
    /// Images in a shard.
    let images: Int
    /// Whether backward passes will be asked for.
    let learns: Bool
    /// The gradients of convolutions, one copy for each shard; added up in the update.
    let gradients: Slots
    /// Where in a copy the gradient of a layer's first parameter stands.
    private let gradientOffsets: [Int: Int]
    /// One gradient's copy.
    let gradientCount: Int
    /// Flows that last until the update, by the layer that they leave.
    private var keptValues: [Int: Slots] = [:]
    private var keptGradients: [Int: Slots] = [:]
    private let layers: [ResolvedLayer]
    /// Places in a kept flow: one for each shard of a batch, and one for each worker, which evaluates there.
    let slots: Int

    init(layers: [ResolvedLayer], store: ParameterStore, images: Int, slots: Int, learns: Bool) {
        self.layers = layers
        self.store = store
        self.images = images
        self.learns = learns
        self.slots = slots
        var offsets: [Int: Int] = [:]
        var end = 0
        for layer in layers where layer.definition is Conv2D {
            offsets[layer.index] = end
            for parameter in layer.parameters { end += (parameter.shape.count + 15) / 16 * 16 }
        }
        gradientOffsets = offsets
        gradientCount = end
        gradients = learns ? Slots(kept: end, slots: slots) : Slots(own: 0)
    }

    /// Whether a layer is an ``OpeningDense``.
    func isOpening(_ layer: ResolvedLayer) -> Bool { OpeningDense.fits(layers, layer) }

    /// Where the weights of a layer's parameter stand.
    func weights(_ layer: ResolvedLayer, _ name: String) -> UnsafeMutablePointer<Float> {
        store.weights.start + (store.place("\(layer.name).\(name)")?.offset ?? 0)
    }

    /// Where in a shard's gradients a layer's first parameter stands.
    func gradientOffset(_ layer: ResolvedLayer) -> Int { gradientOffsets[layer.index] ?? 0 }

    /// Where a shard's gradients of a convolution stand.
    func gradients(of layer: ResolvedLayer, in shard: Shard) -> (
        kernel: UnsafeMutablePointer<Float>, bias: UnsafeMutablePointer<Float>
    ) {
        let kernel = gradients[shard.index] + gradientOffset(layer)
        return (kernel, kernel + (layer.parameters[0].shape.count + 15) / 16 * 16)
    }

    /// The flow that leaves a layer (-1: the images).
    ///
    /// - Parameters:
    ///   - keepsValues, keepsGradient: whether they must last until the update, as a dense layer's do.
    func flow(
        leaving layer: Int, _ shape: Shape, keepsValues: Bool, keepsGradient: Bool, hasGradient: Bool,
        layout: Layout = .interleaved
    ) -> Flow {
        let count = images * shape.count
        func slots(_ kept: inout [Int: Slots], _ keeps: Bool) -> Slots {
            guard keeps, learns else { return Slots(own: count) }
            if let known = kept[layer] { return known }
            let new = Slots(kept: count, slots: self.slots)
            kept[layer] = new
            return new
        }
        return Flow(
            shape: shape, layout: layout, images: images, values: slots(&keptValues, keepsValues),
            gradient: learns && hasGradient ? slots(&keptGradients, keepsGradient) : nil)
    }
}
