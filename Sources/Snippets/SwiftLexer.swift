/// Cuts Swift into what a reader tells apart by colour. It never fails: what it does not know is plain.
///
/// Knows nested comments, strings of one and many lines, raw strings and what they interpolate (The Swift
/// Programming Language, *Lexical Structure*); leaves regular expression literals plain.
public struct SwiftLexer {
    private let source: String
    private var position: String.Index
    private var start: String.Index
    private var tokens: [SourceToken] = []

    /// The source, cut up.
    public static func tokens(of source: String) -> [SourceToken] {
        var lexer = SwiftLexer(source)
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
        if rest.hasPrefix("//") {
            flush(.plain)
            advance { !$0.isNewline }
            flush(.comment)
        } else if rest.hasPrefix("/*") {
            blockComment()
        } else if let hashes = hashesBeforeQuote {
            flush(.plain)
            string(hashes: hashes)
        } else if character.isLetter || character == "_" || character == "@" || character == "#" {
            word()
        } else if character == "`" {
            advance()
            advance { $0 != "`" && !$0.isNewline }
            advance()
        } else if character.isASCII && character.isNumber {
            flush(.plain)
            number()
        } else if character == "." {
            // A member keeps the colour of plain text, whatever it is called.
            advance()
            advance { $0.isLetter || $0.isNumber || $0 == "_" }
        } else {
            advance()
        }
    }

    private mutating func blockComment() {
        flush(.plain)
        var open = 0
        repeat {
            if rest.hasPrefix("/*") {
                open += 1
                advance(2)
            } else if rest.hasPrefix("*/") {
                open -= 1
                advance(2)
            } else {
                advance()
            }
        } while open > 0 && position < source.endIndex
        flush(.comment)
    }

    private mutating func word() {
        flush(.plain)
        let first = source[position]
        advance()
        advance { $0.isLetter || $0.isNumber || $0 == "_" }
        let word = String(source[start..<position])
        if SwiftLexer.keywords.contains(word) || (first == "@" || first == "#") && word.count > 1 {
            flush(.keyword)
        } else if first.isUppercase {
            flush(.type)
        }
        // Anything else flows into the plain token that goes on.
    }

    private mutating func number() {
        let isHexadecimal = rest.hasPrefix("0x")
        var last: Character = " "
        while position < source.endIndex {
            let character = source[position]
            let isSign = (character == "-" || character == "+") && (isHexadecimal ? "pP" : "eE").contains(last)
            let isPoint = character == "." && source[source.index(after: position)...].first?.isNumber == true
            guard character.isLetter || character.isNumber || character == "_" || isSign || isPoint else { break }
            last = character
            advance()
        }
        flush(.number)
    }

    // MARK: Strings

    /// How many number signs stand before a quotation mark here; `nil` where no string begins.
    private var hashesBeforeQuote: Int? {
        let hashes = rest.prefix { $0 == "#" }.count
        return rest.dropFirst(hashes).first == "\"" ? hashes : nil
    }

    private mutating func string(hashes: Int) {
        advance(hashes)
        let quote = rest.hasPrefix("\"\"\"") ? "\"\"\"" : "\""
        let guardSigns = String(repeating: "#", count: hashes)
        advance(quote.count)
        while position < source.endIndex {
            if rest.hasPrefix(quote + guardSigns) {
                advance(quote.count + hashes)
                break
            }
            if quote.count == 1, source[position].isNewline { break }
            if rest.hasPrefix("\\" + guardSigns + "(") {
                advance(1 + hashes)
                flush(.string)
                interpolation()
            } else if rest.hasPrefix("\\" + guardSigns) {
                advance(2 + hashes)
            } else {
                advance()
            }
        }
        flush(.string)
    }

    /// The expression in `\(…)`, its own strings and parentheses included.
    private mutating func interpolation() {
        var open = 0
        while position < source.endIndex, !source[position].isNewline {
            let character = source[position]
            if character == "(" { open += 1 }
            if character == ")" { open -= 1 }
            next()
            if open == 0 { break }
        }
        flush(.plain)
    }

    private static let keywords: Set<String> = [
        "actor", "any", "as", "associatedtype", "async", "await", "borrowing", "break", "case", "catch", "class",
        "consuming", "continue", "default", "defer", "deinit", "do", "else", "enum", "extension", "fallthrough",
        "false", "fileprivate", "final", "for", "func", "guard", "if", "import", "in", "indirect", "infix", "init",
        "inout", "internal", "is", "lazy", "let", "mutating", "nil", "nonisolated", "open", "operator", "override",
        "package", "private", "protocol", "public", "repeat", "rethrows", "return", "self", "Self", "some",
        "static", "struct", "subscript", "super", "switch", "throw", "throws", "true", "try", "typealias",
        "unowned", "var", "weak", "where", "while",
    ]
}
