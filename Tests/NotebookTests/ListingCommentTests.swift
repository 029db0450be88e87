import Documents
import Foundation
import Languages
import TestSupport
import Testing

@testable import Notebook

@Suite("Comments in a listing say what each document has for them", .limited)
struct ListingCommentTests {
    struct Sample: Lesson {
        static let id = "sample"

        func run(into material: inout Material, using course: Course) throws {}
    }

    private static let source = """
        /// Rows of the picture,
        /// 28 of them.
        func rows() {
            walk()  // to the right
        }
        """

    /// The documents, with these words for comments.
    private func library(en: String = "", es: String) throws -> DocumentLibrary {
        func document(_ comments: String) -> String {
            let options = comments.isEmpty ? "" : "---\n" + comments + "\n---\n"
            return
                "---\ntitle: T\nquestion: Q\ngoals: [g]\nminutes: 1\n---\nText.\n\n:::{listing} rows\n\(options):::\n"
        }
        return try DocumentLibrary(sample: [
            "Lessons/Sample/sample.en.md": document(en), "Lessons/Sample/sample.es.md": document(es),
        ])
    }

    private func page(en: String = "", es: String, source: String = source) throws -> Page {
        let listing = Listing(name: "rows", file: "Lessons/Sample/Sample.swift", firstLine: 7, source: source)
        let course = Course(settings: .sketch, store: ResultStore(folder: URL(filePath: "/nowhere")), threads: 1)
        return try Curriculum(
            [Sample.self], listings: ["sample/rows": listing], documents: library(en: en, es: es)
        ).page(at: 0, using: course)
    }

    private func listing(on page: Page) throws -> Listing {
        for case .code(let listing) in page.cells { return listing }
        throw CocoaError(.fileNoSuchFile)
    }

    /// What an editor is told of comments.
    private func findings(_ page: Page) -> [String] {
        page.findings().map { "\($0.cell): \($0.what)" }.filter { $0.contains("comment") }
    }

    private static let words = """
        comments:
          Rows of the picture, 28 of them.: Las 28 filas de la imagen, de arriba abajo.
          to the right: hacia la derecha
        """

    @Test("in the reader's language, line by line where they stood; the language of the source needs none")
    func words() throws {
        let page = try page(es: Self.words)
        let listing = try listing(on: page)
        #expect(listing.source(in: .en) == Self.source)
        #expect(
            listing.source(in: .es) == """
                /// Las 28 filas de la
                /// imagen, de arriba abajo.
                func rows() {
                    walk()  // hacia la derecha
                }
                """)
        #expect(findings(page).isEmpty)
    }

    @Test("one without words stays as it is and is found, with file and line")
    func missing() throws {
        let page = try page(es: "comments:\n  to the right: hacia la derecha")
        #expect(try listing(on: page).source(in: .es).hasPrefix("/// Rows of the picture,\n/// 28 of them.\nfunc"))
        #expect(
            findings(page) == [
                "Sample/sample.es.md:9: the listing rows has no words in Spanish for the comment “Rows of the picture, 28 of them.”"
            ])
        #expect(try findings(self.page(es: "")).count == 2)
        #expect(try findings(self.page(es: "", source: "/// y = 1 / (1 + e^-x)\nfunc y() {}")).isEmpty)
    }

    @Test("words that need more lines than the comment has are found where they stand")
    func long() throws {
        let long = Array(repeating: "derecha", count: 12).joined(separator: " ")
        let page = try page(es: Self.words.replacing("hacia la derecha", with: long))
        #expect(
            findings(page) == [
                """
                Sample/sample.es.md:13: the comment “to the right” of the listing rows needs 2 lines of 90 columns, and \
                the source has 1
                """
            ])
    }

    @Test(
        "a key that no comment says is an error with file, line and what was meant; so is what is no text",
        arguments: [
            (
                "", "comments:\n  to the rihgt: a la derecha",
                """
                sample.es.md:12: error: the listing “rows” has no comment “to the rihgt” in Lessons/Sample/Sample.swift:7; \
                did you mean to the right?
                """
            ),
            ("", "comments:\n  Columns: Columnas", "; it has “Rows of the picture, 28 of them.”, “to the right”."),
            ("", "comments: none", "sample.es.md:11: error: comments are pairs"),
            ("", "comments:\n  to the right: \" \"", "sample.es.md:12: error: a text is wanted behind “to the right”"),
            ("", "comments:\n  to the right: [a]", "sample.es.md:12: error: a text is wanted behind “to the right”"),
            (
                "comments:\n  to the right: rightwards", "",
                """
                sample.en.md:12: error: comments in the source are in English already; change them in \
                Lessons/Sample/Sample.swift
                """
            ),
        ])
    func mistakes(en: String, es: String, message: String) {
        let error = caught((any Error).self) { try page(en: en, es: es) }
        #expect(error.map { "\($0)".contains(message) } == true, "\(error.map { "\($0)" } ?? "")")
    }

    @Test("where the source alone has changed, the old key is an error that names the new words")
    func changedSource() {
        let source = Self.source.replacing("to the right", with: "to the far right")
        let error = caught((any Error).self) { try page(es: Self.words, source: source) }
        #expect(
            error.map { "\($0)" }?.contains("no comment “to the right”") == true
                && error.map { "\($0)" }?.contains("did you mean to the far right?") == true)
    }

    @Test("and where the key went with it and the words did not, they are to be read again")
    func changedKey() throws {
        let confirmed = Translations(try library(es: Self.words).texts())
        #expect(try confirmed.findings(in: library(es: Self.words).texts()).isEmpty)
        let key = try library(es: Self.words.replacing("to the right", with: "to the left")).texts()
        let found = confirmed.findings(in: key)
        #expect(found.map(\.cell) == ["Sample/sample.es.md:13"])
        #expect(found.first?.what.hasPrefix("the text in English changed, the one in Spanish did not") == true)
        let words = try library(es: Self.words.replacing("derecha", with: "izquierda")).texts()
        #expect(confirmed.findings(in: words).first?.what.hasPrefix("the text in Spanish changed") == true)
    }

    @Test("its words type the numbers that the source says, and no others")
    func numbers() throws {
        let numbers = try TypedNumbers(decoding: Array("{}".utf8))
        #expect(try numbers.findings(in: library(es: Self.words).texts()).isEmpty)
        let others = try library(es: Self.words.replacing("28 filas", with: "29 filas")).texts()
        #expect(try numbers.findings(in: others).map(\.cell) == ["Sample/sample.es.md:12"])
    }
}
