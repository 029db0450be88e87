import Tensors

/// Repeats every pixel in both directions.
final class UpSamplingStage: Stage {
    private let factor: Int
    private let input: Flow
    private let output: Flow
    private let images: Int

    init(factor: Int, input: Flow, output: Flow, _ context: StageContext) {
        self.factor = factor
        self.input = input
        self.output = output
        images = context.images
    }

    func forward(_ shard: Shard, slot: Int) {
        let (width, channels) = (input.shape[1], input.shape[2])
        let (x, y) = (input.values[slot], output.values[slot])
        // Rows of all images, one under another.
        for row in 0..<images * output.shape[0] {
            for column in 0..<output.shape[1] {
                let source = x + (row / factor * width + column / factor) * channels
                (y + (row * output.shape[1] + column) * channels).update(from: source, count: channels)
            }
        }
    }

    func backward(_ shard: Shard, slot: Int) {
        guard let above = output.gradient, let below = input.gradient else { return }
        let (width, channels) = (input.shape[1], input.shape[2])
        let (g, dx) = (above[slot], below[slot])
        dx.update(repeating: 0, count: images * input.shape.count)
        for row in 0..<images * output.shape[0] {
            for column in 0..<output.shape[1] {
                let source = g + (row * output.shape[1] + column) * channels
                let target = dx + (row / factor * width + column / factor) * channels
                for c in 0..<channels { target[c] += source[c] }
            }
        }
    }
}
