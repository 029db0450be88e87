import Snippets

/// Colours code when the page is made, so that no script has to.
enum CodeHighlighter {
    /// The source with a span around each coloured stretch.
    static func markup(_ source: String, as language: SourceLanguage = .swift) -> HTML {
        language.tokens(of: source).map { span($0.kind, $0.text) }.joined()
    }

    /// The same line by line, each line with its number as an attribute: the style sheet shows it, and copying the
    /// code leaves it behind.
    static func numberedLines(
        _ source: String, from firstLine: Int, as language: SourceLanguage = .swift
    ) -> [HTML] {
        var lines = [HTML()]
        for token in language.tokens(of: source) {
            let pieces = token.text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
            for (index, piece) in pieces.enumerated() {
                if index > 0 { lines.append(HTML()) }
                if !piece.isEmpty { lines[lines.count - 1] += span(token.kind, piece) }
            }
        }
        if lines.count > 1, lines.last?.isEmpty == true { lines.removeLast() }
        return lines.enumerated().map { index, line -> HTML in
            "<span class=\"line\" data-line=\"\(firstLine + index)\">\(line)</span>"
        }
    }

    private static func span(_ kind: SourceTokenKind, _ text: Substring) -> HTML {
        kind == .plain ? HTML(text: String(text)) : "<span class=\"\(kind.rawValue)\">\(String(text))</span>"
    }
}
