import Foundation
import TestSupport
import Testing

@testable import Storage

@Suite("Modes, links and names are the user's", .limited)
struct NamesAndModesTests {
    private func mode(of url: URL) -> mode_t {
        var status = stat()
        return lstat(url.path, &status) == 0 ? status.st_mode & 0o7777 : 0
    }

    private func isLink(_ url: URL) -> Bool {
        (try? FileManager.default.destinationOfSymbolicLink(atPath: url.path)) != nil
    }

    @Test("a file that is written anew keeps its mode", arguments: [0o600, 0o640, 0o660, 0o755, 0o444])
    func mode(bits: mode_t) throws {
        try withFolder { folder in
            let file = folder.appending(path: "file")
            try Files.write("first", to: file)
            #expect(chmod(file.path, bits) == 0)
            try Files.write("second", to: file)
            #expect(mode(of: file) == bits)
            #expect(try Files.read(file) == Array("second".utf8))
        }
    }

    @Test("what is half written allows no more than what will be there")
    func halfWritten() throws {
        try withFolder { folder in
            let file = folder.appending(path: "file")
            try Files.write("first", to: file)
            #expect(chmod(file.path, 0o640) == 0)
            let access = try #require(FileAccess(of: file))
            let temporary = try TemporaryFile(for: file, mode: access.beginning)
            #expect(mode(of: URL(filePath: temporary.path)) & ~0o640 == 0)
            unlink(temporary.path)
        }
    }

    @Test(
        "a link stays, and the file that it leads to is written, in its own folder", arguments: ["../real/file", "/"])
    func link(target: String) throws {
        try withFolder { folder in
            let (real, links) = (folder.appending(path: "real"), folder.appending(path: "links"))
            for place in [real, links] { try Files.createFolder(place) }
            let (file, link, second) = (
                real.appending(path: "file"), links.appending(path: "one"), links.appending(path: "two")
            )
            try FileManager.default.createSymbolicLink(
                atPath: link.path, withDestinationPath: target == "/" ? file.path : target)
            try FileManager.default.createSymbolicLink(atPath: second.path, withDestinationPath: "one")
            for text in ["not there before", "again"] {
                try Files.checkNamed(second)
                try Files.write(Array(text.utf8), to: second, throughLinks: true)
                #expect(isLink(second) && isLink(link) && !isLink(file))
                #expect(try Files.read(file) == Array(text.utf8))
            }
            #expect(try FileManager.default.contentsOfDirectory(atPath: links.path).sorted() == ["one", "two"])
            #expect(try FileManager.default.contentsOfDirectory(atPath: real.path) == ["file"])
        }
    }

    @Test("in the program's own places a link leads nobody astray: it is replaced")
    func ownPlaces() throws {
        try withFolder { folder in
            let (file, link) = (folder.appending(path: "file"), folder.appending(path: "link"))
            try Files.write("somebody's", to: file)
            try FileManager.default.createSymbolicLink(at: link, withDestinationURL: file)
            try Files.write("ours", to: link)
            #expect(!isLink(link))
            #expect(try Files.read(file) == Array("somebody's".utf8))
        }
    }

    @Test("a link that leads to itself, or into a folder that is not there, is an error before and after")
    func badLinks() throws {
        try withFolder { folder in
            for (target, words) in [("loop", "symbolic links"), ("gone/file", "that folder is not there")] {
                let link = folder.appending(path: "loop")
                unlink(link.path)
                try FileManager.default.createSymbolicLink(atPath: link.path, withDestinationPath: target)
                let before = caught(StorageError.self) { try Files.checkNamed(link) }
                let after = caught(StorageError.self) { try Files.write([1], to: link, throughLinks: true) }
                #expect(before == after && before?.description.contains(words) == true, "\(String(describing: before))")
            }
        }
    }

    /// A name of that many bytes, of which the last letters have two each.
    private func name(_ count: Int, _ letter: String = "x") -> String {
        String(repeating: letter, count: count - 40) + String(repeating: "ñ", count: 20)
    }

    @Test(
        "names up to the limit are written, and what a killed writer left of them is known",
        arguments: [239, 240, 241, 248, 254, 255])
    func longNames(count: Int) throws {
        try withFolder { folder in
            let file = folder.appending(path: name(count))
            #expect(file.lastPathComponent.utf8.count == count)
            try Files.checkNamed(file)
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).isEmpty)
            let left = try TemporaryFile(for: file).path
            #expect(URL(filePath: left).lastPathComponent.utf8.count <= 255)
            #expect(Files.leftovers(in: folder).map(\.path) == [left])
            try Files.write("text", to: folder.appending(path: name(count, "y")))
            #expect(FileManager.default.fileExists(atPath: left))
            try Files.write("text", to: file)
            #expect(!FileManager.default.fileExists(atPath: left))
            #expect(try Files.read(file) == Array("text".utf8))
        }
    }

    @Test("longer names are refused before anything is computed", arguments: [256, 270, 300])
    func tooLong(count: Int) throws {
        try withFolder { (folder: URL) throws in
            for place in [folder, folder.appending(path: "not/there/yet")] {
                let error = caught(StorageError.self) { try Files.checkNamed(place.appending(path: name(count))) }
                #expect(
                    error?.description.contains("too long; choose a shorter name") == true,
                    "\(String(describing: error))")
            }
            let inside = folder.appending(path: "not/\(name(count))/file")
            #expect(throws: StorageError.self) { try Files.checkNamed(inside) }
            let left = try FileManager.default.contentsOfDirectory(atPath: folder.path)
            #expect(left.isEmpty)
        }
    }

    @Test("a place is tried, and left as it was")
    func tried() throws {
        try withFolder { folder in
            let file = folder.appending(path: "file")
            try Files.checkNamed(file)
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).isEmpty)
            try Files.write("text", to: file)
            try Files.checkNamed(file)
            #expect(try Files.read(file) == Array("text".utf8))
        }
    }
}
