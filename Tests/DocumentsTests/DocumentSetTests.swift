import TestSupport
import Testing

@testable import Documents

@Suite("The documents of a lesson are in step in every language")
struct DocumentSetTests {
    private static let english = """
        ---
        title: Edges
        ---
        ## One

        The answer is {similar}, that of the other {different, number, ::.00}.

        :::{figure} similar
        ---
        title: Nearly zero
        alt: The sum is {similar}.
        words: {a: clipped, b: "{count} of them"}
        ---
        Caption.
        :::
        ::::{question}
        Which?
        :::{answer}
        That one: {similar}.
        :::
        ::::
        """
    private static let spanish = """
        ---
        title: Bordes
        ---
        ## Uno

        La del otro es {different, number, ::.0} y la primera, {similar}; sí, {similar}.

        :::{figure} similar
        ---
        title: Casi cero
        alt: La suma es {similar}.
        words: {a: recortado, b: "{count} de ellos"}
        ---
        Pie.
        :::
        ::::{question}
        ¿Cuál?
        :::{answer}
        Ese: {similar}.
        :::
        ::::
        """

    /// The fault of the Spanish document, changed, beside the English one.
    private func fault(replacing old: String, with new: String) throws -> String? {
        #expect(Self.spanish.contains(old))
        let english = try DocumentParser.document(Self.english, file: "edges.en.md")
        let spanish = try DocumentParser.document(Self.spanish.replacing(old, with: new), file: "edges.es.md")
        do throws(DocumentError) {
            _ = try DocumentSet([("en", english), ("es", spanish)])
            return nil
        } catch { return error.description }
    }

    @Test("the same slots may stand in another order, in another form, and more than once")
    func inStep() throws {
        #expect(try fault(replacing: "Pie.", with: "Otro pie.") == nil)
    }

    @Test("words for comments in code may stand in one language alone, and braces in them are no slots")
    func comments() throws {
        let words = "---\ncomments:\n  each {row}: cada {fila}\n---\n"
        let documents = try ["", words].map {
            try DocumentParser.document("---\ntitle: T\n---\n:::{listing} rows\n\($0):::\nText.", file: "edges.md")
        }
        let set = try DocumentSet([("en", documents[0]), ("es", documents[1])])
        #expect(set.documents.keys.sorted() == ["en", "es"])
    }

    @Test(
        "where two documents part, both places are named",
        arguments: [
            (
                "{similar}; sí, {similar}", "{simlar}",
                "edges.es.md:6: error: the slot {simlar} does not stand in edges.en.md:4; did you mean similar?"
            ),
            (
                "La suma es {similar}.", "La suma.",
                "edges.es.md:8: error: the slot {similar} is missing, which stands in edges.en.md:11"
            ),
            (
                "\"{count} de ellos\"", "algunos",
                "edges.es.md:8: error: the slot {count} is missing, which stands in edges.en.md:12"
            ),
            ("## Uno", "Uno", "edges.es.md:4: error: here are no headings, and headings ## in edges.en.md:4"),
            ("## Uno", "### Uno", "edges.es.md:4: error: here are headings ###, and headings ## in edges.en.md:4"),
            (
                ":::{figure} similar", ":::{figure} different",
                "edges.es.md:8: error: {figure} different stands here where edges.en.md:8 has {figure} similar"
            ),
            (
                "Ese: {similar}.", "Ese.",
                "edges.es.md:18: error: the slot {similar} is missing, which stands in edges.en.md:19"
            ),
            (
                "¿Cuál?\n:::{answer}\nEse: {similar}.\n:::\n::::", "¿Cuál?\n::::",
                "edges.es.md:16: error: {answer} is missing at the end, which stands in edges.en.md:18"
            ),
            (
                "¿Cuál?\n:::{answer}\nEse: {similar}.\n:::\n::::",
                "¿Cuál?\n:::{answer}\nEse: {similar}.\n:::\n::::\nY más.",
                "edges.es.md:22: error: prose stands here, and nothing of it in edges.en.md"
            ),
            (
                "y la primera, {similar}", "y la primera, {similar",
                "edges.es.md:6:64: error: } or , behind “similar” was expected"
            ),
        ])
    func apart(old: String, new: String, fault: String) throws {
        let found = try #require(try self.fault(replacing: old, with: new))
        #expect(found.hasPrefix(fault), "\(found)")
    }
}
