/// The first line and the fields of a request (RFC 9112), read strictly: what two readers could understand in two ways
/// is refused.
struct RequestHead {
    enum Method {
        case get, head
    }

    let method: Method
    /// The path and what follows a question mark, as they were sent: visible ASCII, `/` first.
    let target: String
    /// `127.0.0.1:8000`, where the first line names the host as well: `GET http://127.0.0.1:8000/ HTTP/1.1`.
    let authority: String?
    private let fields: [(name: String, value: String)]

    private static let mostFields = 100
    private static let longestTarget = 2_048

    /// - Parameter bytes: all before the empty line that ends the head, the last line's end included.
    /// - Throws: ``Refusal`` for what is no request for a page.
    init(_ bytes: ArraySlice<UInt8>) throws(Refusal) {
        var lines = try Self.lines(bytes)
        let words = lines.removeFirst().split(separator: UInt8(ascii: " "), omittingEmptySubsequences: false)
        guard words.count == 3, !words[0].isEmpty, words[0].allSatisfy(Self.isOfToken) else {
            throw Refusal(.badRequest, "The first line is not “GET /path HTTP/1.1”.")
        }
        guard words[1].count <= Self.longestTarget else { throw Refusal(.targetTooLong, "The address is too long.") }
        let version = String(decoding: words[2], as: UTF8.self)
        guard version == "HTTP/1.1" else {
            guard version.hasPrefix("HTTP/") else { throw Refusal(.badRequest, "The first line names no HTTP.") }
            throw Refusal(.versionNotSupported, "This server speaks HTTP/1.1 alone.")
        }
        switch String(decoding: words[0], as: UTF8.self) {
        case "GET": method = .get
        case "HEAD": method = .head
        default: throw Refusal(.methodNotAllowed, "Pages can be read here (GET, HEAD), and nothing else.")
        }
        guard words[1].allSatisfy({ (0x21...0x7E).contains($0) }) else {
            throw Refusal(.badRequest, "The address has bytes that no address has.")
        }
        (authority, target) = try Self.parts(of: String(decoding: words[1], as: UTF8.self))
        guard lines.count <= Self.mostFields else { throw Refusal(.headTooLarge, "The request has too many fields.") }
        var fields: [(name: String, value: String)] = []
        for line in lines { fields.append(try Self.field(line)) }
        self.fields = fields
        guard values(of: "transfer-encoding").isEmpty, values(of: "content-length").allSatisfy({ $0 == "0" }) else {
            throw Refusal(.contentTooLarge, "A request for a page has no body.")
        }
    }

    /// The values of all fields of a name, in the order in which they were sent.
    ///
    /// - Parameter name: in lower case.
    func values(of name: String) -> [String] { fields.filter { $0.name == name }.map(\.value) }

    /// An address as it stands in the first line: a path (origin-form), or, as for a proxy, a host before it
    /// (absolute-form), which servers have to take as well (RFC 9112, section 3.2.2).
    private static func parts(of address: String) throws(Refusal) -> (authority: String?, target: String) {
        if address.hasPrefix("/") { return (nil, address) }
        let scheme = "http://"
        guard address.prefix(scheme.count).lowercased() == scheme else {
            throw Refusal(.badRequest, "The address begins neither with “/” nor with “\(scheme)”.")
        }
        let rest = address.dropFirst(scheme.count)
        let authority = rest.prefix { $0 != "/" && $0 != "?" && $0 != "#" }
        let path = rest.dropFirst(authority.count)
        return (String(authority), path.hasPrefix("/") ? String(path) : "/" + path)
    }

    /// Lines end with CR and LF; either of them alone is refused, since others take it for an end as well.
    private static func lines(_ bytes: ArraySlice<UInt8>) throws(Refusal) -> [ArraySlice<UInt8>] {
        var lines: [ArraySlice<UInt8>] = []
        var start = bytes.startIndex
        for index in bytes.indices where bytes[index] == UInt8(ascii: "\n") {
            guard index > start, bytes[index - 1] == UInt8(ascii: "\r") else {
                throw Refusal(.badRequest, "A line of the request does not end with CR and LF.")
            }
            lines.append(bytes[start..<index - 1])
            start = index + 1
        }
        guard start == bytes.endIndex, !lines.isEmpty else { throw Refusal(.badRequest, "The request has no end.") }
        return lines
    }

    private static func field(_ line: ArraySlice<UInt8>) throws(Refusal) -> (name: String, value: String) {
        guard let colon = line.firstIndex(of: UInt8(ascii: ":")), colon > line.startIndex,
            line[..<colon].allSatisfy(isOfToken)
        else { throw Refusal(.badRequest, "A field of the request has no name.") }
        let blanks: [UInt8] = [UInt8(ascii: " "), UInt8(ascii: "\t")]
        var value = line[(colon + 1)...]
        while let first = value.first, blanks.contains(first) { value.removeFirst() }
        while let last = value.last, blanks.contains(last) { value.removeLast() }
        guard value.allSatisfy({ $0 == UInt8(ascii: "\t") || $0 >= 0x20 && $0 != 0x7F }) else {
            throw Refusal(.badRequest, "A field of the request has control characters.")
        }
        return (
            String(decoding: line[..<colon], as: UTF8.self).lowercased(), String(decoding: value, as: UTF8.self)
        )
    }

    /// Whether a token may have the byte (RFC 9110, section 5.6.2).
    private static func isOfToken(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "a")...UInt8(ascii: "z"):
            true
        default: "!#$%&'*+-.^_`|~".utf8.contains(byte)
        }
    }
}
