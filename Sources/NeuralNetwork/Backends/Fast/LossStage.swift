import Elementary
import Tensors

/// The loss of one shard and its gradient, on the flow that leaves the last layer.
final class LossStage {
    private let loss: Loss
    private let activation: Activation
    private let output: Flow
    let images: Int
    private let targets: Buffer

    init(_ loss: Loss, activation: Activation, output: Flow, images: Int) {
        self.loss = loss
        self.activation = activation
        self.output = output
        self.images = images
        targets = Buffer(images * output.shape.count)
    }

    /// The sums of the images' losses and right answers, in order.
    func score(_ shard: Shard, slot: Int) -> Score {
        let size = output.shape.count
        fillTargets(shard)
        var sum = Score()
        for image in 0..<shard.count {
            let prediction = output.values[slot] + image * size
            sum.loss += Double(value(prediction, targets.start + image * size, size))
            if case .labels(let labels, _) = shard.examples.targets {
                let label = Int(labels[shard.order[shard.range.lowerBound + image]])
                var best = 0
                for i in 0..<size where prediction[i] > prediction[best] { best = i }
                sum.correct += best == label ? 1 : 0
            }
        }
        return sum
    }

    /// Writes the gradient with respect to the last layer's sums; call ``score(_:slot:)`` first.
    func gradient(_ shard: Shard, slot: Int) {
        guard let gradient = output.gradient?[slot] else { return }
        let size = output.shape.count
        let (p, t) = (output.values[slot], targets.start)
        let count = shard.count * size
        let perImage = 1 / Float(shard.batchCount)
        let perNumber = perImage / Float(size)
        switch (loss, activation) {
        case (.categoricalCrossEntropy, .softmax):
            for i in 0..<count { gradient[i] = (p[i] - t[i]) * perImage }
        case (.binaryCrossEntropy, .sigmoid):
            for i in 0..<count { gradient[i] = (p[i] - t[i]) * perNumber }
        default:
            for i in 0..<count {
                gradient[i] =
                    switch loss {
                    case .categoricalCrossEntropy: -t[i] / clipped(p[i]) * perImage
                    case .binaryCrossEntropy: ((1 - t[i]) / clipped(1 - p[i]) - t[i] / clipped(p[i])) * perNumber
                    case .meanSquaredError: 2 * (p[i] - t[i]) * perNumber
                    }
            }
            activation.applyDerivative(to: gradient, output: p, rows: shard.count, columns: size)
        }
        (gradient + count).update(repeating: 0, count: (images - shard.count) * size)
    }

    private func fillTargets(_ shard: Shard) {
        let size = output.shape.count
        for (row, image) in shard.range.enumerated() {
            let target = targets.start + row * size
            let example = shard.order[image]
            switch shard.examples.targets {
            case .labels(let labels, _):
                target.update(repeating: 0, count: size)
                target[Int(labels[example])] = 1
            case .images(let pixels):
                pixels.copy(example * size..<(example + 1) * size, to: target)
            }
        }
    }

    private func value(_ p: UnsafeMutablePointer<Float>, _ t: UnsafeMutablePointer<Float>, _ size: Int) -> Float {
        var sum: Float = 0
        switch loss {
        case .categoricalCrossEntropy:
            for i in 0..<size where t[i] > 0 { sum -= .log(clipped(p[i])) }
            return sum
        case .binaryCrossEntropy:
            sum = Self.binaryCrossEntropy(p, t, size)
        case .meanSquaredError:
            for i in 0..<size { sum += (p[i] - t[i]) * (p[i] - t[i]) }
        }
        return sum / Float(size)
    }

    /// The sum of -(t log p + (1 - t) log(1 - p)): sixteen sums side by side, added up in halves, and then the numbers
    /// that fill no vector.
    private static func binaryCrossEntropy(
        _ p: UnsafeMutablePointer<Float>, _ t: UnsafeMutablePointer<Float>, _ size: Int
    ) -> Float {
        let whole = size & ~15
        let smallest = Vector(repeating: smallestProbability)
        var sums = Vector()
        for i in stride(from: 0, to: whole, by: 16) {
            let (p, t) = (p.vector(i), t.vector(i))
            let q = 1 - p
            let yes = Vector.log(p.replacing(with: smallest, where: p .< smallest))
            let no = Vector.log(q.replacing(with: smallest, where: q .< smallest))
            sums -= t * yes + (1 - t) * no
        }
        let eight = sums.lowHalf + sums.highHalf
        let four = eight.lowHalf + eight.highHalf
        var sum = four.x + four.z + (four.y + four.w)
        for i in whole..<size { sum -= t[i] * .log(clipped(p[i])) + (1 - t[i]) * .log(clipped(1 - p[i])) }
        return sum
    }
}
