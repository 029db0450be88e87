/// The one thing that is read of what a camera writes beside a picture (CIPA DC-008, Exif 2.32): how it was held.
enum Exif {
    private static let orientationTag = 0x0112
    private static let short = 3

    /// How the picture has to be turned; upright where the block says nothing, or nothing that makes sense.
    ///
    /// - Parameter block: a TIFF header and its first directory, which may be anything.
    static func orientation(of block: ArraySlice<UInt8>) -> Orientation {
        let reader = TIFFNumbers(block)
        guard let reader, reader.short(at: 2) == 42, let directory = reader.long(at: 4),
            let count = reader.short(at: directory)
        else { return .upright }
        for entry in 0..<count {
            let start = directory + 2 + 12 * entry
            guard let tag = reader.short(at: start) else { break }
            guard tag == orientationTag else { continue }
            guard reader.short(at: start + 2) == short, reader.long(at: start + 4) == 1 else { break }
            return reader.short(at: start + 8).flatMap(Orientation.init(rawValue:)) ?? .upright
        }
        return .upright
    }
}

/// Numbers in the order of bytes that a TIFF header announces.
private struct TIFFNumbers {
    private let bytes: ArraySlice<UInt8>
    private let isLittle: Bool

    /// nil where there is no such header.
    init?(_ bytes: ArraySlice<UInt8>) {
        guard let first = bytes.first, bytes.count >= 8, bytes.dropFirst().first == first else { return nil }
        switch first {
        case UInt8(ascii: "I"): isLittle = true
        case UInt8(ascii: "M"): isLittle = false
        default: return nil
        }
        self.bytes = bytes
    }

    /// Two bytes; nil beyond the end.
    func short(at offset: Int) -> Int? { number(at: offset, count: 2) }

    /// Four bytes; nil beyond the end.
    func long(at offset: Int) -> Int? { number(at: offset, count: 4) }

    private func number(at offset: Int, count: Int) -> Int? {
        guard offset >= 0, offset <= bytes.count - count else { return nil }
        let start = bytes.startIndex + offset
        let digits = bytes[start..<(start + count)]
        return isLittle
            ? digits.reversed().reduce(0) { $0 << 8 | Int($1) } : digits.reduce(0) { $0 << 8 | Int($1) }
    }
}
