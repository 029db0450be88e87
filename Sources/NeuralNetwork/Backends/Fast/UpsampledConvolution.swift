import Tensors

/// A 3x3 convolution of a picture that was first enlarged twice by repeating its pixels.
///
/// Of the nine pixels under the kernel several are copies of one another, so their weights may be added first. For
/// an even output row the three rows under the kernel are copies of two rows of the small picture: the one above,
/// once, and its own, twice; for an odd row its own, twice, and the one below. The same holds for columns. So the
/// four outputs that stand where one pixel stood are four 2x2 convolutions of the small picture: 16 multiplications
/// where there were 36, and the enlarged picture need not exist.
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

    /// One convolution with four times the filters, phase after phase: even or odd row, even or odd column. With a
    /// border of one pixel its window at (i, j) covers rows i - 1 and i; phase (a, b) reads it at (i + a, j + b).
    var geometry: ConvolutionGeometry {
        let input = upSampling.input
        return ConvolutionGeometry(
            input: input, output: [input[0] + 1, input[1] + 1, 4 * filters], size: 2, stride: 1, before: [1, 1],
            after: [1, 1])
    }

    /// The row (or column) of the 2x2 kernel of a phase that row `tap` of the 3x3 kernel is added to.
    private static func row(_ tap: Int, phase: Int) -> Int { phase == 0 ? (tap == 0 ? 0 : 1) : (tap == 2 ? 1 : 0) }

    /// Adds up the four small kernels (HWIO, 2x2) from the large one (HWIO, 3x3).
    func fold(_ w: UnsafeMutablePointer<Float>, to small: UnsafeMutablePointer<Float>) {
        small.update(repeating: 0, count: 16 * channels * filters)
        forEachPair { large, place in
            for f in 0..<filters { small[place + f] += w[large + f] }
        }
    }

    /// The way back: every weight of the large kernel gathers the gradients of the small ones that it was added to.
    func unfold(_ small: UnsafeMutablePointer<Float>, to dw: UnsafeMutablePointer<Float>) {
        dw.update(repeating: 0, count: 9 * channels * filters)
        forEachPair { large, place in
            for f in 0..<filters { dw[large + f] += small[place + f] }
        }
    }

    /// Visits, for each tap, phase and channel, where the filters of both kernels start.
    @inline(__always)
    private func forEachPair(_ body: (Int, Int) -> Void) {
        for tap in 0..<9 {
            for phase in 0..<4 {
                let u = Self.row(tap / 3, phase: phase / 2)
                let v = Self.row(tap % 3, phase: phase % 2)
                for c in 0..<channels {
                    body((tap * channels + c) * filters, ((u * 2 + v) * channels + c) * 4 * filters + phase * filters)
                }
            }
        }
    }
}
