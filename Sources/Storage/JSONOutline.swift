/// The members of a JSON object by their lines, and where the text stops being JSON: what a decoder does not tell, and a
/// person who wrote the file has to know.
public struct JSONOutline: Sendable {
    /// The keys in the order of the text, each with its line, from 1; one that stands twice is there twice.
    public private(set) var keys: [(name: String, line: Int)] = []
    /// The first place at which something else was expected; nil where the object reads to its end. What stands within
    /// values is left to the decoder.
    public private(set) var fault: (line: Int, expected: String)?

    private let bytes: [UInt8]
    private var position = 0
    private var line = 1

    /// - Parameter bytes: UTF-8.
    public init(of bytes: [UInt8]) {
        self.bytes = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes
        readObject()
    }

    private var next: UInt8? { position < bytes.count ? bytes[position] : nil }

    private mutating func advance() {
        if next == UInt8(ascii: "\n") { line += 1 }
        position += 1
    }

    private mutating func skipSpace() {
        while let byte = next, [0x20, 0x09, 0x0A, 0x0D].contains(byte) { advance() }
    }

    /// Whether this sign came next, white space aside.
    private mutating func take(_ sign: Unicode.Scalar) -> Bool {
        skipSpace()
        guard next == UInt8(ascii: sign) else { return false }
        advance()
        return true
    }

    private mutating func expect(_ what: String) { fault = fault ?? (line, what) }

    private mutating func readObject() {
        guard take("{") else { return expect("“{” is expected: options stand in braces, such as {\"seed\": 7}") }
        if take("}") { return readEnd() }
        while true {
            skipSpace()
            let keyLine = line
            guard let key = readText() else { return expect("a key in quotation marks is expected, such as \"seed\"") }
            keys.append((key, keyLine))
            guard take(":") else { return expect("“:” is expected behind \"\(key)\"") }
            guard skipValue() else { return expect("a value is expected behind \"\(key)\"") }
            if take("}") { return readEnd() }
            guard take(",") else { return expect("“,” or “}” is expected behind the value of \"\(key)\"") }
        }
    }

    private mutating func readEnd() {
        skipSpace()
        if next != nil { expect("nothing is expected behind the last brace") }
    }

    /// A text in quotation marks; escapes stay as they are.
    private mutating func readText() -> String? {
        guard next == UInt8(ascii: "\"") else { return nil }
        advance()
        let start = position
        while let byte = next, byte != UInt8(ascii: "\"") {
            if byte == UInt8(ascii: "\\") { advance() }
            if next != nil { advance() }
        }
        guard next != nil else { return nil }
        defer { advance() }
        return String(decoding: bytes[start..<position], as: UTF8.self)
    }

    /// Whether there was a value, which now lies behind.
    private mutating func skipValue() -> Bool {
        skipSpace()
        var depth = 0
        let start = position
        while let byte = next {
            switch byte {
            case UInt8(ascii: "\""):
                if readText() == nil { return false }
                if depth == 0 { return true }
                continue
            case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
            case UInt8(ascii: "}"), UInt8(ascii: "]"):
                if depth == 0 { return position > start }
                depth -= 1
                if depth == 0 {
                    advance()
                    return true
                }
            case UInt8(ascii: ","), 0x20, 0x09, 0x0A, 0x0D:
                if depth == 0 { return position > start }
            default: break
            }
            advance()
        }
        return depth == 0 && position > start
    }
}
