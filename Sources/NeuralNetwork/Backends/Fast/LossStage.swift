import Foundation
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
            for i in 0..<size where t[i] > 0 { sum -= log(clipped(p[i])) }
            return sum
        case .binaryCrossEntropy:
            // Most pixels of a picture are black, and of their two logarithms one has no weight.
            for i in 0..<size {
                if t[i] != 0 { sum -= t[i] * log(clipped(p[i])) }
                if t[i] != 1 { sum -= (1 - t[i]) * log(clipped(1 - p[i])) }
            }
        case .meanSquaredError:
            for i in 0..<size { sum += (p[i] - t[i]) * (p[i] - t[i]) }
        }
        return sum / Float(size)
    }
}
