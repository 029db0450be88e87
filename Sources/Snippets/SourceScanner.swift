/// Walks through a source and cuts it into tokens; a lexer says where each of them ends and what it is.
struct SourceScanner {
    private let source: String
    private var position: String.Index
    /// Where the token begins that has not ended yet.
    private var start: String.Index
    private(set) var tokens: [SourceToken] = []

    init(_ source: String) {
        self.source = source
        position = source.startIndex
        start = source.startIndex
    }

    var isAtEnd: Bool { position == source.endIndex }
    var rest: Substring { source[position...] }
    /// What has been walked through since the last token.
    private var taken: Substring { source[start..<position] }
    /// The character here.
    ///
    /// - Precondition: not at the end.
    var character: Character { source[position] }

    /// Ends the token that has been walked through. Plain ones that follow each other are one.
    mutating func flush(_ kind: SourceTokenKind) {
        defer { start = position }
        guard start < position else { return }
        if kind == .plain, let last = tokens.last, last.kind == .plain {
            tokens[tokens.count - 1] = SourceToken(kind: .plain, text: source[last.text.startIndex..<position])
        } else {
            tokens.append(SourceToken(kind: kind, text: taken))
        }
    }

    mutating func advance(_ count: Int = 1) {
        position = source.index(position, offsetBy: count, limitedBy: source.endIndex) ?? source.endIndex
    }

    mutating func advance(while holds: (Character) -> Bool) {
        position = rest.firstIndex { !holds($0) } ?? source.endIndex
    }

    /// Walks through a word: a keyword, a type's name, or what flows into the plain token that goes on.
    ///
    /// - Parameters:
    ///   - keywords: of the language.
    ///   - marks: the characters with which attributes and directives begin.
    mutating func word(keywords: Set<String>, marks: String) {
        flush(.plain)
        let first = character
        advance()
        advanceInName()
        let word = String(taken)
        if keywords.contains(word) || marks.contains(first) && word.count > 1 {
            flush(.keyword)
        } else if first.isUppercase {
            flush(.type)
        }
    }

    /// Walks through a dot and the member behind it, which keeps the colour of plain text, whatever it is called.
    mutating func member() {
        advance()
        advanceInName()
    }

    private mutating func advanceInName() { advance { $0.isLetter || $0.isNumber || $0 == "_" } }
}
