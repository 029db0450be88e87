/// Writes prose without any markup, as a reader sees it: what a search looks through and shows.
struct PlainText {
    /// Turns a link into an address and, where the link has no text of its own, a text.
    let resolve: (LinkTarget) throws(PublishingError.Problem) -> (address: String, text: String?)

    /// Text within a line. Blanks of any kind become one.
    func line(_ inlines: [Inline]) throws(PublishingError.Problem) -> String {
        Self.trimmed(try raw(inlines))
    }

    /// The cells of a table, row by row.
    func table(_ rows: [[[Inline]]]) throws(PublishingError.Problem) -> String {
        var lines: [String] = []
        for row in rows {
            var cells: [String] = []
            for cell in row { cells.append(try line(cell)) }
            lines.append(cells.filter { !$0.isEmpty }.joined(separator: " · "))
        }
        return lines.joined(separator: "; ")
    }

    /// One blank where there were several, and none at the ends.
    static func trimmed(_ text: String) -> String { text.split(whereSeparator: \.isWhitespace).joined(separator: " ") }

    private func raw(_ inlines: [Inline]) throws(PublishingError.Problem) -> String {
        var result = ""
        for inline in inlines {
            switch inline {
            case .text(let text), .code(let text): result += text
            case .emphasis(let content), .strong(let content): result += try raw(content)
            case .mathematics(let tex, _): result += try formula(tex)
            case .lineBreak: result += " "
            case .link(let target, let content) where content.isEmpty: result += try label(of: target)
            case .link(_, let content): result += try raw(content)
            }
        }
        return result
    }

    private func label(of target: String) throws(PublishingError.Problem) -> String {
        let place: LinkTarget
        do { place = try LinkTarget(target) } catch { throw .markdown(error) }
        return try resolve(place).text ?? ""
    }

    private func formula(_ tex: String) throws(PublishingError.Problem) -> String {
        do { return try TeXParser.parse(tex).plainText } catch { throw .mathematics(error) }
    }
}

extension MathNode {
    /// The formula in a line, as one would say it in a message: `n' = (n + 2p - k)/s + 1`.
    var plainText: String {
        switch self {
        case .row(let nodes): nodes.map(\.plainText).joined()
        case .identifier(let text, _), .number(let text), .text(let text): text
        case .function(let name, _): name + " "
        case .symbol(let text, let role):
            switch role {
            case .binary, .relation: " \(text) "
            case .punctuation: "\(text) "
            case .ordinary, .opening, .closing, .large: text
            }
        case .sized(let text, _, _): text
        case .space(let width): width > 0 ? " " : ""
        case .fraction(let top, let bottom, _): top.grouped + "/" + bottom.grouped
        case .root(let radicand, _): "√" + radicand.grouped
        case .scripts(let base, let below, let above):
            base.plainText + (below.map { "_" + $0.grouped } ?? "") + (above.map { "^" + $0.grouped } ?? "")
                + (base.isLarge ? " " : "")
        case .accent(let base, _), .stretched(let base, _, _): base.plainText
        case .fenced(let left, let body, let right): left + body.plainText + right
        case .grid(_, let rows): rows.map { $0.map(\.plainText).joined(separator: " ") }.joined(separator: "; ")
        }
    }

    private var isLarge: Bool { if case .symbol(_, .large) = self { true } else { false } }

    /// The same in parentheses, where it is more than a sign or two.
    private var grouped: String {
        let text = PlainText.trimmed(plainText)
        return text.count > 2 ? "(\(text))" : text
    }
}
