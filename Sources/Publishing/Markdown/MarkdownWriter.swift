/// Writes prose as CommonMark again, links resolved and mathematics kept as TeX, for formats that hold Markdown.
///
/// What was text stays text: reading the result gives the same tree.
struct MarkdownWriter {
    /// Turns a link into an address, an empty one for a page that this format has not, and, where the link has no text of its own, a text.
    let resolve: (LinkTarget) throws(PublishingError.Problem) -> (address: String, text: String?)

    /// Blocks with an empty line between them.
    func blocks(_ blocks: [Block]) throws(PublishingError.Problem) -> String {
        var parts: [String] = []
        for block in blocks { parts.append(try self.block(block)) }
        return parts.joined(separator: "\n\n")
    }

    private func block(_ block: Block) throws(PublishingError.Problem) -> String {
        switch block {
        case .paragraph(let inlines):
            if inlines.count == 1, case .mathematics(let tex, display: true) = inlines[0] { return "$$\(tex)$$" }
            return try paragraph(inlines)
        case .plain(let inlines): return try paragraph(inlines)
        case .heading(let level, let inlines): return try String(repeating: "#", count: level) + " " + line(inlines)
        case .list(let start, let items): return try list(start, items)
        case .note(let content): return Self.prefixed(try blocks(content), first: "> ", rest: "> ")
        case .code(let language, let text): return Self.fenced(text, language: language)
        case .rule: return "***"
        case .table(let grid): return try table(grid)
        }
    }

    private func list(_ start: Int?, _ items: [[Block]]) throws(PublishingError.Problem) -> String {
        var parts: [String] = []
        var isTight = true
        for (index, item) in items.enumerated() {
            let marker = start.map { "\($0 + index). " } ?? "- "
            if case .paragraph = item.first { isTight = false }
            var content: [String] = []
            for block in item { content.append(try self.block(block)) }
            let text = content.joined(separator: isTight ? "\n" : "\n\n")
            parts.append(Self.prefixed(text, first: marker, rest: String(repeating: " ", count: marker.count)))
        }
        return parts.joined(separator: isTight ? "\n" : "\n\n")
    }

    private func table(_ grid: Block.Grid) throws(PublishingError.Problem) -> String {
        func row(_ cells: [[Inline]]) throws(PublishingError.Problem) -> String {
            var texts: [String] = []
            for cell in cells { texts.append(try line(cell).replacing("|", with: "\\|")) }
            return "| " + texts.joined(separator: " | ") + " |"
        }
        let rule = grid.head.indices.map { index in
            switch index < grid.alignments.count ? grid.alignments[index] : .leading {
            case .leading: "---"
            case .centre: ":-:"
            case .trailing: "--:"
            }
        }
        var lines = [try row(grid.head), "|" + rule.joined(separator: "|") + "|"]
        for cells in grid.rows { lines.append(try row(cells)) }
        return lines.joined(separator: "\n")
    }

    // MARK: Lines

    /// Text within a line.
    func line(_ inlines: [Inline]) throws(PublishingError.Problem) -> String {
        var result = ""
        for inline in inlines { result += try self.inline(inline) }
        return result
    }

    private func paragraph(_ inlines: [Inline]) throws(PublishingError.Problem) -> String {
        try line(inlines).split(separator: "\n", omittingEmptySubsequences: false)
            .map(Self.escapedStart).joined(separator: "\n")
    }

    private func inline(_ inline: Inline) throws(PublishingError.Problem) -> String {
        switch inline {
        case .text(let text): return Self.escaped(text)
        case .emphasis(let content): return "*" + (try line(content)) + "*"
        case .strong(let content): return "**" + (try line(content)) + "**"
        case .code(let code): return Self.span(code)
        case .mathematics(let tex, let display): return display ? "$$\(tex)$$" : "$\(tex)$"
        case .lineBreak: return "\\\n"
        case .link(let target, let content) where ForeignWords.language(of: target) != nil: return try line(content)
        case .link(let target, let content):
            let link: (address: String, text: String?)
            do {
                link = try resolve(LinkTarget(target))
            } catch let error as MarkdownError {
                throw .markdown(error)
            } catch let error as PublishingError.Problem {
                throw error
            } catch {
                throw .markdown(.link(target, reason: "\(error)"))
            }
            let text = content.isEmpty ? link.text.map(Self.escaped) : try line(content)
            guard let text, !text.isEmpty else { throw .markdown(.linkWithoutText(target)) }
            return link.address.isEmpty ? text : "[\(text)](\(link.address))"
        }
    }

    // MARK: Escaping

    /// Text that Markdown, its extensions and HTML leave alone.
    static func escaped(_ text: String) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\\", "`", "*", "_", "[", "]", "~": result += "\\" + String(scalar)
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "&": result += "&amp;"
            // A backslash before a dollar sign is read differently from one program to the next.
            case "$": result += "&#36;"
            case "\r": continue
            case "\n", "\t": result.unicodeScalars.append(scalar)
            case _ where scalar.properties.generalCategory == .control: result += "\u{FFFD}"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }

    /// One line of text, whatever it starts with.
    static func escapedLine(_ text: String) -> String {
        escapedStart(escaped(text).split(whereSeparator: \.isNewline).joined(separator: " ")[...])
    }

    /// A line that begins no heading, list or rule.
    private static func escapedStart(_ line: Substring) -> String {
        let text = line.drop { $0 == " " }
        let digits = text.prefix { ("0"..."9").contains($0) }
        if !digits.isEmpty, let next = text.dropFirst(digits.count).first, ".)".contains(next) {
            return digits + "\\" + text.dropFirst(digits.count)
        }
        if let first = text.first, "#+-=|".contains(first) { return "\\" + text }
        return String(text)
    }

    /// Code between more backticks than it holds.
    private static func span(_ code: String) -> String {
        let fence = String(repeating: "`", count: longestRun(in: code) + 1)
        let backtick = UInt8(ascii: "`")
        let blank = code.utf8.first == backtick || code.utf8.last == backtick ? " " : ""
        return fence + blank + code + blank + fence
    }

    /// A block of code between longer fences than it holds.
    static func fenced(_ text: String, language: String) -> String {
        let fence = String(repeating: "`", count: max(3, longestRun(in: text) + 1))
        return fence + language + "\n" + text + (text.hasSuffix("\n") || text.isEmpty ? "" : "\n") + fence
    }

    private static func longestRun(in text: String) -> Int {
        var (longest, current) = (0, 0)
        for byte in text.utf8 {
            current = byte == UInt8(ascii: "`") ? current + 1 : 0
            longest = max(longest, current)
        }
        return longest
    }

    /// The text, `first` before its first line and `rest` before the others.
    static func prefixed(_ text: String, first: String, rest: String) -> String {
        text.split(separator: "\n", omittingEmptySubsequences: false).enumerated().map { index, line in
            let prefix = index == 0 ? first : rest
            return line.isEmpty ? String(prefix.prefix { $0 == ">" }) : prefix + line
        }.joined(separator: "\n")
    }
}
