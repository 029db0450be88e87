import Imaging
import Tensors

/// Pictures, kernels and plain loops that the fast ones are held against.
enum PlaneCase {
    /// One pixel, lines, smaller than the kernel, odd, and wider than what is read in one piece.
    static let sizes = [(1, 1), (1, 7), (9, 1), (2, 3), (5, 4), (17, 9), (66, 33), (133, 21), (700, 5)]

    /// Small and large, of even sizes, lines, products of a column and a row and others.
    static let kernels: [Kernel] =
        Kernel.named + [
            random(3, 3), random(5, 5), random(2, 4), random(1, 5), random(5, 1), random(7, 6), random(31, 31),
            .gaussian(deviation: 1), .gaussian(deviation: 5), product(3, 3), product(5, 5), product(4, 9),
        ]

    static let wholeKernels: [Kernel] =
        [Kernel.identity, .boxSum, .gaussian3, .gaussian5, .sharpen, .laplacian8, .sobelX, .sobelY, .emboss] + [
            whole(5, 5, below: 9), whole(2, 4, below: 90), whole(1, 7, below: 9), whole(31, 31, below: 3),
            whole(31, 31, below: 3_000), whole(3, 3, below: 5_000),
            whole(5, 5, below: 20).scaled(by: 1 / 64, id: "64ths"),
            Kernel(id: "wide", [2, 1, 4].map { i in [1, 0, 2, -3, 1, 1, 1].map { Float(i) * $0 } }),
        ]

    static func picture(_ width: Int, _ height: Int) -> GrayImage {
        var stream = RandomStream(seed: 5, purpose: .sampling, index: UInt32(width * 1_000 + height))
        return GrayImage(
            width: width, height: height, pixels: (0..<width * height).map { _ in stream.uniform(-300, 300) })
    }

    static func bytes(_ width: Int, _ height: Int) -> [UInt8] {
        var stream = RandomStream(seed: 6, purpose: .sampling, index: UInt32(width * 1_000 + height))
        // Every third is an extreme: sums come to their limits.
        return (0..<width * height).map { $0 % 3 == 0 ? ($0 % 2 == 0 ? 255 : 0) : UInt8(stream.integer(below: 256)) }
    }

    static func random(_ rows: Int, _ columns: Int) -> Kernel {
        var stream = RandomStream(seed: 7, purpose: .sampling, index: UInt32(rows * 100 + columns))
        return Kernel(
            id: "random \(rows) x \(columns)", rows: rows, columns: columns,
            weights: (0..<rows * columns).map { _ in stream.uniform(-2, 2) })
    }

    static func product(_ rows: Int, _ columns: Int) -> Kernel {
        let (column, row) = (random(rows, 1).weights, random(1, columns).weights)
        return Kernel(id: "product \(rows) x \(columns)", column.map { weight in row.map { weight * $0 } })
    }

    static func whole(_ rows: Int, _ columns: Int, below limit: Int) -> Kernel {
        var stream = RandomStream(seed: 8, purpose: .sampling, index: UInt32(rows * 100 + columns))
        return Kernel(
            id: "whole \(rows) x \(columns) below \(limit)", rows: rows, columns: columns,
            weights: (0..<rows * columns).map { _ in Float(stream.integer(below: 2 * limit - 1) - limit + 1) })
    }

    /// The picture with the border that the kernel needs, by the plain way.
    static func padded(_ image: GrayImage, for kernel: Kernel, _ border: Border) -> GrayImage {
        guard border != .valid else { return image }
        let (above, left) = ((kernel.rows - 1) / 2, (kernel.columns - 1) / 2)
        return image.padded(
            top: above, left: left, bottom: kernel.rows - 1 - above, right: kernel.columns - 1 - left, border: border)
    }

    /// The formula in doubles, and Σ|w x|.
    static func sums(
        _ padded: GrayImage, _ kernel: Kernel, row: Int, column: Int
    ) -> (sum: Double, magnitudes: Double) {
        var (sum, magnitudes) = (0.0, 0.0)
        for i in 0..<kernel.rows {
            for j in 0..<kernel.columns {
                let product =
                    Double(kernel.weights[i * kernel.columns + j])
                    * Double(padded.pixels[(row + i) * padded.width + column + j])
                sum += product
                magnitudes += abs(product)
            }
        }
        return (sum, magnitudes)
    }
}
