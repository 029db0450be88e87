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
    /// For the picture on white paper, follow with ``ColorImage/flattened(over:)``; a picture of somebody else's is
    /// read by ``PictureFile``, which keeps sixteen bits.
    ///
    /// - Throws: ``PNGError`` for whatever is not a whole PNG within the limits.
    public static func decode(_ bytes: [UInt8]) throws(PNGError) -> ColorImage {
        try read(bytes) { reader, header in
            var status = CPNG_OK
            let (width, height) = (Int(header.width), Int(header.height))
            let pixels = [UInt8](unsafeUninitializedCapacity: 4 * width * height) { pixels, count in
                status = cpng_read_rgba(reader, pixels.baseAddress, &header)
                count = status == CPNG_OK ? 4 * width * height : 0
            }
            return (status, status == CPNG_OK ? ColorImage(width: width, height: height, pixels: pixels) : nil)
        }
    }

    /// Reads a PNG file of any kind as planes: one where the file is grey, else red, green and blue; sixteen bits
    /// where the file has as many, else eight. What is transparent lies on white.
    ///
    /// - Throws: as ``decode(_:)``.
    static func planes(_ bytes: [UInt8]) throws(PNGError) -> SourcePicture.Samples {
        try read(bytes) { reader, header in
            if header.bits == 16 {
                let (status, planes) = planes(of: UInt16.self, from: reader, &header)
                return (status, .words(planes))
            }
            let (status, planes) = planes(of: UInt8.self, from: reader, &header)
            return (status, .bytes(planes))
        }
    }

    private static func planes<Sample: PlaneSample>(
        of _: Sample.Type, from reader: OpaquePointer, _ header: inout cpng_header
    ) -> (cpng_status, [Plane<Sample>]) {
        let (width, height) = (Int(header.width), Int(header.height))
        let planes = (0..<header.channels).map { _ in Plane<Sample>(uninitializedWidth: width, height: height) }
        var targets = cpng_planes()
        targets.pitch = planes[0].pitch
        let status = withExtendedLifetime(planes) {
            let starts = planes.map { plane in plane.reading { UnsafeMutableRawPointer($0.start) } }
            targets.start = (starts[0], starts.count == 3 ? starts[1] : nil, starts.count == 3 ? starts[2] : nil)
            return cpng_read_planes(reader, &targets, &header)
        }
        return (status, planes)
    }

    /// Opens the file, lets `body` read its pixels, and closes it.
    private static func read<Answer>(
        _ bytes: [UInt8], _ body: (OpaquePointer, inout cpng_header) -> (cpng_status, Answer?)
    ) throws(PNGError) -> Answer {
        var header = cpng_header()
        let (status, answer) = bytes.withUnsafeBufferPointer { bytes -> (cpng_status, Answer?) in
            var reader: OpaquePointer?
            let status = cpng_open(bytes.baseAddress, bytes.count, &reader, &header)
            guard status == CPNG_OK, let reader else { return (status, nil) }
            defer { cpng_close(reader) }
            return body(reader, &header)
        }
        if status == CPNG_OK, let answer { return answer }
        switch status {
        case CPNG_NOT_PNG: throw .notPNG
        case CPNG_TOO_LARGE: throw .tooLarge(width: Int(header.width), height: Int(header.height))
        case CPNG_NO_MEMORY: throw .outOfMemory
        default: throw .damaged(reason: header.text)
        }
    }
}

extension cpng_header {
    /// What libpng said.
    fileprivate var text: String {
        withUnsafeBytes(of: message) { bytes in String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self) }
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
