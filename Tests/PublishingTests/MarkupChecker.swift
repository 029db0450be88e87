/// Reads a page as a strict browser would, and notes what is not in order: tags that don't match, attributes
/// without quotes, characters that must be escaped, ids that occur twice.
struct MarkupChecker {
    struct Element: Equatable {
        let name: String
        let attributes: [String: String]
        /// The names of the elements around it, the outermost first.
        let path: [String]
    }

    private(set) var elements: [Element] = []
    private(set) var faults: [String] = []
    /// The text between tags, character references as they stand.
    private(set) var text = ""

    private static let void: Set<String> = ["meta", "link", "img", "input", "br", "hr", "source"]
    private static let raw: Set<String> = ["style", "script"]
    private var rest: Substring
    private var open: [String] = []

    init(_ bytes: [UInt8]) { self.init(String(decoding: bytes, as: UTF8.self)) }

    init(_ page: String) {
        // A browser reads code points: an accent behind a > does not keep it from ending a tag.
        let scalars = page.unicodeScalars.map { $0.properties.generalCategory == .nonspacingMark ? "´" : $0 }
        rest = Substring(String(String.UnicodeScalarView(scalars)))
        if rest.hasPrefix("<!doctype html>") { rest = rest.dropFirst("<!doctype html>".count) }
        while !rest.isEmpty { next() }
        if !open.isEmpty { faults.append("never closed: \(open)") }
        let ids = elements.compactMap { $0.attributes["id"] }
        for (id, count) in Dictionary(ids.map { ($0, 1) }, uniquingKeysWith: +) where count > 1 {
            faults.append("\(count) elements have the id \(id)")
        }
    }

    func all(_ name: String) -> [Element] { elements.filter { $0.name == name } }

    /// The scripts that run: others hold data.
    var scripts: [Element] { all("script").filter { $0.attributes["type"] != "application/json" } }

    var ids: Set<String> { Set(elements.compactMap { $0.attributes["id"] }) }

    private mutating func next() {
        guard let start = rest.unicodeScalars.firstIndex(of: "<") else {
            take(rest)
            rest = ""
            return
        }
        take(rest[..<start])
        rest = Substring(rest.unicodeScalars[start...].dropFirst())
        if rest.first == "/" { close() } else { openTag() }
    }

    private mutating func take(_ piece: Substring) {
        if piece.unicodeScalars.contains(">") { faults.append("a stray > in “\(piece.suffix(30))”") }
        let reference = /&(#?[a-zA-Z0-9]+);/.matchingSemantics(.unicodeScalar)
        if piece.replacing(reference, with: "").unicodeScalars.contains("&") {
            faults.append("a stray & in “\(piece.suffix(30))”")
        }
        text += piece
    }

    private mutating func close() {
        let name = String(rest.dropFirst().prefix { $0 != ">" })
        rest = rest.drop { $0 != ">" }.dropFirst()
        if open.last == name {
            open.removeLast()
        } else {
            faults.append("</\(name)> closes <\(open.last ?? "nothing")>")
        }
    }

    private mutating func openTag() {
        let name = String(rest.prefix { $0.isLetter || $0.isNumber })
        if name.isEmpty { faults.append("a stray < before “\(rest.prefix(20))”") }
        rest = rest.dropFirst(name.count)
        var attributes: [String: String] = [:]
        while let first = rest.first, first != ">" {
            if first.isWhitespace {
                rest = rest.dropFirst()
                continue
            }
            let key = String(rest.prefix { $0 != "=" && $0 != ">" && !$0.isWhitespace })
            rest = rest.dropFirst(key.count)
            if attributes[key] != nil { faults.append("\(key) twice in <\(name)>") }
            attributes[key] = ""
            guard rest.first == "=" else { continue }
            // Code points: a quotation mark with an accent still ends an attribute.
            let scalars = rest.unicodeScalars.dropFirst()
            guard scalars.first == "\"" else {
                faults.append("\(key) without quotes in <\(name)>")
                rest = rest.dropFirst()
                continue
            }
            let value = scalars.dropFirst().prefix { $0 != "\"" }
            attributes[key] = String(value)
            if value.contains("<") { faults.append("a < in the attribute \(key)") }
            rest = Substring(scalars.dropFirst(value.count + 2))
        }
        rest = rest.dropFirst()
        elements.append(Element(name: name, attributes: attributes, path: open))
        // In a drawing, and nowhere else, a tag closes itself with a stroke.
        if attributes.removeValue(forKey: "/") != nil {
            if !open.contains("svg") { faults.append("<\(name)/> outside of a drawing") }
            return
        }
        if Self.raw.contains(name) {
            rest = rest.firstRange(of: "</\(name)>").map { rest[$0.upperBound...] } ?? ""
        } else if !Self.void.contains(name) {
            open.append(name)
        }
    }
}
