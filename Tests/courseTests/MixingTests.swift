import Foundation
import TestSupport
import Testing

@Suite("Numbers of one run do not stand among those of another", .limited)
struct MixingTests {
    @Test("lessons alone keep a folder's settings as a report does")
    func lessons() throws {
        try withFolder { (folder: URL) throws in
            #expect(try CommandRun("lesson", "edges", "--quick", "--output", "Out", in: folder).status == 0)
            let full = try CommandRun("lesson", "edges", "--no-quick", "--lang", "es", "--output", "Out", in: folder)
            #expect(full.status == 64)
            #expect(full.errors.contains("lessons of a quick run"), "\(full.errors)")
            let seed = try CommandRun("lesson", "edges", "--quick", "--seed", "5", "--output", "Out", in: folder)
            #expect(seed.status == 64 && seed.errors.contains("of seed 1, not 5"), "\(seed.errors)")
            #expect(try CommandRun("lesson", "pixels", "--quick", "--output", "Out", in: folder).status == 0)
        }
    }

    @Test("a folder within a report belongs to it: other settings are refused there, its own figures are drawn anew")
    func within() throws {
        try withFolder { (folder: URL) throws in
            #expect(try CommandRun("lesson", "edges", "--quick", "--output", "Out", in: folder).status == 0)
            let export = try CommandRun(
                "export", "edges", "--format", "ipynb", "--no-quick", "--output", "Out/notebooks", in: folder)
            #expect(export.status == 64, "\(export.errors)")
            let figures = try CommandRun("figures", "edges/*", "--quick", "--output", "Out/figures", in: folder)
            #expect(figures.status == 0, "\(figures.errors)")
            // All of it is still the program's own.
            let clean = try CommandRun("clean", "--output", "Out", in: folder)
            #expect(clean.status == 0 && !clean.errors.contains("stays"), "\(clean.errors)")
            #expect(!FileManager.default.fileExists(atPath: folder.appending(path: "Out").path))
        }
    }

    @Test("of a manifest that was damaged every command says so, and of nothing else")
    func damaged() throws {
        try withFolder { (folder: URL) throws in
            #expect(try CommandRun("lesson", "edges", "--output", "Out", in: folder).status == 0)
            try Data("{".utf8).write(to: folder.appending(path: "Out/manifest.json"))
            for words in [["lesson", "edges"], ["clean", "--force"]] {
                let run = try CommandRun(arguments: words + ["--output", "Out"], in: folder)
                #expect(run.status == 1)
                #expect(run.errors.contains("manifest.json") && !run.errors.contains("edges.html"), "\(run.errors)")
            }
        }
    }
}
