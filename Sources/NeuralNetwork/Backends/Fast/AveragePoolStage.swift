import Tensors

/// Average pooling; padding does not count.
final class AveragePoolStage: Stage {
    private let window: Window
    private let input: Flow
    private let output: Flow
    private let images: Int

    init(_ window: Window, input: Flow, output: Flow, _ context: StageContext) {
        self.window = window
        self.input = input
        self.output = output
        images = context.images
    }

    func forward(_ shard: Shard, slot: Int) {
        output.values[slot].update(repeating: 0, count: images * output.shape.count)
        let channels = input.shape[2]
        for image in 0..<images {
            let x = input.values[slot] + image * input.shape.count
            let y = output.values[slot] + image * output.shape.count
            forEachPixel { out, pixel, share in
                for c in 0..<channels { y[out + c] += share * x[pixel + c] }
            }
        }
    }

    func backward(_ shard: Shard, slot: Int) {
        guard let above = output.gradient, let below = input.gradient else { return }
        below[slot].update(repeating: 0, count: images * input.shape.count)
        let channels = input.shape[2]
        for image in 0..<images {
            let g = above[slot] + image * output.shape.count
            let dx = below[slot] + image * input.shape.count
            forEachPixel { out, pixel, share in
                for c in 0..<channels { dx[pixel + c] += share * g[out + c] }
            }
        }
    }

    /// Visits each pixel of each window: where the window's output starts, where the pixel does, its share.
    private func forEachPixel(_ body: (Int, Int, Float) -> Void) {
        let (height, width, channels) = (input.shape[0], input.shape[1], input.shape[2])
        let (top, left) = (window.before(height), window.before(width))
        for i in 0..<output.shape[0] {
            let rows = max(i * window.stride - top, 0)..<min(i * window.stride - top + window.size, height)
            for j in 0..<output.shape[1] {
                let columns = max(j * window.stride - left, 0)..<min(j * window.stride - left + window.size, width)
                let share = 1 / Float(rows.count * columns.count)
                for row in rows {
                    for column in columns {
                        body((i * output.shape[1] + j) * channels, (row * width + column) * channels, share)
                    }
                }
            }
        }
    }
}
