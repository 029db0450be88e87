/// A TIFF header with one directory, as cameras put it beside a picture.
struct ExifBlock {
    var bytes: [UInt8]

    /// How many bytes it takes up to the number itself.
    static let length = 32

    /// Another entry, and the one that tells how the camera was held.
    init(_ orientation: Int, isLittle: Bool, tag: Int = 0x0112, type: Int = 3, count: Int = 1) {
        func number(_ value: Int, _ size: Int) -> [UInt8] {
            let digits = (0..<size).map { UInt8(value >> (8 * $0) & 255) }
            return isLittle ? digits : digits.reversed()
        }
        bytes = Array((isLittle ? "II" : "MM").utf8) + number(42, 2) + number(8, 4) + number(2, 2)
        bytes += number(0x0110, 2) + number(2, 2) + number(4, 4) + Array("cam\0".utf8)
        bytes += number(tag, 2) + number(type, 2) + number(count, 4) + number(orientation, 2) + [0, 0]
        bytes += number(0, 4)
    }

    /// Nothing, nonsense, numbers and places that do not exist.
    static let hostile: [[UInt8]] =
        [[], [0x49], Array("II*\0".utf8), Array("XX*\0\u{8}\0\0\0".utf8), [UInt8](repeating: 0xFF, count: 64)]
        + [0, 9, 255, 65_535].map { ExifBlock($0, isLittle: true).bytes }
        + [
            ExifBlock(6, isLittle: true, tag: 0x0113).bytes, ExifBlock(6, isLittle: true, type: 4).bytes,
            ExifBlock(6, isLittle: false, count: 0x7FFF_FFFF).bytes,
            // A directory at the end of the world, one before the header's own end, and more entries than there are.
            Array("II*\0".utf8) + [0xFF, 0xFF, 0xFF, 0xFF], Array("MM\0*".utf8) + [0xFF, 0xFF, 0xFF, 0xFE],
            Array("II*\0".utf8) + [0, 0, 0, 0], Array("II*\0".utf8) + [8, 0, 0, 0, 0xFF, 0xFF, 0, 0],
        ]
}
