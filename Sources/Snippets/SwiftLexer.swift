/// Cuts Swift into what a reader tells apart by colour. It never fails: what it does not know is plain.
///
/// Knows nested comments, strings of one and many lines, raw strings and what they interpolate (The Swift
/// Programming Language, *Lexical Structure*); leaves regular expression literals plain.
public struct SwiftLexer {
    private var scanner: SourceScanner

    /// The source, cut up.
    public static func tokens(of source: String) -> [SourceToken] {
        var lexer = SwiftLexer(scanner: SourceScanner(source))
        while !lexer.scanner.isAtEnd { lexer.next() }
        lexer.scanner.flush(.plain)
        return lexer.scanner.tokens
    }

    private mutating func next() {
        let character = scanner.character
        if scanner.rest.hasPrefix("//") {
            scanner.flush(.plain)
            scanner.advance { !$0.isNewline }
            scanner.flush(.comment)
        } else if scanner.rest.hasPrefix("/*") {
            blockComment()
        } else if let hashes = hashesBeforeQuote {
            scanner.flush(.plain)
            string(hashes: hashes)
        } else if character.isLetter || character == "_" || character == "@" || character == "#" {
            scanner.word(keywords: Self.keywords, marks: "@#")
        } else if character == "`" {
            scanner.advance()
            scanner.advance { $0 != "`" && !$0.isNewline }
            scanner.advance()
        } else if character.isASCII && character.isNumber {
            scanner.flush(.plain)
            number()
        } else if character == "." {
            scanner.member()
        } else {
            scanner.advance()
        }
    }

    private mutating func blockComment() {
        scanner.flush(.plain)
        var open = 0
        repeat {
            if scanner.rest.hasPrefix("/*") {
                open += 1
                scanner.advance(2)
            } else if scanner.rest.hasPrefix("*/") {
                open -= 1
                scanner.advance(2)
            } else {
                scanner.advance()
            }
        } while open > 0 && !scanner.isAtEnd
        scanner.flush(.comment)
    }

    private mutating func number() {
        let isHexadecimal = scanner.rest.hasPrefix("0x")
        var last: Character = " "
        while !scanner.isAtEnd {
            let character = scanner.character
            let isSign = (character == "-" || character == "+") && (isHexadecimal ? "pP" : "eE").contains(last)
            let isPoint = character == "." && scanner.rest.dropFirst().first?.isNumber == true
            guard character.isLetter || character.isNumber || character == "_" || isSign || isPoint else { break }
            last = character
            scanner.advance()
        }
        scanner.flush(.number)
    }

    // MARK: Strings

    /// How many number signs stand before a quotation mark here; `nil` where no string begins.
    private var hashesBeforeQuote: Int? {
        let hashes = scanner.rest.prefix { $0 == "#" }.count
        return scanner.rest.dropFirst(hashes).first == "\"" ? hashes : nil
    }

    private mutating func string(hashes: Int) {
        scanner.advance(hashes)
        let quote = scanner.rest.hasPrefix("\"\"\"") ? "\"\"\"" : "\""
        let guardSigns = String(repeating: "#", count: hashes)
        scanner.advance(quote.count)
        while !scanner.isAtEnd {
            if scanner.rest.hasPrefix(quote + guardSigns) {
                scanner.advance(quote.count + hashes)
                break
            }
            if quote.count == 1, scanner.character.isNewline { break }
            if scanner.rest.hasPrefix("\\" + guardSigns + "(") {
                scanner.advance(1 + hashes)
                scanner.flush(.string)
                interpolation()
            } else if scanner.rest.hasPrefix("\\" + guardSigns) {
                scanner.advance(2 + hashes)
            } else {
                scanner.advance()
            }
        }
        scanner.flush(.string)
    }

    /// The expression in `\(…)`, its own strings and parentheses included.
    private mutating func interpolation() {
        var open = 0
        while !scanner.isAtEnd, !scanner.character.isNewline {
            let character = scanner.character
            if character == "(" { open += 1 }
            if character == ")" { open -= 1 }
            next()
            if open == 0 { break }
        }
        scanner.flush(.plain)
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
