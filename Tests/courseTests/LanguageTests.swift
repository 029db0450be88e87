import Foundation
import TestSupport
import Testing

@Suite("Languages of the course, and a new one", .limited)
struct LanguageTests {
    private func text(_ path: String, below folder: URL) throws -> String {
        try String(contentsOf: folder.appending(path: path), encoding: .utf8)
    }

    private func replace(_ old: String, by new: String, in path: String, below folder: URL) throws {
        let before = try text(path, below: folder)
        #expect(before.contains(old), "\(path) no longer says “\(old)”")
        try before.replacing(old, with: new).write(
            to: folder.appending(path: path), atomically: true, encoding: .utf8)
    }

    @Test("are listed with what they fall back to")
    func list() throws {
        try withFolder { (folder: URL) throws in
            let run = try CommandRun("language", "list", in: folder)
            #expect(run.status == 0)
            #expect(run.output.contains("es     Español           falls back to en  18 of 18 lessons"), "\(run.output)")
            let json = try CommandRun("language", "list", "--json", in: folder)
            #expect(json.output.contains("\"es-MX\""), "\(json.output)")
        }
    }

    @Test("a new one begins with a file for each of the course's, every text beside itself as a comment")
    func new() throws {
        try withFolder { (folder: URL) throws in
            let run = try CommandRun("language", "new", "fr", "--name", "Français", in: folder)
            #expect(run.status == 0 && run.errors.contains("25 files in"), "\(run.errors)")
            let edges = try text("documents-fr/Edges/edges.fr.md", below: folder)
            #expect(edges.contains("# title: Kernels that find edges\n"))
            #expect(edges.contains("\ntitle: Kernels that find edges\n"))
            #expect(edges.contains("% Even areas turn black"))
            let pages = try text("documents-fr/Languages/pages.fr.yaml", below: folder)
            #expect(pages.contains("# next: Next lesson\nnext: Next lesson\n"))
            #expect(
                try text("documents-fr/Languages/language.fr.yaml", below: folder).contains(
                    "name: Français\n# english: its name in English, for messages\nfallback: en\n"))

            // The same command brings what is new, and leaves alone what is there.
            try replace(
                "\nnext: Next lesson", by: "\nnext: Leçon suivante", in: "documents-fr/Languages/pages.fr.yaml",
                below: folder)
            try FileManager.default.removeItem(at: folder.appending(path: "documents-fr/Edges/edges.fr.md"))
            let again = try CommandRun("language", "new", "fr", in: folder)
            #expect(
                again.errors.contains("1 file in") && again.errors.contains("24 were there already"), "\(again.errors)"
            )
            #expect(try text("documents-fr/Languages/pages.fr.yaml", below: folder).contains("Leçon suivante"))
        }
    }

    /// A checkout of its own: its texts, and what makes it one.
    private func withCheckout(_ body: (URL) throws -> Void) throws {
        let source = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        try withFolder { (folder: URL) throws in
            try FileManager.default.copyItem(
                at: source.appending(path: "Lessons"), to: folder.appending(path: "Lessons"))
            try FileManager.default.createDirectory(
                at: folder.appending(path: "Sources/Publishing/Resources"), withIntermediateDirectories: true)
            try Data().write(to: folder.appending(path: "Package.swift"))
            try body(folder)
        }
    }

    @Test("in a checkout the same command brings what is new as well, and the language is listed")
    func newInCheckout() throws {
        try withCheckout { folder in
            let run = try CommandRun("language", "new", "fr", "--name", "Français", in: folder)
            #expect(run.status == 0 && run.errors.contains("25 files in"), "\(run.errors)")
            try replace(
                "\nnext: Next lesson", by: "\nnext: Leçon suivante", in: "Lessons/Languages/pages.fr.yaml",
                below: folder)
            let edges = folder.appending(path: "Lessons/Edges/edges.fr.md")
            try FileManager.default.removeItem(at: edges)
            let again = try CommandRun("language", "new", "fr", in: folder)
            #expect(again.status == 0 && again.errors.contains("1 file in"), "\(again.errors)")
            #expect(FileManager.default.fileExists(atPath: edges.path))
            #expect(try text("Lessons/Languages/pages.fr.yaml", below: folder).contains("Leçon suivante"))
            for code in ["en", "es-MX"] {
                let known = try CommandRun("language", "new", code, in: folder)
                #expect(known.status == 64 && known.errors.contains("is written in \(code) already"), "\(known.errors)")
            }
            let list = try CommandRun("language", "list", in: folder)
            #expect(list.output.contains("Français"), "\(list.output)")
        }
    }

    @Test("a link in the place of a file stays, and where a file can't be written none is left behind")
    func links() throws {
        try withFolder { (folder: URL) throws in
            let languages = folder.appending(path: "documents-fr/Languages")
            try FileManager.default.createDirectory(at: languages, withIntermediateDirectories: true)
            let link = languages.appending(path: "pages.fr.yaml")
            let target = folder.appending(path: "elsewhere.yaml")
            try FileManager.default.createSymbolicLink(at: link, withDestinationURL: target)
            let run = try CommandRun("language", "new", "fr", in: folder)
            #expect(run.status == 0, "\(run.errors)")
            #expect(try FileManager.default.destinationOfSymbolicLink(atPath: link.path) == target.path)
            #expect(try text("elsewhere.yaml", below: folder).contains("\nnext: Next lesson"))

            try FileManager.default.createDirectory(
                at: folder.appending(path: "other"), withIntermediateDirectories: true)
            try Data().write(to: folder.appending(path: "other/Languages"))
            let broken = try CommandRun("language", "new", "fr", "--output", "other", in: folder)
            #expect(broken.status == 1 && broken.errors.contains("other/Languages"), "\(broken.errors)")
            let left = try FileManager.default.subpathsOfDirectory(atPath: folder.appending(path: "other").path)
            #expect(!left.contains { $0.hasSuffix(".md") }, "\(left)")
        }
    }

    private func findings(_ run: CommandRun) throws -> [[String: String]] {
        let object = try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any]
        return try #require(object?["findings"] as? [[String: String]])
    }

    @Test("what nobody has translated yet is told once, and is never confirmed")
    func untranslated() throws {
        try withCheckout { folder in
            let records = folder.appending(path: "Lessons/Records/translations.json")
            _ = try CommandRun("check", "edges", "--confirm", in: folder)
            let before = try String(contentsOf: records, encoding: .utf8)
            let edges = folder.appending(path: "Lessons/Edges/edges.fr.md")
            try "name: Français\nfallback: en\nenglish: French\n".write(
                to: folder.appending(path: "Lessons/Languages/language.fr.yaml"), atomically: true, encoding: .utf8)
            try FileManager.default.copyItem(at: folder.appending(path: "Lessons/Edges/edges.en.md"), to: edges)
            let found = try findings(try CommandRun("check", "edges", "--json", in: folder))
            let places = found.filter { $0["cell"]?.hasPrefix("Edges/edges.fr.md") == true }
            let script = found.filter { $0["cell"]?.hasPrefix("Edges/edges.py") == true }
            #expect(script.map { $0["what"] } == ["it has no words in French"])
            #expect(places.count > 10)
            #expect(
                places.allSatisfy { $0["what"]?.hasPrefix("this text is still in English: “") == true }, "\(places)")

            let confirmed = try CommandRun("check", "edges", "--confirm", in: folder)
            #expect(confirmed.errors.contains("Confirmed: 0 lines are new"), "\(confirmed.errors)")
            #expect(try String(contentsOf: records, encoding: .utf8) == before)

            try replace(
                "title: Kernels that find edges", by: "title: Des noyaux qui trouvent les contours",
                in: "Lessons/Edges/edges.fr.md", below: folder)
            let after = try findings(try CommandRun("check", "edges", "--json", in: folder))
            let title = after.filter { $0["what"]?.contains("Des noyaux") == true }
            #expect(
                title.map { $0["what"]?.contains("nobody has confirmed this text in English and French") } == [true])
        }
    }

    @Test(
        "a file that is called almost like one of a course is told, and a lesson without English that is called like another"
    )
    func fileNames() throws {
        try withCheckout { folder in
            try "name: F\n".write(
                to: folder.appending(path: "Lessons/Languages/lnguage.fr.yaml"), atomically: true, encoding: .utf8)
            let run = try CommandRun("check", "edges", in: folder)
            #expect(run.status == 1)
            #expect(
                run.errors.contains(
                    "Lessons/Languages/lnguage.fr.yaml:1: error: no file of a course is called “lnguage”; did you mean language?"
                ), "\(run.errors)")
        }
        try withCheckout { folder in
            let text = """
                ---
                title: Otra
                question: ¿Qué más?
                goals: [Algo]
                minutes: 1
                ---
                Un texto.
                """
            try text.write(
                to: folder.appending(path: "Lessons/edge.es.md"), atomically: true, encoding: .utf8)
            let run = try CommandRun("check", "edge", in: folder)
            #expect(
                run.output.contains("edge, edge.en.md: the lesson has no document in English; did you mean edges?"),
                "\(run.output) \(run.errors)")
        }
    }

    @Test("a check of its folder lists what is left to do, and what is broken with file, line and near miss")
    func check() throws {
        try withFolder { (folder: URL) throws in
            _ = try CommandRun("language", "new", "fr", in: folder)
            let edges = "documents-fr/Edges/edges.fr.md"
            let before = try CommandRun("check", "edges", "--documents", "documents-fr", in: folder)
            #expect(before.status == 1)
            #expect(
                before.output.contains("this text is still in English: “Kernels that find edges”"), "\(before.output)")
            try replace(
                "\ntitle: Kernels that find edges", by: "\ntitle: Des noyaux qui trouvent les contours", in: edges,
                below: folder)
            let after = try CommandRun("check", "edges", "--documents", "documents-fr", in: folder)
            #expect(!after.output.contains("this text is still in English: “Kernels that find edges”"))
            try replace(
                "\ntitle: \"Among its like: nearly zero\"\nalt: \"The Laplacian on nine similar pixels; the products add up to {similar}.\"",
                by: "\ntitle: \"Zéro\"\nalt: \"{similr}\"", in: edges, below: folder)
            let broken = try CommandRun("check", "edges", "--documents", "documents-fr", in: folder)
            #expect(broken.status == 1)
            #expect(broken.errors.contains("Edges/edges.fr.md:"), "\(broken.errors)")
            #expect(broken.errors.contains("did you mean similar?"), "\(broken.errors)")
        }
    }

    @Test("a lesson that it lacks is shown in the language that it falls back to, with a notice")
    func fallback() throws {
        try withFolder { (folder: URL) throws in
            let documents = folder.appending(path: "own/Languages")
            try FileManager.default.createDirectory(at: documents, withIntermediateDirectories: true)
            try "name: Català\nfallback: es\n".write(
                to: documents.appending(path: "language.ca.yaml"), atomically: true, encoding: .utf8)
            try "next: Lliçó següent\n".write(
                to: documents.appending(path: "pages.ca.yaml"), atomically: true, encoding: .utf8)
            let run = try CommandRun(
                "lesson", "pixels", "--lang", "ca", "--documents", "own", "--output", "out", in: folder)
            #expect(run.status == 0, "\(run.errors)")
            let page = try text("out/ca/pixels.html", below: folder)
            #expect(page.contains("<html lang=\"ca\">") && page.contains("Lliçó següent"))
            #expect(page.contains("Esta lección aún no está traducida (Català); se muestra en otro idioma (Español)."))
            #expect(page.contains("<div class=\"foreign\" lang=\"es\">"))
            // What the language has no words for is marked as what it is.
            #expect(page.contains("<span lang=\"es\">Contenido</span>"))
            #expect(!page.contains("<span lang=\"es\">Lliçó"))
            // A variant is the same language.
            let mexican = try CommandRun("lesson", "pixels", "--lang", "es-mx", "--output", "mx", in: folder)
            #expect(mexican.status == 0, "\(mexican.errors)")
            let other = try text("mx/es-MX/pixels.html", below: folder)
            #expect(
                !other.contains("class=\"foreign\"") && !other.contains("lang=\"es\"") && !other.contains("traducida"))
        }
    }

    @Test("what can't be a language is refused")
    func refusals() throws {
        try withFolder { (folder: URL) throws in
            for (words, message) in [
                (["new", "français"], "is no code of a language"), (["new", "es"], "is written in es already"),
                (["new", "fr", "--from", "eng"], "did you mean en?"),
                (["new", "fr", "--output", ""], "--output needs the name of a folder"),
                (["new", "fr", "--name", " "], "a name that can be read"),
                (["new", "fr", "--name", "Fran\u{202E}çais"], "a name that can be read"),
                (["list", "--documents", "nowhere"], "there is no folder"),
            ] {
                let run = try CommandRun(arguments: ["language"] + words, in: folder)
                #expect(run.status != 0 && run.errors.contains(message), "\(words): \(run.errors)")
            }
        }
    }
}
