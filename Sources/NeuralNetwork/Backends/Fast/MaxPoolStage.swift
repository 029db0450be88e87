import Tensors

/// Max pooling that remembers who won each window, so that the way back need not look again.
final class MaxPoolStage: Stage {
    private let window: Window
    private let input: Flow
    private let output: Flow
    private let images: Int
    /// For each output, where in its image the winner stands.
    private var winners: UnsafeMutableBufferPointer<Int32>

    init(_ window: Window, input: Flow, output: Flow, _ context: StageContext) {
        self.window = window
        self.input = input
        self.output = output
        images = context.images
        winners = .allocate(capacity: context.images * output.shape.count)
        winners.initialize(repeating: 0)
    }

    deinit { winners.deallocate() }

    func forward(_ shard: Shard, slot: Int) {
        let (height, width, channels) = (input.shape[0], input.shape[1], input.shape[2])
        let (top, left) = (window.before(height), window.before(width))
        for image in 0..<images {
            let x = input.values[slot] + image * input.shape.count
            var y = output.values[slot] + image * output.shape.count
            var winner = winners.baseAddress.unsafelyUnwrapped + image * output.shape.count
            for i in 0..<output.shape[0] {
                let rows = max(i * window.stride - top, 0)..<min(i * window.stride - top + window.size, height)
                for j in 0..<output.shape[1] {
                    let columns = max(j * window.stride - left, 0)..<min(j * window.stride - left + window.size, width)
                    var pixel = (rows.lowerBound * width + columns.lowerBound) * channels
                    for c in 0..<channels {
                        y[c] = x[pixel + c]
                        winner[c] = Int32(truncatingIfNeeded: pixel + c)
                    }
                    for row in rows {
                        for column in columns {
                            pixel = (row * width + column) * channels
                            for c in 0..<channels {
                                let wins = x[pixel + c] > y[c]
                                y[c] = wins ? x[pixel + c] : y[c]
                                winner[c] = wins ? Int32(truncatingIfNeeded: pixel + c) : winner[c]
                            }
                        }
                    }
                    y += channels
                    winner += channels
                }
            }
        }
    }

    func backward(_ shard: Shard, slot: Int) {
        guard let above = output.gradient, let below = input.gradient else { return }
        below[slot].update(repeating: 0, count: images * input.shape.count)
        for image in 0..<images {
            let g = above[slot] + image * output.shape.count
            let dx = below[slot] + image * input.shape.count
            let winner = winners.baseAddress.unsafelyUnwrapped + image * output.shape.count
            for i in 0..<output.shape.count { dx[Int(winner[i])] += g[i] }
        }
    }
}
