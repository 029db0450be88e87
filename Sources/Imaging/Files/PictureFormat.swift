/// The kinds of picture that are read.
public enum PictureFormat: String, CaseIterable, Sendable {
    case png = "PNG"
    case jpeg = "JPEG"
    case webp = "WebP"
    /// What telephones of Apple's make (ISO/IEC 23008-12).
    case heic = "HEIC"
    /// The same container around another coding.
    case avif = "AVIF"

    /// The kind of a file by its first bytes; nil where it is none of these.
    public init?(of bytes: [UInt8]) {
        if bytes.starts(with: [0x89, 0x50, 0x4E, 0x47]) {
            self = .png
        } else if bytes.starts(with: [0xFF, 0xD8]) {
            self = .jpeg
        } else if bytes.has("RIFF", at: 0), bytes.has("WEBP", at: 8) {
            self = .webp
        } else if let brands = Self.brands(of: bytes) {
            if brands.contains(where: { $0.hasPrefix("avi") }) {
                self = .avif
            } else if brands.contains(where: { Self.stills.contains($0) }) {
                self = .heic
            } else {
                return nil
            }
        } else {
            return nil
        }
    }

    private static let stills = ["heic", "heix", "heim", "heis", "hevc", "hevx", "mif1", "msf1"]

    /// What a file of boxes says it can be read as (ISO/IEC 14496-12, 4.3); nil for any other file.
    private static func brands(of bytes: [UInt8]) -> [String]? {
        guard bytes.has("ftyp", at: 4), bytes.count >= 12 else { return nil }
        let length = bytes[..<4].reduce(0) { $0 << 8 | Int($1) }
        let end = min(bytes.count, length, 256)
        return stride(from: 8, through: end - 4, by: 4)
            .filter { $0 != 12 }  // a version
            .map { String(decoding: bytes[$0..<($0 + 4)], as: UTF8.self) }
    }
}

extension [UInt8] {
    /// Whether the letters stand there.
    func has(_ letters: StaticString, at start: Int) -> Bool {
        count >= start + letters.utf8CodeUnitCount
            && letters.withUTF8Buffer { letters in self[start...].starts(with: letters) }
    }
}
