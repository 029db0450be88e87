import Foundation
import Imaging
import Languages

/// A text in both languages.
func words(_ en: Phrase, _ es: Phrase) -> Localized { Localized(en: en, es: es) }

/// Pictures and kernels that the tests draw.
enum SamplePictures {
    /// Where the course asks whether 157 lies on an edge.
    static let edge = GrayImage(rows: [
        [169, 171, 172, 176, 182, 184, 166, 91, 57, 57, 62], [172, 170, 176, 180, 182, 183, 88, 62, 55, 55, 57],
        [172, 175, 176, 181, 191, 175, 66, 62, 53, 57, 62], [175, 172, 180, 181, 188, 157, 97, 75, 48, 49, 62],
        [172, 175, 180, 182, 184, 110, 106, 90, 55, 54, 63], [172, 176, 179, 188, 147, 72, 96, 90, 73, 62, 71],
    ])

    /// Where the kernel's arithmetic is worked out, main pixel 137.
    static let window = GrayImage(rows: [
        [139, 138, 135, 128, 127, 121, 115, 110, 97], [138, 137, 137, 133, 126, 120, 118, 112, 98],
        [135, 138, 135, 132, 126, 122, 118, 113, 104], [134, 135, 135, 128, 127, 122, 119, 113, 107],
        [134, 134, 133, 133, 124, 120, 115, 110, 107],
    ])

    static let similar = GrayImage(rows: [[99, 104, 101], [98, 100, 103], [97, 102, 105]])

    static let identity = Kernel(id: "identity", [[0, 0, 0], [0, 1, 0], [0, 0, 0]])
    static let laplacian = Kernel(id: "laplacian", [[-1, -1, -1], [-1, 8, -1], [-1, -1, -1]])
    static let box = Kernel(id: "box", rows: 3, columns: 3, weights: Array(repeating: 1.0 / 9, count: 9))
    static let sobelX = Kernel(id: "sobel-x", [[-1, 0, 1], [-2, 0, 2], [-1, 0, 1]])
    static let sobelY = Kernel(id: "sobel-y", [[-1, -2, -1], [0, 0, 0], [1, 2, 1]])
    static let gaussian = Kernel(
        id: "gaussian", rows: 5, columns: 5,
        weights: [1, 4, 6, 4, 1].flatMap { row in [1, 4, 6, 4, 1].map { Float(row * $0) / 256 } })

    /// A disk, a block and an inclined line in front of a slope of light.
    static func scene(_ width: Int = 120, _ height: Int = 80) -> GrayImage {
        let pixels = (0..<(width * height)).map { index -> Float in
            let (x, y) = (Float(index % width) / Float(width), Float(index / width) / Float(height))
            if abs(y - 0.9 + 0.2 * x) < 0.02 { return 250 }
            if x > 0.6, x < 0.85, y > 0.3, y < 0.8 { return 30 + 180 * (x - 0.6) / 0.25 }
            if (x - 0.35) * (x - 0.35) * 2 + (y - 0.5) * (y - 0.5) < 0.06 { return 60 }
            return 220 - 120 * y
        }
        return GrayImage(width: width, height: height, pixels: pixels)
    }

    static func digit(_ bend: Int) -> GrayImage {
        var image = GrayImage(width: 28, height: 28)
        for row in 4..<24 {
            for column in 6..<22 {
                let distance = abs(Float(column) - 14 - Float(bend) * Float(sin(Double(row) / 3)))
                image[row, column] = max(0, 255 - 90 * distance)
            }
        }
        return image
    }

    /// The picture through a kernel, where all of the kernel fits.
    static func filtered(_ image: GrayImage, _ kernel: Kernel) -> GrayImage {
        var result = GrayImage(width: image.width - kernel.columns + 1, height: image.height - kernel.rows + 1)
        for row in 0..<result.height {
            for column in 0..<result.width {
                for i in 0..<kernel.rows {
                    for j in 0..<kernel.columns { result[row, column] += kernel[i, j] * image[row + i, column + j] }
                }
            }
        }
        return result
    }

    static func combined(_ x: GrayImage, _ y: GrayImage, _ function: (Float, Float) -> Float) -> GrayImage {
        GrayImage(width: x.width, height: x.height, pixels: zip(x.pixels, y.pixels).map(function))
    }

    static func halved(_ image: GrayImage) -> GrayImage {
        var result = GrayImage(width: image.width / 2, height: image.height / 2)
        for row in 0..<result.height {
            for column in 0..<result.width {
                result[row, column] = (0..<4).map { image[2 * row + $0 / 2, 2 * column + $0 % 2] }.max() ?? 0
            }
        }
        return result
    }
}
