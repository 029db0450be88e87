/// Cuts Python into what a reader tells apart by colour. It never fails: what it does not know is plain.
///
/// Knows comments, numbers, and strings of one and many lines with their prefixes (The Python Language Reference, *Lexical
/// analysis*). A string is one token with all that it interpolates.
public struct PythonLexer {
    private let source: String
    private var position: String.Index
    private var start: String.Index
    private var tokens: [SourceToken] = []

    /// The source, cut up.
    public static func tokens(of source: String) -> [SourceToken] {
        var lexer = PythonLexer(source)
        while lexer.position < source.endIndex { lexer.next() }
        lexer.flush(.plain)
        return lexer.tokens
    }

    private init(_ source: String) {
        self.source = source
        position = source.startIndex
        start = source.startIndex
    }

    private var rest: Substring { source[position...] }

    /// Ends the token that began at `start`.
    private mutating func flush(_ kind: SourceTokenKind) {
        defer { start = position }
        guard start < position else { return }
        if kind == .plain, let last = tokens.last, last.kind == .plain {
            tokens[tokens.count - 1] = SourceToken(kind: .plain, text: source[last.text.startIndex..<position])
        } else {
            tokens.append(SourceToken(kind: kind, text: source[start..<position]))
        }
    }

    private mutating func advance(_ count: Int = 1) {
        position = source.index(position, offsetBy: count, limitedBy: source.endIndex) ?? source.endIndex
    }

    private mutating func advance(while holds: (Character) -> Bool) {
        position = rest.firstIndex { !holds($0) } ?? source.endIndex
    }

    private mutating func next() {
        let character = source[position]
        if character == "#" {
            flush(.plain)
            advance { !$0.isNewline }
            flush(.comment)
        } else if let prefix = prefixOfString {
            flush(.plain)
            string(prefix: prefix)
        } else if character.isLetter || character == "_" || character == "@" {
            word()
        } else if character.isASCII && character.isNumber {
            flush(.plain)
            advance { $0.isLetter || $0.isNumber || $0 == "_" || $0 == "." }
            flush(.number)
        } else if character == "." {
            // A member keeps the colour of plain text, whatever it is called.
            advance()
            advance { $0.isLetter || $0.isNumber || $0 == "_" }
        } else {
            advance()
        }
    }

    private mutating func word() {
        flush(.plain)
        let first = source[position]
        advance()
        advance { $0.isLetter || $0.isNumber || $0 == "_" }
        let word = String(source[start..<position])
        if Self.keywords.contains(word) || first == "@" && word.count > 1 {
            flush(.keyword)
        } else if first.isUppercase {
            flush(.type)
        }
        // Anything else flows into the plain token that goes on.
    }

    /// How many letters stand before a quotation mark here: `f"`, `rb'`; `nil` where no string begins.
    private var prefixOfString: Int? {
        let letters = rest.prefix(3).prefix { "rRbBfFuU".contains($0) }.count
        guard letters < 3, let quote = rest.dropFirst(letters).first, quote == "\"" || quote == "'" else { return nil }
        return letters
    }

    private mutating func string(prefix: Int) {
        let isRaw = rest.prefix(prefix).contains { "rR".contains($0) }
        advance(prefix)
        let mark = String(source[position])
        let quote = rest.hasPrefix(mark + mark + mark) ? mark + mark + mark : mark
        advance(quote.count)
        while position < source.endIndex {
            if rest.hasPrefix(quote) {
                advance(quote.count)
                break
            }
            if quote.count == 1, source[position].isNewline { break }
            advance(!isRaw && source[position] == "\\" ? 2 : 1)
        }
        flush(.string)
    }

    private static let keywords: Set<String> = [
        "False", "None", "True", "and", "as", "assert", "async", "await", "break", "class", "continue", "def", "del",
        "elif", "else", "except", "finally", "for", "from", "global", "if", "import", "in", "is", "lambda", "nonlocal",
        "not", "or", "pass", "raise", "return", "try", "while", "with", "yield",
    ]
}
