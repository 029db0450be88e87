/// A language that listings are written in.
public enum SourceLanguage: String, Hashable, Sendable {
    case swift, python

    /// What begins a comment.
    public var marker: String { self == .swift ? "//" : "#" }

    /// A source in this language, cut up.
    public func tokens(of source: String) -> [SourceToken] {
        self == .swift ? SwiftLexer.tokens(of: source) : PythonLexer.tokens(of: source)
    }
}

/// What a stretch of code is, as far as its colour goes.
public enum SourceTokenKind: String, Hashable, Sendable {
    case plain, keyword, type, string, comment, number
}

/// A stretch of code of one kind. Tokens put together are the source again, character by character.
public struct SourceToken: Hashable, Sendable {
    /// What its colour tells.
    public let kind: SourceTokenKind
    /// As it stands in the source.
    public let text: Substring
}
