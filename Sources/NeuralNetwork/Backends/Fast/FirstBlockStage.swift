/// The block that reads the images themselves, which have one channel: convolution, ReLU and pooling in one pass
/// that writes only the winners and where they stood: the full map would be four times as large as what is kept of it.
final class FirstBlockStage: Stage {
    private let block: PooledBlock
    private let input: Flow
    private let output: Flow
    private let context: StageContext
    /// Who won each window, as ``PooledWindow/winners`` says.
    private let winners: Buffer
    private let padded: Buffer
    private let weights: UnsafeMutablePointer<Float>
    private let bias: UnsafeMutablePointer<Float>

    init(_ block: PooledBlock, input: Flow, output: Flow, _ context: StageContext) {
        self.block = block
        self.input = input
        self.output = output
        self.context = context
        winners = Buffer(context.learns ? context.images * output.shape.count : 0)
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
        let (width, filters) = (output.shape[1], block.filters)
        let (rowsRead, columnsRead) = (output.height, output.width)
        let row = block.paddedWidth
        let learns = context.learns
        for image in 0..<context.images {
            let picture = padded.start + image * block.paddedHeight * row
            for filter in stride(from: 0, to: filters, by: Lanes.scalarCount) {
                let taps = Taps(weights + filter, stride: filters)
                let start = bias.lanes(filter)
                let first = image * output.image + filter / 16 * output.group + filter % 16
                let y = output.values[slot]
                for i in 0..<rowsRead {
                    for j in 0..<columnsRead {
                        let x = picture + 2 * i * row + 2 * j
                        let window = PooledWindow(
                            taps.answer(start, on: x, row: row), taps.answer(start, on: x + 1, row: row),
                            taps.answer(start, on: x + row, row: row), taps.answer(start, on: x + row + 1, row: row))
                        let place = first + (i * width + j) * output.pixel
                        y.store(window.value, place)
                        if learns { winners.start.store(window.winners, place) }
                    }
                }
            }
        }
    }

    /// Some filters at a time: each of the four places of a window learns with the gradient of the filters that
    /// it won for, and zero for the others. That is the full convolution's work, but it needs no lists, no
    /// scattered reads, and stays in registers from the first image to the last.
    func backward(_ shard: Shard, slot: Int) {
        guard let gradient = output.gradient?[slot] else { return }
        let (width, filters) = (output.shape[1], block.filters)
        let (rowsRead, columnsRead) = (output.height, output.width)
        let row = block.paddedWidth
        let (none, one) = (Lanes(), Lanes(repeating: 1))
        let (two, three) = (Lanes(repeating: 2), Lanes(repeating: 3))
        let (dw, db) = context.gradients(of: block.convolution, in: shard)
        for filter in stride(from: 0, to: filters, by: Lanes.scalarCount) {
            var taps = Taps()
            var sum = Lanes()
            for image in 0..<shard.count {
                let picture = padded.start + image * block.paddedHeight * row
                let first = image * output.image + filter / 16 * output.group + filter % 16
                for i in 0..<rowsRead {
                    for j in 0..<columnsRead {
                        let place = first + (i * width + j) * output.pixel
                        let x = picture + 2 * i * row + 2 * j
                        let winner = winners.start.lanes(place)
                        let g = gradient.lanes(place)
                        sum += g.replacing(with: none, where: winner .< none)
                        taps.learn(g.replacing(with: none, where: winner .!= none), fromPixels: x, row: row)
                        taps.learn(g.replacing(with: none, where: winner .!= one), fromPixels: x + 1, row: row)
                        taps.learn(g.replacing(with: none, where: winner .!= two), fromPixels: x + row, row: row)
                        taps.learn(
                            g.replacing(with: none, where: winner .!= three), fromPixels: x + row + 1, row: row)
                    }
                }
            }
            taps.store(dw + filter, stride: filters)
            db.store(sum, filter)
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
