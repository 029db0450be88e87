/// The sums of ``correlation(of:with:stride:)``, sixteen neighbouring answers at a time.
///
/// Every answer adds up the same products in the same order as the formula, so the bits are the same.
func vectorCorrelation(of image: GrayImage, with kernel: Kernel, stride: Int) -> GrayImage {
    let width = outputSize(input: image.width, kernel: kernel.columns, stride: stride)
    let height = outputSize(input: image.height, kernel: kernel.rows, stride: stride)
    guard width > 0, height > 0 else { return GrayImage(width: width, height: height) }
    let answers = [Float](unsafeUninitializedCapacity: width * height) { answers, count in
        image.pixels.withUnsafeBufferPointer { pixels in
            kernel.weights.withUnsafeBufferPointer { weights in
                let window = Window(weights: weights, rows: kernel.rows, columns: kernel.columns, pitch: image.width)
                for row in 0..<height {
                    let line = UnsafeBufferPointer(rebasing: pixels[(row * stride * image.width)...])
                    var column = 0
                    while stride == 1, column + 16 <= width {
                        let sums = window.sixteenSums(over: line, at: column)
                        for lane in 0..<16 { answers[row * width + column + lane] = sums[lane] }
                        column += 16
                    }
                    while column < width {
                        answers[row * width + column] = window.sum(over: line, at: column * stride)
                        column += 1
                    }
                }
            }
        }
        count = width * height
    }
    return GrayImage(width: width, height: height, pixels: answers)
}

/// A kernel laid on lines of pixels that are `pitch` pixels apart.
private struct Window {
    let weights: UnsafeBufferPointer<Float>
    let rows: Int
    let columns: Int
    let pitch: Int

    /// The kernel's answer with its top left weight on `column` of the first line.
    @inline(__always)
    func sum(over line: UnsafeBufferPointer<Float>, at column: Int) -> Float {
        var sum: Float = 0
        for i in 0..<rows {
            for j in 0..<columns { sum += weights[i * columns + j] * line[i * pitch + column + j] }
        }
        return sum
    }

    /// The answers for `column` and the fifteen places to its right.
    @inline(__always)
    func sixteenSums(over line: UnsafeBufferPointer<Float>, at column: Int) -> SIMD16<Float> {
        var sums = SIMD16<Float>.zero
        for i in 0..<rows {
            for j in 0..<columns {
                let start = i * pitch + column + j
                let pixels = UnsafeRawBufferPointer(UnsafeBufferPointer(rebasing: line[start..<(start + 16)]))
                sums += weights[i * columns + j] * pixels.loadUnaligned(as: SIMD16<Float>.self)
            }
        }
        return sums
    }
}
