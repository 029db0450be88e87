import Documents
import Languages

/// All documents of a course: its languages, the lessons' pages, the sentences that they share and the glossary, as
/// files with their text.
///
/// A file is called after what it holds and its language: a lesson's page `edges.en.md`, the shared sentences
/// `shared.en.yaml`, the glossary `glossary.en.yaml`, a language `language.es.yaml`.
public struct DocumentLibrary: Sendable {
    /// The catalogues of the lessons.
    private static let catalogues = ["shared", "glossary"]
    /// What the scripts of all lessons share.
    private static let tools = "tools"

    /// The languages that are declared, with what pages and figures say in them.
    public let languages: LanguageSet
    /// The sentences that lessons share.
    let shared: SharedTexts
    /// The words that the lessons explain.
    let glossary: CatalogueSet
    private let pages: [String: [Language: NamedDocument]]
    /// What the lessons' Python says in other languages than the one that leads: `edges.es.yaml`.
    let scripts: [String: [Language: CommentWords]]

    /// - Parameter files: by path: `Lessons/Edges/edges.en.md`. What is called otherwise is left alone.
    /// - Throws: ``DocumentError`` for languages, shared sentences and a glossary that can't be read or part from each
    ///   other, and for files in a language that none declares.
    public init(_ files: [String: String]) throws(DocumentError) {
        let named = Set(
            files.keys.compactMap { NamedDocument(path: $0, text: "") }.filter { $0.ending == "md" }.map(\.name))
        let scripted = named.union([Self.tools])
        for path in files.keys.sorted() { try Self.checkName(path, scripted) }
        let languages = try LanguageSet(files)
        var pages: [String: [Language: NamedDocument]] = [:]
        var catalogues: [String: [Language: Catalogue]] = [:]
        var scripts: [String: [Language: CommentWords]] = [:]
        for (path, text) in files.sorted(by: { $0.key < $1.key }) {
            guard let file = NamedDocument(path: path, text: text) else { continue }
            let isCatalogue = file.ending == "yaml" && Self.catalogues.contains(file.name)
            let isScript = file.ending == "yaml" && !isCatalogue && scripted.contains(file.name)
            guard isCatalogue || isScript || file.ending == "md" else { continue }
            guard let language = languages[file.language] else {
                throw Self.undeclared(file, known: languages)
            }
            if isScript {
                scripts[file.name, default: [:]][language] = try CommentWords(script: text, file: path)
            } else if isCatalogue {
                catalogues[file.name, default: [:]][language] = try Catalogue(text, file: path, rules: language.rules)
            } else {
                pages[file.name, default: [:]][language] = file
            }
        }
        // What terms have is known before languages are compared.
        if let first = languages.languages.lazy.compactMap({ catalogues["glossary"]?[$0] }).first {
            _ = try Glossary.ids(in: first)
        }
        func set(_ name: String) throws(DocumentError) -> CatalogueSet {
            try CatalogueSet(
                languages.languages.compactMap { language in
                    catalogues[name]?[language].map { (language.code, $0) }
                })
        }
        self.languages = languages
        self.pages = pages
        self.scripts = scripts
        shared = SharedTexts(try set("shared"))
        glossary = try set("glossary")
    }

    /// - Throws: ``DocumentError`` for a file that would not be read and is called almost like one that is.
    private static func checkName(_ path: String, _ scripted: Set<String>) throws(DocumentError) {
        guard let file = NamedDocument(path: path, text: ""), file.ending == "yaml", !scripted.contains(file.name)
        else { return }
        let known = catalogues + LanguageSet.catalogues + ["language"]
        let question = NearMisses.question(for: file.name, in: known)
        guard !known.contains(file.name), !question.isEmpty else { return }
        throw DocumentError(file: path, line: 1, "no file of a course is called “\(file.name)”; \(question)")
    }

    private static func undeclared(_ file: NamedDocument, known: LanguageSet) -> DocumentError {
        let codes = known.languages.map(\.code)
        let hint = NearMisses.hint(
            for: file.language, in: codes,
            otherwise: codes.isEmpty
                ? "no language is declared at all." : "there are \(codes.joined(separator: ", ")).")
        return DocumentError(
            file: file.path, line: 1,
            "no language.\(file.language).yaml declares the language “\(file.language)”; \(hint)")
    }

    /// What the Python of a lesson says in other languages.
    func scriptWords(of name: String) -> ScriptWords { ScriptWords(all: scripts[name] ?? [:]) }

    /// The ids of the lessons that have documents, sorted.
    public var lessons: [String] { pages.keys.sorted() }

    /// Where a lesson's document in a language would lie, if there is none.
    func path(of lesson: String, missingIn language: Language) -> String? {
        guard let files = pages[lesson], files[language] == nil else { return nil }
        return files.min { $0.key < $1.key }?.value.path(in: language.code)
    }

    /// A lesson's documents; nil where it has none in any language.
    ///
    /// - Throws: ``DocumentError`` for a document that can't be read, or parts from the others.
    public func documents(of lesson: String) throws(DocumentError) -> LessonDocuments? {
        guard let files = pages[lesson] else { return nil }
        var documents: [(Language, Document)] = []
        for language in languages.languages {
            guard let file = files[language] else { continue }
            documents.append((language, try DocumentParser.document(file.text, file: file.path)))
        }
        return try LessonDocuments(lesson, documents)
    }
}
