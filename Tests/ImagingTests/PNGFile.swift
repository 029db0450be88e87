/// A PNG file as a list of chunks, for tests that look into files or make their own.
struct PNGFile {
    static let signature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]

    var chunks: [(name: String, data: [UInt8])] = []

    init() {}

    /// The chunks of a whole file.
    init(_ bytes: [UInt8]) {
        var start = 8
        while start + 12 <= bytes.count {
            let length = bytes[start..<(start + 4)].reduce(0) { $0 << 8 | Int($1) }
            let name = String(decoding: bytes[(start + 4)..<(start + 8)], as: UTF8.self)
            chunks.append((name, Array(bytes[(start + 8)..<(start + 8 + length)])))
            start += 12 + length
        }
    }

    /// A file with a header and pixel rows (each with its filter byte in front), stored without compression.
    init(
        width: Int, height: Int, bitDepth: UInt8, colorType: UInt8, interlaced: Bool = false,
        extra: [(name: String, data: [UInt8])] = [], rows: [UInt8]
    ) {
        chunks.append(
            ("IHDR", big(width) + big(height) + [bitDepth, colorType, 0, 0, interlaced ? 1 : 0]))
        chunks += extra
        chunks.append(("IDAT", Self.stored(rows)))
        chunks.append(("IEND", []))
    }

    func data(of name: String) -> [UInt8]? { chunks.first { $0.name == name }?.data }

    /// The whole file, with right check sums.
    var bytes: [UInt8] {
        Self.signature
            + chunks.flatMap { name, data in
                let body = Array(name.utf8) + data
                return big(data.count) + body + big(Int(Self.crc(body)))
            }
    }

    /// A zlib stream of stored blocks (RFC 1950 and 1951).
    static func stored(_ bytes: [UInt8]) -> [UInt8] {
        precondition(bytes.count < 65_536)
        let length = UInt16(bytes.count)
        var stream: [UInt8] = [0x78, 0x01, 1]
        for word in [length, ~length] { stream += [UInt8(word & 0xFF), UInt8(word >> 8)] }
        var (a, b) = (1, 0)
        for byte in bytes {
            a = (a + Int(byte)) % 65_521
            b = (b + a) % 65_521
        }
        return stream + bytes + big(b << 16 | a)
    }

    private static func crc(_ bytes: [UInt8]) -> UInt32 {
        var crc = UInt32.max
        for byte in bytes {
            crc ^= UInt32(byte)
            for _ in 0..<8 { crc = crc & 1 == 1 ? 0xEDB8_8320 ^ (crc >> 1) : crc >> 1 }
        }
        return ~crc
    }
}

/// Four bytes, the most significant first.
func big(_ value: Int) -> [UInt8] {
    (0..<4).reversed().map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
}
