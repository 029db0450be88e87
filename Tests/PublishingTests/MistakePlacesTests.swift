import Foundation
import Languages
import Notebook
import TestSupport
import Testing

@testable import Publishing

@Suite("What can't be published is told with file and line of the document where it is typed", .limited)
struct MistakePlacesTests {
    private struct Kernels: SampleLesson {
        static let id = "kernels"
        static let texts = ["en": text("Number"), "es": text("Número")]

        private static func text(_ head: String) -> String {
            """
            ## \(head)

            First.
            Second.

            :::{figure} overlay
            ---
            title: Title
            alt: Nothing.
            words:
              left: left
            ---
            Caption.
            :::

            :::{table} rows
            ---
            caption: Rows
            columns:
              - Head
            words:
              cell: Cell
            ---
            :::

            ::::{exercise}
            Task.

            :::{answer}
            Answer {share, number, ::.00}.
            :::
            ::::
            """
        }

        struct NotDrawn: Error {}

        func run(into material: inout Material, using course: Course) throws {
            material.value("share", 0.25)
            material.figure("overlay") { _ in throw NotDrawn() }
            material.table("rows") { words in [[try words("cell")]] }
        }
    }

    /// The lesson's page with something else in its Spanish document.
    private func page(_ old: String, _ new: String, languages: [String] = ["es"]) throws -> Page {
        var files = Kernels.documents
        for code in languages {
            let file = "Lessons/kernels/kernels.\(code).md"
            files[file] = files[file]?.replacing(old, with: new)
        }
        return try Curriculum([Kernels.self], listings: [:], documents: DocumentLibrary(sample: files)).page(
            at: 0,
            using: Course(settings: .sketch, store: ResultStore(folder: URL(filePath: "/nowhere")), threads: 1))
    }

    private static let file = "Lessons/kernels/kernels.es.md"

    @Test(
        "formulas and Markdown, in every part of a block",
        arguments: [
            ("Second.", "Mal $\\farc{1}{2}$.", 10, "unknown TeX command \\farc (did you mean \\frac"),
            ("Second.", "Mal $x_1_2$.", 10, "a second superscript"),
            ("Second.", "Mal $5 aquí.", 10, "a dollar sign that neither opens nor closes mathematics"),
            ("Second.", "![x](y.png)", 10, "prose holds no images"),
            ("Second.", "[allí](edgse.html)", 10, "no lesson is called edgse (did you mean edges?)"),
            ("Second.", "[allí](#fig-overly)", 10, "nothing on the page is called #fig-overly"),
            ("Caption.", "Una línea\ny $\\srqt{2}$.", 20, "unknown TeX command \\srqt"),
            ("- Head", "- $\\farc$", 26, "unknown TeX command \\farc"),
            ("cell: Cell", "cell: $\\farc$", 28, "unknown TeX command \\farc"),
            ("Answer", "Respuesta $\\srqt{\\val{share, number, ::.00}}$", 36, "unknown TeX command \\srqt"),
            ("Answer", "Respuesta $a^b^c = \\val{share, number, ::.00}$", 36, "a second superscript"),
        ])
    func place(old: String, new: String, line: Int, problem: String) throws {
        let page = try page(old, new)
        let publisher = try HTMLPublisher(Sample.report())
        let error = caught(PublishingError.self) { try publisher.lesson(page, figures: Sample.figures) }
        let message = error?.description ?? ""
        #expect(message.hasPrefix("\(Self.file):\(line): error: \(problem)"), "\(message)")
        #expect(error?.lesson == "kernels" && error?.language == .es)
        #expect(publisher.problems(in: [page]).map(\.description) == [message])
    }

    @Test("a heading where none can stand")
    func heading() throws {
        let page = try page("Task.", "Text.\n\n## More", languages: ["en", "es"])
        let error = caught(PublishingError.self) {
            try HTMLPublisher(Sample.report()).lesson(page, figures: Sample.figures)
        }
        #expect(error?.description == "Lessons/kernels/kernels.en.md:35: error: no heading can stand here: More")
    }

    @Test("in exports as well")
    func export() throws {
        let page = try page("Second.", "[allí](edgse.html)")
        let error = caught(PublishingError.self) {
            try MarkdownExporter(Sample.report()).files(of: page, in: .es, picture: Sample.picture)
        }
        #expect(error?.place == .init(file: Self.file, line: 10))
    }

    @Test("what nobody typed there is at the block: a number of the run, a sentence that lessons share")
    func nowhere() throws {
        let page = try page("Answer {share, number, ::.00}", "{share, number, ::.00} $\\val{share, number, ::.00}_1_2$")
        let error = caught(PublishingError.self) {
            try HTMLPublisher(Sample.report()).lesson(page, figures: Sample.figures)
        }
        #expect(error?.place == .init(file: Self.file, line: 32))
    }

    @Test("a page that comes from no document names lesson, cell and language")
    func noDocument() throws {
        var page = Page(lesson: Sample.kernels, number: 1)
        page.append(.prose(Localized(same: "$\\farc$")))
        let error = caught(PublishingError.self) {
            try HTMLPublisher(Sample.report()).lesson(page, figures: Sample.figures)
        }
        #expect(
            error?.place == nil && error?.description.hasPrefix("lesson kernels, cell 1 (prose), English: ") == true)
    }
}
