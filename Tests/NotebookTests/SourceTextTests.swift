import Notebook
import Testing

@Suite("Texts as they stand in a lesson's source")
struct SourceTextTests {
    private func texts(_ source: String) -> [[String?]] {
        SourceText.texts(in: source, file: "Edges/Edges.swift").map { [$0.en, $0.es] }
    }

    @Test("both languages of an argument, lines joined, interpolations as placeholders")
    func pairs() {
        let source = #"""
            page.prose(
                en: """
                    One \(count) \
                    two.

                    Three "quoted" \(list(of: ["a", ")"])).
                    """,
                es: "Uno \(plain: count) \"dos\".")
            """#
        #expect(texts(source) == [["One {} two. Three \"quoted\" {}.", "Uno {} \"dos\"."]])
    }

    @Test("interpolations that nest a hundred thousand deep are skipped like any other")
    func nesting() {
        let deep = String(repeating: "\\(f(\"", count: 100_000) + String(repeating: "\"))", count: 100_000)
        let texts = SourceText.texts(in: "g(en: \"A \(deep) b\", es: \"C\")", file: "Edges/Edges.swift")
        #expect(texts.map(\.en) == ["A {} b"] && texts.map(\.es) == ["C"])
    }

    @Test("every outcome of a choice belongs to the text; what is computed elsewhere does not")
    func choices() {
        let source = #"Bilingual(en: wrong == 1 ? "one" : "\(wrong)", es: wrong == 1 ? "uno" : Self.words("x"))"#
        #expect(texts(source) == [["one | {}", "uno"]])
        #expect(texts("Bilingual(en: worst.en, es: worst.es)") == [])
    }

    @Test("texts that both languages share, and what code is said to print")
    func shared() {
        #expect(texts(#"Bilingual(both: "\(n) dB")"#) == [[nil, "{} dB"]])
        #expect(texts(#"page.output("sum = \(n)")"#) == [[nil, "sum = {}"]])
    }

    @Test("comments are no texts")
    func comments() {
        #expect(texts("// Bilingual(en: \"a\", es: \"b\")\n/* en: \"a\", es: \"b\" */ let x = 1") == [])
    }

    @Test("file, line and lesson of a text")
    func place() throws {
        let text = try #require(
            SourceText.texts(in: "\n\nBilingual(en: \"a\", es: \"b\")", file: "Edges/Edges.swift").first)
        #expect(text.place == "Edges/Edges.swift:3" && text.lesson == "edges")
    }
}

@Suite("Numbers that texts type")
struct TypedNumbersTests {
    private func findings(_ source: String, _ definitions: String = "{}") throws -> [String] {
        let texts = SourceText.texts(in: source, file: "Edges/Edges.swift")
        return try TypedNumbers(decoding: Array(definitions.utf8)).findings(in: texts).map(\.what)
    }

    @Test("a number in prose needs a reason; in a formula, in code, in a name or as a value it needs none")
    func places() throws {
        #expect(try findings(#"Bilingual(en: "98.9% right", es: "98,9 % bien")"#).count == 1)
        #expect(try findings(#"Bilingual(both: "$x_1 = 2$ and $$3$$ and `4` and conv1d and \(5)")"#).isEmpty)
        #expect(
            try findings(#"Bilingual(en: "255 is white", es: "255 es blanco")"#, #"{"edges": {"255": "a byte"}}"#)
                .isEmpty)
    }

    @Test("both languages' ways of writing a number mean the same number")
    func customs() throws {
        let reasons = #"{"edges": {"0.5": "a half", "60000": "images"}}"#
        #expect(try findings("Bilingual(en: \"0.5 of 60,000\", es: \"0,5 de 60\u{202F}000\")", reasons).isEmpty)
    }

    @Test("a reason for a number that no text types is a finding itself")
    func unused() throws {
        #expect(try findings(#"Bilingual(both: "x")"#, #"{"edges": {"7": "a digit"}}"#).count == 1)
        #expect(try findings(#"Bilingual(both: "x")"#, #"{"": {"7": "", "": ""}, "edges": {"": ""}}"#).count == 3)
    }
}
