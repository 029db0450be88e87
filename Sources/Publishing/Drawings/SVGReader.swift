/// Reads the SVG that Cairo writes: elements and attributes, no text, no references to characters. Anything else is
/// an error, so what comes out can stand in a page.
struct SVGReader {
    static let deepest = 32

    private let bytes: [UInt8]
    private var index = 0

    /// The outermost element.
    static func root(of bytes: [UInt8]) throws(SVGError) -> SVGElement {
        var reader = SVGReader(bytes: bytes)
        reader.skipSpace()
        if reader.bytes[reader.index...].starts(with: "<?".utf8) {
            while reader.index < bytes.count, reader.bytes[reader.index] != UInt8(ascii: ">") { reader.index += 1 }
            reader.index += 1
        }
        reader.skipSpace()
        let root = try reader.element(depth: 0)
        reader.skipSpace()
        guard reader.index == bytes.count else { throw .malformed(at: reader.index, expected: "the end") }
        return root
    }

    private init(bytes: [UInt8]) { self.bytes = bytes }

    private mutating func element(depth: Int) throws(SVGError) -> SVGElement {
        guard depth < Self.deepest else { throw .tooDeep }
        try take("<")
        var element = SVGElement(name: try name())
        while true {
            skipSpace()
            if try takes("/>") { return element }
            if try takes(">") { break }
            let key = try name()
            try take("=\"")
            element.attributes.append(.init(name: key, value: try value()))
        }
        while true {
            skipSpace()
            if try takes("</") { break }
            element.children.append(try self.element(depth: depth + 1))
        }
        guard try name() == element.name else { throw .malformed(at: index, expected: "</\(element.name)>") }
        try take(">")
        return element
    }

    private mutating func name() throws(SVGError) -> String {
        let start = index
        while index < bytes.count, Self.isNamePart(bytes[index]) { index += 1 }
        guard index > start else { throw .malformed(at: index, expected: "a name") }
        return String(decoding: bytes[start..<index], as: UTF8.self)
    }

    private mutating func value() throws(SVGError) -> String {
        let start = index
        while index < bytes.count, bytes[index] != UInt8(ascii: "\"") {
            // Nothing that a page would have to escape may stand in a value.
            guard bytes[index] >= 0x20, bytes[index] < 0x7F, !"<>&'".utf8.contains(bytes[index]) else {
                throw .foreign("an attribute with the character \(bytes[index])")
            }
            index += 1
        }
        guard index < bytes.count else { throw .malformed(at: index, expected: "a closing quotation mark") }
        defer { index += 1 }
        return String(decoding: bytes[start..<index], as: UTF8.self)
    }

    private mutating func skipSpace() {
        while index < bytes.count, [0x20, 0x09, 0x0A, 0x0D].contains(bytes[index]) { index += 1 }
    }

    private mutating func take(_ text: StaticString) throws(SVGError) {
        guard try takes(text) else { throw .malformed(at: index, expected: "\(text)") }
    }

    /// Steps over a text if it stands here.
    ///
    /// - Throws: ``SVGError/malformed(at:expected:)`` at the end of the file.
    private mutating func takes(_ text: StaticString) throws(SVGError) -> Bool {
        guard index < bytes.count else { throw .malformed(at: index, expected: "\(text)") }
        let found = text.withUTF8Buffer { bytes[index...].starts(with: $0) }
        if found { index += text.utf8CodeUnitCount }
        return found
    }

    private static func isNamePart(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: ":"):
            true
        default: false
        }
    }
}
