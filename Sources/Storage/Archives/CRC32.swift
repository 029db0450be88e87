/// The check sum of PNG, gzip and ZIP: ISO 3309's polynomial, lowest bit first.
public struct CRC32: Sendable {
    private static let table: [UInt32] = (0..<256).map { index in
        (0..<8).reduce(UInt32(index)) { value, _ in value & 1 == 1 ? 0xEDB8_8320 ^ value >> 1 : value >> 1 }
    }

    /// The check sum of some bytes.
    public static func of(_ bytes: [UInt8]) -> UInt32 {
        let sum = table.withUnsafeBufferPointer { table in
            bytes.withUnsafeBufferPointer { bytes in
                var sum = UInt32.max
                for byte in bytes { sum = table[Int((sum ^ UInt32(byte)) & 0xFF)] ^ sum >> 8 }
                return sum
            }
        }
        return ~sum
    }
}
