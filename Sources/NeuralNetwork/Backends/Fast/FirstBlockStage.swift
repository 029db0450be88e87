/// The block that reads the images themselves, which have one channel: convolution, ReLU and pooling in one pass
/// that writes only the winners and where they stood. oneDNN, made for many channels, reaches a fifth of the peak
/// here, and the full map that it writes is four times as large as what is kept of it.
final class FirstBlockStage: Stage {
    private let block: PooledBlock
    private let input: Flow
    private let output: Flow
    private let context: StageContext
    private let winners: WinnerMap
    private let padded: Buffer
    private let weights: UnsafeMutablePointer<Float>
    private let bias: UnsafeMutablePointer<Float>

    init(_ block: PooledBlock, input: Flow, output: Flow, _ context: StageContext) {
        self.block = block
        self.input = input
        self.output = output
        self.context = context
        winners = WinnerMap(context.images * output.shape.count)
        padded = Buffer(context.images * block.paddedHeight * block.paddedWidth)
        weights = context.weights(block.convolution, "kernel")
        bias = context.weights(block.convolution, "bias")
    }

    /// Whether a block is of this kind.
    static func fits(_ block: PooledBlock, input: Flow) -> Bool {
        input.gradient == nil && block.convolution.input[2] == 1
    }

    func forward(_ shard: Shard, slot: Int) {
        addBorder(to: input.values[slot])
        let (height, width, filters) = (output.shape[0], output.shape[1], block.filters)
        let row = block.paddedWidth
        for image in 0..<context.images {
            let picture = padded.start + image * block.paddedHeight * row
            for group in 0..<filters / 16 {
                let taps = Taps(weights + group * 16, stride: filters)
                let start = bias.vector(group * 16)
                let first = image * output.shape.count + group * output.group
                let y = output.values[slot]
                for i in 0..<height {
                    for j in 0..<width {
                        let x = picture + 2 * i * row + 2 * j
                        let (value, winner) = pooled(
                            taps.answer(start, on: x, row: row), taps.answer(start, on: x + 1, row: row),
                            taps.answer(start, on: x + row, row: row), taps.answer(start, on: x + row + 1, row: row))
                        let place = first + (i * width + j) * output.pixel
                        y.store(value, place)
                        winners.store(winner, place)
                    }
                }
            }
        }
    }

    /// Sixteen filters at a time: each of the four places of a window learns with the gradient of the filters that
    /// it won for, and zero for the others. That is the full convolution's work, but it needs no lists, no
    /// scattered reads, and stays in registers from the first image to the last.
    func backward(_ shard: Shard, slot: Int) {
        guard let gradient = output.gradient?[slot] else { return }
        let (height, width, filters) = (output.shape[0], output.shape[1], block.filters)
        let row = block.paddedWidth
        let y = output.values[slot]
        let dw = context.gradients[shard.index] + context.gradientOffset(block.convolution)
        let db = dw + (9 * filters + 15) / 16 * 16
        for group in 0..<filters / 16 {
            var taps = Taps()
            var sum = Vector()
            for image in 0..<shard.count {
                let picture = padded.start + image * block.paddedHeight * row
                let first = image * output.shape.count + group * output.group
                for i in 0..<height {
                    for j in 0..<width {
                        let place = first + (i * width + j) * output.pixel
                        let x = picture + 2 * i * row + 2 * j
                        let alive = gradient.vector(place).replacing(with: 0, where: y.vector(place) .<= 0)
                        let winner = SIMD16<Int32>(truncatingIfNeeded: winners.load(place))
                        sum += alive
                        taps.learn(alive.replacing(with: 0, where: winner .!= 0), fromPixels: x, row: row)
                        taps.learn(alive.replacing(with: 0, where: winner .!= 1), fromPixels: x + 1, row: row)
                        taps.learn(alive.replacing(with: 0, where: winner .!= 2), fromPixels: x + row, row: row)
                        taps.learn(alive.replacing(with: 0, where: winner .!= 3), fromPixels: x + row + 1, row: row)
                    }
                }
            }
            taps.store(dw + group * 16, stride: filters)
            db.store(sum, group * 16)
        }
    }

    private func addBorder(to images: UnsafeMutablePointer<Float>) {
        let (height, width, border) = (input.shape[0], input.shape[1], block.border)
        for line in 0..<context.images * height {
            let row = line / height * block.paddedHeight + line % height + border
            (padded.start + row * block.paddedWidth + border).update(from: images + line * width, count: width)
        }
    }
}
