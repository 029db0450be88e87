import TestSupport
import Testing

@testable import Publishing

@Suite("Prose becomes HTML", .limited)
struct MarkdownTests {
    let renderer = MarkdownRenderer(
        resolve: { (target) throws(PublishingError.Problem) in
            switch target {
            case .place(let name): ("#" + name, "Figure 1.1")
            case .lesson(let id, _): (id + ".html", nil)
            case .outside(let address): (address, nil)
            }
        })

    func html(_ text: String) throws -> String {
        var sections = SectionCounter(anchor: { $0 })
        return try renderer.blocks(MarkdownParser.blocks(text), sections: &sections).markup
    }

    @Test("what stands in memory behind a text is no part of it")
    func behind() throws {
        for length in 1...400 {
            let text = String(repeating: "x", count: length) + "[e](f."
            // What is freed here is where the next text of this size is likely to lie.
            _ = Array(repeating: UInt8(ascii: ")"), count: length + 8).withUnsafeBytes { $0.last }
            #expect(try MarkdownParser.blocks(text) == [.paragraph([.text(text)])])
        }
    }

    @Test(
        "CommonMark is written as HTML",
        arguments: [
            ("a *b* **c** `d<e`", "<p>a <em>b</em> <strong>c</strong> <code translate=\"no\">d&lt;e</code></p>\n"),
            ("- a\n- b", "<ul>\n<li>a\n</li>\n<li>b\n</li>\n</ul>\n"),
            ("3. a\n\n4. b", "<ol start=\"3\">\n<li><p>a</p>\n</li>\n<li><p>b</p>\n</li>\n</ol>\n"),
            ("- a\n  - b", "<ul>\n<li>a\n<ul>\n<li>b\n</li>\n</ul>\n</li>\n</ul>\n"),
            ("> a", "<div class=\"note\" role=\"note\">\n<p>a</p>\n</div>\n"),
            ("a\\\nb", "<p>a<br>\nb</p>\n"),
            ("***", "<hr>\n"),
            ("&lt; &nbsp;&#233; &bogus;", "<p>&lt; \u{A0}é &amp;bogus;</p>\n"),
            ("", ""),
        ])
    func commonMark(text: String, expected: String) throws {
        #expect(try html(text) == expected)
    }

    @Test("words of another language say so: known ones by themselves, others where prose marks them")
    func foreignWords() throws {
        let words = ForeignWords(in: .es)
        #expect(
            words.marked("el max pooling, Dropout; poolings <").markup
                == "el <span lang=\"en\">max pooling</span>, <span lang=\"en\">Dropout</span>; poolings &lt;")
        #expect(
            words.marked("números").markup == "números" && ForeignWords(in: .en).marked("dropout").markup == "dropout")
        #expect(try html("a [same](lang:en) b") == "<p>a <span lang=\"en\">same</span> b</p>\n")
        #expect(try html("a [même](lang:fr) b") == "<p>a <span lang=\"fr\">même</span> b</p>\n")
        for tag in ["", "f", "f_r", "fr\"", "a b"] {
            #expect(throws: (any Error).self) { try html("a [same](<lang:\(tag)>) b") }
        }
    }

    @Test("no character is lost beside mathematics, also not one that could tell where it begins")
    func rareCharacters() throws {
        let dots = (0x10100...0x10102).compactMap(Unicode.Scalar.init).map { String($0) }
        for held in dots + [dots.joined(), dots.joined() + "\u{12470}\u{12471}"] {
            let text = "a\(held)b $x$ \(held)$y$\(held)"
            let blocks = try MarkdownParser.blocks(text)
            guard case .paragraph(let inlines) = blocks.first else {
                Issue.record("\(blocks)")
                return
            }
            let formulas = inlines.filter { if case .text = $0 { false } else { true } }
            let words = inlines.compactMap { if case .text(let text) = $0 { text } else { nil } }.joined()
            #expect(formulas.count == 2 && words == "a\(held)b  \(held)\(held)", "\(inlines)")
        }
        // With all of them taken, what stands there is at least not lost.
        let all = (0x10100...0x10102).map { $0 } + (0x12470...0x12473).map { $0 } + (0x10A50...0x10A57).map { $0 }
        let every = (all + [0x1091F, 0x1093F]).compactMap(Unicode.Scalar.init).map { String($0) }.joined()
        #expect(try html("\(every) \\$5").contains("\(every) $5"))
    }

    @Test("tables keep their alignment")
    func tables() throws {
        let table = try html("| a | b |\n|---|--:|\n| $x$ | 2 |")
        #expect(table.contains("<th scope=\"col\">a</th><th scope=\"col\" class=\"number\">b</th>"))
        #expect(table.contains("<td class=\"number\">2</td>"))
        #expect(MarkupChecker(table).faults.isEmpty)
    }

    @Test("headings start at the second level, skip none and are numbered")
    func headings() throws {
        let prose = try html("# A\n\n### B\n\n###### C\n\n## D")
        let levels = MarkupChecker(prose).elements.filter { $0.attributes["id"] != nil }
        #expect(levels.map(\.name) == ["h2", "h3", "h3", "h2"])
        #expect(levels.compactMap { $0.attributes["id"] } == ["section-1", "section-2", "section-3", "section-4"])
    }

    @Test("mathematics is kept whole, whatever it holds")
    func mathematics() throws {
        let prose = try html("$a_1 * b_2 * c$ and $\\{x\\}$")
        #expect(!prose.contains("<em>"))
        #expect(prose.contains("<annotation encoding=\"application/x-tex\">a_1 * b_2 * c</annotation>"))
        #expect(prose.contains("\\{x\\}"))
        #expect(
            try html("$$\n\\begin{matrix} a & b \\\\ c & d \\end{matrix}\n$$").hasPrefix(
                "<div class=\"equation\" tabindex=\"0\">"))
    }

    @Test("raw HTML is text")
    func rawHTML() throws {
        #expect(try html("<script>alert(1)</script>\n\na <b onclick=x>b</b>").contains("&lt;script&gt;"))
        #expect(try MarkupChecker(html("<div>\n\n<img src=x onerror=y>")).all("img").isEmpty)
    }

    @Test("images are refused, figures are their place")
    func images() {
        #expect(throws: MarkdownError.image("a.png")) { try MarkdownParser.blocks("![x](a.png)") }
    }

    @Test(
        "a dollar sign that is no mathematics is an error",
        arguments: ["costs $5", "$", "5$", "*a $x*y$ b*", "`a $x` b$", "a$x$$y", "\\\\$5", "the $5"])
    func strayDollars(text: String) throws {
        let error = caught(MarkdownError.self) { try MarkdownParser.blocks(text) }
        guard case .strayDollar(let near) = error else {
            Issue.record("\(text): \(String(describing: error))")
            return
        }
        #expect(near.utf8.allSatisfy { $0 < 0x80 })
        #expect(try html("costs \\$5 and \\$6").contains("costs $5 and $6"))
    }

    @Test(
        "mathematics is found by every md4c, whatever stands beside it",
        arguments: [
            ("the $n$s of it", ["n"]), ("2$x$", ["x"]), ("x$a$y$b$z", ["a", "b"]), ("ñ$\\pi$ñ", ["\\pi"]),
            ("*$a$*b", ["a"]), ("**$a$**", ["a"]), ("_$a$_", ["a"]), ("a*$x$*", ["x"]), ("[$a$](edges.html)", ["a"]),
            ("a$$x$$b", ["x"]), ("$a \\$ b$", ["a \\$ b"]), ("\u{301}$a$\u{301}", ["a"]), ("a\\\\$x$", ["x"]),
        ])
    func neighbours(text: String, formulas: [String]) throws {
        for prefix in ["", "- ", "> ", "## "] {
            #expect(try Self.formulas(in: MarkdownParser.blocks(prefix + text)) == formulas)
        }
        #expect(try Self.formulas(in: [.paragraph(MarkdownParser.line(text))]) == formulas)
    }

    @Test("what makes mathematics found leaves no trace")
    func noTrace() throws {
        #expect(try html("`$x` \\$5") == "<p><code translate=\"no\">$x</code> $5</p>\n")
        #expect(try html("```\n$a$ b$\n```").contains("$a$ b$\n"))
        #expect(try html("[a](https://a.org/$b?$c)").contains("\"https://a.org/$b?$c\""))
        let formula = Inline.mathematics("x", display: false)
        #expect(try MarkdownParser.line("$x$") == [.text(""), formula])
        #expect(try MarkdownParser.blocks("*$x$* y") == [.paragraph([.emphasis([formula]), .text(" y")])])
    }

    /// The formulas of a tree in their order.
    private static func formulas(in blocks: [Block]) -> [String] {
        blocks.flatMap { block -> [String] in
            switch block {
            case .paragraph(let inlines), .plain(let inlines), .heading(_, let inlines): formulas(in: inlines)
            case .list(_, let items): items.flatMap(formulas(in:))
            case .note(let content): formulas(in: content)
            default: []
            }
        }
    }

    private static func formulas(in inlines: [Inline]) -> [String] {
        inlines.flatMap { inline -> [String] in
            switch inline {
            case .mathematics(let tex, _): [tex]
            case .emphasis(let content), .strong(let content), .link(_, let content): formulas(in: content)
            default: []
            }
        }
    }

    @Test("bars that are no table are an error")
    func strayTable() {
        // With one dash a column it is a table since md4c 0.5.
        #expect(throws: MarkdownError.self) { try MarkdownParser.blocks("| a | b |\n| 1 | 2 |") }
    }

    @Test("a line is a line, whatever it starts with", arguments: ["- 5", "# x", "1. y", "> z", "    w", "***", "|"])
    func lines(text: String) throws {
        let expected = text.drop { $0 == " " }
        #expect(try MarkdownParser.line(text) == [.text(String(expected))] || text == "    w" || text == "|")
    }

    @Test(
        "links lead to places, lessons and https",
        arguments: [
            ("#fig-a", LinkTarget.place("fig-a")), ("edges.html", .lesson("edges", place: nil)),
            ("edges.html#fig-a", .lesson("edges", place: "fig-a")),
            ("https://arxiv.org/abs/1412.6980", .outside("https://arxiv.org/abs/1412.6980")),
        ])
    func links(text: String, target: LinkTarget) throws {
        #expect(try LinkTarget(text) == target)
    }

    @Test(
        "links lead nowhere else",
        arguments: [
            "javascript:alert(1)", "JaVaScRiPt:alert(1)", "data:text/html,x", "http://example.org", "//example.org",
            "../../etc/passwd", "/etc/passwd", "https://", "https:///x", "https://a b", "file:///x", "mailto:a@b.c", "",
            "#", "#a b", "edges.html#", "vbscript:x", "https://exämple.org", "\u{1}javascript:x",
        ])
    func refusedLinks(target: String) {
        #expect(throws: MarkdownError.self) { try LinkTarget(target) }
    }

    @Test("an empty link to a figure takes the figure's number as its text")
    func crossReference() throws {
        #expect(try html("see [](#fig-a)") == "<p>see <a href=\"#fig-a\">Figure 1.1</a></p>\n")
        #expect(throws: PublishingError.Problem.markdown(.linkWithoutText("https://a.org"))) {
            try html("[](https://a.org)")
        }
    }

    @Test("hostile nesting is survived", arguments: ["> ", "- ", "*a ", "[", "`", "$", "![", "**", "<", "&"])
    func nesting(unit: String) {
        _ = try? html(String(repeating: unit, count: 2_000))
    }

    @Test("what is nested more than a hundred deep is an error", arguments: ["> ", "- "])
    func tooDeep(unit: String) throws {
        _ = try html(String(repeating: unit, count: 40) + "x")
        #expect(throws: MarkdownError.tooDeep(levels: 100)) { try html(String(repeating: unit, count: 2_000) + "x") }
    }
}
