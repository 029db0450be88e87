import Documents
import Languages

/// All documents of a course: the lessons' pages, the sentences that they share and the glossary, as files with their text.
///
/// A lesson's files are called after its id and a language, `edges.en.md`; the shared sentences `shared.en.yaml`, the
/// glossary `glossary.en.yaml`.
public struct DocumentLibrary: Sendable {
    /// The sentences that lessons share.
    public let shared: SharedTexts
    /// The words that the lessons explain.
    let glossary: CatalogueSet
    private let pages: [String: [Language: File]]

    private struct File: Sendable {
        let path: String
        let text: String
    }

    /// No documents.
    public static let empty = DocumentLibrary()

    private init() {
        shared = .none
        glossary = .empty
        pages = [:]
    }

    /// - Parameter files: by path: `Lessons/Edges/edges.en.md`. What is called otherwise is left alone.
    /// - Throws: ``DocumentError`` for shared sentences and a glossary that can't be read, are missing in a language, or
    ///   part from each other.
    public init(_ files: [String: String]) throws(DocumentError) {
        var pages: [String: [Language: File]] = [:]
        var catalogues: [String: [Language: Catalogue]] = [:]
        for (path, text) in files.sorted(by: { $0.key < $1.key }) {
            let name = path.split(separator: "/").last.map(String.init) ?? path
            let parts = name.split(separator: ".").map(String.init)
            guard parts.count == 3, let language = Language(rawValue: parts[1]) else { continue }
            switch parts[2] {
            case "md": pages[parts[0], default: [:]][language] = File(path: path, text: text)
            case "yaml" where ["shared", "glossary"].contains(parts[0]):
                catalogues[parts[0], default: [:]][language] = try Catalogue(text, file: path, rules: language.rules)
            default: break
            }
        }
        self.pages = pages
        shared = SharedTexts(try Self.set("shared", of: catalogues["shared"] ?? [:]))
        glossary = try Self.set("glossary", of: catalogues["glossary"] ?? [:])
    }

    /// A catalogue in all languages of the course; nothing where no language has it.
    private static func set(
        _ name: String, of catalogues: [Language: Catalogue]
    ) throws(DocumentError) -> CatalogueSet {
        guard let known = Language.allCases.lazy.compactMap({ catalogues[$0]?.file }).first else { return .empty }
        var languages: [(String, Catalogue)] = []
        for language in Language.allCases {
            guard let catalogue = catalogues[language] else {
                let folder = known.split(separator: "/", omittingEmptySubsequences: false).dropLast()
                throw DocumentError(
                    file: (folder + ["\(name).\(language.rawValue).yaml"]).joined(separator: "/"), line: 1,
                    "this file is missing: the words of \(known) in \(language.endonym)")
            }
            languages.append((language.rawValue, catalogue))
        }
        return try CatalogueSet(languages)
    }

    /// The ids of the lessons that have documents, sorted.
    public var lessons: [String] { pages.keys.sorted() }

    /// A lesson's documents; nil where it has none in any language.
    ///
    /// - Throws: ``DocumentError`` for a document that can't be read, is missing in a language, or parts from the others.
    public func documents(of lesson: String) throws(DocumentError) -> LessonDocuments? {
        guard let files = pages[lesson] else { return nil }
        var documents: [(Language, Document)] = []
        for language in Language.allCases {
            guard let file = files[language] else { continue }
            documents.append((language, try DocumentParser.document(file.text, file: file.path)))
        }
        return try LessonDocuments(lesson, documents)
    }
}
