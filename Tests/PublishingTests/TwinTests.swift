import Foundation
import Languages
import Notebook
import TestSupport
import Testing

@testable import Publishing

@Suite("A listing and its Python, on pages, in notebooks and in Markdown", .limited)
struct TwinTests {
    struct Kernels: Lesson {
        static let id = "kernels"

        func run(into material: inout Material, using course: Course) throws {
            material.record("sum", 6)
            material.record("unnamed", 7)
            material.output("walk", "sum 6")
        }
    }

    private static let python = """
        # The head.
        from tools import np, results

        x = np.arange(4)

        # snippet.walk
        # All of <x>.
        print("sum", x.sum())
        # snippet.end
        results["sum"] = x.sum()
        """

    private let page: Page
    private let tools: LessonScript?

    init() throws {
        let document = """
            ---
            title: T
            question: Q
            goals: [g]
            minutes: 1
            ---
            Text.

            :::{listing} walk
            :::

            :::{output} walk
            :::

            ## More

            Text.

            """
        let listing = Listing(name: "walk", file: "Lessons/Kernels/Kernels.swift", firstLine: 41, source: "walk()")
        let curriculum = try Curriculum(
            [CourseLesson(Kernels.self)], listings: ["kernels/walk": listing],
            documents: DocumentLibrary(sample: [
                "Lessons/Kernels/kernels.en.md": document, "Lessons/Kernels/kernels.es.md": document,
                "Lessons/Kernels/kernels.es.yaml": "All of <x>.: Todo <x>.\nsum: suma",
            ]),
            scripts: [
                "Lessons/Kernels/kernels.py": Self.python,
                "Lessons/Shared/tools.py": "# Shared.\nimport numpy as np\nresults = {}\n",
            ])
        tools = curriculum.tools
        page = try curriculum.page(
            at: 0,
            using: Course(settings: .sketch, store: ResultStore(folder: URL(filePath: "/nowhere")), threads: 1))
    }

    private func html(_ page: Page) throws -> [String] {
        try HTMLPublisher(Sample.report()).lesson(page, figures: Sample.figures)
            .map { String(decoding: $0.bytes, as: UTF8.self) }
    }

    @Test("a page has both, each with its file and lines, and tabs that only a script shows")
    func faces() throws {
        let pages = try html(page)
        let (english, spanish) = (pages[0], pages[1])
        #expect(english.contains("<figure class=\"listing twofold\" id=\"code-walk\">"))
        #expect(english.contains("<div class=\"face\" id=\"code-walk-swift\" data-face=\"swift\">"))
        #expect(english.contains("<div class=\"face\" id=\"code-walk-python\" data-face=\"python\">"))
        #expect(english.contains("<div class=\"faces-tabs\" role=\"tablist\" aria-label=\"Code\" hidden>"))
        #expect(english.contains("aria-label=\"Code: walk (Python)\""))
        #expect(english.contains("data-line=\"7\"><span class=\"comment\"># All of &lt;x&gt;.</span>"))
        #expect(spanish.contains("<span class=\"comment\"># Todo &lt;x&gt;.</span>"))
        #expect(spanish.contains("<span class=\"string\">&quot;suma&quot;</span>"))
        #expect(english.components(separatedBy: "<samp>sum 6</samp>").count == 2)
    }

    @Test("a listing without one stands alone, without tabs")
    func alone() throws {
        let text = try html(Sample.kernelsPage())[0]
        #expect(text.contains("<figure class=\"listing\" id=\"code-correlate\">") && !text.contains("role=\"tab\""))
    }

    private func notebook(_ language: Language) throws -> [String: Any] {
        let files = try JupyterExporter(Sample.report(), tools: tools)
            .files(of: page, in: language, picture: Sample.picture)
        return try #require(try JSONSerialization.jsonObject(with: Data(files[0].bytes)) as? [String: Any])
    }

    @Test("a notebook runs what it needs, the tools and the script in order, and keeps what the course printed")
    func cells() throws {
        let cells = try #require(try notebook(.en)["cells"] as? [[String: Any]])
        let code = cells.filter { $0["cell_type"] as? String == "code" }
        #expect(code.compactMap { $0["id"] as? String } == ["needs", "tools", "python-1", "code-walk", "python-2"])
        let sources = try code.map { try #require($0["source"] as? [String]).joined() }
        #expect(sources[0].contains("needed = [\"numpy\", \"matplotlib\"]"))
        #expect(sources[1] == "# Shared.\nimport numpy as np\nresults = {}")
        #expect(sources[2] == "x = np.arange(4)" && sources[3] == "# All of <x>.\nprint(\"sum\", x.sum())")
        let outputs = try #require(code[3]["outputs"] as? [[String: Any]])
        #expect((outputs[0]["text"] as? [String])?.joined() == "sum 6\n")
        let tags = code.map { ($0["metadata"] as? [String: Any])?["tags"] as? [String] }
        #expect(tags == [nil, ["hide-input"], ["hide-input"], nil, ["hide-input"]])
    }

    @Test("it carries the page's numbers that its code names, and no others")
    func results() throws {
        let metadata = try #require(try notebook(.en)["metadata"] as? [String: Any])
        let course = try #require(metadata["course"] as? [String: Any])
        #expect(course["lesson"] as? String == "kernels" && course["results"] as? [String: Int] == ["sum": 6])
    }

    @Test("cells have the same names in every language, and a Spanish one speaks Spanish")
    func languages() throws {
        func ids(_ language: Language) throws -> [String] {
            try #require(try notebook(language)["cells"] as? [[String: Any]]).compactMap { $0["id"] as? String }
        }
        #expect(try ids(.en) == ids(.es))
        let cells = try #require(try notebook(.es)["cells"] as? [[String: Any]])
        let code = try #require(cells.first { $0["id"] as? String == "code-walk" }?["source"] as? [String])
        #expect(code.joined() == "# Todo <x>.\nprint(\"suma\", x.sum())")
    }

    @Test("Markdown has both")
    func markdown() throws {
        let files = try MarkdownExporter(Sample.report()).files(of: page, in: .en, picture: Sample.picture)
        let text = String(decoding: try #require(files.last).bytes, as: UTF8.self)
        #expect(text.contains("```swift\nwalk()\n```") && text.contains("```python\n# All of <x>.\n"))
    }
}
