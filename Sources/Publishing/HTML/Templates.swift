import Mustache

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
/// Templates only ever see markup: a ``Slot/text(_:)`` is escaped before mustache gets it, and templates write
/// every value with three braces. Mustache's own escaping, by character, lets a quotation mark with a combining
/// accent through (swift-mustache 2.1).
struct Templates: Sendable {
    private let library: MustacheLibrary

    /// - Parameter files: the texts of `*.mustache`, by file name.
    /// - Throws: ``TemplateError`` for a template that does not parse.
    init(_ files: [String: String]) throws(TemplateError) {
        var templates: [String: MustacheTemplate] = [:]
        for (name, text) in files.sorted(by: { $0.key < $1.key }) where name.hasSuffix(".mustache") {
            do {
                templates[String(name.dropLast(".mustache".count))] = try MustacheTemplate(string: text)
            } catch {
                throw .malformed(template: name, reason: "\(error)")
            }
        }
        library = MustacheLibrary(templates: templates)
    }

    /// Fills a template.
    ///
    /// - Throws: ``TemplateError`` where the template is unknown or asks for a slot that is not given.
    func render(_ name: String, _ slots: Slots) throws(TemplateError) -> HTML {
        let root = RootScope(slots)
        guard let text = library.render(root, withTemplate: name) else { throw .unknown(template: name) }
        if let slot = root.missing.sorted().first { throw .missingSlot(template: name, slot: slot) }
        return HTML(trusted: text)
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

/// The outermost slots. Mustache asks here last, so what is not here is nowhere: it is noted, where mustache
/// itself would print nothing.
private final class RootScope: MustacheParent {
    private let values: [String: Any]
    private(set) var missing: Set<String> = []

    init(_ slots: Slots) { values = Scope(slots).values }

    func child(named name: String) -> Any? {
        if values[name] == nil { missing.insert(name) }
        return values[name]
    }
}

/// The slots of one element of a list.
private struct Scope: MustacheParent {
    let values: [String: Any]

    init(_ slots: Slots) {
        values = slots.mapValues { slot in
            switch slot {
            case .text(let text): HTML(text: text).markup
            case .html(let html): html.markup
            case .flag(let flag): flag
            case .list(let elements): elements.map(Scope.init)
            case .absent: false
            }
        }
    }

    func child(named name: String) -> Any? { values[name] }
}
