import Foundation
import TestSupport
import Testing

@Suite("Languages of the course, and a new one")
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
            #expect(run.output.contains("es     Español           falls back to en  14 of 14 lessons"), "\(run.output)")
            let json = try CommandRun("language", "list", "--json", in: folder)
            #expect(json.output.contains("\"es-MX\""), "\(json.output)")
        }
    }

    @Test("a new one begins with a file for each of the course's, every text beside itself as a comment")
    func new() throws {
        try withFolder { (folder: URL) throws in
            let run = try CommandRun("language", "new", "fr", "--name", "Français", in: folder)
            #expect(run.status == 0 && run.errors.contains("19 files in"), "\(run.errors)")
            let edges = try text("documents-fr/Edges/edges.fr.md", below: folder)
            #expect(edges.contains("# title: Kernels that find edges\n"))
            #expect(edges.contains("\ntitle: Kernels that find edges\n"))
            #expect(edges.contains("% Even areas turn black"))
            let pages = try text("documents-fr/Languages/pages.fr.yaml", below: folder)
            #expect(pages.contains("# next: Next lesson\nnext: Next lesson\n"))
            #expect(
                try text("documents-fr/Languages/language.fr.yaml", below: folder).contains(
                    "name: Français\nfallback: en\n"))

            // The same command brings what is new, and leaves alone what is there.
            try replace(
                "\nnext: Next lesson", by: "\nnext: Leçon suivante", in: "documents-fr/Languages/pages.fr.yaml",
                below: folder)
            try FileManager.default.removeItem(at: folder.appending(path: "documents-fr/Edges/edges.fr.md"))
            let again = try CommandRun("language", "new", "fr", in: folder)
            #expect(
                again.errors.contains("1 files in") && again.errors.contains("18 were there already"), "\(again.errors)"
            )
            #expect(try text("documents-fr/Languages/pages.fr.yaml", below: folder).contains("Leçon suivante"))
        }
    }

    @Test("a check of its folder lists what is left to do, and what is broken with file, line and near miss")
    func check() throws {
        try withFolder { (folder: URL) throws in
            _ = try CommandRun("language", "new", "fr", in: folder)
            let edges = "documents-fr/Edges/edges.fr.md"
            let before = try CommandRun("check", "edges", "--documents", "documents-fr", in: folder)
            #expect(before.status == 1)
            #expect(before.output.contains("it stands there in English: “Kernels that find edges”"), "\(before.output)")
            try replace(
                "\ntitle: Kernels that find edges", by: "\ntitle: Des noyaux qui trouvent les contours", in: edges,
                below: folder)
            let after = try CommandRun("check", "edges", "--documents", "documents-fr", in: folder)
            #expect(!after.output.contains("it stands there in English: “Kernels that find edges”"))
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
            // A variant is the same language.
            let mexican = try CommandRun("lesson", "pixels", "--lang", "es-mx", "--output", "mx", in: folder)
            #expect(mexican.status == 0, "\(mexican.errors)")
            let other = try text("mx/es-MX/pixels.html", below: folder)
            #expect(!other.contains("class=\"foreign\"") && !other.contains("traducida"))
        }
    }

    @Test("what can't be a language is refused")
    func refusals() throws {
        try withFolder { (folder: URL) throws in
            for (words, message) in [
                (["new", "français"], "is no code of a language"), (["new", "es"], "is written in es already"),
                (["new", "fr", "--from", "eng"], "did you mean en?"),
                (["list", "--documents", "nowhere"], "there is no folder"),
            ] {
                let run = try CommandRun(arguments: ["language"] + words, in: folder)
                #expect(run.status != 0 && run.errors.contains(message), "\(words): \(run.errors)")
            }
        }
    }
}
