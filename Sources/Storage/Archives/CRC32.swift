import CZlib

/// The check sum of PNG, gzip and ZIP: ISO 3309's polynomial, lowest bit first.
public enum CRC32 {
    /// The check sum of some bytes.
    public static func of(_ bytes: [UInt8]) -> UInt32 {
        bytes.withUnsafeBufferPointer { UInt32(truncatingIfNeeded: crc32_z(0, $0.baseAddress, $0.count)) }
    }
}
