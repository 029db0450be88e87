import Imaging
import NeuralNetwork
import Tensors

/// Inputs that the parsers take, made here so that no file of anybody else's is needed.
enum Seeds {
    static let images: [UInt8] = [0, 0, 8, 3, 0, 0, 0, 1, 0, 0, 0, 28, 0, 0, 0, 28] + [UInt8](repeating: 7, count: 784)
    static let labels: [UInt8] = [0, 0, 8, 1, 0, 0, 0, 1, 3]

    /// `one pixel after another, one pixel after another`, compressed by gzip -9.
    static let gzip: [UInt8] = [
        31, 139, 8, 0, 0, 0, 0, 0, 2, 3, 203, 207, 75, 85, 40, 200, 172, 72, 205, 81, 72, 76, 43, 73, 45, 82, 72, 204,
        203, 47, 201, 72, 45, 210, 81, 200, 199, 46, 1, 0, 93, 124, 41, 181, 48, 0, 0, 0,
    ]

    static var safetensors: [UInt8] {
        var parameters = Parameters()
        parameters["a.kernel"] = Tensor(Shape([2, 1]), [1, 2])
        parameters["a.bias"] = Tensor(Shape([1]), [3])
        return Safetensors(parameters, metadata: ["model": "a"]).encoded()
    }

    /// Grey, palette, colour, and colour with opacity.
    static var pictures: [[UInt8]] {
        let colors = (0..<400).map { UInt8(truncatingIfNeeded: $0 &* 37) }
        let images = [
            ColorImage(width: 10, height: 10, pixels: colors),
            ColorImage(width: 10, height: 10, pixels: colors.enumerated().map { $0 % 4 == 3 ? 255 : $1 }),
            ColorImage(width: 10, height: 10, pixels: colors.enumerated().map { $0 % 4 == 3 ? 255 : $1 & 0x80 }),
        ]
        let gray = try? PNG.encode(GrayImage(width: 4, height: 4), resolution: 72, text: [("Title", "t")])
        return images.compactMap { try? PNG.encode($0) } + [gray].compactMap { $0 }
    }

    static func texts(_ texts: String...) -> [[UInt8]] { texts.map { Array($0.utf8) } }
}
