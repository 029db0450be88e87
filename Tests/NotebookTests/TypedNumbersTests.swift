import Documents
import Notebook
import TestSupport
import Testing

@Suite("Numbers that texts type", .limited)
struct TypedNumbersTests {
    /// What is found in a lesson that says this in English and that in Spanish.
    private func findings(_ en: String, _ es: String? = nil, _ definitions: String = "{}") throws -> [String] {
        let front = "---\ntitle: T\nquestion: Q\ngoals: [g]\nminutes: 1\n---\n"
        let library = try DocumentLibrary(sample: [
            "Lessons/Edges/edges.en.md": front + en, "Lessons/Edges/edges.es.md": front + (es ?? en),
        ])
        let texts = try library.texts()
        return try TypedNumbers(decoding: Array(definitions.utf8)).findings(in: texts).map(\.what)
    }

    @Test("a number in prose needs a reason; in a formula, in code, in a name or as a value it needs none")
    func places() throws {
        #expect(try findings("98.9% right", "98,9 % bien").count == 1)
        #expect(try findings("$x_1 = 2$ and $$3$$ and `4` and conv1d and {n, plural, =5 {five} other {#}}").isEmpty)
        #expect(
            try findings("255 is white", "255 es blanco", #"{"edges": {"255": "a byte"}}"#).isEmpty)
    }

    @Test("both languages' ways of writing a number mean the same number")
    func customs() throws {
        let reasons = #"{"edges": {"0.5": "a half", "60000": "images"}}"#
        #expect(try findings("0.5 of 60,000", "0,5 de 60\u{202F}000", reasons).isEmpty)
    }

    @Test("a reason for a number that no text types is a finding itself")
    func unused() throws {
        #expect(try findings("x", nil, #"{"edges": {"7": "a digit"}}"#).count == 1)
        #expect(try findings("x", nil, #"{"": {"7": "", "": ""}, "edges": {"": ""}}"#).count == 3)
    }

    @Test("its own line is told, and the words around it, in each language and wherever its stretch begins")
    func place() throws {
        let front = "---\ntitle: T\nquestion: Q\ngoals: [g]\nminutes: 1\n---\n"
        let prose = """
            It takes a *while* until {n, plural,
            one {one of them} other {some of them}} is there, `12` and $$x = 3$$
            aside. Nobody knows why. Try it on 37 pixels of a picture that somebody has taken, and see.

            - And on 4,000.
            """
        let library = try DocumentLibrary(sample: ["Lessons/Edges/edges.en.md": front + prose])
        let found = try TypedNumbers(decoding: Array("{}".utf8)).findings(in: library.texts())
        #expect(found.map(\.cell) == ["Edges/edges.en.md:9", "Edges/edges.en.md:11"])
        #expect(
            found.map(\.what) == [
                "the text types 37: “… Nobody knows why. Try it on 37 pixels of a picture that somebody …”",
                "the text types 4000: “… taken, and see. - And on 4,000.”",
            ])
    }
}
