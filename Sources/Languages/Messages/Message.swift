/// A text with slots, as documents and catalogues hold it: a strict subset of ICU MessageFormat's syntax, and a `list`.
///
///     {count, plural, one {# image} other {# images}}, {share, number, ::%x100 .0} of them {names, list, or}
///
/// `CONTRIBUTING.md` has the table of the syntax, and why it is not ICU that reads it.
public struct Message: Hashable, Sendable {
    /// What braces mean.
    public enum Dialect: Sendable {
        /// A brace opens a slot wherever it stands, unless it is quoted.
        case plain
        /// Mathematics, code spans and fenced code keep their braces; `\val{name}` is a slot within mathematics, and
        /// `\{` a brace outside.
        case markdown
    }

    /// Where a value goes.
    public struct Slot: Hashable, Sendable {
        /// What is done with the value.
        public enum Kind: Hashable, Sendable {
            case value
            case number(NumberStyle)
            case plural
            case select
            case list
        }

        /// What Swift calls the value.
        public let name: String
        /// What is done with the value.
        public let kind: Kind
        /// Of the file.
        public let line: Int
        /// Whether it stands in mathematics.
        public let isFormula: Bool
        /// The branches as they are written, `=0`, `one`, `more`; none but for `plural` and `select`.
        public let branches: [String]
    }

    /// A piece of text that somebody typed.
    public struct Literal: Hashable, Sendable {
        /// What the piece is part of.
        public enum Kind: Hashable, Sendable {
            case text
            case code
            case mathematics
        }

        /// As it will be read: without the apostrophes that quote.
        public let text: String
        /// Of the file; where the piece begins.
        public let line: Int
        /// What the piece is part of.
        public let kind: Kind
    }

    /// How deep slots may stand in branches of others.
    public static let deepest = 8

    let nodes: [MessageNode]

    /// - Parameters:
    ///   - source: the text as it is written.
    ///   - dialect: what braces mean in it.
    ///   - line: the number of the source's first line in its file, for errors and slots.
    /// - Throws: ``MessageError`` for what is not of the syntax, and for what ICU has and the course has not.
    public init(_ source: String, dialect: Dialect = .plain, line: Int = 1) throws(MessageError) {
        var parser = MessageParser(source, dialect: dialect, line: line)
        nodes = try parser.message()
    }

    /// All slots in the order of the text, those in branches included.
    public var slots: [Slot] {
        nodes.flatMap { $0.all }.compactMap { if case .slot(let node) = $0 { node.slot } else { nil } }
    }

    /// What was typed, slots aside, in the order of the text; for checks that look for digits that should be values.
    public var literals: [Literal] {
        nodes.flatMap { $0.all }.compactMap { if case .literal(let literal) = $0 { literal } else { nil } }
    }

    /// What was typed, with a mark where values go: for errors that quote the message.
    public var quotation: String {
        let text = nodes.map { node in
            if case .literal(let literal) = node { literal.text } else { "…" }
        }.joined()
        return text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    /// Whether the message can be read in a language.
    ///
    /// - Throws: ``MessageError`` for the first plural category that the language has not.
    public func check(in rules: LanguageRules) throws(MessageError) {
        let known = rules.plurals.categories
        for case .slot(let node) in nodes.flatMap({ $0.all }) {
            for branch in node.branches {
                guard case .category(let category) = branch.selector, !known.contains(category) else { continue }
                throw MessageError(
                    line: branch.line, column: branch.column,
                    problem: "\(rules.englishName ?? rules.endonym) has no plural category “\(category.rawValue)”; "
                        + "it has " + known.map(\.rawValue).joined(separator: ", "))
            }
        }
    }
}

/// A piece of a message.
enum MessageNode: Hashable, Sendable {
    case literal(Message.Literal)
    case slot(SlotNode)
    /// `#`: the number of the plural around it.
    case count(name: String, line: Int)

    /// The piece and all within it, in the order of the text.
    var all: [MessageNode] {
        guard case .slot(let node) = self else { return [self] }
        return [self] + node.branches.flatMap { $0.nodes.flatMap { $0.all } }
    }
}

/// A slot and what stands in its branches.
struct SlotNode: Hashable, Sendable {
    struct Branch: Hashable, Sendable {
        enum Selector: Hashable, Sendable {
            case exactly(Int)
            case category(PluralCategory)
            case outcome(String)
        }

        let selector: Selector
        let line: Int
        let column: Int
        let nodes: [MessageNode]
    }

    let slot: Message.Slot
    let branches: [Branch]
    /// How members of a list are joined.
    var conjunction: Conjunction = .and

    enum Conjunction: String, CaseIterable, Sendable { case and, or }
}
