import Documents
import Languages

/// What the comments of a listing say in one language: under `comments:` in its block, each under what the source says.
public struct CommentWords: Hashable, Sendable {
    /// The words for one comment.
    struct Entry: Hashable, Sendable {
        let text: String
        /// Of the key, from 1.
        let line: Int
    }

    /// The document.
    let file: String
    /// Of the block, from 1.
    let line: Int
    /// By what the source says.
    let entries: [String: Entry]

    /// The words in a listing's block.
    ///
    /// - Throws: ``DocumentError`` where they are no pairs of texts.
    init(of directive: Directive, file: String) throws(DocumentError) {
        try self.init(directive.option("comments"), file: file, line: directive.line)
    }

    /// The words of a file that holds nothing else: those for a lesson's Python.
    ///
    /// - Throws: ``DocumentError`` where they are no pairs of texts.
    init(script text: String, file: String) throws(DocumentError) {
        try self.init(YAMLReader.node(of: text, file: file), file: file, line: 1)
    }

    private init(_ node: YAMLNode?, file: String, line: Int) throws(DocumentError) {
        self.file = file
        self.line = line
        var entries: [String: Entry] = [:]
        if let node {
            guard let pairs = node.entries else {
                throw DocumentError(
                    file: file, line: node.line,
                    "comments are pairs: `what the source says: what it says here`, a line each")
            }
            for pair in pairs {
                guard let text = pair.value.text, !text.allSatisfy(\.isWhitespace) else {
                    throw DocumentError(
                        file: file, line: pair.line,
                        "a text is wanted behind “\(pair.key)”: what this comment says here")
                }
                entries[pair.key] = Entry(text: text, line: pair.line)
            }
        }
        self.entries = entries
    }
}
