/// Reads JSON as RFC 8259 has it, and knows at every moment where it is.
struct PlacedJSONParser {
    private let scalars: [Unicode.Scalar]
    private var position = 0
    private var line = 1
    private var column = 1
    private var depth = 0
    private let isText: Bool

    init(_ bytes: [UInt8]) {
        let text = String(validating: bytes, as: UTF8.self)
        isText = text != nil
        var scalars = Array((text ?? "").unicodeScalars)
        if scalars.first == "\u{FEFF}" { scalars.removeFirst() }
        self.scalars = scalars
    }

    mutating func whole() throws(PlacedJSON.Fault) -> PlacedJSON {
        guard isText else { throw fault("this is no text in UTF-8") }
        let value = try value()
        skipSpace()
        guard next == nil else { throw fault("nothing is expected behind the last brace") }
        return value
    }

    private var next: Unicode.Scalar? { position < scalars.count ? scalars[position] : nil }

    private var place: PlacedJSON.Place { PlacedJSON.Place(line: line, column: column) }

    private func fault(_ problem: String, at place: PlacedJSON.Place? = nil) -> PlacedJSON.Fault {
        PlacedJSON.Fault(place: place ?? self.place, problem: problem)
    }

    private mutating func advance() {
        if next == "\n" {
            (line, column) = (line + 1, 1)
        } else {
            column += 1
        }
        position += 1
    }

    private mutating func skipSpace() {
        while let sign = next, sign == " " || sign == "\t" || sign == "\n" || sign == "\r" { advance() }
    }

    /// Whether this sign came next, white space aside.
    private mutating func take(_ sign: Unicode.Scalar) -> Bool {
        skipSpace()
        guard next == sign else { return false }
        advance()
        return true
    }

    private mutating func value() throws(PlacedJSON.Fault) -> PlacedJSON {
        skipSpace()
        let place = place
        guard let sign = next else { throw fault("a value is expected here, and the file ends") }
        switch sign {
        case "{":
            return PlacedJSON(
                place: place, content: .object(try nested { parser throws(PlacedJSON.Fault) in try parser.members() }))
        case "[":
            return PlacedJSON(
                place: place, content: .list(try nested { parser throws(PlacedJSON.Fault) in try parser.elements() }))
        case "\"": return PlacedJSON(place: place, content: .text(try text()))
        default: return PlacedJSON(place: place, content: try word())
        }
    }

    private mutating func nested<Value>(
        _ read: (inout PlacedJSONParser) throws(PlacedJSON.Fault) -> Value
    ) throws(PlacedJSON.Fault) -> Value {
        guard depth < PlacedJSON.depthLimit else {
            throw fault("lists and objects nest more than \(PlacedJSON.depthLimit) deep")
        }
        depth += 1
        advance()
        let value = try read(&self)
        depth -= 1
        return value
    }

    private mutating func elements() throws(PlacedJSON.Fault) -> [PlacedJSON] {
        if take("]") { return [] }
        var elements: [PlacedJSON] = []
        while true {
            elements.append(try value())
            if take("]") { return elements }
            guard take(",") else { throw fault("“,” or “]” is expected behind a member of a list") }
            skipSpace()
            if next == "]" { throw fault("another member is expected behind “,”; take the comma out") }
        }
    }

    private mutating func members() throws(PlacedJSON.Fault) -> [PlacedJSON.Member] {
        if take("}") { return [] }
        var members: [PlacedJSON.Member] = []
        var places: [String: PlacedJSON.Place] = [:]
        while true {
            skipSpace()
            let place = place
            guard next == "\"" else { throw fault("a name in quotation marks is expected, such as \"layers\"") }
            let name = try text()
            if let first = places.updateValue(place, forKey: name) {
                throw fault("“\(name)” is in line \(first.line) already; take one of them out", at: place)
            }
            guard take(":") else { throw fault("“:” is expected behind \"\(name)\"") }
            members.append(PlacedJSON.Member(name: name, place: place, value: try value()))
            if take("}") { return members }
            guard take(",") else { throw fault("“,” or “}” is expected behind the value of \"\(name)\"") }
            skipSpace()
            if next == "}" { throw fault("another name is expected behind “,”; take the comma out") }
        }
    }

    /// A number, `true`, `false` or `null`.
    private mutating func word() throws(PlacedJSON.Fault) -> PlacedJSON.Content {
        let place = place
        var word = ""
        while let sign = next, sign.isASCII,
            sign.properties.isAlphabetic || "+-.0123456789_".unicodeScalars.contains(sign)
        {
            word.unicodeScalars.append(sign)
            advance()
        }
        switch word {
        case "true": return .boolean(true)
        case "false": return .boolean(false)
        case "null": return .null
        case "": throw fault("a value is expected here: a number, a text in quotation marks, a list or an object")
        default:
            guard Self.isNumber(word) else {
                throw fault("“\(word)” is no value; a text needs quotation marks: \"\(word)\"", at: place)
            }
            return .number(word)
        }
    }

    /// RFC 8259, section 6: -? (0 | [1-9][0-9]*) (. [0-9]+)? ([eE] [+-]? [0-9]+)?
    private static func isNumber(_ word: String) -> Bool {
        var rest = Substring(word)
        func digits() -> Int {
            let count = rest.prefix { $0.isASCII && $0.isNumber }.count
            rest = rest.dropFirst(count)
            return count
        }
        if rest.first == "-" { rest.removeFirst() }
        let isZero = rest.first == "0"
        let whole = digits()
        guard whole > 0, !isZero || whole == 1 else { return false }
        if rest.first == "." {
            rest.removeFirst()
            if digits() == 0 { return false }
        }
        if let exponent = rest.first, exponent == "e" || exponent == "E" {
            rest.removeFirst()
            if let sign = rest.first, sign == "+" || sign == "-" { rest.removeFirst() }
            if digits() == 0 { return false }
        }
        return rest.isEmpty
    }

    /// A text between its quotation marks.
    private mutating func text() throws(PlacedJSON.Fault) -> String {
        let start = place
        advance()
        var text = String.UnicodeScalarView()
        while let sign = next {
            switch sign {
            case "\"":
                advance()
                return String(text)
            case "\\":
                text.append(try escape())
            case _ where sign.value < 0x20:
                throw sign == "\n" || sign == "\r"
                    ? fault("this text never ends: a quotation mark is missing", at: start)
                    : fault("a control character within a text; write it as an escape")
            default:
                text.append(sign)
                advance()
            }
        }
        throw fault("this text never ends: a quotation mark is missing", at: start)
    }

    private static let short: [Unicode.Scalar: Unicode.Scalar] = [
        "\"": "\"", "\\": "\\", "/": "/", "b": "\u{8}", "f": "\u{C}", "n": "\n", "r": "\r", "t": "\t",
    ]

    private mutating func escape() throws(PlacedJSON.Fault) -> Unicode.Scalar {
        let start = place
        advance()
        guard let sign = next else { throw fault("an escape is expected behind “\\”, and the file ends") }
        advance()
        if let scalar = Self.short[sign] { return scalar }
        guard sign == "u", let unit = hexadecimal() else {
            throw fault("“\\\(sign)” is an escape that there is not in JSON", at: start)
        }
        if let scalar = Unicode.Scalar(unit) { return scalar }
        guard (0xD800..<0xDC00).contains(unit), next == "\\" else { throw half(at: start) }
        advance()
        guard next == "u" else { throw half(at: start) }
        advance()
        guard let low = hexadecimal(), (0xDC00..<0xE000).contains(low),
            let scalar = Unicode.Scalar(0x10000 + (unit - 0xD800) << 10 + (low - 0xDC00))
        else { throw half(at: start) }
        return scalar
    }

    private func half(at place: PlacedJSON.Place) -> PlacedJSON.Fault {
        fault("half a character: a surrogate without the other", at: place)
    }

    /// Four hexadecimal digits.
    private mutating func hexadecimal() -> UInt32? {
        let digits = scalars[position..<min(position + 4, scalars.count)]
        guard digits.count == 4, digits.allSatisfy({ $0.properties.isASCIIHexDigit }) else { return nil }
        for _ in 0..<4 { advance() }
        return UInt32(String(String.UnicodeScalarView(digits)), radix: 16)
    }
}
