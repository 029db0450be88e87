import Documents
import Languages

extension Glossary {
    /// What each term has.
    private static let fields = ["forms", "lesson", "meaning"]

    /// The terms of `glossary.<language>.yaml`, in the order of the file:
    ///
    ///     feature-map:
    ///       forms: feature map|feature maps     # as a dictionary has it, then as prose has it
    ///       lesson: inside                      # which explains it
    ///       meaning: What one kernel answers to a whole picture.
    ///
    /// - Parameters:
    ///   - catalogues: in step with each other.
    ///   - lessons: the ids that there are.
    /// - Throws: ``DocumentError`` for a field that is missing or unknown, a term without a word, a slot, a lesson that
    ///   does not exist, and one that the languages do not agree on.
    init(_ catalogues: CatalogueSet, lessons: [String]) throws(DocumentError) {
        guard let english = catalogues.catalogues["en"], let spanish = catalogues.catalogues["es"] else {
            self.init()
            return
        }
        var ids: [String] = []
        for key in english.keys {
            let parts = key.split(separator: ".", maxSplits: 1).map(String.init)
            let known = Self.fields.joined(separator: ", ")
            guard let field = parts.dropFirst().first else {
                throw DocumentError(
                    file: english.file, line: english.entries[key]?.line ?? 1,
                    "“\(key)” is a text; a term has \(known) below it")
            }
            guard Self.fields.contains(field) else {
                throw DocumentError(
                    file: english.file, line: english.entries[key]?.line ?? 1,
                    "“\(parts[0])” has no “\(field)”; "
                        + NearMisses.hint(
                            for: field, in: Self.fields, otherwise: "a term has \(known)."))
            }
            if ids.last != parts[0] { ids.append(parts[0]) }
        }
        var terms: [Term] = []
        for id in ids {
            let (en, es) = (try TermEntry(id, in: english, .en), try TermEntry(id, in: spanish, .es))
            guard lessons.contains(en.lesson) else {
                throw DocumentError(
                    file: english.file, line: en.line,
                    "no lesson is called “\(en.lesson)”; "
                        + NearMisses.hint(
                            for: en.lesson, in: lessons, otherwise: "there are \(lessons.joined(separator: ", "))."))
            }
            guard en.lesson == es.lesson else {
                throw DocumentError(
                    file: spanish.file, line: es.line,
                    "“\(id)” is explained in “\(es.lesson)” here, and in “\(en.lesson)” in \(english.file):\(en.line)")
            }
            terms.append(
                Term(
                    id, en: en.forms, es: es.forms, lesson: en.lesson, Localized(en: en.meaning, es: es.meaning)))
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
