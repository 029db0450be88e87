/// Cuts Python into what a reader tells apart by colour. It never fails: what it does not know is plain.
///
/// Knows comments, numbers, and strings of one and many lines with their prefixes (The Python Language Reference, *Lexical
/// analysis*). A string is one token with all that it interpolates.
public struct PythonLexer {
    private var scanner: SourceScanner

    /// The source, cut up.
    public static func tokens(of source: String) -> [SourceToken] {
        var lexer = PythonLexer(scanner: SourceScanner(source))
        while !lexer.scanner.isAtEnd { lexer.next() }
        lexer.scanner.flush(.plain)
        return lexer.scanner.tokens
    }

    private mutating func next() {
        let character = scanner.character
        if character == "#" {
            scanner.flush(.plain)
            scanner.advance { !$0.isNewline }
            scanner.flush(.comment)
        } else if let prefix = prefixOfString {
            scanner.flush(.plain)
            string(prefix: prefix)
        } else if character.isLetter || character == "_" || character == "@" {
            scanner.word(keywords: Self.keywords, marks: "@")
        } else if character.isASCII && character.isNumber {
            scanner.flush(.plain)
            scanner.advance { $0.isLetter || $0.isNumber || $0 == "_" || $0 == "." }
            scanner.flush(.number)
        } else if character == "." {
            scanner.member()
        } else {
            scanner.advance()
        }
    }

    /// How many letters stand before a quotation mark here: `f"`, `rb'`; `nil` where no string begins.
    private var prefixOfString: Int? {
        let letters = scanner.rest.prefix(3).prefix { "rRbBfFuU".contains($0) }.count
        guard letters < 3, let quote = scanner.rest.dropFirst(letters).first, quote == "\"" || quote == "'" else {
            return nil
        }
        return letters
    }

    private mutating func string(prefix: Int) {
        let isRaw = scanner.rest.prefix(prefix).contains { "rR".contains($0) }
        scanner.advance(prefix)
        let mark = String(scanner.character)
        let quote = scanner.rest.hasPrefix(mark + mark + mark) ? mark + mark + mark : mark
        scanner.advance(quote.count)
        while !scanner.isAtEnd {
            if scanner.rest.hasPrefix(quote) {
                scanner.advance(quote.count)
                break
            }
            if quote.count == 1, scanner.character.isNewline { break }
            scanner.advance(!isRaw && scanner.character == "\\" ? 2 : 1)
        }
        scanner.flush(.string)
    }

    private static let keywords: Set<String> = [
        "False", "None", "True", "and", "as", "assert", "async", "await", "break", "class", "continue", "def", "del",
        "elif", "else", "except", "finally", "for", "from", "global", "if", "import", "in", "is", "lambda", "nonlocal",
        "not", "or", "pass", "raise", "return", "try", "while", "with", "yield",
    ]
}
