import Notebook

extension FuzzTarget {
    /// What `course check` reads in a checkout: sources, and what editors wrote down.
    static let drafts = [
        FuzzTarget(
            name: "lesson-texts",
            seeds: Seeds.texts(
                "page.prose(en: \"A \\(x + f(\"y\")) 12.5 $3$\", es: \"\"\"\n  B \\u{48} 12,5\n  \"\"\")",
                "page.output(\"1\\n2\")\nPhrase(both: \"3\")")
        ) { bytes in
            let texts = SourceText.texts(in: text(bytes), file: "Edges/Edges.swift")
            promise(texts.allSatisfy { $0.line > 0 && $0.lesson == "edges" })
            _ = try TypedNumbers(decoding: Array("{}".utf8)).findings(in: texts)
            _ = Translations(texts).findings(in: texts)
        },
        FuzzTarget(
            name: "records",
            seeds: Seeds.texts(
                "{\"edges\": {\"100\": \"a pixel\", \"\": \"\"}, \"\": {\"1\": \"\"}}", "[\"lesson edges\"]",
                "[{\"file\": \"Edges/Edges.swift\", \"en\": \"0123\", \"es\": \"4567\", \"text\": \"A\"}]")
        ) { bytes in
            // A file is one of the three; the other two parsers must say so.
            _ = try? Names(decoding: bytes)
            _ = try? Translations(decoding: bytes).findings(in: [])
            promise(try TypedNumbers(decoding: bytes).findings(in: []).allSatisfy { !$0.what.isEmpty })
        },
    ]
}
