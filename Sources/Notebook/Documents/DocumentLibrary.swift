import Documents
import Languages

/// All documents of a course: the lessons' pages and the sentences that they share, as files with their text.
///
/// A lesson's files are called after its id and a language, `edges.en.md`; the shared sentences `shared.en.yaml`.
public struct DocumentLibrary: Sendable {
    /// The sentences that lessons share.
    public let shared: SharedTexts
    private let pages: [String: [Language: File]]

    private struct File: Sendable {
        let path: String
        let text: String
    }

    /// No documents.
    public static let empty = DocumentLibrary()

    private init() {
        shared = .none
        pages = [:]
    }

    /// - Parameter files: by path: `Lessons/Edges/edges.en.md`. What is called otherwise is left alone.
    /// - Throws: ``DocumentError`` for shared sentences that can't be read or part from each other.
    public init(_ files: [String: String]) throws(DocumentError) {
        var pages: [String: [Language: File]] = [:]
        var catalogues: [Language: Catalogue] = [:]
        for (path, text) in files.sorted(by: { $0.key < $1.key }) {
            let name = path.split(separator: "/").last.map(String.init) ?? path
            let parts = name.split(separator: ".").map(String.init)
            guard parts.count == 3, let language = Language(rawValue: parts[1]) else { continue }
            switch parts[2] {
            case "md": pages[parts[0], default: [:]][language] = File(path: path, text: text)
            case "yaml" where parts[0] == "shared":
                catalogues[language] = try Catalogue(text, file: path, rules: language.rules)
            default: break
            }
        }
        self.pages = pages
        shared = SharedTexts(
            try CatalogueSet(
                Language.allCases.compactMap { language in
                    catalogues[language].map { (language.rawValue, $0) }
                }))
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
