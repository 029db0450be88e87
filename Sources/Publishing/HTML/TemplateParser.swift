import Languages

/// A piece of a template.
indirect enum TemplatePart: Sendable {
    case text(String)
    /// `{{{name}}}`: the value as it is.
    case value(String)
    /// `{{#name}}…{{/name}}`: once for each element, or once where there is something.
    case section(String, [TemplatePart])
    /// `{{^name}}…{{/name}}`: once where there is nothing.
    case inverted(String, [TemplatePart])
    /// `{{> name}}`: another template.
    case partial(String)
}

/// Reads templates in the part of mustache's language that pages need.
///
/// A section's tag or a partial that has a line to itself takes the line with it, as mustache's manual (5) has it;
/// templates indent no tags. Values stand between three braces alone: what two would escape is escaped already.
struct TemplateParser {
    /// What a template's author has to mend.
    struct Fault: Error {
        let reason: String
    }

    private let text: Substring
    private var rest: Substring

    private init(_ text: String) {
        self.text = text[...]
        rest = self.text
    }

    /// - Throws: ``Fault`` for a tag that is not of this language, and for sections that are not closed in order.
    static func parts(of text: String) throws(Fault) -> [TemplatePart] {
        var parser = TemplateParser(text)
        return try parser.parts(until: nil)
    }

    /// The parts up to the end of that section, or of the text.
    private mutating func parts(until section: String?) throws(Fault) -> [TemplatePart] {
        var parts: [TemplatePart] = []
        while let start = rest.firstRange(of: "{{")?.lowerBound {
            if start > rest.startIndex { parts.append(.text(String(rest[..<start]))) }
            rest = rest[start...]
            if rest.hasPrefix("{{{") {
                parts.append(.value(try name(between: "{{{", and: "}}}")))
                continue
            }
            let tag = try name(between: "{{", and: "}}")
            takeLine(from: start)
            let name = String(tag.dropFirst()).trimmingSpaces()
            guard let kind = tag.first, !name.isEmpty else { throw Fault(reason: "a tag without a name") }
            switch kind {
            case "#": parts.append(.section(name, try self.parts(until: name)))
            case "^": parts.append(.inverted(name, try self.parts(until: name)))
            case ">": parts.append(.partial(name))
            case "/" where name == section: return parts
            case "/": throw Fault(reason: "{{/\(name)}} closes \(section.map { "{{#\($0)}}" } ?? "nothing")")
            default: throw Fault(reason: "{{\(tag)}} is no section; values take three braces")
            }
        }
        if let section { throw Fault(reason: "{{#\(section)}} is not closed") }
        if !rest.isEmpty { parts.append(.text(String(rest))) }
        return parts
    }

    /// What stands in the tag that begins here; goes on behind it.
    private mutating func name(between open: String, and close: String) throws(Fault) -> String {
        let inside = rest.dropFirst(open.count)
        guard let end = inside.firstRange(of: close) else {
            throw Fault(reason: "“\(rest.prefix(20))” has no \(close)")
        }
        rest = inside[end.upperBound...]
        let name = inside[..<end.lowerBound]
        guard !name.contains(where: { "{}\n".contains($0) }) else {
            throw Fault(reason: "“\(name)” is no name")
        }
        return String(name)
    }

    /// Goes on behind the line where the tag that began there is all of it.
    private mutating func takeLine(from start: Substring.Index) {
        let isFirst = start == text.startIndex || text[text.index(before: start)] == "\n"
        if isFirst, rest.first == "\n" { rest.removeFirst() }
    }
}
