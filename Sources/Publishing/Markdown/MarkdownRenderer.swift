import Snippets

/// Writes prose as HTML, every text escaped and every link checked.
struct MarkdownRenderer {
    /// A heading that prose holds, and the anchor that it got.
    struct Section: Hashable {
        let anchor: String
        let level: Int
        let title: HTML
    }

    /// Marks words of another language.
    var foreign = ForeignWords()
    /// Turns a link into an address, empty where it leads to nothing that is there, and, where the link has no text of
    /// its own, a text.
    let resolve: (LinkTarget) throws(PublishingError.Problem) -> (address: String, text: String?)

    func blocks(_ blocks: [Block], sections: inout SectionCounter) throws(PublishingError.Problem) -> HTML {
        var result = HTML()
        for block in blocks { result += try self.block(block, &sections) + "\n" }
        return result
    }

    private func block(_ block: Block, _ sections: inout SectionCounter) throws(PublishingError.Problem) -> HTML {
        switch block {
        case .paragraph(let inlines):
            if inlines.count == 1, case .mathematics(let tex, display: true) = inlines[0] {
                return "<div class=\"equation\" tabindex=\"0\">\(try mathematics(tex, display: true))</div>"
            }
            return "<p>\(try line(inlines))</p>"
        case .plain(let inlines):
            return try line(inlines)
        case .heading(let level, let inlines):
            let section = try sections.next(level: level, title: line(inlines))
            let tag: HTML = "h\(section.level)"
            return "<\(tag) id=\"\(section.anchor)\"><a href=\"#\(section.anchor)\">\(section.title)</a></\(tag)>"
        case .list(let start, let items):
            var body = HTML()
            for item in items { body += "<li>\(try self.blocks(item, sections: &sections))</li>\n" }
            guard let start else { return "<ul>\n\(body)</ul>" }
            return start == 1 ? "<ol>\n\(body)</ol>" : "<ol start=\"\(start)\">\n\(body)</ol>"
        case .note(let content):
            return "<div class=\"note\" role=\"note\">\n\(try self.blocks(content, sections: &sections))</div>"
        case .code(let language, let text):
            let content =
                SourceLanguage(rawValue: language).map { CodeHighlighter.markup(text, as: $0) } ?? HTML(text: text)
            return "<pre class=\"sample\" tabindex=\"0\"><code translate=\"no\">\(content)</code></pre>"
        case .rule:
            return "<hr>"
        case .table(let grid):
            return try table(grid)
        }
    }

    private func table(_ grid: Block.Grid) throws(PublishingError.Problem) -> HTML {
        var head = HTML()
        for (index, cell) in grid.head.enumerated() {
            head += "<th scope=\"col\"\(alignment(grid, index))>\(try line(cell))</th>"
        }
        var body = HTML()
        for row in grid.rows {
            body += "<tr>"
            for (index, cell) in row.enumerated() { body += "<td\(alignment(grid, index))>\(try line(cell))</td>" }
            body += "</tr>\n"
        }
        return """
            <div class="scroll" tabindex="0"><table><thead><tr>\(head)</tr></thead>
            <tbody>
            \(body)</tbody></table></div>
            """
    }

    private func alignment(_ grid: Block.Grid, _ column: Int) -> HTML {
        guard column < grid.alignments.count else { return "" }
        switch grid.alignments[column] {
        case .leading: return ""
        case .centre: return " class=\"centre\""
        case .trailing: return " class=\"number\""
        }
    }

    /// Text within a line.
    func line(_ inlines: [Inline]) throws(PublishingError.Problem) -> HTML {
        var result = HTML()
        for inline in inlines { result += try self.inline(inline) }
        return result
    }

    private func inline(_ inline: Inline) throws(PublishingError.Problem) -> HTML {
        switch inline {
        case .text(let text): return foreign.marked(text)
        case .emphasis(let content): return "<em>\(try line(content))</em>"
        case .strong(let content): return "<strong>\(try line(content))</strong>"
        case .code(let code): return "<code translate=\"no\">\(code)</code>"
        case .mathematics(let tex, let display):
            let formula = try mathematics(tex, display: display)
            if display { return "<span class=\"equation\" tabindex=\"0\">\(formula)</span>" }
            return tex.count > 40 ? "<span class=\"formula\" tabindex=\"0\">\(formula)</span>" : formula
        case .lineBreak: return "<br>\n"
        case .link(let target, let content) where ForeignWords.language(of: target) != nil:
            return "<span lang=\"\(ForeignWords.language(of: target) ?? "")\">\(try line(content))</span>"
        case .link(let target, let content):
            let link = try resolve(Self.target(target))
            let text = content.isEmpty ? link.text.map(HTML.init(text:)) : try line(content)
            guard let text, !text.isEmpty else { throw .markdown(.linkWithoutText(target)) }
            if link.address.isEmpty { return text }
            let isOutside = target.hasPrefix("https://")
            let relation: HTML = isOutside ? " rel=\"noopener noreferrer\"" : ""
            let isTerm = target.hasPrefix(TermLinker.page + ".html#")
            let kind: HTML = isTerm ? " class=\"term\"" : ""
            return "<a\(kind) href=\"\(link.address)\"\(relation)>\(text)</a>"
        }
    }

    private func mathematics(_ tex: String, display: Bool) throws(PublishingError.Problem) -> HTML {
        do { return try MathML.render(tex, display: display) } catch { throw .mathematics(error) }
    }

    private static func target(_ text: String) throws(PublishingError.Problem) -> LinkTarget {
        do { return try LinkTarget(text) } catch { throw .markdown(error) }
    }
}

/// Numbers the headings of a page in order and keeps their levels in order.
struct SectionCounter {
    private(set) var sections: [MarkdownRenderer.Section] = []
    private var level = 1
    /// Whether headings may stand here.
    var allowed = true
    /// Turns a name on the page into the anchor's full name.
    let anchor: (String) -> String

    init(anchor: @escaping (String) -> String) { self.anchor = anchor }

    /// A page's own heading is the first level, so prose starts at the second; a level is never skipped, and the
    /// page knows three in all.
    mutating func next(level wanted: Int, title: HTML) throws(PublishingError.Problem) -> MarkdownRenderer.Section {
        guard allowed else { throw .markdown(.headingNotAllowed(title.markup)) }
        level = min(max(wanted, 2), level + 1, 3)
        let section = MarkdownRenderer.Section(
            anchor: anchor("section-\(sections.count + 1)"), level: level, title: title)
        sections.append(section)
        return section
    }
}
