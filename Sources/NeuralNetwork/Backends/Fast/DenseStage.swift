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
        product = MatrixProduct(depth: max(layer.input.count, layer.output.count))
        let passesBack = context.learns && input.gradient != nil
        turned = Buffer(passesBack ? context.images * layer.output.count : 0)
        turnedBelow = Buffer(passesBack ? context.images * layer.input.count : 0)
    }

    func forward(_ shard: Shard, slot: Int) {
        let (inputs, units) = (layer.input.count, layer.output.count)
        let y = output.values[slot]
        product.run(
            rows: context.images, columns: units, depth: inputs,
            Strided(start: input.values[slot], row: inputs, column: 1), weights, bRow: units, start: bias, to: y)
        activation.apply(to: y, rows: context.images, columns: units)
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
            turned.start, bRow: images, to: turnedBelow.start)
        for image in 0..<images {
            let row = below + image * inputs
            for i in 0..<inputs { row[i] = turnedBelow.start[i * images + image] }
        }
    }
}
