import CPNG

/// Portable Network Graphics (ISO/IEC 15948), in and out.
public enum PNG {
    /// The longest side that is read.
    public static let maximumSide = Int(CPNG_MAX_SIDE)
    /// The most pixels that are read.
    public static let maximumPixels = Int(CPNG_MAX_PIXELS)

    /// Reads a PNG file of any kind: grey or colour, palette, 1 to 16 bits, interlaced, with or without
    /// opacity. Sixteen bits are rounded to eight. Colour profiles and gamma are not applied.
    ///
    /// For the picture on white paper, follow with ``ColorImage/flattened(over:)``.
    ///
    /// - Throws: ``PNGError`` for whatever is not a whole PNG within the limits.
    public static func decode(_ bytes: [UInt8]) throws(PNGError) -> ColorImage {
        var result = cpng_result()
        let status = bytes.withUnsafeBufferPointer { cpng_read($0.baseAddress, $0.count, &result) }
        defer { cpng_free(result.bytes) }
        switch status {
        case CPNG_OK:
            return ColorImage(
                width: Int(result.width), height: Int(result.height),
                pixels: Array(UnsafeBufferPointer(start: result.bytes, count: result.count)))
        case CPNG_NOT_PNG: throw .notPNG
        case CPNG_TOO_LARGE: throw .tooLarge(width: Int(result.width), height: Int(result.height))
        case CPNG_NO_MEMORY: throw .outOfMemory
        default: throw .damaged(reason: result.text)
        }
    }
}

extension cpng_result {
    /// What libpng said.
    var text: String {
        withUnsafeBytes(of: message) { bytes in
            String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
        }
    }
}
