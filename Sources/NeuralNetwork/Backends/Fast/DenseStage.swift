/// A dense layer with its activation. The gradient of its kernel is left to the update, which sees the whole batch.
final class DenseStage: Stage {
    let layer: ResolvedLayer
    let input: Flow
    let output: Flow
    private let activation: Activation
    private let isLast: Bool
    private let context: StageContext
    private let weights: UnsafeMutablePointer<Float>
    private let bias: UnsafeMutablePointer<Float>
    private let product: MatrixProduct
    let isOpening: Bool
    /// Units whose weights lie together.
    private let width: Int
    /// The gradient, turned: [unit][image]; and the input's, turned: [input][image].
    private let turned: Buffer
    private let turnedBelow: Buffer

    init(
        _ layer: ResolvedLayer, input: Flow, output: Flow, isLast: Bool, _ context: StageContext
    ) {
        self.layer = layer
        self.input = input
        self.output = output
        self.isLast = isLast
        self.context = context
        activation = layer.definition.activation
        weights = context.weights(layer, "kernel")
        bias = context.weights(layer, "bias")
        isOpening = context.isOpening(layer)
        width = isOpening ? OpeningDense.width : layer.output.count
        product = MatrixProduct(depth: max(layer.input.count, layer.output.count))
        let passesBack = context.learns && input.gradient != nil
        turned = Buffer(passesBack ? context.images * layer.output.count : 0)
        turnedBelow = Buffer(passesBack ? context.images * layer.input.count : 0)
    }

    func forward(_ shard: Shard, slot: Int) {
        for block in 0..<blocks { multiply(block: block, slot: slot, images: context.images) }
        activate(slot: slot)
    }

    /// How many blocks of units there are.
    var blocks: Int { layer.output.count / width }

    /// The sums of one block of units for the whole batch.
    func multiply(block: Int, shards: Int) { multiply(block: block, slot: 0, images: shards * context.images) }

    private func multiply(block: Int, slot: Int, images: Int) {
        let (inputs, units) = (layer.input.count, layer.output.count)
        product.run(
            rows: images, columns: width, depth: inputs,
            Strided(start: input.values[slot], row: inputs, column: 1), weights + block * inputs * width, bRow: width,
            start: .row(bias + block * width), to: output.values[slot] + block * width, cRow: units)
    }

    /// Turns sums into answers.
    func activate(slot: Int) {
        activation.apply(to: output.values[slot], rows: context.images, columns: layer.output.count)
    }

    func backward(_ shard: Shard, slot: Int) {
        guard let gradient = output.gradient?[slot] else { return }
        let (images, inputs, units) = (context.images, layer.input.count, layer.output.count)
        // The loss has gone through the last activation already.
        if !isLast {
            activation.applyDerivative(to: gradient, output: output.values[slot], rows: images, columns: units)
        }
        guard let below = input.gradient?[slot] else { return }
        // The images become the lanes of a vector: so every weight is read once, in the order of memory.
        for image in 0..<images {
            for unit in 0..<units { turned.start[unit * images + image] = gradient[image * units + unit] }
        }
        product.run(
            rows: inputs, columns: images, depth: units, Strided(start: weights, row: units, column: 1),
            turned.start, bRow: images, to: turnedBelow.start, cRow: images)
        for image in 0..<images {
            let row = below + image * inputs
            for i in 0..<inputs { row[i] = turnedBelow.start[i * images + image] }
        }
    }
}
