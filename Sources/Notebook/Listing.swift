import Documents
import Languages
import Snippets

/// A stretch of source code, as it stands in the repository.
public struct Listing: Hashable, Sendable {
    /// The name of the stretch, unique in its lesson.
    public let name: String
    /// The file's path in the repository.
    public let file: String
    /// The number of the first line shown, from 1.
    public let firstLine: Int
    /// The lines, their common indentation taken off.
    public let source: String
    /// What its comments say in other languages. A language that is missing here has no document.
    private(set) var words: [Language: CommentWords] = [:]
    /// The same in Python.
    public internal(set) var twin: Twin?

    /// A stretch as the build embedded it.
    public init(name: String, file: String, firstLine: Int, source: String) {
        self.name = name
        self.file = file
        self.firstLine = firstLine
        self.source = source
    }

    /// The lines as a reader of this language sees them: as many, with the same code in them.
    public func source(in language: Language) -> String {
        translated(to: language)?.source ?? source
    }

    /// nil where the language has no words for it.
    func translated(to language: Language) -> TranslatedSource? {
        guard let entries = language.nearest({ words[$0]?.entries }), !entries.isEmpty else { return nil }
        return TranslatedSource(source, words: entries.mapValues(\.text))
    }

    /// The comments that are not the same in every language, each once.
    var comments: [String] {
        var seen: Set<String> = []
        return SourceComment.all(in: source).filter(\.hasWords).map(\.text).filter { seen.insert($0).inserted }
    }

    /// The same stretch with these words for its comments.
    ///
    /// - Throws: ``DocumentError`` for words under a key that no comment says, with what may have been meant.
    func saying(_ words: [Language: CommentWords]) throws(DocumentError) -> Listing {
        let known = SourceComment.all(in: source).map(\.text)
        for (language, words) in words.sorted(by: { $0.key < $1.key }) {
            for (key, entry) in words.entries.sorted(by: { $0.value.line < $1.value.line }) {
                guard language != language.leading else {
                    throw DocumentError(
                        file: words.file, line: entry.line,
                        "comments in the source are in \(language.inEnglish) already; change them in \(file)")
                }
                guard known.contains(key) else {
                    let all = known.map { "“\($0)”" }.joined(separator: ", ")
                    let hint = NearMisses.hint(
                        for: key, in: known, otherwise: known.isEmpty ? "it has none." : "it has \(all).")
                    throw DocumentError(
                        file: words.file, line: entry.line,
                        "the listing “\(name)” has no comment “\(key)” in \(file):\(firstLine); \(hint)")
                }
            }
        }
        var listing = self
        listing.words = words
        return listing
    }
}
