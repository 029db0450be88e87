/// Reads the subset of TeX that the course writes its mathematics in.
///
/// Commands are those of *The TeXbook* (chapters 16 to 18) and amsmath. What is not in the subset is an error
/// with its place, never a guess.
struct TeXParser {
    /// How deep groups may nest.
    static let deepest = 64

    let formula: String
    let characters: [Character]
    var position = 0
    private var depth = 0

    /// - Throws: ``TeXError``.
    static func parse(_ formula: String) throws(TeXError) -> MathNode {
        var parser = TeXParser(formula)
        let row = try parser.row()
        guard parser.position == parser.characters.count else {
            throw parser.error(.unexpected(parser.wordHere))
        }
        if row.isEmpty { throw parser.error(.empty) }
        return .row(row)
    }

    private init(_ formula: String) {
        self.formula = formula
        characters = Array(formula)
    }

    // MARK: Rows

    /// Everything up to the end or to what only the caller can read: a brace, `&`, `\\`, `\right`, `\end`.
    mutating func row() throws(TeXError) -> [MathNode] {
        depth += 1
        defer { depth -= 1 }
        guard depth <= Self.deepest else { throw error(.tooDeep) }
        var nodes: [MathNode] = []
        while true {
            skipSpaces()
            guard let next = peek, next != "}", next != "&" else { return nodes }
            if next == "\\", ["\\", "right", "end"].contains(commandHere) { return nodes }
            nodes.append(try scripted(try atom()))
        }
    }

    /// A base with the scripts that follow it.
    private mutating func scripted(_ base: MathNode) throws(TeXError) -> MathNode {
        var below: MathNode?
        var above: MathNode?
        while true {
            skipSpaces()
            switch peek {
            case "^":
                if above != nil { throw error(.doubleScript) }
                position += 1
                above = try argument(of: "^")
            case "_":
                if below != nil { throw error(.doubleScript) }
                position += 1
                below = try argument(of: "_")
            case "'":
                if above != nil { throw error(.doubleScript) }
                let primes = characters[position...].prefix { $0 == "'" }.count
                position += primes
                above = .symbol(String(repeating: "′", count: primes), .ordinary)
            default:
                return below == nil && above == nil ? base : .scripts(base, below: below, above: above)
            }
        }
    }

    // MARK: Atoms

    /// One thing that may carry scripts.
    private mutating func atom() throws(TeXError) -> MathNode {
        guard let next = peek else { throw error(.unexpected("end")) }
        if next == "{" { return .row(try group()) }
        if next == "\\" { return try command() }
        if next.isASCII && next.isNumber { return .number(number()) }
        if next.isLetter {
            position += 1
            return .identifier(String(next), .italic)
        }
        if let (text, role) = TeXSymbols.characters[next] {
            position += 1
            return .symbol(text, role)
        }
        throw error(.unexpected(String(next)))
    }

    /// Digits with a decimal mark or thousands separators between them, as a reader's language writes them: a
    /// comma counts as part of a number only where digits stand on both sides, so write `(1, 2)` with a space.
    private mutating func number() -> String {
        var text = ""
        while let next = peek {
            let isDigit = next.isASCII && next.isNumber
            let joins = [".", ",", "\u{202F}"].contains(next)
            let digitFollows = position + 1 < characters.count && characters[position + 1].isNumber
            guard isDigit || (joins && digitFollows) else { break }
            text.append(next)
            position += 1
        }
        return text
    }

    /// What stands between braces, the braces consumed.
    mutating func group() throws(TeXError) -> [MathNode] {
        let start = position
        position += 1
        let nodes = try row()
        guard peek == "}" else {
            if peek == nil { throw error(.unclosed("{"), at: start) }
            throw error(.unexpected(wordHere))
        }
        position += 1
        return nodes
    }

    /// A group, or the one atom that stands in its place.
    mutating func argument(of command: String) throws(TeXError) -> MathNode {
        skipSpaces()
        guard let next = peek, next != "}", next != "&", next != "^", next != "_" else {
            throw error(.missingArgument(of: command))
        }
        depth += 1
        defer { depth -= 1 }
        guard depth <= Self.deepest else { throw error(.tooDeep) }
        if next.isASCII && next.isNumber {
            position += 1
            return .number(String(next))
        }
        return try atom()
    }

    // MARK: Characters

    var peek: Character? { position < characters.count ? characters[position] : nil }

    mutating func skipSpaces() {
        while let next = peek, next.isWhitespace || next == "~" { position += 1 }
    }

    /// The name of the command that starts here: letters, or one other character.
    var commandHere: String? {
        guard peek == "\\", position + 1 < characters.count else { return nil }
        let letters = characters[(position + 1)...].prefix { $0.isASCII && $0.isLetter }
        return letters.isEmpty ? String(characters[position + 1]) : String(letters)
    }

    var wordHere: String { commandHere.map { "\\" + $0 } ?? peek.map(String.init) ?? "end" }

    func error(_ problem: TeXError.Problem, at offset: Int? = nil) -> TeXError {
        TeXError(problem: problem, offset: offset ?? position, formula: formula)
    }
}
