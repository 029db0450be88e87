import Documents
import Languages

extension Glossary {
    /// What each term has.
    private static let fields = ["forms", "lesson", "meaning"]

    /// The ids of the terms of a catalogue, in its order.
    ///
    /// - Throws: ``DocumentError`` for a text without a field and for an unknown field.
    static func ids(in leader: Catalogue) throws(DocumentError) -> [String] {
        var ids: [String] = []
        for key in leader.keys {
            let parts = key.split(separator: ".", maxSplits: 1).map(String.init)
            let known = Self.fields.joined(separator: ", ")
            guard let field = parts.dropFirst().first else {
                throw DocumentError(
                    file: leader.file, line: leader.entries[key]?.line ?? 1,
                    "“\(key)” is a text; a term has \(known) below it")
            }
            guard Self.fields.contains(field) else {
                throw DocumentError(
                    file: leader.file, line: leader.entries[key]?.line ?? 1,
                    "“\(parts[0])” has no “\(field)”; "
                        + NearMisses.hint(
                            for: field, in: Self.fields, otherwise: "a term has \(known)."))
            }
            if ids.last != parts[0] { ids.append(parts[0]) }
        }
        return ids
    }

    /// The terms of `glossary.<language>.yaml`, in the order of the file:
    ///
    ///     feature-map:
    ///       forms: feature map|feature maps     # as a dictionary has it, then as prose has it
    ///       lesson: inside                      # which explains it
    ///       meaning: What one kernel answers to a whole picture.
    ///
    /// - Parameters:
    ///   - catalogues: in step with each other.
    ///   - languages: of the course, the leading one first.
    ///   - lessons: the ids that there are.
    /// - Throws: ``DocumentError`` for a field that is missing or unknown, a term without a word, a slot, a lesson that
    ///   does not exist, and one that the languages do not agree on.
    init(_ catalogues: CatalogueSet, in languages: [Language], lessons: [String]) throws(DocumentError) {
        guard let leader = catalogues.leader else {
            self.init()
            return
        }
        let ids = try Self.ids(in: leader)
        var terms: [Term] = []
        for id in ids {
            var entries: [(language: Language, entry: TermEntry, file: String)] = []
            for language in languages {
                // A term that a language lacks is read in the one that stands in for it.
                guard let catalogue = catalogues.catalogues[language.code],
                    catalogue.keys.contains(where: { $0.hasPrefix(id + ".") })
                else { continue }
                entries.append((language, try TermEntry(id, in: catalogue, language), catalogue.file))
            }
            guard let first = entries.first else { continue }
            guard lessons.contains(first.entry.lesson) else {
                throw DocumentError(
                    file: first.file, line: first.entry.line,
                    "no lesson is called “\(first.entry.lesson)”; "
                        + NearMisses.hint(
                            for: first.entry.lesson, in: lessons,
                            otherwise: "there are \(lessons.joined(separator: ", "))."))
            }
            for (_, entry, file) in entries where entry.lesson != first.entry.lesson {
                throw DocumentError(
                    file: file, line: entry.line,
                    "“\(id)” is explained in “\(entry.lesson)” here, and in “\(first.entry.lesson)” in "
                        + "\(first.file):\(first.entry.line)")
            }
            func each<Value>(_ value: (TermEntry) -> Value) -> [Language: Value] {
                Dictionary(entries.map { ($0.language, value($0.entry)) }) { first, _ in first }
            }
            terms.append(
                Term(id, forms: each(\.forms), lesson: first.entry.lesson, Localized(each(\.meaning))))
        }
        self.init(terms)
    }
}

/// A term in one language.
private struct TermEntry {
    let forms: String
    let lesson: String
    let meaning: Phrase
    /// Of the lesson's name, from 1.
    let line: Int

    init(_ id: String, in catalogue: Catalogue, _ language: Language) throws(DocumentError) {
        func phrase(_ field: String) throws(DocumentError) -> Phrase {
            guard let entry = catalogue.entries["\(id).\(field)"] else {
                let first = catalogue.keys.first { $0.hasPrefix(id + ".") }
                throw DocumentError(
                    file: catalogue.file, line: first.flatMap { catalogue.entries[$0]?.line } ?? 1,
                    "“\(id)” lacks “\(field)”: write `\(field): …` below it")
            }
            do throws(SlotError) { return try entry.message.phrase([:], in: language.rules) } catch {
                throw DocumentError(
                    file: catalogue.file, line: error.line, "the glossary reads no results and has no slots")
            }
        }
        let format = NumberFormat(language)
        forms = try phrase("forms").text(in: format)
        for form in forms.split(separator: "|", omittingEmptySubsequences: false) {
            guard let first = form.first, let last = form.last, first != " ", last != " " else {
                throw DocumentError(
                    file: catalogue.file, line: catalogue.entries["\(id).forms"]?.line ?? 1,
                    "the forms of “\(id)” are words with one bar between them: `kernel|kernels`")
            }
        }
        lesson = try phrase("lesson").text(in: format)
        meaning = try phrase("meaning")
        line = catalogue.entries["\(id).lesson"]?.line ?? 1
    }
}
