import Foundation
import TestSupport
import Testing

@Suite("Cleaning up, and runs that share a folder", .limited)
struct CleanTests {
    private func files(below folder: URL) -> [String] {
        (FileManager.default.enumerator(atPath: folder.path)?.allObjects as? [String] ?? []).sorted()
    }

    /// A report of two pages as the program leaves it, with a file of somebody else's in it.
    private func report(in folder: URL) throws {
        let output = folder.appending(path: "Output")
        try FileManager.default.createDirectory(
            at: output.appending(path: "en"), withIntermediateDirectories: true)
        try Data("abc".utf8).write(to: output.appending(path: "index.html"))
        try Data("abc".utf8).write(to: output.appending(path: "en/edges.html"))
        try Data("mine".utf8).write(to: output.appending(path: "notes.txt"))
        try Data("[]".utf8).write(to: output.appending(path: "timings.json"))
        try Data("abc".utf8).write(to: folder.appending(path: "outside.html"))
        let abc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
        let paths = ["index.html", "en/edges.html", "en/gone.html", "../outside.html", "/etc/passwd"]
        let object = ["files": Dictionary(uniqueKeysWithValues: paths.map { ($0, abc) })]
        try JSONSerialization.data(withJSONObject: object).write(to: output.appending(path: "manifest.json"))
    }

    @Test("clean removes what the manifest names and leaves what it does not, or what lies elsewhere")
    func clean() throws {
        try withFolder { folder in
            try report(in: folder)
            let before = files(below: folder)
            let dry = try CommandRun("clean", "--dry-run", in: folder)
            #expect(dry.status == 0 && dry.output.contains("en/edges.html"), "\(dry.errors)")
            #expect(files(below: folder) == before)
            let run = try CommandRun("clean", in: folder)
            #expect(run.status == 0 && run.output == dry.output, "\(run.errors)")
            #expect(files(below: folder) == ["Output", "Output/notes.txt", "outside.html"])
            #expect(try CommandRun("clean", in: folder).errors.contains("no manifest.json"))
        }
    }

    @Test("a page that somebody changed stays, unless --force is given")
    func changed() throws {
        try withFolder { folder in
            try report(in: folder)
            try Data("changed".utf8).write(to: folder.appending(path: "Output/en/edges.html"))
            let run = try CommandRun("clean", in: folder)
            #expect(run.errors.contains("so it stays") && run.errors.contains("en/edges.html"))
            let left = ["Output/en/edges.html", "Output/manifest.json", "Output/notes.txt"]
            #expect(files(below: folder).filter { $0.hasPrefix("Output/") && $0 != "Output/en" } == left)
            #expect(try CommandRun("clean", "--force", in: folder).status == 0)
            #expect(files(below: folder) == ["Output", "Output/notes.txt", "outside.html"])
        }
    }

    @Test(
        "a manifest of nonsense is an error, and nothing is removed or written over",
        arguments: [
            ("clean", ": it is no manifest of this program"), ("lesson edges", " (not written by this program)"),
        ])
    func nonsense(words: String, message: String) throws {
        try withFolder { folder in
            try report(in: folder)
            try Data("{\"files\": 7}".utf8).write(to: folder.appending(path: "Output/manifest.json"))
            let before = files(below: folder).filter { !$0.hasPrefix("store") }
            let run = try CommandRun(arguments: words.split(separator: " ").map(String.init), in: folder)
            #expect(run.status == 1 && run.errors.contains("manifest.json\(message)"), "\(run.errors)")
            #expect(files(below: folder).filter { !$0.hasPrefix("store") } == before)
        }
    }

    @Test("somebody's own index.html is not written over, and that is known before anything is computed")
    func foreignIndex() throws {
        try withFolder { folder in
            let index = folder.appending(path: "index.html")
            try Data("mine".utf8).write(to: index)
            let run = try CommandRun("report", "--output", ".", in: folder)
            #expect(
                run.status == 1 && run.errors.contains("index.html (not written by this program) is in the way"),
                "\(run.errors)")
            #expect(try Data(contentsOf: index) == Data("mine".utf8))
            #expect(files(below: folder) == ["index.html"])
        }
    }

    @Test("lessons and figures that were written one by one go as well, and leave nothing")
    func parts() throws {
        try withFolder { folder in
            for words in [["lesson", "edges"], ["lesson", "kernels", "--lang", "es"], ["figures", "edges/similar"]] {
                let run = try CommandRun(arguments: words, in: folder)
                #expect(run.status == 0, "\(run.errors)")
            }
            #expect(files(below: folder).contains("Output/es/kernels.html"))
            #expect(files(below: folder).contains("Output/es/search/kernels.js"))
            let run = try CommandRun("clean", in: folder)
            #expect(run.status == 0 && run.errors.isEmpty, "\(run.errors)")
            #expect(!FileManager.default.fileExists(atPath: folder.appending(path: "Output").path))
        }
    }

    @Test("what a program that was killed had written goes, whole files and half ones, and nothing of anybody else's")
    func killed() throws {
        try withFolder { folder in
            let output = folder.appending(path: "Output")
            try FileManager.default.createDirectory(
                at: output.appending(path: "en"), withIntermediateDirectories: true)
            let abc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
            let journal = "\n\(abc) en/edges.html\n\n\(abc) en/kernels.html\n\n\(abc) ../outside\n\n\(abc.prefix(9))"
            try Data(journal.utf8).write(to: output.appending(path: ".manifest.journal"))
            let others = ["Output/en/.edges.html.backup", "Output/en/notes.txt", "outside"]
            for path in others + ["Output/en/edges.html", "Output/en/.kernels.html.course-aB3xYz"] {
                try Data("abc".utf8).write(to: folder.appending(path: path))
            }
            let run = try CommandRun("clean", in: folder)
            #expect(run.status == 0, "\(run.errors)")
            #expect(files(below: folder) == (["Output", "Output/en"] + others).sorted())
        }
    }

    @Test("stored results and fetched data go when they are named, and what lies beside them stays")
    func resultsAndData() throws {
        try withFolder { folder in
            let entry = "store/edges-x/0123456789abcdef0123456789abcdef"
            let data = "\(Self.cache)/convolution-course/data/mnist"
            let own = [
                "\(entry).json", "\(entry).safetensors", "store/last-report.json",
                "\(data)/t10k-labels-idx1-ubyte.gz", "\(data)/t10k-labels-idx1-ubyte.gz.damaged",
                "\(data)/.t10k-labels-idx1-ubyte.abcdef.part", "\(data)/.t10k-labels-idx1-ubyte.gz.course-aB3xYz",
                "store/edges-x/.0123456789abcdef0123456789abcdef.json.course-aB3xYz",
                "store/.last-report.json.course-aB3xYz", "store/.writable.course-aB3xYz",
            ]
            let others = ["store/edges-x/notes.txt", "store/.notes.backup", "\(data)/train.csv"]
            for path in own + others {
                let url = folder.appending(path: path)
                try FileManager.default.createDirectory(
                    at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
                try Data().write(to: url)
            }
            let run = try CommandRun("clean", "--results", "--data", in: folder)
            #expect(run.status == 0, "\(run.errors)")
            #expect(files(below: folder).filter { path in (own + others).contains(path) } == others.sorted())
        }
    }

    #if os(macOS)
        private static let cache = "Library/Caches"
    #else
        private static let cache = ".cache"
    #endif

    @Test("runs that write the same lesson into one folder at once leave what one alone writes")
    func atOnce() throws {
        try withFolder { folder in
            _ = try CommandRun("lesson", "pixels", "kernels", "--output", "alone", in: folder)
            DispatchQueue.concurrentPerform(iterations: 2) { _ in
                let run = try? CommandRun("lesson", "pixels", "kernels", "--output", "shared", in: folder)
                #expect(run?.status == 0, "\(run?.errors ?? "it did not start")")
            }
            let (alone, shared) = (folder.appending(path: "alone"), folder.appending(path: "shared"))
            #expect(!files(below: alone).isEmpty && files(below: alone) == files(below: shared))
            #expect(FileManager.default.contentsEqual(atPath: alone.path, andPath: shared.path))
        }
    }
}
