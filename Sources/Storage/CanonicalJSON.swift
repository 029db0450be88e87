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
        if let fault = JSONStrings.fault(in: bytes) {
            throw DecodingError.dataCorrupted(DecodingError.Context(codingPath: [], debugDescription: fault))
        }
        return try JSONDecoder().decode(type, from: Data(bytes))
    }
}
