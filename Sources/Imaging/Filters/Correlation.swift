// snippet.output-size
/// How many positions a window of `kernel` pixels has along a side of `input` pixels with `padding` pixels
/// added at both ends, when it moves by `stride`: ⌊(n + 2p − k) / s⌋ + 1, and none where it does not fit.
///
/// - Precondition: `kernel` and `stride` are positive.
public func outputSize(input: Int, kernel: Int, padding: Int = 0, stride: Int = 1) -> Int {
    let room = input + 2 * padding - kernel
    return room < 0 ? 0 : room / stride + 1
}
// snippet.end

// snippet.correlation
/// The kernel visits every pixel: at each place, the pixels under it are multiplied by its weights, and the
/// products added up. Where the kernel would reach beyond the picture there is no place, so the answer is
/// smaller than the picture.
///
/// This is the formula as it is taught; ``GrayImage/correlated(with:border:stride:)`` gives the same numbers
/// faster.
///
/// - Precondition: `stride` is positive.
public func correlation(of image: GrayImage, with kernel: Kernel, stride: Int = 1) -> GrayImage {
    var answer = GrayImage(
        width: outputSize(input: image.width, kernel: kernel.columns, stride: stride),
        height: outputSize(input: image.height, kernel: kernel.rows, stride: stride))
    for row in 0..<answer.height {
        for column in 0..<answer.width {
            var sum: Float = 0
            for i in 0..<kernel.rows {
                for j in 0..<kernel.columns {
                    sum += kernel[i, j] * image[row * stride + i, column * stride + j]
                }
            }
            answer[row, column] = sum
        }
    }
    return answer
}
// snippet.end

extension GrayImage {
    /// What networks call convolution: cross-correlation with the kernel, moved by `stride`.
    ///
    /// With any border rule but `valid` the answer has the picture's size (divided by the stride, rounded up):
    /// the kernel's middle visits every pixel. A kernel of even size has its middle above and left of its
    /// centre. With `valid`, a kernel larger than the picture answers nothing, an image without pixels.
    ///
    /// - Precondition: `stride` is positive.
    public func correlated(with kernel: Kernel, border: Border = .valid, stride: Int = 1) -> GrayImage {
        precondition(stride > 0, "a stride of \(stride)")
        return vectorCorrelation(of: padded(for: kernel, border: border), with: kernel, stride: stride)
    }

    /// What mathematics calls convolution: correlation with the kernel turned by half a turn.
    ///
    /// - Precondition: `stride` is positive.
    public func convolved(with kernel: Kernel, border: Border = .valid, stride: Int = 1) -> GrayImage {
        correlated(with: kernel.flipped, border: border, stride: stride)
    }

    /// The picture with as much border as the kernel needs to visit every pixel.
    private func padded(for kernel: Kernel, border: Border) -> GrayImage {
        guard border != .valid else { return self }
        let above = (kernel.rows - 1) / 2
        let left = (kernel.columns - 1) / 2
        return padded(
            top: above, left: left, bottom: kernel.rows - 1 - above, right: kernel.columns - 1 - left, border: border)
    }
}

extension Kernel {
    /// The products of the kernel with the pixels under it, as a matrix of its own size; their sum is the
    /// kernel's answer.
    ///
    /// - Precondition: `window` has the kernel's size.
    public func products(with window: GrayImage) -> [[Float]] {
        precondition(window.height == rows && window.width == columns, "a window of \(window.width) x \(window.height)")
        return (0..<rows).map { row in (0..<columns).map { self[row, $0] * window[row, $0] } }
    }
}
