import Platform

/// JSON that is the same bytes for the same value: keys sorted, two spaces, a line feed at the end.
public enum CanonicalJSON {
    /// - Throws: what the value's own encoding throws; `EncodingError` for a number that is not finite.
    public static func encode(_ value: some Encodable) throws -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return Array(try encoder.encode(value)) + [UInt8(ascii: "\n")]
    }

    /// - Throws: `DecodingError` saying what does not fit.
    public static func decode<Value: Decodable>(_ type: Value.Type, from bytes: [UInt8]) throws -> Value {
        // Foundation's decoder traps on these in Swift 6.0.
        guard !holdsHalfCharacter(bytes) else {
            throw DecodingError.dataCorrupted(
                DecodingError.Context(
                    codingPath: [], debugDescription: "half a character: a surrogate without the other"))
        }
        return try JSONDecoder().decode(type, from: Data(bytes))
    }

    /// Whether an escape names a surrogate whose other half does not stand beside it (RFC 8259, section 8.2).
    private static func holdsHalfCharacter(_ bytes: [UInt8]) -> Bool {
        var index = 0
        var isOpen = false
        while index < bytes.count {
            guard bytes[index] == UInt8(ascii: "\\") else {
                if isOpen { return true }
                index += 1
                continue
            }
            let unit = unit(of: bytes[index...].dropFirst().prefix(5))
            let isFirst = unit.map { (0xD800..<0xDC00).contains($0) } ?? false
            let isSecond = unit.map { (0xDC00..<0xE000).contains($0) } ?? false
            guard isSecond == isOpen else { return true }
            isOpen = isFirst
            index += unit == nil ? 2 : 6
        }
        return isOpen
    }

    /// The number of an escape `u0041`.
    private static func unit(of escape: ArraySlice<UInt8>) -> UInt16? {
        guard escape.count == 5, escape.first == UInt8(ascii: "u") else { return nil }
        return UInt16(String(decoding: escape.dropFirst(), as: UTF8.self), radix: 16)
    }
}
