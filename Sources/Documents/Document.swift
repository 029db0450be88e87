/// A lesson's page in one language, top to bottom, as its author wrote it.
public struct Document: Hashable, Sendable {
    /// The file's path, as it was given.
    public let file: String
    /// The front matter: title, question, goals.
    public let front: [YAMLNode.Entry]
    /// What stands below it, in the order in which it is read.
    public let blocks: [Block]

    /// A stretch of a document.
    public enum Block: Hashable, Sendable {
        /// CommonMark with TeX and slots.
        case prose(Text)
        /// A fence with a name: `:::{figure} laplacian`.
        case directive(Directive)

        /// Of its first line, from 1.
        public var line: Int {
            switch self {
            case .prose(let text): text.line
            case .directive(let directive): directive.line
            }
        }
    }

    /// Some lines of a file.
    public struct Text: Hashable, Sendable {
        /// The lines, without blank ones before and behind.
        public let source: String
        /// Of the first, from 1.
        public let line: Int
    }
}

/// A fenced block with a name, as MyST and Quarto write it:
///
///     :::{figure} laplacian
///     ---
///     title: Only the outlines are left
///     alt: The grey picture, the kernel, and the result.
///     ---
///     Even areas turn black whatever their brightness was.
///     :::
///
/// Blocks within blocks have fences of fewer colons than those around them.
public struct Directive: Hashable, Sendable {
    /// What it is: `figure`.
    public let kind: DirectiveKind
    /// What stands behind the name: the id of a figure, a command. Empty where the kind takes none.
    public let argument: String
    /// What stands between the two lines of three hyphens, as YAML.
    public let options: [YAMLNode.Entry]
    /// What stands below that.
    public let blocks: [Document.Block]
    /// Of the opening fence, from 1.
    public let line: Int

    /// The option of this name.
    public func option(_ name: String) -> YAMLNode? { options.first { $0.key == name }?.value }

    /// The options that hold texts of the page, as many in every language: all but words for comments in code,
    /// what a figure was called once, which goal a question is about, and what an exercise asks for.
    public var texts: [YAMLNode.Entry] { options.filter { !Self.settings.contains($0.key) } }

    /// The options that the language that leads says for all.
    private static let settings: Set<String> = [
        "comments", "formerly", "goal", "level", "answer", "tolerance", "code",
    ]

    /// The prose in it, if there is any.
    public var prose: Document.Text? {
        for case .prose(let text) in blocks { return text }
        return nil
    }

    /// The directives of a kind in it.
    public func parts(_ kind: DirectiveKind) -> [Directive] {
        blocks.compactMap { block in
            if case .directive(let directive) = block, directive.kind == kind { directive } else { nil }
        }
    }
}
