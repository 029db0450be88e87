/// The tokens of Swift source that matter to someone who looks for texts: words, punctuation and string literals, each
/// literal with its interpolations replaced by `{}`. Comments are left out.
struct SourceScanner {
    enum Token: Equatable {
        case word(String)
        case mark(Character)
        case literal(String)
    }

    private let characters: [Character]
    private var position = 0
    private var line = 1
    private(set) var tokens: [(token: Token, line: Int)] = []

    init(_ source: String) {
        characters = Array(source)
        while position < characters.count { next() }
    }

    private func starts(with text: String) -> Bool { characters[position...].starts(with: text) }

    private mutating func advance(_ count: Int = 1) {
        for _ in 0..<count where position < characters.count {
            if characters[position].isNewline { line += 1 }
            position += 1
        }
    }

    private mutating func next() {
        let character = characters[position]
        let start = line
        if starts(with: "//") {
            while position < characters.count, !characters[position].isNewline { advance() }
        } else if starts(with: "/*") {
            while position < characters.count, !starts(with: "*/") { advance() }
            advance(2)
        } else if character == "\"" {
            let text = literal()
            tokens.append((.literal(text), start))
        } else if character.isLetter || character == "_" {
            var word = ""
            while position < characters.count, Self.isPart(characters[position]) {
                word.append(characters[position])
                advance()
            }
            tokens.append((.word(word), start))
        } else {
            if !character.isWhitespace { tokens.append((.mark(character), start)) }
            advance()
        }
    }

    private static func isPart(_ character: Character) -> Bool {
        character.isLetter || character.isNumber || character == "_"
    }

    /// Reads a literal from its first quotation mark; white space counts as one blank, however the lines are wrapped.
    private mutating func literal() -> String {
        let quotes = quotes
        advance(quotes.count)
        var text = ""
        while position < characters.count, !starts(with: quotes) {
            if starts(with: "\\(") {
                skipInterpolation()
                text += "{}"
            } else if characters[position] == "\\" {
                text += escape()
            } else {
                text.append(characters[position])
                advance()
            }
        }
        advance(quotes.count)
        // Not the narrow blanks within numbers.
        return text.split(whereSeparator: { " \n\r\t".contains($0) }).joined(separator: " ")
    }

    private mutating func escape() -> String {
        advance()
        guard position < characters.count else { return "" }
        let escaped = characters[position]
        advance()
        switch escaped {
        case "n", "t", "r": return " "
        case "u":
            var digits = ""
            while position < characters.count, characters[position] != "}" {
                if characters[position].isHexDigit { digits.append(characters[position]) }
                advance()
            }
            advance()
            return UInt32(digits, radix: 16).flatMap(Unicode.Scalar.init).map { String(Character($0)) } ?? ""
        case _ where escaped.isNewline: return ""
        default: return String(escaped)
        }
    }

    /// What has to end before an interpolation does.
    private enum Open {
        case bracket
        case literal(quotes: String)
    }

    /// Skips `\( … )`, the literals within it included, and theirs.
    private mutating func skipInterpolation() {
        advance(2)
        var open = [Open.bracket]
        while position < characters.count, let last = open.last {
            switch (last, characters[position]) {
            case (.bracket, "\""):
                let quotes = quotes
                open.append(.literal(quotes: quotes))
                advance(quotes.count)
            case (.bracket, let character):
                if character == "(" { open.append(.bracket) }
                if character == ")" { open.removeLast() }
                advance()
            case (.literal(let quotes), _) where starts(with: quotes):
                open.removeLast()
                advance(quotes.count)
            case (.literal, "\\") where starts(with: "\\("):
                open.append(.bracket)
                advance(2)
            case (.literal, "\\"): _ = escape()
            case (.literal, _): advance()
            }
        }
    }

    /// The quotation marks that a literal which begins here begins and ends with.
    private var quotes: String { starts(with: "\"\"\"") ? "\"\"\"" : "\"" }
}
