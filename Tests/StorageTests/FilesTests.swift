import Foundation
import Storage
import TestSupport
import Testing

@Suite("Files, whole or not at all", .limited)
struct FilesTests {
    @Test("what is written is what is read, in folders that did not exist")
    func roundTrip() throws {
        try withFolder { folder in
            let file = folder.appending(path: "a/b/c.bin")
            let bytes = (0..<70_000).map { UInt8(truncatingIfNeeded: $0) }
            try Files.write(bytes, to: file)
            #expect(try Files.read(file) == bytes)
            try Files.write([], to: file)
            #expect(try Files.read(file).isEmpty)
        }
    }

    @Test("nothing but the file itself is left behind")
    func noTemporaries() throws {
        try withFolder { folder in
            try Files.write("text", to: folder.appending(path: "x"))
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["x"])
        }
    }

    @Test("an unwritable place is an error that names the file, and an earlier file stays")
    func unwritable() throws {
        try withFolder { folder in
            let blocked = folder.appending(path: "file/inside")
            try Files.write("earlier", to: folder.appending(path: "file"))
            let error = caught(StorageError.self) { try Files.write("later", to: blocked) }
            #expect(error?.description.contains(blocked.path) == true)
            #expect(try Files.read(folder.appending(path: "file")) == Array("earlier".utf8))
        }
    }

    @Test("whether a folder can be written is known beforehand, and nothing is created by asking")
    func checkWritable() throws {
        try withFolder { folder in
            let wanted = folder.appending(path: "a/b")
            try Files.checkWritable(wanted)
            #expect(!FileManager.default.fileExists(atPath: folder.appending(path: "a").path))
            try Files.write("file", to: folder.appending(path: "file"))
            let (loop, nowhere) = (folder.appending(path: "loop"), folder.appending(path: "nowhere"))
            try FileManager.default.createSymbolicLink(at: loop, withDestinationURL: loop)
            try FileManager.default.createSymbolicLink(
                at: nowhere, withDestinationURL: folder.appending(path: "gone"))
            for (place, reason) in [
                ("file/inside", "file is not a folder"), ("loop/inside", "symbolic links"),
                ("nowhere/inside", "nowhere is a link that leads nowhere"),
                (String(repeating: "x", count: 300), "name too long"),
            ] {
                let error = caught(StorageError.self) {
                    try Files.checkWritable(folder.appending(path: place))
                }
                #expect(
                    error?.description.lowercased().contains(reason) == true, "\(place): \(String(describing: error))")
            }
        }
    }

    @Test("a disk with too little room is told beforehand, with both numbers")
    func space() throws {
        try withFolder { folder in
            try Files.checkWritable(folder.appending(path: "new"), needing: 1)
            let error = caught(StorageError.self) { try Files.checkWritable(folder, needing: 1 << 60) }
            #expect(error?.description.contains("1152921504606.8 are needed") == true)
        }
    }

    @Test("the system's words are followed by what to do, where they don't say it themselves")
    func advice() {
        func text(_ code: Int32) -> String {
            "\(StorageError.cannotWrite(path: "/a", reason: StorageReason(code: code)))"
        }
        #expect(
            text(EACCES).hasSuffix("Permission denied; give yourself the right to write there, or name another place"))
        #expect(text(ENOSPC).hasSuffix("; make room there, or name another place"))
        #expect(text(EIO) == "cannot write /a: \(String(cString: strerror(EIO)))")
    }

    @Test("what a killed writer left goes, and nothing else")
    func leftovers() throws {
        try withFolder { folder in
            let page = folder.appending(path: "page.html")
            let names = [
                ".page.html.course-aB3xYz", ".page.html.course-short", ".page.html.backup", ".page.html.course-aB3xY/",
                ".other.html.course-aB3xYz", "page.html.course-aB3xYz", "page.html", ".page.html", ".course-aB3xYz",
            ]
            for name in names where !name.hasSuffix("/") { try Data().write(to: folder.appending(path: name)) }
            try FileManager.default.createDirectory(
                at: folder.appending(path: ".page.html.course-aB3xY"), withIntermediateDirectories: false)
            #expect(
                Files.leftovers(in: folder).map(\.lastPathComponent)
                    == [".other.html.course-aB3xYz", ".page.html.course-aB3xYz"])
            Files.removeLeftovers(of: [page, folder.appending(path: "none/x")])
            let left = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
            #expect(left == names.dropFirst().map { $0.replacing("/", with: "") }.sorted())
        }
    }

    @Test("what somebody is writing stays; what was left goes when the file is written the next time")
    func leftoversInUse() throws {
        try withFolder { folder in
            let (used, left) = (folder.appending(path: ".a.course-aaaaaa"), folder.appending(path: ".a.course-bbbbbb"))
            for file in [used, left] { try Data().write(to: file) }
            let descriptor = open(used.path, O_RDONLY)
            defer { close(descriptor) }
            #expect(flock(descriptor, LOCK_EX) == 0)
            try Files.write("text", to: folder.appending(path: "a"))
            let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
            #expect(names == [".a.course-aaaaaa", "a"])
        }
    }

    @Test("a place that holds anything but a file is not written over", arguments: ["/dev/null", "folder", "pipe"])
    func replaceable(name: String) throws {
        try withFolder { folder in
            try FileManager.default.createDirectory(
                at: folder.appending(path: "folder"), withIntermediateDirectories: false)
            #expect(mkfifo(folder.appending(path: "pipe").path, 0o600) == 0)
            let place = name.hasPrefix("/") ? URL(filePath: name) : folder.appending(path: name)
            let error = caught(StorageError.self) { try Files.checkReplaceable(place) }
            #expect(error?.description.contains("name a file") == true)
        }
    }

    @Test("a folder belongs to one writer at a time")
    func lock() throws {
        try withFolder { folder in
            let place = folder.appending(path: "new")
            let first = try FolderLock(place)
            let (waits, done) = (DispatchSemaphore(value: 0), DispatchSemaphore(value: 0))
            Thread {
                let second = try? FolderLock(place) { _ in waits.signal() }
                second?.release()
                done.signal()
            }.start()
            waits.wait()
            #expect(done.wait(timeout: .now()) == .timedOut)
            first.release()
            done.wait()
            #expect(try FileManager.default.contentsOfDirectory(atPath: place.path).isEmpty)
        }
    }

    @Test("a file that is missing, a folder, or too large is not read")
    func unreadable() throws {
        try withFolder { folder in
            let missing = folder.appending(path: "missing")
            #expect(throws: StorageError.cannotRead(path: missing.path, reason: StorageReason(code: ENOENT))) {
                try Files.read(missing)
            }
            #expect(throws: StorageError.self) { try Files.read(folder) }
            let large = folder.appending(path: "large")
            try Files.write("12345", to: large)
            #expect(throws: StorageError.tooLarge(path: large.path, bytes: 5, limit: 4)) {
                try Files.read(large, limit: 4)
            }
        }
    }
}
