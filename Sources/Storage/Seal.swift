import Platform

/// A hash that stands in the file that it is the hash of, so that the file alone tells whether somebody has changed it:
/// the member `seal`, of which the 64 digits count as zeros.
public enum Seal {
    /// The member's name.
    public static let key = "seal"
    /// What is hashed in place of the seal.
    public static let blank = String(repeating: "0", count: 64)

    /// What a file says of itself.
    public enum State: Sendable {
        /// Every byte is as it was written.
        case whole
        case broken
        /// It has none.
        case absent
    }

    /// A value as JSON with a seal. The value is an object.
    public static func encode(_ value: some Encodable) throws -> [UInt8] {
        close(try CanonicalJSON.encode(Sealed(value: value)))
    }

    /// Puts the hash where the seal is blank: the last place of that form in the first `limit` bytes.
    public static func close(_ bytes: [UInt8], within limit: Int = .max) -> [UInt8] {
        guard let place = place(in: bytes, within: limit) else { return bytes }
        var sealed = bytes
        sealed.replaceSubrange(place, with: Array(hash(of: bytes, place).utf8))
        return sealed
    }

    /// Looks whether somebody has changed a file.
    ///
    /// - Parameter start: where the seal may begin, in a file that has it at its end.
    public static func state(of bytes: [UInt8], from start: Int = 0, within limit: Int = .max) -> State {
        guard let place = place(in: bytes, from: start, within: limit) else { return .absent }
        return bytes[place].elementsEqual(hash(of: bytes, place).utf8) ? .whole : .broken
    }

    private static func hash(of bytes: [UInt8], _ place: Range<Int>) -> String {
        var bytes = bytes
        bytes.replaceSubrange(place, with: Array(blank.utf8))
        return SHA256.hex(of: bytes)
    }

    /// Where the digits stand: in `"seal":"…"`, with spaces or without.
    private static func place(in bytes: [UInt8], from first: Int = 0, within limit: Int) -> Range<Int>? {
        let name = Array("\"\(key)\"".utf8)
        let end = min(bytes.count, limit)
        var start = end - name.count - blank.utf8.count - 3
        while start >= first {
            defer { start -= 1 }
            guard bytes[start] == name[0], bytes[start..<start + name.count].elementsEqual(name) else { continue }
            var next = start + name.count
            func skip() { while next < end, bytes[next] == UInt8(ascii: " ") { next += 1 } }
            skip()
            guard next < end, bytes[next] == UInt8(ascii: ":") else { continue }
            next += 1
            skip()
            guard next < end, bytes[next] == UInt8(ascii: "\"") else { continue }
            let digits = next + 1..<next + 1 + blank.utf8.count
            guard digits.upperBound < end, bytes[digits.upperBound] == UInt8(ascii: "\""),
                bytes[digits].allSatisfy({ (48...57).contains($0) || (97...102).contains($0) })
            else { continue }
            return digits
        }
        return nil
    }

    /// An object with one more member.
    private struct Sealed<Value: Encodable>: Encodable {
        let value: Value

        private enum Key: String, CodingKey { case seal }

        func encode(to encoder: any Encoder) throws {
            try value.encode(to: encoder)
            var members = encoder.container(keyedBy: Key.self)
            try members.encode(Seal.blank, forKey: .seal)
        }
    }
}
