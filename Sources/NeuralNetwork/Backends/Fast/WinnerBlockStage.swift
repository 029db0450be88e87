/// A block inside the network: forward by Winograd's algorithm, pooled window by window, backward from winner to winner.
final class WinnerBlockStage: Stage {
    private let block: PooledBlock
    private let input: Flow
    private let output: Flow
    private let context: StageContext
    private let convolution: WinogradConvolution
    private let winners: WinnerMap
    private let kernel: WinnerKernel
    private var loaded = LoadedWeights()
    private let weights: UnsafeMutablePointer<Float>
    private let bias: UnsafeMutablePointer<Float>

    init(_ block: PooledBlock, input: Flow, output: Flow, _ context: StageContext) {
        self.block = block
        self.input = input
        self.output = output
        self.context = context
        convolution = WinogradConvolution(
            input: block.convolution.input, windows: block.pooling.output, border: block.border, chunk: 2)
        winners = WinnerMap(context.learns ? context.images * output.shape.count : 0)
        kernel = WinnerKernel(block, input: input, output: output)
        weights = context.weights(block.convolution, "kernel")
        bias = context.weights(block.convolution, "bias")
    }

    /// Whether a block is of this kind.
    static func fits(_ block: PooledBlock) -> Bool { block.convolution.input[2].isMultiple(of: 16) }

    func forward(_ shard: Shard, slot: Int) {
        let (size, width) = (output.image, output.shape[1])
        let (pixel, plane) = (output.pixel, output.group)
        let y = output.values[slot]
        let learns = context.learns
        let (windows, groups) = (output.shape[0] * width, block.filters / 16)
        if loaded.isStale(in: shard.pass, learns: learns) { convolution.load(weights) }
        convolution.forward(input.values[slot], input, count: context.images) { image, i, j, group, answers in
            for lane in stride(from: 0, to: 16, by: Lanes.scalarCount) {
                let (bias, answers) = (bias.lanes(group * 16 + lane), answers + lane)
                let window = PooledWindow(
                    answers.lanes(0) + bias, answers.lanes(16) + bias, answers.lanes(64) + bias,
                    answers.lanes(80) + bias)
                y.store(window.value, image * size + group * plane + (i * width + j) * pixel + lane)
                guard learns else { continue }
                winners.store(window.winnerBytes, ((image * groups + group) * windows + i * width + j) * 16 + lane)
            }
        }
    }

    func backward(_ shard: Shard, slot: Int) {
        guard let gradient = output.gradient?[slot] else { return }
        let (dw, db) = context.gradients(of: block.convolution, in: shard)
        kernel.begin(weights: weights)
        for image in 0..<shard.count {
            kernel.list(winners.start + image * output.shape.count, gradient: gradient + image * output.image)
            let offset = image * input.image
            kernel.run(input.values[slot] + offset, dx: input.gradient.map { $0[slot] + offset })
        }
        // Images that the shard lacks teach nothing, and what stands there is from an earlier batch.
        input.clearGradient(slot: slot, from: shard.count)
        kernel.end(dw, db)
    }
}
