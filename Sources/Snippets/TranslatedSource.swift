/// A stretch of code with other words in its comments, in Python also in its texts. The rest is the same, and so is the
/// number of every line.
public struct TranslatedSource: Hashable, Sendable {
    /// A comment of which the words need more room than it has.
    public struct Misfit: Hashable, Sendable {
        /// What the source says.
        public let comment: String
        /// How many lines the words need.
        public let needed: Int
        /// How many the source has.
        public let lines: Int
        /// The columns that a line may have.
        public let width: Int
    }

    /// The stretch with its other words.
    public let source: String
    /// The comments that stick out at the right.
    public let misfits: [Misfit]

    /// The columns that a line with a comment may have in any case, besides what the widest line of the stretch has.
    fileprivate static let width = 90

    /// - Parameters:
    ///   - source: the stretch.
    ///   - words: what a comment, or a text in Python, says instead, by what it says. A comment without a counterpart stays as it is.
    public init(_ source: String, words: [String: String], as language: SourceLanguage = .swift) {
        let tokens = language.tokens(of: source)
        var texts = tokens.map(\.text)
        let widest = source.split(whereSeparator: \.isNewline).map(\.count).max() ?? 0
        let limit = max(Self.width, widest)
        var misfits: [Misfit] = []
        if language == .python {
            // The same word may be a name elsewhere: what no reader sees stays.
            for shown in PythonText.shown(in: tokens) {
                guard let other = words[shown.text] else { continue }
                texts[shown.token] = Substring(PythonText(tokens[shown.token].text).saying(other))
            }
        }
        for comment in SourceComment.all(in: source, as: language) {
            guard let text = words[comment.text], let first = comment.lines.first else { continue }
            let block = TextBlock(text, like: comment.lines)
            let needed = block.count(within: limit)
            if needed > comment.lines.count {
                misfits.append(
                    Misfit(comment: comment.text, needed: needed, lines: comment.lines.count, width: limit))
            }
            for (line, words) in zip(comment.lines, block.filling(comment.lines.count)) {
                texts[line.token] = Substring(words.isEmpty ? first.marker : first.marker + " " + words)
            }
        }
        self.source = texts.joined()
        self.misfits = misfits
    }
}

/// Words that are broken into lines.
private struct TextBlock {
    private let words: [Substring]
    /// What stands before the words of each line: blanks or code, and the marker.
    private let start: Int
    /// How far the lines behind the first one are moved in, as in a list.
    private let hang: Int
    /// How wide the lines are in the source, and no wider than a page shows them.
    private let width: Int

    init(_ text: String, like lines: [SourceComment.Line]) {
        words = text.split(whereSeparator: \.isWhitespace)
        start = lines.first.map { $0.before.count + $0.marker.count + 1 } ?? 0
        hang = text.hasPrefix("- ") ? 2 : 0
        width = min(lines.map(\.width).max() ?? 0, TranslatedSource.width)
    }

    /// How many lines the words take where a line may have so many columns, with what stands before the words.
    func count(within width: Int) -> Int { lines(within: width).count }

    /// As many words in each line as go in, one at least.
    private func lines(within width: Int) -> [ArraySlice<Substring>] {
        var lines: [ArraySlice<Substring>] = []
        var (first, columns) = (words.startIndex, start)
        for (index, word) in words.enumerated() {
            columns += index == first ? word.count : 1 + word.count
            guard columns > width, index > first else { continue }
            lines.append(words[first..<index])
            (first, columns) = (index, start + hang + word.count)
        }
        return lines + [words[first...]]
    }

    /// Exactly so many lines: as wide as they should be, or as even as they can be. Where there are fewer words than
    /// lines, the last lines are empty.
    func filling(_ count: Int) -> [String] {
        var lines = lines(within: width)
        if lines.count != count {
            // The narrowest width at which they are not too many: in wider lines there are never more.
            var (low, high) = (start, start + hang + words.reduce(0) { $0 + $1.count + 1 })
            while low < high {
                let middle = (low + high) / 2
                if self.count(within: middle) <= count { high = middle } else { low = middle + 1 }
            }
            lines = self.lines(within: low)
        }
        while lines.count < count, let longest = lines.indices.max(by: { lines[$0].count < lines[$1].count }),
            lines[longest].count > 1
        {
            let line = lines[longest]
            let middle = line.startIndex + line.count / 2
            lines.replaceSubrange(longest...longest, with: [line[..<middle], line[middle...]])
        }
        let texts = lines.enumerated().map { index, words in
            String(repeating: " ", count: index == 0 ? 0 : hang) + words.joined(separator: " ")
        }
        return texts + Array(repeating: "", count: max(0, count - texts.count))
    }
}
