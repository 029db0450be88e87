import Documents
import Notebook
import Texts

extension FuzzTarget {
    /// What `course check` reads in a checkout: documents, and what editors wrote down.
    static let drafts = [
        FuzzTarget(
            name: "lesson-texts",
            seeds: Seeds.texts(
                "---\ntitle: T\nquestion: Q\ngoals: [g]\nminutes: 1\n---\nA {x} 12.5 $3$\n\n:::{output} o\n:::\n",
                "---\ntitle: T\n---\n:::{figure} f\n---\ntitle: T\nalt: a\nwords: {w: v}\n---\nC\n:::\n")
        ) { bytes in
            let document = text(bytes)
            let languages = Texts.files.filter { $0.key.hasPrefix("Lessons/Languages/language.") }
            let own = ["Lessons/Edges/edges.en.md": document, "Lessons/Edges/edges.es.md": document]
            let texts = try DocumentLibrary(own.merging(languages) { own, _ in own }).texts()
            promise(texts.allSatisfy { $0.source.line > 0 && $0.lesson == "edges" })
            _ = try TypedNumbers(decoding: Array("{}".utf8)).findings(in: texts)
            _ = Translations(texts).findings(in: texts)
        },
        FuzzTarget(
            name: "language",
            seeds: Texts.files.filter { $0.key.contains("/language.") }.map { Array($0.value.utf8) }
        ) { bytes in
            let languages = try LanguageSet(["language.en.yaml": text(bytes)]).languages
            promise(languages.allSatisfy { !$0.endonym.isEmpty })
        },
        FuzzTarget(
            name: "records",
            seeds: Seeds.texts(
                "{\"edges\": {\"100\": \"a pixel\", \"\": \"\"}, \"\": {\"1\": \"\"}}", "[\"lesson edges\"]",
                "[{\"file\": \"Edges/Edges.swift\", \"language\": \"es\", \"source\": \"0123\", \"translation\": \"4567\", \"text\": \"A\"}]"
            )
        ) { bytes in
            // A file is one of the three; the other two parsers must say so.
            _ = try? Names(decoding: bytes)
            _ = try? Translations(decoding: bytes).findings(in: [])
            promise(try TypedNumbers(decoding: bytes).findings(in: []).allSatisfy { !$0.what.isEmpty })
        },
    ]
}
