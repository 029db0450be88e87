import Documents
import Languages

/// Where a cell stands in one of its lesson's documents, and what is typed there.
public struct CellOrigin: Sendable {
    /// Some lines of the document.
    struct Text: Sendable {
        let source: String
        /// Of the first, from 1.
        let line: Int
    }

    /// The document's.
    public let language: Language
    /// The document's path, as the library has it.
    public let file: String
    /// Of the block's first line, from 1.
    public let line: Int
    /// All texts of the block, top to bottom.
    let texts: [Text]

    init(of block: Document.Block, in language: Language, file: String) {
        self.language = language
        self.file = file
        line = block.line
        texts = Self.texts(of: block)
    }

    /// The line in which one of these is typed, from 1: the first of them that stands there at all, where it stands
    /// first; that of the block where none does.
    public func line(of fragments: [String]) -> Int {
        for fragment in fragments where !fragment.isEmpty {
            for text in texts {
                guard let place = text.source.firstRange(of: fragment)?.lowerBound else { continue }
                return text.line + text.source[..<place].count { $0.isNewline }
            }
        }
        return line
    }

    private static func texts(of block: Document.Block) -> [Text] {
        switch block {
        case .prose(let text): [Text(source: text.source, line: text.line)]
        case .directive(let directive):
            directive.options.flatMap { texts(of: $0.value) } + directive.blocks.flatMap(texts)
        }
    }

    private static func texts(of node: YAMLNode) -> [Text] {
        switch node.content {
        case .scalar(let text): [Text(source: text, line: node.textLine)]
        case .sequence(let members): members.flatMap(texts)
        case .mapping(let entries): entries.flatMap { texts(of: $0.value) }
        }
    }
}
