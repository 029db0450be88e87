import Documents
import Foundation
import Languages
import TestSupport
import Testing

@testable import Notebook

@Suite("Every listing has a twin in Python", .limited)
struct TwinTests {
    struct Sample: Lesson {
        static let id = "sample"

        func run(into material: inout Material, using course: Course) throws {}
    }

    private static let python = """
        from tools import np

        # snippet.rows
        # All rows.
        print("the rows", 28)
        # snippet.end
        # snippet.Imaging/gray
        gray = 1
        # snippet.end
        """

    private func page(_ python: String = python, es: String? = "All rows.: Todas las filas.\nthe rows: las filas")
        throws -> Page
    {
        let document =
            "---\ntitle: T\nquestion: Q\ngoals: [g]\nminutes: 1\n---\nText.\n\n:::{listing} rows\n:::\n\n"
            + ":::{listing} Imaging/gray\n:::\n"
        var files = ["Lessons/Sample/sample.en.md": document, "Lessons/Sample/sample.es.md": document]
        files["Lessons/Sample/sample.es.yaml"] = es
        func listing(_ name: String) -> Listing {
            Listing(name: name, file: "Lessons/Sample/Sample.swift", firstLine: 7, source: "walk()")
        }
        return try Curriculum(
            [CourseLesson(Sample.self)], listings: ["sample/rows": listing("rows"), "Imaging/gray": listing("gray")],
            documents: DocumentLibrary(sample: files),
            sources: SourcePaths(["Lessons/Sample.swift": "Lessons/Sample/Sample.swift"]),
            scripts: ["Lessons/Sample/sample.py": python]
        ).page(
            at: 0,
            using: Course(settings: .sketch, store: ResultStore(folder: URL(filePath: "/nowhere")), threads: 1))
    }

    private func findings(_ page: Page) -> [String] { page.scriptFindings().map(\.description) }

    @Test("it stands beside its listing, with words of its language, and nothing is to be mended")
    func twins() throws {
        let page = try page()
        #expect(findings(page) == [])
        let twins = page.listings.map(\.listing).compactMap(\.twin)
        #expect(twins.map(\.piece.name) == ["rows", "Imaging/gray"] && twins.map(\.piece.firstLine) == [4, 8])
        #expect(twins.first?.source(in: .es) == "# Todas las filas.\nprint(\"las filas\", 28)")
        #expect(twins.first?.source(in: .en) == "# All rows.\nprint(\"the rows\", 28)")
    }

    @Test("one that is missing is named with file, line and what to do")
    func missing() throws {
        let found = try findings(page(Self.python.replacing("snippet.rows", with: "snippet.row")))
        #expect(
            found.first
                == "sample, Sample/sample.en.md:9: the listing rows has no twin in Python. Write it in "
                + "Lessons/Sample/sample.py, between `# snippet.rows` and `# snippet.end`.")
        #expect(found.contains { $0.contains("Sample/sample.py:4: the page shows no listing row.") })
    }

    @Test("stretches stand in the order of the page, since a notebook runs them so")
    func order() throws {
        let gray = "# snippet.Imaging/gray\ngray = 1\n# snippet.end\n"
        let moved = Self.python.replacing(gray.dropLast(), with: "")
            .replacing("# snippet.rows", with: gray + "# snippet.rows")
        let found = try findings(page(moved))
        #expect(found.count == 1 && found[0].contains("here stands Imaging/gray, and on the page rows"), "\(found)")
    }

    @Test(
        "words that are missing, unknown or change the code are named with their line",
        arguments: [
            ("All rows.: Todas las filas.", "it has no words in Spanish: “the rows”"),
            ("All rows.: Todas.\nthe rows: las filas\nthe row: la fila", "sample.es.yaml:3: nothing in"),
            ("All rows.: Todas.\nthe rows: las {n} filas", "sample.es.yaml:2: it puts in other values"),
        ])
    func words(es: String, told: String) throws {
        let found = try findings(page(es: es))
        #expect(found.count == 1 && found[0].contains(told), "\(found)")
    }

    @Test("a mark that makes no sense is an error at its line")
    func badMark() throws {
        let error = caught(DocumentError.self) { try page("# snippet.rows\nx\n") }
        #expect(error?.description.contains("sample.py:1") == true)
    }
}
