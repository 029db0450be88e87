/// What a stretch of code says to its reader: lines of `//` or `///` that follow each other (in Python of `#`), or what
/// stands behind code.
///
/// Each paragraph is a comment of its own, and so is each member of a list. What a doc comment indents by four blanks
/// is code and none. Comments of the form `/* */` are not known here; the format that the sources have forbids them.
public struct SourceComment: Hashable, Sendable {
    /// The words, with one blank between them.
    public let text: String
    /// The number of its first line in the stretch, from 1.
    public let line: Int
    /// Its lines, top to bottom.
    let lines: [Line]

    /// One line of it.
    struct Line: Hashable, Sendable {
        /// The place among the tokens of the stretch.
        let token: Int
        /// What stands before it in its line: blanks, code.
        let before: String
        /// Two slashes or three.
        let marker: String
        /// The words with the blanks before them.
        let content: String

        /// How wide it is, from the edge of the stretch.
        var width: Int { before.count + marker.count + content.count }
        /// Whether there is nothing else in its line.
        var isAlone: Bool { before.allSatisfy(\.isWhitespace) }
        var isBlank: Bool { content.allSatisfy(\.isWhitespace) }
        /// Whether it is code within a doc comment.
        var isCode: Bool { marker == "///" && content.hasPrefix("     ") }
        /// Whether a member of a list begins here.
        var isMember: Bool { content.drop { $0 == " " }.hasPrefix("- ") }
    }

    /// The comments of a stretch, top to bottom.
    public static func all(in source: String, as language: SourceLanguage = .swift) -> [SourceComment] {
        var groups: [(line: Int, lines: [Line])] = []
        var goesOn = false
        var lastNumber = 0
        for (number, line) in lines(of: language.tokens(of: source), marker: language.marker) {
            let isNext = number == lastNumber + 1
            lastNumber = number
            guard !line.isBlank, !line.isCode else {
                goesOn = false
                continue
            }
            if goesOn, isNext, line.isAlone, !line.isMember, let last = groups.last?.lines.last,
                last.before == line.before, last.marker == line.marker
            {
                groups[groups.count - 1].lines.append(line)
            } else {
                groups.append((number, [line]))
            }
            goesOn = line.isAlone
        }
        return groups.map { SourceComment(line: $0.line, lines: $0.lines) }
    }

    private init(line: Int, lines: [Line]) {
        self.line = line
        self.lines = lines
        text = lines.flatMap { $0.content.split(whereSeparator: \.isWhitespace) }.joined(separator: " ")
    }

    /// Whether there are words in it, and not a formula alone: two letters in a row.
    public var hasWords: Bool { zip(text, text.dropFirst()).contains { $0.isLetter && $1.isLetter } }

    /// The lines that are comments, each with its number, from 1.
    private static func lines(of tokens: [SourceToken], marker: String) -> [(number: Int, line: Line)] {
        var found: [(Int, Line)] = []
        var (number, before) = (1, "")
        for (index, token) in tokens.enumerated() {
            if token.kind == .comment, token.text.hasPrefix(marker) {
                let sign = marker.first
                let marker = token.text.prefix { $0 == sign }
                let content = token.text.dropFirst(marker.count)
                found.append(
                    (number, Line(token: index, before: before, marker: String(marker), content: String(content))))
            }
            let pieces = token.text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
            number += pieces.count - 1
            before = (pieces.count > 1 ? "" : before) + (pieces.last ?? "")
        }
        return found
    }
}
