import Languages

/// Texts that many pages share, each under a key, in one language: a file of YAML.
///
///     score: "{count} digits, {wrong, plural, =0 {not one mistake} one {one mistake} other {# mistakes}}"
///     axis:
///       loss: loss (cross-entropy)      # its key is axis.loss
public struct Catalogue: Hashable, Sendable {
    /// A text and its place.
    public struct Entry: Hashable, Sendable {
        /// As it was typed.
        public let message: Message
        /// Of the file, from 1.
        public let line: Int
    }

    /// The file's path, as it was given.
    public let file: String
    /// By key; keys within keys are joined by points.
    public let entries: [String: Entry]
    /// The keys in the order of the file.
    public let keys: [String]

    /// - Throws: ``DocumentError`` for YAML and messages that can't be read, and for plural forms that the language has
    ///   not.
    public init(_ source: String, file: String, rules: LanguageRules) throws(DocumentError) {
        self.file = file
        var entries: [String: Entry] = [:]
        var keys: [String] = []
        guard let node = try YAMLReader.node(of: source, file: file, firstLine: 1) else {
            self.entries = [:]
            self.keys = []
            return
        }
        guard let pairs = node.entries else {
            throw DocumentError(
                file: file, line: node.line, "pairs are wanted here: `key: text`, each in a line of its own")
        }
        var waiting = pairs.reversed().map { (key: $0.key, node: $0.value) }
        while let (key, node) = waiting.popLast() {
            switch node.content {
            case .scalar(let text):
                let message = try Message(of: text, at: node, file: file, rules: rules)
                entries[key] = Entry(message: message, line: node.line)
                keys.append(key)
            case .mapping(let inner):
                waiting += inner.reversed().map { ("\(key).\($0.key)", $0.value) }
            case .sequence:
                throw DocumentError(file: file, line: node.line, "“\(key)” is a list; a text is wanted here")
            }
        }
        self.entries = entries
        self.keys = keys
    }
}

extension Message {
    /// The message in a scalar of YAML.
    ///
    /// - Throws: ``DocumentError`` with the place in the file.
    public init(
        of text: String, at node: YAMLNode, file: String, rules: LanguageRules
    ) throws(DocumentError) {
        try self.init(text, dialect: .plain, line: node.textLine, file: file, rules: rules)
    }

    /// - Throws: ``DocumentError`` with the place in the file, also for plural forms that the language has not.
    public init(
        _ text: String, dialect: Dialect, line: Int, file: String, rules: LanguageRules
    ) throws(DocumentError) {
        do throws(MessageError) {
            self = try Message(text, dialect: dialect, line: line)
            try check(in: rules)
        } catch {
            throw DocumentError(file: file, line: error.line, column: error.column, error.problem)
        }
    }
}

extension YAMLNode {
    /// The line on which its text begins, from 1.
    public var textLine: Int { line + (isLiteral ? 1 : 0) }
}
