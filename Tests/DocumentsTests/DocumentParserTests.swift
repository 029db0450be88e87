import TestSupport
import Testing

@testable import Documents

@Suite("A document is front matter, prose and fenced blocks", .limited)
struct DocumentParserTests {
    private static let page = """
        ---
        title: Kernels that find edges
        goals:
          - why weights add up to zero
          - how to read a negative result
        ---

        Here is a **Laplacian**:

        $$ K = \\begin{bmatrix} -1 & 8 \\\\ 8 & -1 \\end{bmatrix} $$

        :::{figure} similar
        ---
        title: "Among its like: nearly zero"
        alt: The products add up to {similar}.
        words:
          clipped: clipped
        ---
        800 taken away: {similar}.

        Close to zero.
        :::
        :::{listing} two-windows
        :::

        ```swift
        ::: no fence
        :::{figure}
        ```

        ::::{question}
        Which filter?

        :::{answer}
        A *sharpening* one.
        :::
        ::::
        :::{command} course figures edges/gallery --dpi 300
        Draws the gallery.
        :::
        """

    private func fault(_ source: String) -> String? {
        do throws(DocumentError) {
            _ = try DocumentParser.document(source, file: "edges.en.md")
            return nil
        } catch { return error.description }
    }

    @Test("every block has its kind, its place and its words")
    func whole() throws {
        let document = try DocumentParser.document(Self.page, file: "edges.en.md")
        #expect(document.front.map(\.key) == ["title", "goals"])
        #expect(
            document.front.last?.value.members?.map(\.text) == [
                "why weights add up to zero", "how to read a negative result",
            ])
        #expect(document.blocks.map(\.line) == [8, 12, 23, 26, 31, 38])
        guard case .prose(let first) = document.blocks[0], case .directive(let figure) = document.blocks[1],
            case .directive(let listing) = document.blocks[2], case .prose(let code) = document.blocks[3],
            case .directive(let question) = document.blocks[4], case .directive(let command) = document.blocks[5]
        else {
            Issue.record("the blocks are others: \(document.blocks)")
            return
        }
        #expect(first.source.hasSuffix("\\end{bmatrix} $$"))
        #expect((figure.kind, figure.argument) == (.figure, "similar"))
        #expect(figure.option("title")?.text == "Among its like: nearly zero")
        #expect(figure.option("words")?.entries?.map(\.value.text) == ["clipped"])
        #expect(figure.prose == Document.Text(source: "800 taken away: {similar}.\n\nClose to zero.", line: 19))
        #expect((listing.kind, listing.argument) == (.listing, "two-windows"))
        #expect(code.source.contains("::: no fence"))
        #expect(question.prose?.source == "Which filter?")
        #expect(question.parts(.answer).first?.prose?.source == "A *sharpening* one.")
        #expect(command.argument == "course figures edges/gallery --dpi 300")
    }

    @Test("lines end as on Unix or as on Windows, and nothing changes")
    func lineEnds() throws {
        let windows = Self.page.replacing("\n", with: "\r\n")
        #expect(
            try DocumentParser.document(windows, file: "a.md") == DocumentParser.document(Self.page, file: "a.md"))
    }

    @Test(
        "a fault is named with its place, and with what was meant",
        arguments: [
            ("Text", "edges.en.md:1: error: front matter is missing: begin with a line of three hyphens"),
            ("---\ntitle: a", "edges.en.md:1: error: these three hyphens are never followed"),
            ("---\n- a\n---", "edges.en.md:2: error: pairs are wanted here"),
            (
                "---\na: b\n---\n:::{figur} x\n:::",
                "edges.en.md:4: error: no block is called {figur}; did you mean figure?"
            ),
            ("---\na: b\n---\n::: figure x\n:::", "edges.en.md:4: error: behind the colons the kind is wanted"),
            ("---\na: b\n---\n:::{listing}\n:::", "edges.en.md:4: error: behind {listing} its name is wanted"),
            ("---\na: b\n---\n:::{listing} a b\n:::", "edges.en.md:4: error: “a b” is no name"),
            ("---\na: b\n---\n:::{listing} x\n", "edges.en.md:4: error: this {listing} is never closed: write :::"),
            ("---\na: b\n---\nText\n:::\n", "edges.en.md:5: error: these colons close nothing: no block is open"),
            (
                "---\na: b\n---\n::::{listing} x\n:::\n",
                "edges.en.md:5: error: 3 colons close nothing: the block of line 4 has 4"
            ),
            ("---\na: b\n---\n:::{listing} x\nText\n:::", "edges.en.md:5: error: no text belongs into a {listing}"),
            ("---\na: b\n---\n:::{margin}\n:::", "edges.en.md:4: error: this {margin} says nothing"),
            ("---\na: b\n---\n:::{answer}\na\n:::", "edges.en.md:4: error: an {answer} belongs in a {question}"),
            ("---\na: b\n---\n:::{margin} b\na\n:::", "edges.en.md:4: error: nothing may follow {margin}"),
            (
                "---\na: b\n---\n:::{question}\na\n:::{answer}\nb\n:::\n:::",
                "edges.en.md:6: error: a block within the {question} of line 4 has fewer than its 3 colons"
            ),
            (
                "---\na: b\n---\n::::{margin}\na\n:::{listing} b\n:::\n::::",
                "edges.en.md:6: error: no {listing} can stand in the {margin} of line 4, which is still open"
            ),
            (
                "---\na: b\n---\n:::{figure} x\n---\ntitle: t\n---\nc\n:::",
                "edges.en.md:4: error: this {figure} lacks “alt”"
            ),
            (
                "---\na: b\n---\n:::{figure} x\n---\ntitel: t\nalt: a\n---\nc\n:::",
                "edges.en.md:6: error: a {figure} has no option “titel”; did you mean title?"
            ),
        ])
    func faults(source: String, beginning: String) {
        let fault = fault(source)
        #expect(fault?.hasPrefix(beginning) == true, "\(fault ?? "no fault")")
    }
}
