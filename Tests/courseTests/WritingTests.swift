import Foundation
import TestSupport
import Testing

@Suite("What the commands write", .limited)
struct WritingTests {
    /// Every file below a folder, by its path in it.
    private func files(below folder: URL) throws -> [String: Data] {
        var found: [String: Data] = [:]
        let paths = FileManager.default.enumerator(atPath: folder.path)?.allObjects as? [String] ?? []
        for path in paths {
            var isFolder: ObjCBool = false
            let url = folder.appending(path: path)
            if FileManager.default.fileExists(atPath: url.path, isDirectory: &isFolder), !isFolder.boolValue {
                found[path] = try Data(contentsOf: url)
            }
        }
        return found
    }

    @Test("a lesson alone writes its own pages, figures and results, and the same bytes again")
    func lesson() throws {
        try withFolder { folder in
            let output = folder.appending(path: "Output")
            let run = try CommandRun("lesson", "edges", in: folder)
            #expect(run.status == 0, "\(run.errors)")
            let first = try files(below: output)
            #expect(first.keys.filter { $0.hasSuffix(".html") }.sorted() == ["en/edges.html", "es/edges.html"])
            #expect(first.keys.contains("results/edges.json"))
            #expect(first.keys.filter { !$0.contains("edges") } == ["manifest.json"])
            #expect(run.output.contains("en/edges.html"))
            _ = try CommandRun("lesson", "edges", "--threads", "3", in: folder)
            #expect(try files(below: output) == first)
        }
    }

    @Test("the worked numbers of the course come out")
    func workedNumbers() throws {
        try withFolder { folder in
            _ = try CommandRun("lesson", "edges", "kernels", in: folder)
            func result(_ lesson: String, _ name: String) throws -> Int? {
                let data = try Data(contentsOf: folder.appending(path: "Output/results/\(lesson).json"))
                return (try JSONSerialization.jsonObject(with: data) as? [String: Any])?[name] as? Int
            }
            #expect(try result("kernels", "workedPixel") == 137)
            #expect(try result("edges", "similar") == -9)
            #expect(try result("edges", "different") == -240)
        }
    }

    @Test("a figure alone is one PNG a language, at the resolution asked for, in the folder asked for")
    func figure() throws {
        try withFolder { folder in
            let run = try CommandRun(
                "figures", "edges/similar", "--lang", "es", "--dpi", "100", "--output", "slides", in: folder)
            #expect(run.status == 0, "\(run.errors)")
            let written = try files(below: folder.appending(path: "slides"))
            #expect(written.keys.sorted() == ["edges/similar.es.png", "manifest.json"])
            let bytes = try #require(written["edges/similar.es.png"])
            #expect(bytes.starts(with: [0x89, 0x50, 0x4E, 0x47]))
            // pHYs: 100 pixels per inch are 3,937 a metre.
            #expect(bytes.range(of: Data("pHYs".utf8) + Data([0, 0, 0x0F, 0x61])) != nil)
            #expect(!FileManager.default.fileExists(atPath: folder.appending(path: "Output").path))
        }
    }

    @Test("a figure named by a pattern, told as JSON")
    func json() throws {
        try withFolder { folder in
            let run = try CommandRun("figures", "pooling/?hrink", "*/flatten", "--json", "--dpi", "72", in: folder)
            let list = try #require(try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [[String: Any]])
            #expect(Set(list.compactMap { $0["figure"] as? String }) == ["pooling/shrink", "pooling/flatten"])
            for entry in list {
                #expect(try FileManager.default.fileExists(atPath: #require(entry["path"] as? String)))
            }
        }
    }

    @Test("list --json names every lesson with its title in both languages, its minutes and its figures")
    func list() throws {
        try withFolder { folder in
            let run = try CommandRun("list", "--json", in: folder)
            let object = try JSONSerialization.jsonObject(with: Data(run.output.utf8))
            let lessons = try #require(object as? [[String: Any]])
            let ids = lessons.compactMap { $0["id"] as? String }
            let syllabus = [
                "start", "pixels", "kernels", "edges", "gradients", "pooling", "channels", "networks", "learning",
                "mnist", "baseline",
                "cnn",
                "dropout", "compact", "inside", "experiments", "denoising", "sources",
            ]
            #expect(ids == syllabus.filter(ids.contains) && ids.count >= 7)
            for lesson in lessons {
                let title = try #require(lesson["title"] as? [String: String])
                #expect(Set(title.keys) == ["en", "es"])
                #expect((lesson["minutes"] as? Int ?? 0) > 0)
                #expect((lesson["figures"] as? [String])?.isEmpty == false)
            }
        }
    }

    @Test("an output folder that can't be written is an error that names it")
    func unwritable() throws {
        try withFolder { folder in
            try Data().write(to: folder.appending(path: "blocked"))
            let run = try CommandRun("lesson", "edges", "--output", "blocked/inside", in: folder)
            #expect(run.status == 1)
            #expect(run.errors.contains("blocked/inside"))
        }
    }
}
