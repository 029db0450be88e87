import Foundation
import Storage
import TestSupport
import Testing

@testable import Publishing

@Suite("A report's folder that others change, and that lies elsewhere", .limited)
struct MovingFolderTests {
    @Test("a page may be written twice in one run")
    func twice() throws {
        try withFolder { folder in
            try OwnedReport.write(in: folder)
            let writer = ReportFolder(folder)
            for words in ["half", "more", "all"] { try writer.write(bytes(words), to: "index.html") }
            #expect(try text("index.html", in: folder) == "all")
        }
    }

    @Test("a run that was killed between manifest and first page is resumed by the next one")
    func killed() throws {
        try withFolder { folder in
            try OwnedReport.write(in: folder)
            let earlier = try Files.read(folder.appending(path: "index.html"))
            // It never finishes.
            try ReportFolder(folder).write(bytes("last"), to: "index.html")
            try Files.write(earlier, to: folder.appending(path: "index.html"))
            let manifest = Manifest(run: OwnedReport.run, files: ["index.html": SHA256.hex(of: "last")])
            try Files.write(manifest.sealed(), to: folder.appending(path: "manifest.json"))
            let writer = ReportFolder(folder)
            try writer.check(["index.html"])
            try writer.write(bytes("new"), to: "index.html")
            #expect(try text("index.html", in: folder) == "new")
        }
    }

    @Test(
        "a folder that is removed or moved while it is written ends the run",
        arguments: ["removed", "moved", "made anew"])
    func removed(how: String) throws {
        try withFolder { folder in
            let output = folder.appending(path: "Output")
            let writer = ReportFolder(output)
            try writer.write(bytes("page"), to: "en/a.html")
            if how == "moved" {
                try FileManager.default.moveItem(at: output, to: folder.appending(path: "elsewhere"))
            } else {
                try FileManager.default.removeItem(at: output)
            }
            if how == "made anew" { try Files.createFolder(output) }
            let error = caught(StorageError.self) { try writer.write(bytes("page"), to: "en/b.html") }
            #expect(error?.description.contains("the folder was removed or moved") == true)
            #expect(!FileManager.default.fileExists(atPath: output.appending(path: "en/b.html").path))
            #expect(throws: StorageError.self) {
                try writer.finish(OwnedReport.run, pages: [PublishedFile(path: "index.html", bytes: bytes("index"))])
            }
            #expect(!FileManager.default.fileExists(atPath: output.appending(path: "index.html").path))
        }
    }

    @Test(
        "files that are gone in the end, or cut, end the run before the first page and the manifest say that all is well"
    )
    func gone() throws {
        try withFolder { folder in
            for damage in [{ try FileManager.default.removeItem(at: $0) }, { try Data("p".utf8).write(to: $0) }]
                as [(URL) throws -> Void]
            {
                let output = folder.appending(path: UUID().uuidString)
                let writer = ReportFolder(output)
                for name in ["a", "b", "c"] { try writer.write(bytes("page"), to: "en/\(name).html") }
                try damage(output.appending(path: "en/b.html"))
                let error = caught(StorageError.self) {
                    try writer.finish(
                        OwnedReport.run, pages: [PublishedFile(path: "index.html", bytes: bytes("index"))])
                }
                #expect(error?.description.contains("1 of 3 files") == true, "\(String(describing: error))")
                #expect(error?.description.contains("en/b.html") == true)
                #expect(!FileManager.default.fileExists(atPath: output.appending(path: "index.html").path))
                #expect(!FileManager.default.fileExists(atPath: output.appending(path: "manifest.json").path))
            }
        }
    }

    @Test("a page behind a link is written there, again and again, as long as nobody edits it")
    func link() throws {
        try withFolder { folder in
            let (output, other) = (folder.appending(path: "Output"), folder.appending(path: "page.html"))
            try Files.createFolder(output.appending(path: "en"))
            let link = output.appending(path: "en/a.html")
            try FileManager.default.createSymbolicLink(at: link, withDestinationURL: other)
            for words in ["page", "other"] {
                try OwnedReport.write(words, in: output)
                #expect(try text("page.html", in: folder) == "\(words) en/a.html")
            }
            try Files.write("mine", to: other)
            #expect(throws: StorageError.self) { try OwnedReport.write("third", in: output) }
            #expect(try text("page.html", in: folder) == "mine")
            try FileManager.default.removeItem(at: other)
            try OwnedReport.write("third", in: output)
            #expect(try FileManager.default.destinationOfSymbolicLink(atPath: link.path) == other.path)
            // The program made no link, so it takes none away.
            if case .changed = try WrittenFiles(in: output).state(of: "en/a.html") {
            } else {
                Issue.record("a link is ours")
            }
        }
    }

    @Test("a folder of figures may lie behind a link; its files are replaced while they are as they were written")
    func folderBehindLink() throws {
        try withFolder { folder in
            let (output, other) = (folder.appending(path: "Output"), folder.appending(path: "large disk"))
            for place in [output, other] { try Files.createFolder(place) }
            try FileManager.default.createSymbolicLink(
                at: output.appending(path: "figures"), withDestinationURL: other)
            for words in ["one", "two", "three"] {
                let writer = ReportFolder(output)
                try writer.check(["figures/a.png"])
                try writer.write(bytes(words), to: "figures/a.png")
                try writer.finish()
                // Something else is written in between.
                let second = ReportFolder(output)
                try second.write(bytes(words), to: "en/b.html")
                try second.finish()
            }
            #expect(try text("a.png", in: other) == "three")
            #expect(try WrittenFiles(in: output).paths == ["en/b.html"])
        }
    }
}
