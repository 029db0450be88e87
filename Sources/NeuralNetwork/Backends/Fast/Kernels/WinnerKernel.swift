/// The backward pass of a 3x3 convolution that visits winners only.
///
/// For one image it lists, filter by filter, the windows whose winner is alive: where the winner stood, and its
/// gradient. Then, filter by filter and some input channels at a time, nine accumulators (the kernel's gradient)
/// and nine taps (the kernel) stay in registers while the list runs through. Each winner hands its gradient to both
/// factors of its products, as in ``Conv2D``: dw += g x and dx += g w.
final class WinnerKernel {
    private let block: PooledBlock
    private let input: Flow
    private let output: Flow
    private let channels: Int
    private let filters: Int
    /// Kernel and gradient with the filter first: [filter][tap][channel].
    private let kernels: Buffer
    private let gradients: Buffer
    private let bias: Buffer
    /// For each filter its list: places in the picture (floats from its start), gradients, and how many.
    private let places: UnsafeMutablePointer<Int32>
    private let values: Buffer
    private let counts: UnsafeMutablePointer<Int>
    /// Where in the picture each window starts.
    private let corners: UnsafeMutablePointer<Int32>
    /// The gradient of sixteen filters.
    private let nearby: Buffer
    private let windows: Int
    /// The picture and its gradient with a border of zeros, where the convolution has one.
    private let padded: Buffer
    private let paddedGradient: Buffer

    init(_ block: PooledBlock, input: Flow, output: Flow) {
        self.block = block
        self.input = input
        self.output = output
        channels = block.convolution.input[2]
        filters = block.filters
        windows = block.pooling.output[0] * block.pooling.output[1]
        kernels = Buffer(filters * 9 * channels)
        gradients = Buffer(filters * 9 * channels)
        bias = Buffer(filters)
        places = .allocate(capacity: filters * windows)
        places.initialize(repeating: 0, count: filters * windows)
        values = Buffer(filters * windows)
        nearby = Buffer(windows * 16)
        corners = .allocate(capacity: windows)
        for window in 0..<windows {
            let (i, j) = window.quotientAndRemainder(dividingBy: block.pooling.output[1])
            let corner = 2 * (i * block.paddedWidth + j) * input.pixel
            (corners + window).initialize(to: Int32(truncatingIfNeeded: corner))
        }
        counts = .allocate(capacity: filters)
        counts.initialize(repeating: 0, count: filters)
        let size = block.border == 0 ? 0 : block.paddedHeight * block.paddedWidth * channels
        padded = Buffer(size)
        paddedGradient = Buffer(size)
    }

    deinit {
        places.deallocate()
        corners.deallocate()
        counts.deallocate()
    }

    /// Starts a shard: takes over the kernel (HWIO) and forgets earlier gradients.
    func begin(weights: UnsafeMutablePointer<Float>) {
        let rows = 9 * channels
        for r in 0..<rows {
            for f in 0..<filters { kernels.start[f * rows + r] = weights[r * filters + f] }
        }
        gradients.start.update(repeating: 0, count: gradients.count)
        bias.start.update(repeating: 0, count: filters)
    }

    /// Lists the winners of one image that are alive.
    ///
    /// - Parameters:
    ///   - winners: who won each window, 255 where ReLU switched the winner off: sixteen filters of all windows, then
    ///     the next sixteen.
    ///   - gradient: the gradient of the block's outputs.
    func list(_ winners: UnsafeMutablePointer<UInt8>, gradient: UnsafeMutablePointer<Float>) {
        let (pixel, row) = (input.pixel, block.paddedWidth * input.pixel)
        for group in 0..<filters / 16 {
            // Sixteen filters lie far apart in a flow, whose lines would drive each other out of the first cache.
            for window in 0..<windows {
                nearby.start.store(gradient.vector(group * output.group + window * output.pixel), window * 16)
            }
            for lane in 0..<16 {
                let f = group * 16 + lane
                let (places, values) = (places + f * windows, values.start + f * windows)
                let winners = winners + group * windows * 16
                var (count, sum) = (0, bias.start[f])
                for window in 0..<windows {
                    let winner = Int(winners[window * 16 + lane])
                    let g = nearby.start[window * 16 + lane]
                    // Written always, counted only if alive: a branch here would be mispredicted half the time.
                    places[count] =
                        corners[window] &+ Int32(truncatingIfNeeded: (winner >> 1) * row + (winner & 1) * pixel)
                    values[count] = g
                    let isAlive = winner < 4
                    count += isAlive ? 1 : 0
                    sum += isAlive ? g : 0
                }
                (counts[f], bias.start[f]) = (count, sum)
            }
        }
    }

    /// Learns from the listed winners of one image.
    ///
    /// - Parameters:
    ///   - x: the image that the convolution read, HWC.
    ///   - dx: its gradient, overwritten.
    func run(_ x: UnsafeMutablePointer<Float>, dx: UnsafeMutablePointer<Float>?) {
        guard block.border > 0 else {
            dx?.update(repeating: 0, count: block.convolution.input.count)
            visit(x, dx)
            return
        }
        forEachRow { inside, outside, count in (padded.start + inside).update(from: x + outside, count: count) }
        paddedGradient.start.update(repeating: 0, count: paddedGradient.count)
        visit(padded.start, dx == nil ? nil : paddedGradient.start)
        guard let dx else { return }
        forEachRow { inside, outside, count in
            (dx + outside).update(from: paddedGradient.start + inside, count: count)
        }
    }

    /// The rows of a picture: where each starts within the border, where without, and how many floats it has.
    private func forEachRow(_ body: (Int, Int, Int) -> Void) {
        let (height, width) = (input.shape[0], input.shape[1] * input.pixel)
        let row = block.paddedWidth * input.pixel
        for plane in 0..<channels / input.pixel {
            let start = plane * block.paddedHeight * row + block.border * (row + input.pixel)
            for i in 0..<height { body(start + i * row, (plane * height + i) * width, width) }
        }
    }

    private func visit(_ x: UnsafeMutablePointer<Float>, _ dx: UnsafeMutablePointer<Float>?) {
        let (pixel, row) = (input.pixel, block.paddedWidth * input.pixel)
        let group = input.layout == .interleaved ? 16 : block.paddedHeight * row
        // Some channels of the picture and of its gradient stay in the first cache while all filters pass.
        for c in stride(from: 0, to: channels, by: Lanes.scalarCount) {
            let offset = c / 16 * group + c % 16
            for f in 0..<filters {
                let places = places + f * windows
                let values = values.start + f * windows
                let kernel = f * 9 * channels + c
                var gradient = Taps(gradients.start + kernel, stride: channels)
                if let dx {
                    let taps = Taps(kernels.start + kernel, stride: channels)
                    for k in 0..<counts[f] {
                        let place = Int(places[k]) + offset
                        gradient.learn(values[k], from: x + place, pixel: pixel, row: row)
                        taps.teach(values[k], to: dx + place, pixel: pixel, row: row)
                    }
                } else {
                    for k in 0..<counts[f] {
                        gradient.learn(values[k], from: x + Int(places[k]) + offset, pixel: pixel, row: row)
                    }
                }
                gradient.store(gradients.start + kernel, stride: channels)
            }
        }
    }

    /// Ends a shard: writes the gradients of kernel (HWIO) and bias.
    func end(_ dw: UnsafeMutablePointer<Float>, _ db: UnsafeMutablePointer<Float>) {
        let rows = 9 * channels
        for r in 0..<rows {
            for f in 0..<filters { dw[r * filters + f] = gradients.start[f * rows + r] }
        }
        db.update(from: bias.start, count: filters)
    }
}
