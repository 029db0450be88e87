import Foundation
import TestSupport
import Testing

@Suite("What course check finds", .limited)
struct CheckTests: ChecksCheckout {
    @Test("nothing in the course as it stands: its texts, names, links, formulas and numbers are in order")
    func clean() throws {
        try withFolder { folder in
            let run = try CommandRun(
                "check", "pixels", "kernels", "edges", "gradients", "pooling", "channels", "networks",
                "learning", "sources", "--checkout",
                Self.checkout.path, in: folder)
            #expect(run.output.isEmpty && run.status == 0, "\(run.output)")
            #expect(run.errors.contains("Nothing to mend."))
        }
    }

    @Test("a text that changed in one language alone, until an editor confirms it")
    func translation() throws {
        try withCopy { folder in
            try replace(
                "Only the outlines are left", by: "Only outlines are left", in: "Edges/edges.en.md", below: folder)
            let run = try CommandRun("check", "edges", "--json", in: folder)
            #expect(run.status == 1)
            let found = try findings(run)
            #expect(found.count == 1)
            #expect(found.first?["lesson"] == "edges")
            #expect(found.first?["what"]?.contains("the text in English changed, the one in Spanish did not") == true)
            #expect(found.first?["cell"]?.hasPrefix("Edges/edges.en.md:") == true)
            let confirmed = try CommandRun("check", "edges", "--confirm", in: folder)
            #expect(confirmed.status == 0, "\(confirmed.output)")
            #expect(
                confirmed.errors.contains("Confirmed: 1 lines are new in Lessons/Records, 1 are gone"),
                "\(confirmed.errors)")
            #expect(try CommandRun("check", "edges", in: folder).status == 0)
        }
    }

    @Test("a Spanish text alone, with its own place, and a pair that nobody has read")
    func otherTranslations() throws {
        try withCopy { folder in
            try replace(
                "Solo quedan los contornos", by: "Quedan solo los contornos", in: "Edges/edges.es.md", below: folder)
            try replace("What you see", by: "What one sees", in: "Pixels/pixels.en.md", below: folder)
            try replace("Lo que ves", by: "Lo que se ve", in: "Pixels/pixels.es.md", below: folder)
            let found = try findings(try CommandRun("check", "edges", "pixels", "--json", in: folder))
            #expect(found.count == 2)
            let alone = try findings(try CommandRun("check", "edges", "--json", in: folder))
            #expect(alone.map { $0["lesson"] } == ["edges"], "the texts of other lessons are not asked for")
            let spanish = found.first {
                $0["what"]?.contains("the text in Spanish changed, the one in English did not") == true
            }
            #expect(spanish?["cell"]?.hasPrefix("Edges/edges.es.md:") == true)
            #expect(
                found.contains { $0["what"]?.contains("nobody has confirmed this text in English and Spanish") == true }
            )
        }
    }

    @Test("lines that are wrapped otherwise, and a number that the run brings, are no change")
    func unchanged() throws {
        try withCopy { folder in
            try replace("Even areas turn black", by: "Even areas\nturn black", in: "Edges/edges.en.md", below: folder)
            for language in ["en", "es"] {
                try replace(
                    "{negativeShare, number, ::%x100 .0}", by: "{negativeShare, number, ::%x100 .00}",
                    in: "Edges/edges.\(language).md", below: folder)
            }
            let run = try CommandRun("check", "edges", in: folder)
            #expect(run.status == 0, "\(run.output)")
        }
    }

    @Test("a goal that no exercise is about, and an exercise about a goal that there is not")
    func goals() throws {
        try withCopy { folder in
            try replace("goal: 1\nlevel", by: "goal: 9\nlevel", in: "Edges/edges.en.md", below: folder)
            let found = try findings(try CommandRun("check", "edges", "--json", in: folder))
            #expect(found.contains { $0["what"]?.hasPrefix("no exercise is about this goal: “why weights") == true })
            #expect(found.count { $0["what"] == "the lesson has no such goal" } == 2)
            #expect(found.count == 3 && found.allSatisfy { $0["cell"]?.hasPrefix("Edges/edges.en.md:") == true })
        }
    }

    @Test("a word that is used before the lesson that explains it, in each language")
    func early() throws {
        try withCopy { folder in
            try replace(
                "Even areas turn black", by: "Backpropagation aside, even areas turn black", in: "Edges/edges.en.md",
                below: folder)
            let found = try findings(try CommandRun("check", "edges", "--json", in: folder))
            #expect(
                found.contains {
                    $0["what"] == "“backpropagation” is used here and explained in “learning”, which comes later"
                }, "\(found)")
        }
    }

    @Test("a work that is cited by its year and not linked")
    func cited() throws {
        try withCopy { folder in
            try replace(
                "Even areas turn black", by: "As Marr and Hildreth (1980) saw, even areas turn black",
                in: "Edges/edges.en.md", below: folder)
            let found = try findings(try CommandRun("check", "edges", "--json", in: folder))
            #expect(found.contains { $0["what"] == "a work is cited here (1980) and not linked" }, "\(found)")
        }
    }

    @Test("a typed number, with the result that it repeats")
    func typed() throws {
        try withCopy { folder in
            for language in ["en", "es"] {
                try replace(
                    "## ", by: "## 43.21 ", in: "Edges/edges.\(language).md", below: folder)
            }
            let found = try findings(try CommandRun("check", "edges", "--json", in: folder))
            #expect(found.contains { $0["what"]?.contains("types 43.21") == true && $0["lesson"] == "edges" })
        }
    }

    @Test(
        "a document that does not go with its lesson or with the other language, with file, line and near miss",
        arguments: [
            ("edges.en.md", "{similar}", "{simlar}", "edges.en.md:"),
            ("edges.en.md", "{figure} laplacian", "{figure} laplacain", "edges.en.md:"),
            (
                "edges.es.md", "{negativeShare, number, ::%x100 .0}", "casi la mitad",
                "the slot {negativeShare} is missing"
            ),
            ("edges.es.md", "title: Núcleos", "titel: Núcleos", "has no “titel”; did you mean title?"),
            ("edges.es.md", ":::{listing} negatives\n:::", "", "edges.es.md:"),
        ])
    func misfit(file: String, old: String, new: String, message: String) throws {
        try withCopy { folder in
            try replace(old, by: new, in: "Edges/\(file)", below: folder)
            let run = try CommandRun("check", "edges", in: folder)
            #expect(run.status == 1)
            #expect(run.errors.contains(message), "\(run.errors)")
        }
    }

    @Test("a slot that is misspelt alike in every language, with what was meant")
    func misspelt() throws {
        try withCopy { folder in
            for language in ["en", "es"] {
                try replace("{negativeShare,", by: "{negativShare,", in: "Edges/edges.\(language).md", below: folder)
            }
            let run = try CommandRun("check", "edges", in: folder)
            #expect(run.status == 1)
            #expect(run.errors.contains("no value for {negativShare}; did you mean negativeShare?"), "\(run.errors)")
        }
    }

    @Test("a language that a lesson lacks")
    func missing() throws {
        try withCopy { folder in
            try FileManager.default.removeItem(at: folder.appending(path: "Lessons/Edges/edges.es.md"))
            let run = try CommandRun("check", "edges", in: folder)
            #expect(run.status == 1, "\(run.errors)")
            #expect(
                run.output.contains(
                    "edges, Edges/edges.es.md: the lesson has no document in Spanish. Write it; until then English is shown."
                ),
                "\(run.output)")
        }
    }

    @Test("a formula that can't be read, and words that no figure asks for, with file and line")
    func places() throws {
        try withCopy { folder in
            try replace(
                "Las zonas uniformes", by: "$\\srqt{2}$ Las zonas uniformes", in: "Edges/edges.es.md", below: folder)
            for language in ["en", "es"] {
                try replace(
                    "  absolute:", by: "  spare: spare\n  absolute:", in: "Edges/edges.\(language).md", below: folder)
            }
            let lines = try String(contentsOf: folder.appending(path: "Lessons/Edges/edges.es.md"), encoding: .utf8)
                .components(separatedBy: "\n")
            func place(_ text: String) throws -> String {
                "Edges/edges.es.md:\(try #require(lines.firstIndex { $0.contains(text) }) + 1)"
            }
            let found = try findings(try CommandRun("check", "edges", "--json", in: folder))
            let formula = found.first { $0["what"]?.hasPrefix("unknown TeX command \\srqt") == true }
            #expect(try formula?["cell"] == place("srqt"), "\(found)")
            let words = found.filter { $0["what"]?.hasPrefix("nobody asks for the word “spare” of {figure") == true }
            #expect(try words.count == 2 && words.last?["cell"] == place("spare"), "\(found)")
        }
    }

    @Test("a comment in code without words in a language, with the place of its listing")
    func comment() throws {
        try withCopy { folder in
            try replace(
                "  \"- Precondition: `stride` is positive.\"", by: "#", in: "Kernels/kernels.es.md", below: folder)
            let run = try CommandRun("check", "kernels", "--json", in: folder)
            #expect(run.status == 1)
            let found = try findings(run)
            #expect(found.count == 1)
            #expect(
                found.first?["what"]
                    == "the listing correlation has no words in Spanish for the comment “- Precondition: `stride` is positive.”"
            )
            #expect(found.first?["cell"]?.hasPrefix("Kernels/kernels.es.md:") == true)
        }
    }

    @Test(
        "words for a comment that the code does not say: misspelt, or from before the code changed",
        arguments: [
            (
                "`stride` is positive.\"", "`stirde` is positive.\"",
                "did you mean - Precondition: `stride` is positive.?"
            ),
            (
                "\"- Precondition: `stride` is positive.\"", "Steps are positive",
                "it has “The kernel visits every pixel"
            ),
        ])
    func strangeComment(old: String, new: String, message: String) throws {
        try withCopy { folder in
            try replace(old, by: new, in: "Kernels/kernels.es.md", below: folder)
            let run = try CommandRun("check", "kernels", in: folder)
            #expect(run.status == 1 && run.errors.contains("Kernels/kernels.es.md:"), "\(run.errors)")
            #expect(run.errors.contains("has no comment “") && run.errors.contains(message), "\(run.errors)")
        }
    }

    @Test("words for a comment that need more lines than the code has, and words that nobody has confirmed")
    func longComment() throws {
        try withCopy { folder in
            try replace(
                "`stride` es positivo.",
                by: "el paso `stride`, en filas y en columnas, \(String(repeating: "muy ", count: 20))largo.",
                in: "Kernels/kernels.es.md", below: folder)
            let found = try findings(try CommandRun("check", "kernels", "--json", in: folder))
            #expect(found.count == 2)
            #expect(found.contains { $0["what"]?.contains("needs 2 lines of ") == true })
            #expect(
                found.contains {
                    $0["what"]?.contains("the text in Spanish changed, the one in English did not") == true
                })
        }
    }

    @Test("a name that was published and is gone")
    func gone() throws {
        try withCopy { folder in
            let file = folder.appending(path: "Lessons/Records/names.json")
            let names = try String(contentsOf: file, encoding: .utf8)
            try names.replacing("[\n", with: "[\n\"figure edges/vanished\",\n").write(
                to: file, atomically: true, encoding: .utf8)
            let run = try CommandRun("check", "edges", in: folder)
            #expect(run.status == 1)
            #expect(run.output.contains("figure edges/vanished: this name was published and is gone"))
        }
    }

    @Test("outside a checkout there is nothing to read, and it says so, with what to name")
    func noCheckout() throws {
        try withFolder { folder in
            for options in [[], ["edges"], ["--confirm"], ["--json"], ["--checkout", "elsewhere"]] {
                let run = try CommandRun(arguments: ["check"] + options, in: folder)
                #expect(run.status == 64 && run.output.isEmpty, "\(options)")
                #expect(run.errors.contains("Lessons/Records") && run.errors.contains("--checkout"), "\(run.errors)")
            }
        }
    }
}
