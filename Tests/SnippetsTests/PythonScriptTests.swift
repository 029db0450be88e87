import Snippets
import TestSupport
import Testing

@Suite("Python that listings show and notebooks run", .limited)
struct PythonScriptTests {
    private static let source = """
        # Edges.
        import sys
        from tools import np, show

        gray = np.zeros((3, 3))

        # snippet.laplacian
        # Where neighbours differ,
        # the answer is large.
        edges = gray - 1  # everywhere
        print(f"mean {edges.mean():.2f}   {len(gray)} rows")
        # snippet.end
        show([gray, edges], ["grey", "edges"], signed=True)


        # snippet.Imaging/gray
        def gray_of(image):
            return image @ np.array([0.3])
        # snippet.end
        """

    private func script(_ source: String = source) throws(SnippetError) -> PythonScript {
        try PythonScript(source, file: "Lessons/Edges/edges.py")
    }

    @Test("the head is left out; marked stretches and what stands between them keep their places")
    func pieces() throws {
        let pieces = try script().pieces
        #expect(pieces.map(\.name) == [nil, "laplacian", nil, "Imaging/gray"])
        #expect(pieces.map(\.firstLine) == [5, 8, 13, 17])
        #expect(pieces[0].source == "gray = np.zeros((3, 3))")
        #expect(try script()["Imaging/gray"]?.source.hasPrefix("def gray_of(image):\n    return") == true)
    }

    @Test("readers read its comments and what it shows; marks, keys and other strings are none of that")
    func texts() throws {
        let texts = try script().texts
        #expect(
            texts.map(\.text) == [
                "Where neighbours differ, the answer is large.", "everywhere",
                "mean {edges.mean():.2f}   {len(gray)} rows", "grey", "edges",
            ])
        #expect(texts.map(\.line) == [8, 10, 11, 13, 13])
    }

    @Test(
        "what counts as shown",
        arguments: [
            ("print(results[\"loss\"], \"the loss\")", ["the loss"]),
            ("plt.plot(x, label=\"training loss\")", ["training loss"]),
            ("axis.set_title(\"edges\" if a else \"\")", ["edges"]), ("correlate(x, \"replicate\")", []),
            ("print(\", \".join(names))", []), ("print(f\"{x:.3f}\", sep=\"and\")", []),
            ("layers.Dense(5, activation=\"relu\")", []), ("show(a, [f\"{n} rows\" for n in b])", ["{n} rows"]),
            ("x = {\"loss\": 1}  # print(\"this\")", []),
            ("plt.hist([a, b], bins=50, label=[\"noisy\", \"clean\"])", ["noisy", "clean"]),
        ])
    func shown(source: String, texts: [String]) {
        #expect(PythonText.shown(in: source).map(\.text) == texts)
    }

    @Test("other words stand in comments and shown texts; the rest and the lines stay")
    func translation() throws {
        let piece = try #require(try script()["laplacian"])
        let words = [
            "Where neighbours differ, the answer is large.": "Donde los vecinos difieren, la respuesta es grande.",
            "mean {edges.mean():.2f}   {len(gray)} rows": "media {edges.mean():.2f}   {len(gray)} filas",
        ]
        let translated = TranslatedSource(piece.source, words: words, as: .python)
        #expect(translated.source.contains("print(f\"media {edges.mean():.2f}   {len(gray)} filas\")"))
        #expect(translated.source.split(separator: "\n").count == 4 && translated.misfits.isEmpty)
        #expect(translated.source.hasPrefix("# Donde los vecinos"))
    }

    @Test("a word that is also a name is exchanged only where readers see it")
    func names() {
        let source = "plt.plot(history[\"loss\"])\nplt.ylabel(\"loss\")"
        #expect(
            TranslatedSource(source, words: ["loss": "pérdida"], as: .python).source
                == "plt.plot(history[\"loss\"])\nplt.ylabel(\"pérdida\")")
    }

    @Test(
        "words that would change the code are not taken",
        arguments: ["una \\\" cita", "dos\nlíneas", "otro {valor}", "sin valor", "\"fin\""])
    func harmful(text: String) {
        let source = "print(f\"a value {x}\")"
        #expect(TranslatedSource(source, words: ["a value {x}": text], as: .python).source == source)
    }

    @Test(
        "whatever it is, tokens put together are the source again",
        arguments: [
            source, "f\"{', '.join(f'{p:.3f}' for p in x)}\"", "'''a\nb''' + r\"\\\" # c", "\"never closed\nx = 1",
            "x = 5**2 @ a  # é",
            "rb'\\x00'", "@property\ndef f(): pass", "", "#", "'", "1_000.5e-3j",
        ])
    func tokens(source: String) {
        #expect(PythonLexer.tokens(of: source).map(\.text).joined() == source)
    }

    @Test("colours: a keyword, a type, a string, a number, a comment, and no member of anything")
    func kinds() {
        let tokens = PythonLexer.tokens(of: "for X in keras.Input(2, 'a'):  # b")
        let kinds = tokens.filter { $0.kind != .plain }.map { "\($0.kind.rawValue) \($0.text)" }
        #expect(kinds == ["keyword for", "type X", "keyword in", "number 2", "string 'a'", "comment # b"])
    }

    @Test("a mark that makes no sense is told with its line, in Python's form")
    func badMarks() {
        let error = caught(SnippetError.self) { try script("a\n# snippet.end\n") }
        #expect(
            error?.description
                == "Lessons/Edges/edges.py:2: error: # snippet.end closes nothing; write # snippet.NAME before the stretch"
        )
        #expect(caught(SnippetError.self) { try script("# snippet.A/b/c\nx\n# snippet.end") } != nil)
    }

    @Test("it says what it needs: packages, weights, the picture, the numbers of the page")
    func needs() throws {
        let plain = try script()
        #expect(plain.packages == ["numpy", "matplotlib"] && plain.networks.isEmpty && !plain.showsPicture)
        let network = try script(
            "import keras\ngray_picture()\nif load_weights(model, \"cnn\"):\n    results[\"testLoss\"] = 1\n")
        #expect(network.packages == ["numpy", "matplotlib", "keras", "jax"] && network.networks == ["cnn"])
        #expect(network.showsPicture && network.results == ["testLoss"])
    }
}
