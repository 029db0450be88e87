/// A place below what is served: `en/edges.html`. No such path leads out of it, and none names a hidden file.
public struct PagePath: Hashable, Sendable, CustomStringConvertible {
    /// The names from the top down, at least one. None is empty, begins with a point, or has a slash, a backslash or a
    /// control character in it.
    public let segments: [String]

    /// The names with `/` between them.
    public var description: String { segments.joined(separator: "/") }

    private static let longestName = 255
    private static let mostSegments = 64

    /// - Parameter target: as a request has it: `/en/edges.html?x`. What ends with a slash is the `index.html` there.
    /// - Throws: ``Refusal`` for what names no such place.
    init(target: String) throws(Refusal) {
        let path = target.utf8.prefix { $0 != UInt8(ascii: "?") }
        var parts = path.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
        guard parts.count > 1, parts.removeFirst().isEmpty else {
            throw Refusal(.badRequest, "An address begins with “/”.")
        }
        guard parts.count <= Self.mostSegments else { throw Refusal(.targetTooLong, "The address is too deep.") }
        var segments: [String] = []
        for part in parts.dropLast() { segments.append(try Self.name(part)) }
        if let last = parts.last { segments.append(last.isEmpty ? "index.html" : try Self.name(last)) }
        self.segments = segments
    }

    private static func name(_ part: Substring.UTF8View) throws(Refusal) -> String {
        let bytes = try decoded(part)
        guard bytes.count <= longestName else { throw Refusal(.targetTooLong, "A name in the address is too long.") }
        guard let name = String(validating: bytes, as: UTF8.self) else {
            throw Refusal(.badRequest, "The address is not UTF-8.")
        }
        guard !bytes.isEmpty else { throw Refusal(.notFound, "Nothing lies between two slashes.") }
        guard name != ".", name != ".." else { throw Refusal(.forbidden, "No address leads upwards here.") }
        let forbidden: [UInt8] = [UInt8(ascii: "/"), UInt8(ascii: "\\"), 0x7F]
        guard !bytes.contains(where: { $0 < 0x20 || forbidden.contains($0) }) else {
            throw Refusal(.badRequest, "A name in the address has a slash, a backslash or a control character in it.")
        }
        guard bytes.first != UInt8(ascii: ".") else { throw Refusal(.notFound, "Hidden files are not served.") }
        return name
    }

    /// Percent signs and two digits become the byte that they stand for, once (RFC 3986, section 2.1).
    private static func decoded(_ part: Substring.UTF8View) throws(Refusal) -> [UInt8] {
        var bytes: [UInt8] = []
        var rest = Array(part)[...]
        while let byte = rest.popFirst() {
            guard byte == UInt8(ascii: "%") else {
                bytes.append(byte)
                continue
            }
            let digits = rest.prefix(2)
            // `UInt8(_:radix:)` takes a sign as well.
            guard digits.count == 2, digits.allSatisfy({ Character(UnicodeScalar($0)).isHexDigit }),
                let value = UInt8(String(decoding: digits, as: UTF8.self), radix: 16)
            else { throw Refusal(.badRequest, "A percent sign in the address has no two digits behind it.") }
            bytes.append(value)
            rest = rest.dropFirst(2)
        }
        return bytes
    }
}
