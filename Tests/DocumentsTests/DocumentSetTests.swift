import Languages
import TestSupport
import Testing

@testable import Documents

@Suite("The documents of a lesson are in step in every language", .limited)
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

        La del otro es {different, number, ::.00} y la primera, {similar}; sí, {similar}.

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
                "edges.es.md:6: error: the slot {simlar} is here, and {similar} in edges.en.md:6; one of the two is misspelt"
            ),
            (
                "{similar}; sí, {similar}", "{similar}; sí, {other}",
                "edges.es.md:6: error: the slot {other} is here, and not in edges.en.md:4; there is different, "
                    + "similar. Add it there, or take it out here"
            ),
            (
                "{similar}; sí, {similar}", "{similar}; sí, {simlar}",
                "edges.es.md:6: error: the slot {simlar} is here, and not in edges.en.md:4; did you mean similar?"
            ),
            (
                "La suma es {similar}.", "La suma.",
                "edges.es.md:8: error: the slot {similar} is missing, which is in edges.en.md:11"
            ),
            (
                "\"{count} de ellos\"", "algunos",
                "edges.es.md:8: error: the slot {count} is missing, which is in edges.en.md:12"
            ),
            ("## Uno", "Uno", "edges.es.md:4: error: here are no headings, and headings ## in edges.en.md:4"),
            ("## Uno", "### Uno", "edges.es.md:4: error: here are headings ###, and headings ## in edges.en.md:4"),
            (
                ":::{figure} similar", ":::{figure} different",
                "edges.es.md:8: error: {figure} different is here where edges.en.md:8 has {figure} similar"
            ),
            (
                ":::{figure} similar", ":::{figure} similer",
                "edges.es.md:8: error: {figure} similer is here, and {figure} similar in edges.en.md:8; one of the "
                    + "two is misspelt"
            ),
            (
                ":::{figure} similar", ":::{listing} sum\n:::\n:::{figure} similar",
                "edges.es.md:8: error: {listing} sum is here, and is missing in edges.en.md before edges.en.md:8"
            ),
            (
                "y la primera, {similar}; sí, {similar}.\n",
                "y la primera, {similar}.\n\n:::{command} course\nMás.\n:::\n",
                "edges.es.md:8: error: {command} course is here, and is missing in edges.en.md before edges.en.md:8"
            ),
            (
                "Ese: {similar}.", "Ese.",
                "edges.es.md:18: error: the slot {similar} is missing, which is in edges.en.md:19"
            ),
            (
                "¿Cuál?\n:::{answer}\nEse: {similar}.\n:::\n::::", "¿Cuál?\n::::",
                "edges.es.md:16: error: {answer} is missing at the end, which is in edges.en.md:18"
            ),
            (
                "¿Cuál?\n:::{answer}\nEse: {similar}.\n:::\n::::",
                "¿Cuál?\n:::{answer}\nEse: {similar}.\n:::\n::::\nY más.",
                "edges.es.md:22: error: prose is here, and nothing of it in edges.en.md"
            ),
            (
                "y la primera, {similar}", "y la primera, {similar",
                "edges.es.md:6:65: error: } or , behind “similar” was expected"
            ),
        ])
    func apart(old: String, new: String, fault: String) throws {
        let found = try #require(try self.fault(replacing: old, with: new))
        #expect(found.hasPrefix(fault), "\(found)")
    }

    @Test(
        "a value is written in the same way in every language: as a percentage or not, with the same decimals",
        arguments: [
            ("{similar}; sí, {similar}", "{similar}; sí, {similar, number, percent}", "{similar, number, percent}"),
            ("{similar}; sí, {similar}", "{similar}; sí, {similar, number, integer}", "{similar, number, integer}"),
            ("{similar}; sí, {similar}", "{similar}; sí, {similar, list, and}", "{similar, list, …}"),
            ("{similar}; sí, {similar}", "{similar}; {similar, select, other {sí}}", "{similar, select, …}"),
            ("{different, number, ::.00}", "{different, number, ::.0}", "{different, number, ::.0}"),
            ("{different, number, ::.00}", "{different, number, ::%x100 .00}", "{different, number, ::%x100 .00}"),
            ("{different, number, ::.00}", "{different, number, integer}", "{different, number, integer}"),
            ("{different, number, ::.00}", "{different}", "{different}"),
        ])
    func styles(old: String, new: String, written: String) throws {
        let found = try #require(try fault(replacing: old, with: new))
        #expect(found.hasPrefix("edges.es.md:6: error: \(written) is here, and "), "\(found)")
        #expect(found.contains(" in edges.en.md:6; a value is written in the same way in every language"), "\(found)")
    }

    @Test("a plural may come and go: languages differ in what depends on a number")
    func plurals() throws {
        let plural = "sí, {similar, plural, one {# vez} other {# veces}}"
        #expect(try fault(replacing: "sí, {similar}", with: plural) == nil)
    }

    @Test("the words of a catalogue as well")
    func catalogues() throws {
        let english =
            "points: \"{count, plural, one {# point} other {# points}}\"\nshare: \"{part, number, percent}\"\n"
        func fault(_ spanish: String) throws -> String? {
            let leader = try Catalogue(english, file: "figures.en.yaml", rules: Language.en.rules)
            let other = try Catalogue(spanish, file: "figures.es.yaml", rules: Language.es.rules)
            return caught(DocumentError.self) { try CatalogueSet([("en", leader), ("es", other)]) }?.description
        }
        #expect(try fault("points: \"{count} puntos\"\nshare: \"{part, number, percent}\"\n") == nil)
        #expect(
            try fault("points: \"{count, list, and}\"\n")
                == "figures.es.yaml:1: error: “points”: {count, list, …} is here, and {count, plural, …} in "
                + "figures.en.yaml:1; a value is written in the same way in every language")
        #expect(
            try fault("share: \"{part, number, integer}\"\n")
                == "figures.es.yaml:1: error: “share”: {part, number, integer} is here, and {part, number, percent} in "
                + "figures.en.yaml:2; a value is written in the same way in every language")
    }
}
