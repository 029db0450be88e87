import Tensors

/// Switches units off at random while training, so that none can rely on another.
///
/// Inverted dropout: the units that stay are scaled by 1 / (1 - rate), so that nothing changes at prediction.
/// Source: N. Srivastava and others, *Dropout: A Simple Way to Prevent Neural Networks from Overfitting*,
/// JMLR 15, 2014.
public struct Dropout: LayerDefinition {
    /// As in Keras.
    public static let kind = "Dropout"
    /// As in Keras.
    public static let identifier = "dropout"

    /// The share of units that are dropped, in steps of 1/65,536.
    public let rate: Double
    /// The hyper-parameters in a fixed order.
    public var settings: String { "rate=\(rate)" }

    /// The shape of one image's output.
    public func outputShape(for input: Shape, layer: String) throws(ModelError) -> Shape {
        guard rate >= 0, rate < 1 else {
            throw .invalidSetting(layer: layer, reason: "a rate of \(rate) is not in 0..<1")
        }
        return input
    }

    // snippet.dropout
    /// y = x m / (1 - rate), where the mask m is 1 for the units that stay.
    public func forward(_ x: Tensor, _ parameters: [Tensor], in pass: Pass) -> Tensor {
        guard pass.isTraining else { return x }
        var y = x
        applyMask(to: &y.elements, perImage: y.elements.count / max(x.shape[0], 1), in: pass)
        return y
    }
    // snippet.end

    /// The gradient passes where the unit stayed.
    public func backward(_ g: Tensor, input x: Tensor, _ parameters: [Tensor], in pass: Pass) -> LayerGradients {
        LayerGradients(input: forward(g, parameters, in: pass))
    }

    private func applyMask(to elements: inout [Float], perImage: Int, in pass: Pass) {
        let mask = DropoutMask(rate: rate, pass: pass)
        for i in elements.indices {
            elements[i] *= mask[pass.firstImage * perImage + i]
        }
    }
}

/// The factors of one dropout layer in one training step: 0, or 1 / (1 - rate).
///
/// The factor of the i-th number of a batch depends on seed, step, layer and i alone: whichever thread asks,
/// forward and backward get the same answer, and nothing needs to be kept.
public struct DropoutMask: Sendable {
    private let key: SIMD2<UInt32>
    private let step: UInt32
    private let layer: UInt32
    private let threshold: UInt16
    /// What a unit that stays is multiplied by.
    public let scale: Float

    /// The factors of one layer in one pass.
    public init(rate: Double, pass: Pass) {
        key = SIMD2(UInt32(truncatingIfNeeded: pass.seed), UInt32(truncatingIfNeeded: pass.seed >> 32))
        step = UInt32(truncatingIfNeeded: pass.step)
        layer = UInt32(truncatingIfNeeded: pass.layer)
        threshold = UInt16(min(max((rate * 65536).rounded(), 0), 65535))
        scale = Float(1 / (1 - rate))
    }

    /// The factors of numbers 8n ..< 8n + 8: one block of the generator, 16 bits each.
    public func block(_ n: Int) -> SIMD8<Float> {
        let words = Philox.block(
            counter: SIMD4(UInt32(truncatingIfNeeded: n), layer, RandomPurpose.dropout.rawValue, step), key: key)
        return SIMD8(
            factor(words.x), factor(words.y), factor(words.z), factor(words.w), factor(words.x >> 16),
            factor(words.y >> 16), factor(words.z >> 16), factor(words.w >> 16))
    }

    /// The factor of number `i` of the batch.
    public subscript(i: Int) -> Float { block(i / 8)[i % 8] }

    @inline(__always)
    private func factor(_ bits: UInt32) -> Float { UInt16(truncatingIfNeeded: bits) < threshold ? 0 : scale }
}

extension Layer {
    /// Drops the share `rate` of all inputs in training.
    public static func dropout(_ rate: Double) -> Layer { Layer(Dropout(rate: rate)) }
}
