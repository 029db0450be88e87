import Tensors

/// Dropout: the factors come from the counter-based generator, forward and backward alike.
final class DropoutStage: Stage {
    private let layer: ResolvedLayer
    private let rate: Double
    private let input: Flow
    private let output: Flow
    /// Numbers in a shard, missing images included: their gradient must be written too, and is zero.
    private let count: Int

    init(_ layer: ResolvedLayer, rate: Double, input: Flow, output: Flow, _ context: StageContext) {
        self.layer = layer
        self.rate = rate
        self.input = input
        self.output = output
        count = context.images * layer.input.count
    }

    func forward(_ shard: Shard, slot: Int) {
        if shard.pass.isTraining {
            multiply(input.values[slot], count, by: mask(shard.pass), from: shard.pass, to: output.values[slot])
        } else {
            output.values[slot].update(from: input.values[slot], count: count)
        }
    }

    func backward(_ shard: Shard, slot: Int) {
        guard let above = output.gradient, let below = input.gradient else { return }
        multiply(above[slot], count, by: mask(shard.pass), from: shard.pass, to: below[slot])
    }

    private func mask(_ pass: Pass) -> DropoutMask {
        var pass = pass
        pass.layer = layer.index
        return DropoutMask(rate: rate, pass: pass)
    }

    private func multiply(
        _ source: UnsafeMutablePointer<Float>, _ count: Int, by mask: DropoutMask, from pass: Pass,
        to target: UnsafeMutablePointer<Float>
    ) {
        // A block of the generator covers eight numbers of the batch; the shard may start inside one.
        let first = pass.firstImage * layer.input.count
        var i = 0
        while i < count {
            let factors = mask.block((first + i) / 8)
            let lane = (first + i) % 8
            let run = min(8 - lane, count - i)
            for k in 0..<run { target[i + k] = source[i + k] * factors[lane + k] }
            i += run
        }
    }
}
