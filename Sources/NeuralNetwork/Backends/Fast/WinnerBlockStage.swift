/// A block inside the network: forward by oneDNN and a pooling that remembers winners, backward from winner to
/// winner.
final class WinnerBlockStage: Stage {
    private let block: PooledBlock
    private let input: Flow
    private let output: Flow
    private let context: StageContext
    private let convolution: DNNConvolution
    /// What the convolution answers, before ReLU and pooling.
    private let map: Buffer
    private let winners: WinnerMap
    private let kernel: WinnerKernel
    private let weights: UnsafeMutablePointer<Float>
    private let bias: UnsafeMutablePointer<Float>

    init(
        _ block: PooledBlock, _ definition: Conv2D, input: Flow, output: Flow, _ context: StageContext,
        _ library: DNNContext
    ) throws(BackendError) {
        self.block = block
        self.input = input
        self.output = output
        self.context = context
        map = Buffer(context.images * block.convolution.output.count)
        winners = WinnerMap(context.images * output.shape.count)
        kernel = WinnerKernel(block, input: input, output: output)
        weights = context.weights(block.convolution, "kernel")
        bias = context.weights(block.convolution, "bias")
        convolution = try DNNConvolution(
            ConvolutionGeometry(definition, input: block.convolution.input, output: block.convolution.output),
            images: context.images, relu: false, learns: false, passesBack: false, winograd: input.layout == .blocked,
            library)
    }

    /// Whether a block is of this kind.
    static func fits(_ block: PooledBlock) -> Bool { block.convolution.input[2].isMultiple(of: 16) }

    func forward(_ shard: Shard, slot: Int) throws(BackendError) {
        try convolution.forward(input.values[slot], weights, bias, to: map.start)
        let (height, width, filters) = (output.shape[0], output.shape[1], block.filters)
        let answers = Flow(
            shape: block.convolution.output, layout: input.layout, values: Slots(own: 0), gradient: nil)
        let (pixel, row) = (answers.pixel, answers.pixel * answers.shape[1])
        let y = output.values[slot]
        for image in 0..<context.images {
            for group in 0..<filters / 16 {
                let first = image * output.shape.count + group * output.group
                let source = map.start + image * answers.shape.count + group * answers.group
                for i in 0..<height {
                    for j in 0..<width {
                        let x = source + 2 * i * row + 2 * j * pixel
                        let window = PooledWindow(
                            x.vector(0), x.vector(pixel), x.vector(row), x.vector(row + pixel))
                        let place = first + (i * width + j) * output.pixel
                        y.store(window.value, place)
                        winners.store(window.winnerBytes, place)
                    }
                }
            }
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
