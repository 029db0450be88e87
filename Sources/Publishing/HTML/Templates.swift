/// What a place in a template is filled with.
enum Slot {
    /// A text of any origin; escaped on its way in.
    case text(String)
    case html(HTML)
    case flag(Bool)
    case list([Slots])
    /// Nothing: the section that asks for it is left out.
    case absent
}

typealias Slots = [String: Slot]

/// The page templates, read once.
///
/// Templates only ever see markup: a ``Slot/text(_:)`` is escaped on its way in, and templates write every value with
/// three braces.
///
/// The library that filled them before is a good one, but it needs all of Foundation, whose tables made two thirds of
/// the program.
struct Templates: Sendable {
    private let templates: [String: [TemplatePart]]

    /// - Parameter files: the texts of `*.mustache`, by file name.
    /// - Throws: ``TemplateError`` for a template that does not parse.
    init(_ files: [String: String]) throws(TemplateError) {
        var templates: [String: [TemplatePart]] = [:]
        for (name, text) in files.sorted(by: { $0.key < $1.key }) where name.hasSuffix(".mustache") {
            do {
                templates[String(name.dropLast(".mustache".count))] = try TemplateParser.parts(of: text)
            } catch {
                throw .malformed(template: name, reason: error.reason)
            }
        }
        self.templates = templates
    }

    /// Fills a template.
    ///
    /// - Throws: ``TemplateError`` where a template is unknown or asks for a slot that is not given.
    func render(_ name: String, _ slots: Slots) throws(TemplateError) -> HTML {
        guard let parts = templates[name] else { throw .unknown(template: name) }
        var filling = TemplateFilling(template: name, templates: templates, slots: slots)
        try filling.append(parts)
        return HTML(trusted: filling.markup)
    }
}

/// A template that can't be used: a mistake in the program's own resources.
public enum TemplateError: Error, Hashable, Sendable, CustomStringConvertible {
    case unknown(template: String)
    case malformed(template: String, reason: String)
    case missingSlot(template: String, slot: String)

    /// What went wrong and where, in a sentence.
    public var description: String {
        switch self {
        case .unknown(let template): "no template is called \(template)"
        case .malformed(let template, let reason): "the template \(template) does not parse: \(reason)"
        case .missingSlot(let template, let slot): "the template \(template) asks for \(slot), which nobody gave"
        }
    }
}

/// A template while it is filled.
private struct TemplateFilling {
    let template: String
    let templates: [String: [TemplatePart]]
    private(set) var markup = ""
    /// The slots of the sections around, the innermost last.
    private var scopes: [Slots]

    init(template: String, templates: [String: [TemplatePart]], slots: Slots) {
        self.template = template
        self.templates = templates
        scopes = [slots]
    }

    mutating func append(_ parts: [TemplatePart]) throws(TemplateError) {
        for part in parts {
            switch part {
            case .text(let text): markup += text
            case .value(let name):
                switch try slot(name) {
                case .text(let text): markup += HTML(text: text).markup
                case .html(let html): markup += html.markup
                case .flag, .list, .absent: throw .missingSlot(template: template, slot: name)
                }
            case .section(let name, let parts):
                switch try slot(name) {
                case .text, .html, .flag(true): try append(parts)
                case .flag(false), .absent: break
                case .list(let elements):
                    for element in elements {
                        scopes.append(element)
                        try append(parts)
                        scopes.removeLast()
                    }
                }
            case .inverted(let name, let parts):
                switch try slot(name) {
                case .flag(false), .absent: try append(parts)
                case .list(let elements) where elements.isEmpty: try append(parts)
                case .text, .html, .flag, .list: break
                }
            case .partial(let name):
                guard let parts = templates[name] else { throw .unknown(template: name) }
                try append(parts)
            }
        }
    }

    /// What the innermost section that knows the name has for it.
    private func slot(_ name: String) throws(TemplateError) -> Slot {
        for scope in scopes.reversed() {
            if let slot = scope[name] { return slot }
        }
        throw .missingSlot(template: template, slot: name)
    }
}
