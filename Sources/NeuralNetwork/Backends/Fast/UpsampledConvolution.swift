import Tensors

/// A 3x3 convolution of a picture that was first enlarged twice by repeating its pixels.
///
/// Along one axis the enlarged picture is x0 x0 x1 x1 ..., and with the weights a, b, c a pair of outputs is
///
///     even = a x[i-1] + (b + c) x[i]        = a d[i] + s x[i]
///     odd  = (a + b) x[i] + c x[i+1]        = s x[i] - c d[i+1]
///
/// where s = a + b + c and d[i] = x[i-1] - x[i]. So a pixel needs three products where there were six, or four with the
/// weights added up first. The same along the other axis: nine products where there were 36 or sixteen, and the
/// enlarged picture need not exist.
struct UpsampledConvolution {
    let upSampling: ResolvedLayer
    let convolution: ResolvedLayer
    let activation: Activation

    var channels: Int { upSampling.input[2] }
    var filters: Int { convolution.output[2] }

    /// The pair that starts at `index`, if one does.
    init?(_ layers: [ResolvedLayer], at index: Int) {
        guard index + 1 < layers.count, let upSampling = layers[index].definition as? UpSampling2D,
            let convolution = layers[index + 1].definition as? Conv2D
        else { return nil }
        guard upSampling.factor == 2, convolution.window == Window(size: 3, stride: 1, padding: .same) else {
            return nil
        }
        self.upSampling = layers[index]
        self.convolution = layers[index + 1]
        activation = convolution.activation
    }
}

/// The nine kernels of an ``UpsampledConvolution``: down and across one of a, s and c each.
struct NineKernels {
    let channels: Int
    let filters: Int
    /// [3 * down + across][channel][filter], and turned: [3 * down + across][filter][channel].
    let kernels: Buffer
    let turned: Buffer
    let gradients: Buffer

    var size: Int { channels * filters }

    init(channels: Int, filters: Int, learns: Bool) {
        self.channels = channels
        self.filters = filters
        kernels = Buffer(9 * channels * filters)
        turned = Buffer(learns ? 9 * channels * filters : 0)
        gradients = Buffer(learns ? 9 * channels * filters : 0)
    }

    /// The rows (or columns) of the layer's kernel that stand in a kernel of ours.
    private static func taps(_ part: Int) -> ClosedRange<Int> { part == 1 ? 0...2 : part...part }

    /// Adds up the layer's kernel (HWIO).
    func load(_ weights: UnsafeMutablePointer<Float>) {
        kernels.start.update(repeating: 0, count: kernels.count)
        forEachPair { large, small in
            for i in stride(from: 0, to: size, by: 16) {
                kernels.start.store(kernels.start.vector(small + i) + weights.vector(large + i), small + i)
            }
        }
        guard turned.count > 0 else { return }
        for kernel in 0..<9 {
            let (source, target) = (kernels.start + kernel * size, turned.start + kernel * size)
            for c in 0..<channels {
                for f in 0..<filters { target[f * channels + c] = source[c * filters + f] }
            }
        }
    }

    /// The way back: every weight gathers the gradients of the kernels that it was added to.
    func unload(to dw: UnsafeMutablePointer<Float>) {
        dw.update(repeating: 0, count: 9 * size)
        forEachPair { large, small in
            for i in stride(from: 0, to: size, by: 16) {
                dw.store(dw.vector(large + i) + gradients.start.vector(small + i), large + i)
            }
        }
    }

    /// Visits, for each kernel, the taps of the layer's kernel that stand in it: where both start.
    private func forEachPair(_ body: (_ large: Int, _ small: Int) -> Void) {
        for kernel in 0..<9 {
            for row in Self.taps(kernel / 3) {
                for column in Self.taps(kernel % 3) { body((row * 3 + column) * size, kernel * size) }
            }
        }
    }
}
