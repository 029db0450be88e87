/// The sums of ``correlation(of:with:stride:)``, a whole row of answers at a time.
///
/// Each weight is multiplied with a run of neighbouring pixels, which the processor does many at once. Every
/// answer adds up the same products in the same order as the formula, so the bits are the same.
func rowwiseCorrelation(of image: GrayImage, with kernel: Kernel, stride: Int) -> GrayImage {
    var answer = GrayImage(
        width: outputSize(input: image.width, kernel: kernel.columns, stride: stride),
        height: outputSize(input: image.height, kernel: kernel.rows, stride: stride))
    let width = answer.width
    image.pixels.withUnsafeBufferPointer { pixels in
        answer.pixels.withUnsafeMutableBufferPointer { sums in
            for row in 0..<answer.height {
                for i in 0..<kernel.rows {
                    for j in 0..<kernel.columns {
                        let weight = kernel.weights[i * kernel.columns + j]
                        let first = (row * stride + i) * image.width + j
                        if stride == 1 {
                            for column in 0..<width { sums[row * width + column] += weight * pixels[first + column] }
                        } else {
                            for column in 0..<width {
                                sums[row * width + column] += weight * pixels[first + column * stride]
                            }
                        }
                    }
                }
            }
        }
    }
    return answer
}
