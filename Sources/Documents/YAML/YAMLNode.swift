/// A piece of YAML, with its place.
///
/// Every scalar is text: `no` stays the word *no*, and `007` keeps its zeros. Callers that want a number ask for one.
public struct YAMLNode: Hashable, Sendable {
    /// One pair of a mapping.
    public struct Entry: Hashable, Sendable {
        /// The key's text.
        public let key: String
        /// Of the key, from 1.
        public let line: Int
        /// What stands under the key.
        public let value: YAMLNode
    }

    /// What it is.
    public enum Content: Hashable, Sendable {
        case scalar(String)
        case sequence([YAMLNode])
        /// In the order of the file; no key twice.
        case mapping([Entry])
    }

    /// What it is.
    public let content: Content
    /// From 1.
    public let line: Int
    /// Whether the lines of its text are the lines of the file, so that a place in the text is a place in the file:
    /// so it is in a block scalar (`|`).
    public let isLiteral: Bool

    init(_ content: Content, line: Int, isLiteral: Bool = false) {
        self.content = content
        self.line = line
        self.isLiteral = isLiteral
    }

    /// The text of a scalar.
    public var text: String? { if case .scalar(let text) = content { text } else { nil } }

    /// The members of a sequence.
    public var members: [YAMLNode]? { if case .sequence(let members) = content { members } else { nil } }

    /// The pairs of a mapping.
    public var entries: [Entry]? { if case .mapping(let entries) = content { entries } else { nil } }
}
