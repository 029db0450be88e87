import Foundation
import Storage
import TestSupport
import Testing

@testable import Publishing

@Suite("A folder knows which files are the program's", .limited)
struct ReportFolderTests {
    private func withFolder(_ body: (URL) throws -> Void) throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "report-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        try body(folder)
    }

    private func bytes(_ text: String) -> [UInt8] { Array(text.utf8) }
    private func hash(_ text: String) -> String { SHA256.hex(of: text) }

    private static let run = RunProvenance(
        settings: .sketch, languages: [.en], processor: "a processor")

    private func report(_ pages: [String], text: String = "page", in folder: URL) throws {
        let writer = ReportFolder(folder)
        for page in pages { try writer.write(bytes(text), to: page) }
        try writer.finish(Self.run, pages: [PublishedFile(path: "index.html", bytes: bytes("index"))])
    }

    @Test("a report's manifest names its files and nothing else, and no journal stays")
    func whole() throws {
        try withFolder { folder in
            try report(["en/a.html"], in: folder)
            let manifest = try #require(try Manifest.read(in: folder))
            #expect(manifest.files == ["en/a.html": hash("page"), "index.html": hash("index")])
            #expect(manifest.beside == nil && manifest.run == Self.run)
            #expect(
                try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
                    == ["en", "index.html", "manifest.json"])
        }
    }

    @Test("pages that a later report does not have are kept in mind, until they are gone")
    func dropped() throws {
        try withFolder { folder in
            try report(["en/a.html", "es/a.html"], in: folder)
            try report(["en/a.html"], text: "other", in: folder)
            let manifest = try #require(try Manifest.read(in: folder))
            #expect(manifest.files["es/a.html"] == nil && manifest.files["en/a.html"] == hash("other"))
            #expect(manifest.beside == ["es/a.html": hash("page")])
            try FileManager.default.removeItem(at: folder.appending(path: "es/a.html"))
            try report(["en/a.html"], in: folder)
            #expect(try Manifest.read(in: folder)?.beside == nil)
        }
    }

    @Test("a part that is written anew stays the report's; what is new lies beside it")
    func part() throws {
        try withFolder { folder in
            try report(["en/a.html"], in: folder)
            let writer = ReportFolder(folder)
            try writer.write(bytes("new"), to: "en/a.html")
            try writer.write(bytes("new"), to: "notebooks/a.ipynb")
            try writer.finish()
            let manifest = try #require(try Manifest.read(in: folder))
            #expect(manifest.files == ["en/a.html": hash("new"), "index.html": hash("index")])
            #expect(manifest.beside == ["notebooks/a.ipynb": hash("new")] && manifest.run == Self.run)
        }
    }

    @Test("what a writer who was killed wrote is known, and the next one takes it over")
    func killed() throws {
        try withFolder { folder in
            try report(["en/a.html"], in: folder)
            // Neither finishes.
            try ReportFolder(folder).write(bytes("half"), to: "en/a.html")
            try ReportFolder(folder).write(bytes("half"), to: "en/b.html")
            let left = try WrittenFiles(in: folder)
            #expect(left.paths == ["en/a.html", "en/b.html", "index.html"])
            for path in left.paths {
                guard case .unchanged = left.state(of: path) else {
                    Issue.record("\(path) counts as somebody else's")
                    continue
                }
            }
            try report(["en/a.html"], in: folder)
            #expect(try Manifest.read(in: folder)?.beside == ["en/b.html": hash("half")])
        }
    }

    @Test("somebody else's manifest is not written over, and nothing is written beside it")
    func foreign() throws {
        try withFolder { folder in
            let file = folder.appending(path: "manifest.json")
            try Files.write("{\"name\": \"app\"}", to: file)
            #expect(throws: StorageError.self) { try ReportFolder(folder).write(bytes("page"), to: "en/a.html") }
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["manifest.json"])
        }
    }

    @Test(
        "paths that lead out of the folder are nobody's",
        arguments: [
            "../a", "/a", "a//b", "a/../../b", "", ".", "..", "a/", "a\0b", "a/./b", "../\u{301}a", "/\u{301}a",
            "a/../\u{20D2}b",
        ])
    func outside(path: String) throws {
        let manifest = Manifest(files: [path: "x", "in/side": "x"], beside: [path: "x"])
        let read = try Manifest(decoding: CanonicalJSON.encode(manifest))
        #expect(read.files == ["in/side": "x"] && read.beside == [:])
        let line = "\(hash("x")) \(path)\n\(hash("x")) in/side\n\(hash("x").dropLast()) other\n"
        #expect(Array(Journal.entries(in: bytes(line)).keys) == ["in/side"])
    }

    @Test("a file behind a link that leads out of the folder is nobody's")
    func link() throws {
        try withFolder { folder in
            let (inside, outside) = (folder.appending(path: "in"), folder.appending(path: "out"))
            try report(["en/a.html"], in: inside)
            try FileManager.default.moveItem(at: inside.appending(path: "en"), to: outside)
            try FileManager.default.createSymbolicLink(
                at: inside.appending(path: "en"), withDestinationURL: outside)
            #expect(try WrittenFiles(in: inside).paths == ["index.html"])
        }
    }
}
