import Tensors

/// Dropout: the factors come from the counter-based generator and serve the way back too.
final class DropoutStage: Stage {
    private let layer: ResolvedLayer
    private let rate: Double
    private let input: Flow
    private let output: Flow
    /// Numbers in a shard, missing images included: their gradient must be written too, and is zero.
    private let count: Int
    /// The factors of the shard, with room for the part of a block before its first number and after its last.
    private let factors: Buffer

    init(_ layer: ResolvedLayer, rate: Double, input: Flow, output: Flow, _ context: StageContext) {
        self.layer = layer
        self.rate = rate
        self.input = input
        self.output = output
        count = context.images * layer.input.count
        factors = Buffer(context.learns ? count + 16 : 0)
    }

    func forward(_ shard: Shard, slot: Int) {
        guard shard.pass.isTraining else {
            output.values[slot].update(from: input.values[slot], count: count)
            return
        }
        var pass = shard.pass
        pass.layer = layer.index
        let mask = DropoutMask(rate: rate, pass: pass)
        // A block of the generator covers eight numbers of the batch; the shard may start inside one.
        let first = pass.firstImage * layer.input.count
        for block in 0...(first % 8 + count) / 8 {
            UnsafeMutableRawPointer(factors.start + block * 8).storeBytes(
                of: mask.block(first / 8 + block), as: SIMD8<Float>.self)
        }
        multiply(input.values[slot], by: factors.start + first % 8, to: output.values[slot])
    }

    func backward(_ shard: Shard, slot: Int) {
        guard let above = output.gradient, let below = input.gradient else { return }
        let first = shard.pass.firstImage * layer.input.count
        multiply(above[slot], by: factors.start + first % 8, to: below[slot])
    }

    private func multiply(
        _ source: UnsafeMutablePointer<Float>, by factors: UnsafeMutablePointer<Float>,
        to target: UnsafeMutablePointer<Float>
    ) {
        for i in 0..<count { target[i] = source[i] * factors[i] }
    }
}
