import Foundation
import TestSupport
import Testing

@Suite("Where course check says that a mistake is", .limited)
struct CheckPlacesTests: ChecksCheckout {
    @Test(
        "a mistake in English is told of English: what the lesson's code hands over says which language is right",
        arguments: [
            ("{negativeShare,", "{negativShare,", "no value for {negativShare}; did you mean negativeShare?"),
            (":::{figure} gallery", ":::{figure} galery", "no figure “galery”; did you mean gallery?"),
            (":::{listing} gallery", ":::{listing} galery", "the listing “galery”"),
            ("  absolute: ", "  absolut: ", "needs the word “absolute” under words:; did you mean absolut?"),
        ])
    func blame(old: String, new: String, message: String) throws {
        try withCopy { folder in
            try replace(old, by: new, in: "Edges/edges.en.md", below: folder)
            let run = try CommandRun("check", "edges", in: folder)
            #expect(run.status == 1 && run.output.isEmpty)
            #expect(run.errors.contains(message), "\(run.errors)")
            #expect(run.errors.contains("Lessons/Edges/edges.en.md:"), "\(run.errors)")
            #expect(!run.errors.contains("edges.es.md"), "\(run.errors)")
        }
    }

    @Test("a field of the glossary that is misspelt in English as well")
    func glossary() throws {
        try withCopy { folder in
            try replace("  forms: pixel|", by: "  form: pixel|", in: "Glossary/glossary.en.yaml", below: folder)
            let run = try CommandRun("check", "edges", in: folder)
            #expect(run.status == 1)
            #expect(run.errors.contains("glossary.en.yaml:"), "\(run.errors)")
            #expect(run.errors.contains("“pixel” has no “form”; did you mean forms?"), "\(run.errors)")
        }
    }

    @Test("what no document reads is named with the path of the code, and a lesson without documents with its folder's")
    func code() throws {
        try withCopy { folder in
            for language in ["en", "es"] {
                let file = "Edges/edges.\(language).md"
                let text = try String(contentsOf: folder.appending(path: "Lessons/\(file)"), encoding: .utf8)
                let figure = try #require(text.firstMatch(of: /:::\{figure\} different[\s\S]*?\n:::\n/))
                try replace(String(figure.0), by: "", in: file, below: folder)
                if language == "en" {
                    let alone = try CommandRun("check", "edges", in: folder)
                    #expect(
                        alone.errors.contains("{figure} different is here, and is missing in"), "\(alone.errors)")
                }
            }
            let run = try CommandRun("check", "edges", in: folder)
            #expect(run.status == 1)
            #expect(run.errors.contains("Lessons/Edges/Edges.swift:"), "\(run.errors)")
            for language in ["en", "es"] {
                try FileManager.default.removeItem(at: folder.appending(path: "Lessons/Edges/edges.\(language).md"))
            }
            let without = try CommandRun("check", "edges", in: folder)
            #expect(without.errors.contains("Lessons/Edges/edges.en.md:1: "), "\(without.errors)")
        }
    }

    @Test("a typed number with its own line and the words around it")
    func typedPlace() throws {
        try withCopy { folder in
            let file = "Edges/edges.en.md"
            let text = try String(contentsOf: folder.appending(path: "Lessons/\(file)"), encoding: .utf8)
            let lines = text.components(separatedBy: "\n")
            // The last line of the first stretch of prose.
            let line = try #require(lines.firstIndex { $0.hasPrefix(":::") }) - 2
            try replace(lines[line], by: lines[line] + " Try it on 37 pixels.", in: file, below: folder)
            let found = try findings(try CommandRun("check", "edges", "--json", in: folder))
            let typed = try #require(found.first { $0["what"]?.hasPrefix("the text types 37") == true }, "\(found)")
            #expect(typed["cell"] == "Edges/edges.en.md:\(line + 1)")
            #expect(typed["what"]?.contains(" Try it on 37 pixels.”") == true, "\(typed)")
        }
    }

    @Test("a word of a figure that its value can't fill: readers would see a mark instead, and nothing would fail")
    func unfilled() throws {
        try withCopy { folder in
            for language in ["en", "es"] {
                let before = language == "en" ? "numbers from " : "números entre "
                try replace(
                    before + "{low}", by: before + "{low, number, integer}", in: "Languages/figures.\(language).yaml",
                    below: folder)
            }
            let found = try findings(try CommandRun("check", "pixels", "--json", in: folder))
            for language in ["en", "es"] {
                let file = folder.appending(path: "Lessons/Languages/figures.\(language).yaml")
                let lines = try String(contentsOf: file, encoding: .utf8).components(separatedBy: "\n")
                let line =
                    try #require(lines.firstIndex { $0.contains(" {low, number, integer} ") && $0.contains("head:") })
                    + 1
                let word = found.first { $0["cell"] == "Languages/figures.\(language).yaml:\(line)" }
                #expect(word?["what"]?.hasPrefix("readers see ⟨figures.") == true, "\(found)")
                #expect(word?["what"]?.contains(": low⟩: the slot {low} can't write what") == true, "\(found)")
            }
        }
    }
}
