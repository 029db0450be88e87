/// A text of a lesson as it stands in its documents, in both languages.
///
/// Read from the documents and not from a page, it is the same whatever a run computes: sentences for every outcome are
/// there, and slots are left out.
public struct SourceText: Hashable, Sendable {
    /// The file's path below `Lessons`.
    public let file: String
    /// The line where the text begins, from 1.
    public let line: Int
    /// The English text, or the comment in the source that it translates; `nil` where both languages share one.
    public let en: String?
    /// The Spanish text, or the one that both languages share.
    public let es: String
    /// Where the Spanish text stands, if that is another file.
    var spanishPlace: String?
    /// Whether these are words for a comment in the source.
    var isComment = false

    /// The id of the lesson whose folder holds it: `edges`.
    public var lesson: String { file.split(separator: "/").first.map { $0.lowercased() } ?? "" }

    /// File and line, as editors understand them.
    public var place: String { "\(file):\(line)" }
}
