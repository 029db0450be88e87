import Figures
import Imaging
import Platform

extension GrayImage {
    /// How light a picture is that results keep as bytes, one a pixel or three.
    init(gray bytes: Data, rows: Int, columns: Int) {
        if case .color(let image) = Picture(bytes, rows: rows, columns: columns) {
            self = image.gray
        } else {
            self.init(width: columns, height: rows, bytes: bytes)
        }
    }
}

extension Picture {
    /// A picture as results keep it: bytes row after row, one a pixel or three.
    init(_ bytes: Data, rows: Int, columns: Int) {
        guard bytes.count == 3 * rows * columns else {
            self = .gray(GrayImage(width: columns, height: rows, bytes: bytes))
            return
        }
        var pixels: [UInt8] = []
        pixels.reserveCapacity(4 * rows * columns)
        for (place, byte) in bytes.enumerated() {
            pixels.append(byte)
            if place % 3 == 2 { pixels.append(255) }
        }
        self = .color(ColorImage(width: columns, height: rows, pixels: pixels))
    }
}
