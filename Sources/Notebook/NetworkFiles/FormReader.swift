import Languages
import Storage

/// A value as a ``Form`` allows it, with its place.
struct FormValue: Sendable {
    enum Content: Sendable {
        case whole(UInt64)
        case number(Double)
        case text(String)
        case list([FormValue])
        case fields(FormFields)
    }

    let place: PlacedJSON.Place
    let content: Content
}

/// The members of an object that were there, and of which kind it is.
struct FormFields: Sendable {
    let kind: String
    let place: PlacedJSON.Place
    fileprivate(set) var values: [String: FormValue] = [:]

    /// A member that its form makes a whole number; nil where it was left out.
    func whole(_ name: String) -> Int? {
        if case .whole(let whole)? = values[name]?.content { Int(clamping: whole) } else { nil }
    }

    /// The same with all its bits.
    func bits(_ name: String) -> UInt64? {
        if case .whole(let whole)? = values[name]?.content { whole } else { nil }
    }

    /// A member that its form makes a number.
    func number(_ name: String) -> Double? {
        if case .number(let number)? = values[name]?.content { number } else { nil }
    }

    /// A member that its form makes a word, a name or a text.
    func text(_ name: String) -> String? {
        if case .text(let text)? = values[name]?.content { text } else { nil }
    }

    /// A member that its form makes a list.
    func list(_ name: String) -> [FormValue] {
        if case .list(let list)? = values[name]?.content { list } else { [] }
    }

    /// A member that its form makes an object.
    func fields(_ name: String) -> FormFields? { values[name]?.fields }
}

extension FormValue {
    /// The members, where it is an object.
    var fields: FormFields? {
        if case .fields(let fields) = content { fields } else { nil }
    }
}

/// Reads JSON as a form has it, and nothing else.
struct FormReader {
    /// How the file is called, for messages.
    let path: String

    func fault(_ problem: String, at place: PlacedJSON.Place) -> NetworkFileError {
        NetworkFileError(path: path, place: place, problem: problem)
    }

    /// - Parameter name: what the value is called where it stands: “filters”.
    /// - Throws: ``NetworkFileError`` at the first thing that the form does not allow.
    func read(_ json: PlacedJSON, as form: Form, called name: String) throws(NetworkFileError) -> FormValue {
        func misfit() -> NetworkFileError {
            fault("“\(name)” takes \(form.expected), not \(Self.shown(json))", at: json.place)
        }
        switch (form, json.content) {
        case (.whole(let range), .number(let typed)):
            guard let whole = UInt64(typed) ?? Double(typed).flatMap(UInt64.init(exactly:)), range.contains(whole)
            else { throw misfit() }
            return FormValue(place: json.place, content: .whole(whole))
        case (.number(let range), .number(let typed)):
            guard let number = Double(typed), number.isFinite, range.contains(number) else { throw misfit() }
            return FormValue(place: json.place, content: .number(number))
        case (.word(let words, let other), .text(let word)):
            guard words.contains(word) else {
                let near = NearMisses.question(for: word, in: words)
                let way = near.isEmpty && !other.isEmpty ? ". \(other)" : ""
                throw fault(
                    "“\(name)” is never “\(Self.cut(word))”; \(near.isEmpty ? "it" : "\(near) It") takes "
                        + form.expected + way, at: json.place)
            }
            return FormValue(place: json.place, content: .text(word))
        case (.name(let limit), .text(let text)):
            guard Self.isName(text, limit: limit) else { throw misfit() }
            return FormValue(place: json.place, content: .text(text))
        case (.text, .text(let text)):
            return FormValue(place: json.place, content: .text(text))
        case (.list(let member, let count), .list(let elements)):
            guard count.contains(elements.count) else {
                throw fault("“\(name)” takes \(form.expected), and there are \(elements.count)", at: json.place)
            }
            var values: [FormValue] = []
            for element in elements { values.append(try read(element, as: member, called: name)) }
            return FormValue(place: json.place, content: .list(values))
        case (.object(let object), .object(let members)):
            return try read(members, as: object, at: json.place, besides: nil)
        case (.choice(let key, let kinds), .object(let members)):
            return try read(members, asOneOf: kinds, by: key, at: json.place, called: name)
        default: throw misfit()
        }
    }

    private func read(
        _ members: [PlacedJSON.Member], asOneOf kinds: [ObjectForm], by key: String, at place: PlacedJSON.Place,
        called name: String
    ) throws(NetworkFileError) -> FormValue {
        let names = kinds.map(\.name)
        guard let chosen = members.first(where: { $0.name == key }) else {
            throw fault(
                "“\(name)” lacks “\(key)”, which says of which kind it is: \(names.joined(separator: ", "))", at: place)
        }
        let word = try read(chosen.value, as: .word(names), called: key)
        guard case .text(let kind) = word.content, let object = kinds.first(where: { $0.name == kind }) else {
            throw fault("“\(key)” takes one of \(names.joined(separator: ", "))", at: chosen.value.place)
        }
        return try read(members.filter { $0.name != key }, as: object, at: place, besides: key)
    }

    /// - Parameter key: a member that was read before, for messages.
    private func read(
        _ members: [PlacedJSON.Member], as object: ObjectForm, at place: PlacedJSON.Place, besides key: String?
    ) throws(NetworkFileError) -> FormValue {
        let known = object.members.map(\.name)
        var fields = FormFields(kind: object.name, place: place)
        for member in members {
            guard let form = object.members.first(where: { $0.name == member.name })?.form else {
                let near = NearMisses.question(for: member.name, in: known)
                let allowed = ((key.map { [$0] } ?? []) + known).joined(separator: ", ")
                throw fault(
                    "\(object.name) has no “\(Self.cut(member.name))”;\(near.isEmpty ? "" : " \(near)") It has \(allowed)",
                    at: member.place)
            }
            fields.values[member.name] = try read(member.value, as: form, called: member.name)
        }
        for member in object.members where member.isRequired && fields.values[member.name] == nil {
            throw fault("\(object.name) lacks “\(member.name)”: \(member.form.expected)", at: place)
        }
        return FormValue(place: place, content: .fields(fields))
    }

    static func isName(_ text: String, limit: Int) -> Bool {
        let signs = text.utf8
        func isPlain(_ sign: UInt8) -> Bool {
            (0x30...0x39).contains(sign) || (0x41...0x5A).contains(sign) || (0x61...0x7A).contains(sign)
        }
        guard let first = signs.first, isPlain(first), signs.count <= limit else { return false }
        return signs.allSatisfy { isPlain($0) || "-_.".utf8.contains($0) }
    }

    /// What stands there, short enough for a message.
    private static func shown(_ json: PlacedJSON) -> String {
        switch json.content {
        case .null: "null"
        case .boolean(let boolean): "\(boolean)"
        case .number(let typed): cut(typed)
        case .text(let text): "“\(cut(text))”"
        case .list, .object: json.kind
        }
    }

    private static func cut(_ text: String) -> String {
        // What nobody sees, or a terminal would obey, is told by its number.
        let seen = text.prefix(40).map {
            $0.unicodeScalars.first.flatMap { String($0).hidden?.codePoint } ?? String($0)
        }
        return seen.joined() + (text.count > 40 ? "…" : "")
    }
}
