import Foundation
import Languages
import Notebook
import TestSupport
import Testing

@testable import Publishing

@Suite("Code on a page and in exports says its comments in the reader's language", .limited)
struct ListingCommentTests {
    struct Kernels: Lesson {
        static let id = "kernels"

        func run(into material: inout Material, using course: Course) throws {}
    }

    private let page: Page

    init() throws {
        func document(_ options: String) -> String {
            "---\ntitle: T\nquestion: Q\ngoals: [g]\nminutes: 1\n---\nText.\n\n:::{listing} walk\n\(options):::\n"
        }
        let words =
            "---\ncomments:\n  \"from row to row, and on <to the end>\": \"de fila en fila y <hasta el final>\"\n---\n"
        let listing = Listing(
            name: "walk", file: "Lessons/Kernels/Kernels.swift", firstLine: 41,
            source: "// from row to row,\n// and on <to the end>\nwalk(\"// no comment\")")
        page = try Curriculum(
            [Kernels.self], listings: ["kernels/walk": listing],
            documents: DocumentLibrary(sample: [
                "Lessons/Kernels/kernels.en.md": document(""), "Lessons/Kernels/kernels.es.md": document(words),
            ])
        ).page(
            at: 0,
            using: Course(settings: .sketch, store: ResultStore(folder: URL(filePath: "/nowhere")), threads: 1))
    }

    @Test("the page, with the numbers that the lines have in the source")
    func html() throws {
        let files = try HTMLPublisher(Sample.report()).lesson(page, figures: Sample.figures)
        let texts = files.map { String(decoding: $0.bytes, as: UTF8.self) }
        #expect(
            texts[1].contains(
                """
                <span class="line" data-line="41"><span class="comment">// de fila en fila y</span></span>
                <span class="line" data-line="42"><span class="comment">// &lt;hasta el final&gt;</span></span>
                <span class="line" data-line="43">walk(<span class="string">&quot;// no comment&quot;</span>)</span>
                """))
        #expect(texts[0].contains("// and on &lt;to the end&gt;") && !texts[0].contains("en fila"))
    }

    @Test("notebooks and Markdown")
    func exports() throws {
        let code = "// de fila en fila y\n// <hasta el final>\nwalk(\"// no comment\")"
        let notebook = try JupyterExporter(Sample.report()).files(of: page, in: .es, picture: Sample.picture)
        let object = try #require(try JSONSerialization.jsonObject(with: Data(notebook[0].bytes)) as? [String: Any])
        let cells = try #require(object["cells"] as? [[String: Any]])
        let source = try #require(cells.last?["source"] as? [String]).joined()
        #expect(source.contains("<summary>Swift: Lessons/Kernels/Kernels.swift:41</summary>\n\n```swift\n" + code))
        for (language, text) in [(Language.es, code), (.en, "// from row to row,\n// and on <to the end>\nwalk")] {
            let files = try MarkdownExporter(Sample.report()).files(of: page, in: language, picture: Sample.picture)
            #expect(String(decoding: files[0].bytes, as: UTF8.self).contains("```swift\n" + text))
        }
    }
}
