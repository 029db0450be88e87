import Languages

/// A text of a lesson as it stands in its documents, in every language that has it.
///
/// Read from the documents and not from a page, it is the same whatever a run computes: sentences for every outcome are
/// there, and slots are left out.
public struct SourceText: Hashable, Sendable {
    /// The text in one language.
    public struct Version: Hashable, Sendable {
        /// The language.
        public let language: Language
        /// What is typed.
        public let text: String
        /// The file's path below `Lessons`.
        public let file: String
        /// The line where the text begins, from 1.
        public let line: Int
        /// The line of each word, where they are known.
        var lines: [Int] = []

        /// File and line, as editors understand them.
        public var place: String { "\(file):\(line)" }

        /// File and line of a word.
        ///
        /// - Parameter index: how many blanks stand before it.
        func place(ofWord index: Int) -> String { "\(file):\(lines.indices.contains(index) ? lines[index] : line)" }
    }

    /// The text that the others follow.
    public let source: Version
    /// The others.
    public let translations: [Version]
    /// Whether these are words for a comment in the source.
    var isComment = false

    /// All of them, the leading one first.
    var versions: [Version] { [source] + translations }

    /// The id of the lesson whose folder holds it: `edges`.
    public var lesson: String { source.file.split(separator: "/").first.map { $0.lowercased() } ?? "" }
}
