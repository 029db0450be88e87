/// A block inside the network: forward by Winograd's algorithm, pooled window by window, backward from winner to winner.
final class WinnerBlockStage: Stage {
    private let block: PooledBlock
    private let input: Flow
    private let output: Flow
    private let context: StageContext
    private let convolution: WinogradConvolution
    private let winners: WinnerMap
    private let kernel: WinnerKernel
    private var isLoaded = false
    private let weights: UnsafeMutablePointer<Float>
    private let bias: UnsafeMutablePointer<Float>

    init(_ block: PooledBlock, input: Flow, output: Flow, _ context: StageContext) {
        self.block = block
        self.input = input
        self.output = output
        self.context = context
        convolution = WinogradConvolution(
            input: block.convolution.input, pooled: block.pooling.output, border: block.border)
        winners = WinnerMap(context.learns ? context.images * output.shape.count : 0)
        kernel = WinnerKernel(block, input: input, output: output)
        weights = context.weights(block.convolution, "kernel")
        bias = context.weights(block.convolution, "bias")
    }

    /// Whether a block is of this kind.
    static func fits(_ block: PooledBlock) -> Bool { block.convolution.input[2].isMultiple(of: 16) }

    func forward(_ shard: Shard, slot: Int) {
        let (size, width) = (output.shape.count, output.shape[1])
        let (pixel, plane) = (output.pixel, output.group)
        let y = output.values[slot]
        let learns = context.learns
        // Weights that nobody moves are taken over once.
        if learns || !isLoaded { convolution.load(weights) }
        isLoaded = true
        convolution.forward(input.values[slot], input, count: context.images) { image, i, j, group, answers in
            let bias = bias.vector(group * 16)
            let window = PooledWindow(
                answers.vector(0) + bias, answers.vector(16) + bias, answers.vector(64) + bias,
                answers.vector(80) + bias)
            let place = image * size + group * plane + (i * width + j) * pixel
            y.store(window.value, place)
            if learns { winners.store(window.winnerBytes, place) }
        }
    }

    func backward(_ shard: Shard, slot: Int) {
        guard let gradient = output.gradient?[slot] else { return }
        let dw = context.gradients[shard.index] + context.gradientOffset(block.convolution)
        let db = dw + (block.convolution.parameters[0].shape.count + 15) / 16 * 16
        kernel.begin(weights: weights)
        for image in 0..<shard.count {
            let place = image * output.shape.count
            kernel.list(winners.start + place, gradient: gradient + place)
            let offset = image * input.shape.count
            kernel.run(input.values[slot] + offset, dx: input.gradient.map { $0[slot] + offset })
        }
        if let below = input.gradient {
            // Images that the shard lacks teach nothing, and what stands there is from an earlier batch.
            (below[slot] + shard.count * input.shape.count).update(
                repeating: 0, count: (context.images - shard.count) * input.shape.count)
        }
        kernel.end(dw, db)
    }
}
