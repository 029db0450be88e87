import Platform

/// Any JSON, for files whose shape their writer decides.
///
/// Numbers that are whole and not negative keep all their bits: a `Double` has but 53 for them.
public enum JSONValue: Equatable, Sendable, Decodable {
    case null
    case boolean(Bool)
    case whole(UInt64)
    case number(Double)
    case text(String)
    case list([JSONValue])
    case object([String: JSONValue])

    /// - Throws: `DecodingError` for what is no JSON, nests without end or has a number that no `Double` holds.
    public init(from decoder: any Decoder) throws {
        if let object = try? decoder.container(keyedBy: Key.self) {
            let members = try object.allKeys.map { ($0.stringValue, try object.decode(JSONValue.self, forKey: $0)) }
            self = .object(Dictionary(members, uniquingKeysWith: { $1 }))
        } else if var list = try? decoder.unkeyedContainer() {
            var elements: [JSONValue] = []
            while !list.isAtEnd { elements.append(try list.decode(JSONValue.self)) }
            self = .list(elements)
        } else {
            self = try Self.single(decoder.singleValueContainer())
        }
    }

    private static func single(_ value: any SingleValueDecodingContainer) throws -> JSONValue {
        if value.decodeNil() { return .null }
        if let boolean = try? value.decode(Bool.self) { return .boolean(boolean) }
        if let text = try? value.decode(String.self) { return .text(text) }
        if let whole = try? value.decode(UInt64.self) { return .whole(whole) }
        return .number(try value.decode(Double.self))
    }

    private struct Key: CodingKey {
        let stringValue: String
        var intValue: Int? { nil }

        init(stringValue: String) { self.stringValue = stringValue }
        init?(intValue: Int) { nil }
    }
}

extension JSONValue: CustomStringConvertible {
    /// The value for a message: what JSON would write, but texts without marks, and keys sorted.
    public var description: String {
        switch self {
        case .null: "null"
        case .boolean(let boolean): "\(boolean)"
        case .whole(let whole): "\(whole)"
        // As it was typed: a minus before a whole number makes no fraction.
        case .number(let number): Int64(exactly: number).map { "\($0)" } ?? "\(number)"
        case .text(let text): text
        case .list(let list): "[\(list.map(\.description).joined(separator: ", "))]"
        case .object(let object):
            "{\(object.sorted { $0.key < $1.key }.map { "\($0): \($1)" }.joined(separator: ", "))}"
        }
    }
}

extension JSONValue {
    /// The text, if it is one.
    public var text: String? {
        if case .text(let text) = self { text } else { nil }
    }

    /// The truth value, if it is one; 1 and 0 are not.
    public var boolean: Bool? {
        if case .boolean(let boolean) = self { boolean } else { nil }
    }

    /// The number, if it is whole and not negative.
    public var whole: UInt64? {
        switch self {
        case .whole(let whole): whole
        case .number(let number): UInt64(exactly: number)
        default: nil
        }
    }
}
