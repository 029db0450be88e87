import Foundation
import Languages
import Notebook
import TestSupport
import Testing

@testable import Publishing

@Suite("Notebooks and Markdown", .limited)
struct ExportTests {
    private func notebook(_ language: Language = .en) throws -> [String: Any] {
        let files = try JupyterExporter(Sample.report())
            .files(of: Sample.kernelsPage(), in: language, picture: Sample.picture)
        #expect(files.map(\.path) == ["kernels.\(language.code).ipynb"])
        return try #require(try JSONSerialization.jsonObject(with: Data(files[0].bytes)) as? [String: Any])
    }

    private func cells(_ notebook: [String: Any]) throws -> [[String: Any]] {
        try #require(notebook["cells"] as? [[String: Any]])
    }

    private func source(_ cell: [String: Any]) throws -> String {
        try #require(cell["source"] as? [String]).joined()
    }

    @Test("a notebook is nbformat 4.5, in Python, its cells named as the page's places are")
    func format() throws {
        let notebook = try notebook()
        #expect(notebook["nbformat"] as? Int == 4 && notebook["nbformat_minor"] as? Int == 5)
        let metadata = try #require(notebook["metadata"] as? [String: Any])
        #expect((metadata["kernelspec"] as? [String: String])?["language"] == "python")
        let ids = try cells(notebook).compactMap { $0["id"] as? String }
        #expect(Set(ids).count == ids.count && ids.contains("fig-overlay") && ids.contains("code-correlate"))
        #expect(ids.allSatisfy { $0.utf8.count <= 64 && LinkTarget.isName($0) })
        #expect(try cells(self.notebook(.es)).compactMap { $0["id"] as? String } == ids)
    }

    @Test("a listing without Python stands in Swift, folded, with what it printed; a figure is data in its cell")
    func folded() throws {
        let cells = try cells(notebook())
        #expect(cells.allSatisfy { $0["cell_type"] as? String == "markdown" && $0["attachments"] == nil })
        let code = try source(try #require(cells.first { $0["id"] as? String == "code-correlate" }))
        #expect(
            code.contains(
                "<summary>Swift: Sources/Imaging/Correlation.swift:57</summary>\n\n```swift\n/// The response"))
        #expect(code.contains("```text\nidentity at the middle: 137\n```"))
        let figure = try source(try #require(cells.first { $0["id"] as? String == "fig-overlay" }))
        #expect(figure.contains("<img src=\"data:image/png;base64,iVBORw0KGgo") && figure.contains("&quot;frame&quot;"))
        #expect(figure.contains("**Figure 1.1.**"))
    }

    @Test("a notebook opens a slide at its title and at each section")
    func slides() throws {
        let kinds = try cells(notebook()).map { cell in
            let metadata = try #require(cell["metadata"] as? [String: Any])
            return (metadata["slideshow"] as? [String: String])?["slide_type"]
        }
        #expect(kinds.first == "slide" && kinds.allSatisfy { $0 != nil })
    }

    @Test("formulas stay TeX, links lead to other notebooks, and references have their numbers")
    func prose() throws {
        let text = try cells(notebook()).map(source).joined(separator: "\n")
        #expect(text.contains("$$S(i, j) = \\sum_{m=0}^{k-1}"))
        #expect(text.contains("[Figure 1.1](#fig-overlay)") && text.contains("(edges.en.ipynb)"))
    }

    @Test("an exercise has its number, its place and its solution, and a side note is a quotation")
    func exercise() throws {
        let text = try cells(notebook(.es)).map(source).joined(separator: "\n")
        #expect(text.contains("<a id=\"exercise-1\"></a>**Ejercicio 1.1.** Escribe los números"))
        #expect(text.contains("<summary>Solución</summary>\n\nUn uno en la fila central"))
        #expect(text.contains("> **Nota al margen.** Las redes suelen tomar *ceros*, con $p = 1$"))
        let files = try MarkdownExporter(Sample.report())
            .files(of: Sample.kernelsPage(), in: .en, picture: Sample.picture)
        let markdown = String(decoding: try #require(files.last).bytes, as: UTF8.self)
        #expect(
            markdown.contains("</a>**Exercise 1.1.** Write the numbers of a kernel of three by three\n\n- that moves"))
        #expect(markdown.contains("\n\n> **Side note.** Networks mostly take *zeros*"))
    }

    @Test("Markdown stands with its figures beside it")
    func markdown() throws {
        let files = try MarkdownExporter(Sample.report())
            .files(of: Sample.edgesPage(), in: .es, picture: Sample.picture)
        #expect(files.map(\.path) == ["figures/edges/similar.es.png", "es/edges.md"])
        let text = String(decoding: files[1].bytes, as: UTF8.self)
        #expect(text.contains("](../figures/edges/similar.es.png)") && text.contains("(kernels.md#fig-overlay)"))
        #expect(throws: PublishingError.self) {
            try MarkdownExporter(Sample.report()).files(of: Sample.edgesPage(), in: .es, picture: { _ in nil })
        }
    }

    @Test(
        "prose that is written and read again is the same prose",
        arguments: [
            "a *b* **c** `d<e` [l](edges.html)", "- a\n- b", "3. a\n\n4. b", "- a\n  - b\n- c", "> a\n>\n> b",
            "a\\\nb", "***", "| a | b |\n|---|--:|\n| $x$ | 2 \\| 3 |", "## A *b*", "```swift\nlet a = \"`\"\n```",
            "$$\n\\frac{1}{2}\n$$", "costs \\$5 &amp; &lt;b&gt;", "1\\. no list\n\\- none\n\\# none", "`` a`b ``",
            "1. a\n\n   b\n2. c", "a_b_c \\_d\\_ \\*e\\*", "~~no~~ [x] [y](z", "line\nbreak", "- `a`\n\n  text\n\n- b",
        ])
    func roundTrip(text: String) throws {
        let writer = MarkdownWriter(
            resolve: { (target) throws(PublishingError.Problem) in
                if case .lesson(let id, _) = target { (id + ".html", nil) } else { ("#", nil) }
            })
        let blocks = try MarkdownParser.blocks(text)
        let written = try writer.blocks(blocks)
        #expect(try MarkdownParser.blocks(written) == blocks, "\(written)")
    }
}
