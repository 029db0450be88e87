import Tensors

/// A 3x3 convolution with its activation that stands alone, by Winograd's algorithm both ways.
final class WinogradStage: Stage {
    private let layer: ResolvedLayer
    private let activation: Activation
    private let isLast: Bool
    private let input: Flow
    private let output: Flow
    private let context: StageContext
    private let convolution: WinogradConvolution
    private let gradient: WinogradGradient?
    private var loaded = LoadedWeights()
    private var turned = LoadedWeights()
    private let weights: UnsafeMutablePointer<Float>
    private let bias: UnsafeMutablePointer<Float>

    init(
        _ layer: ResolvedLayer, _ definition: Conv2D, input: Flow, output: Flow, isLast: Bool, _ context: StageContext
    ) {
        self.layer = layer
        activation = definition.activation
        self.isLast = isLast
        self.input = input
        self.output = output
        self.context = context
        let border = definition.window.padding == .same ? 1 : 0
        let shape = layer.output
        // Four pictures of 7 x 7 give products of sixteen rows; more would leave the second cache.
        convolution = WinogradConvolution(
            input: layer.input, windows: [(shape[0] + 1) / 2, (shape[1] + 1) / 2, shape[2]], border: border, chunk: 4)
        gradient =
            context.learns
            ? WinogradGradient(input: layer.input, output: shape, border: border, images: context.images) : nil
        weights = context.weights(layer, "kernel")
        bias = context.weights(layer, "bias")
    }

    /// Whether a convolution is of this kind.
    static func fits(_ definition: Conv2D, _ layer: ResolvedLayer) -> Bool {
        definition.window.size == 3 && definition.window.stride == 1 && layer.input[2].isMultiple(of: 16)
            && definition.filters.isMultiple(of: 16) && definition.activation != .softmax
    }

    func forward(_ shard: Shard, slot: Int) {
        if loaded.isStale(in: shard.pass, learns: context.learns) { convolution.load(weights) }
        let (height, width) = (output.shape[0], output.shape[1])
        let y = output.values[slot]
        let floor = Vector(repeating: activation == .relu ? 0 : -.infinity)
        convolution.forward(input.values[slot], input, count: context.images) { image, i, j, group, answers in
            let bias = bias.vector(group * 16)
            let start = y + image * output.image + group * output.group
            for a in 0..<min(2, height - 2 * i) {
                for b in 0..<min(2, width - 2 * j) {
                    let sum = answers.vector(a * 64 + b * 16) + bias
                    start.store(
                        sum.replacing(with: floor, where: sum .< floor),
                        ((2 * i + a) * width + 2 * j + b) * output.pixel)
                }
            }
        }
        if activation != .relu { activation.apply(to: y, rows: context.images, columns: output.shape.count) }
    }

    func backward(_ shard: Shard, slot: Int) {
        guard let gradient, let g = output.gradient?[slot] else { return }
        if turned.isStale(in: shard.pass, learns: true) { gradient.load(weights) }
        // The loss has gone through the last activation already.
        if !isLast {
            activation.applyDerivative(
                to: g, output: output.values[slot], rows: context.images, columns: output.shape.count)
        }
        let (dw, db) = context.gradients(of: layer, in: shard)
        output.sumPixels(of: g, to: db)
        gradient.run(input.values[slot], input, gradient: g, output, dw: dw, dx: input.gradient?[slot])
    }
}
