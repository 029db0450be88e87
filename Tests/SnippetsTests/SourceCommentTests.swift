import Snippets
import TestSupport
import Testing

@Suite("Comments in a stretch of Swift, and other words for them", .limited)
struct SourceCommentTests {
    private func comments(_ source: String) -> [String] {
        SourceComment.all(in: source).map { "\($0.line): \($0.text)" }
    }

    @Test("lines that follow each other are one comment, and what stands behind code is one of its own")
    func lines() {
        #expect(
            comments(
                """
                // rows of
                //   the picture
                for row in rows {  // each of them
                    // to the left
                    // and on
                // not with the one above
                }
                """)
                == [
                    "1: rows of the picture", "3: each of them", "4: to the left and on", "6: not with the one above",
                ])
        #expect(comments("a  // one\nb  // two\n// three\n/// four") == ["1: one", "2: two", "3: three", "4: four"])
        #expect(comments("// one\n\n// two\nx\n// three") == ["1: one", "3: two", "5: three"])
        #expect(comments("a  //      far to the right") == ["1: far to the right"])
    }

    @Test("a doc comment's paragraphs and the members of its lists are comments, code in it is none")
    func documentation() {
        #expect(
            comments(
                """
                /// One step. It moves
                /// the weights.
                ///
                ///     w -= rate g
                ///
                /// - Parameter rate: how far;
                ///   not too far.
                /// - Precondition: it is positive.
                func step() {}
                """)
                == [
                    "1: One step. It moves the weights.", "6: - Parameter rate: how far; not too far.",
                    "8: - Precondition: it is positive.",
                ])
    }

    @Test("two slashes in a string, in what it interpolates, or in a comment over lines are no comment")
    func strings() {
        #expect(comments("let a = \"http://b\"; let c = #\"// d\"#; let e = \"\"\"\n// f\n\"\"\"").isEmpty)
        #expect(comments("/* // a\n// b */ let c = 1 // d") == ["2: d"])
    }

    @Test(
        "a formula has no words, whatever letters stand in it",
        arguments: [
            ("1 / (1 + e^-x)", false), ("w = w - r g", false), ("w -= rate g", true), ("ñu", true),
            ("2 + 2 = 4", false),
        ])
    func formulas(text: String, hasWords: Bool) {
        #expect(SourceComment.all(in: "// " + text).map(\.hasWords) == [hasWords])
    }

    @Test("other words stand in as many lines, as wide as they were, and the code is the same")
    func translated() {
        let source = """
            /// The kernel visits every pixel of
            /// the picture.
            func visit() {
                walk()  // row by row
            }
            """
        let words = [
            "The kernel visits every pixel of the picture.": "El núcleo visita cada píxel de la imagen.",
            "row by row": "fila por fila",
        ]
        let translated = TranslatedSource(source, words: words)
        #expect(
            translated.source == """
                /// El núcleo visita cada píxel de
                /// la imagen.
                func visit() {
                    walk()  // fila por fila
                }
                """)
        #expect(translated.misfits.isEmpty)
        #expect(TranslatedSource(source, words: ["row": "fila"]).source == source)
    }

    @Test("short words fill the lines evenly, long ones widen them, and a list stays moved in")
    func filling() {
        let source = "/// A rather long line of words that goes\n/// on and on\n/// for ever\nx"
        let key = "A rather long line of words that goes on and on for ever"
        #expect(TranslatedSource(source, words: [key: "uno dos tres"]).source == "/// uno\n/// dos\n/// tres\nx")
        #expect(TranslatedSource(source, words: [key: "a b c d"]).source == "/// a\n/// b\n/// c d\nx")
        #expect(TranslatedSource(source, words: [key: "uno"]).source == "/// uno\n///\n///\nx")
        let wide = TranslatedSource("// short\nx", words: ["short": "una frase bastante más larga"])
        #expect(wide.source == "// una frase bastante más larga\nx" && wide.misfits.isEmpty)
        let list = TranslatedSource(
            "/// - Precondition: some\n///   more", words: ["- Precondition: some more": "- Precondition: algo más aún"]
        )
        #expect(list.source == "/// - Precondition: algo\n///   más aún")
    }

    @Test("lines that are wider than 90 columns in the source are no wider than they have to be")
    func wide() {
        let words = Array(repeating: "words", count: 18).joined(separator: " ")
        let source = "/// " + words + "\n/// and more"
        let text = Array(repeating: "palabras", count: 14).joined(separator: " ")
        let lines = TranslatedSource(source, words: [words + " and more": text]).source.split(separator: "\n")
        #expect(lines.map(\.count) == [84, 48])
        let long = TranslatedSource(source, words: [words + " and more": text + " " + text])
        #expect(long.source.split(separator: "\n").map(\.count) == [129, 129] && long.misfits.map(\.needed) == [3])
    }

    @Test("what needs more lines of 90 columns, or of as many as the stretch has, sticks out and is told")
    func misfits() {
        let text = Array(repeating: "palabras", count: 21).joined(separator: " ")
        let narrow = TranslatedSource("// words\nlet a = 1", words: ["words": text])
        #expect(narrow.source == "// " + text + "\nlet a = 1")
        #expect(narrow.misfits.map(\.needed) == [3] && narrow.misfits.map(\.lines) == [1])
        #expect(narrow.misfits.map(\.width) == [90])
        let wide = "// words\n// more\nlet a = \"" + String(repeating: "-", count: 110) + "\""
        #expect(TranslatedSource(wide, words: ["words more": text]).misfits.isEmpty)
        let behind = "let a = \"" + String(repeating: "-", count: 60) + "\"  // more"
        #expect(TranslatedSource(behind, words: ["more": "una frase más larga"]).misfits.map(\.needed) == [2])
    }

    @Test(
        "whatever the words, no line is added and the code stays",
        arguments: [
            "// a\r\n// b\r\nx // c\r\n", "//", "///   \n//// four\n", "x // é\u{301}\n/// a\n///\n/// b\n",
            "/* // */ //a",
        ])
    func lineNumbers(source: String) {
        let comments = SourceComment.all(in: source)
        let words = Dictionary(comments.map { ($0.text, "uno dos tres") }) { first, _ in first }
        let translated = TranslatedSource(source, words: words).source
        func code(_ source: String) -> [String] {
            SwiftLexer.tokens(of: source).filter { $0.kind != .comment }.map { String($0.text) }
        }
        #expect(code(translated) == code(source))
        #expect(
            translated.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).count
                == source.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).count)
        #expect(comments.isEmpty || translated != source)
    }
}
