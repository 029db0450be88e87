import Foundation
import TestSupport
import Testing

@testable import Preview

/// Look by look, so that no clock decides.
@Suite("When a look tells of a file", .limited)
struct FolderLooksTests {
    /// A folder with `a.md` and `b.md` in it, after the first look.
    private func looking(_ body: (_ folder: URL, _ looks: inout FolderLooks) throws -> Void) throws {
        try withFolder { folder in
            for name in ["a.md", "b.md"] { try Data("first".utf8).write(to: folder.appending(path: name)) }
            var looks = try FolderLooks([folder], where: { _ in true })
            try body(folder, &looks)
        }
    }

    private func append(_ text: String, _ file: URL) throws {
        let handle = try FileHandle(forWritingTo: file)
        try handle.seekToEnd()
        try handle.write(contentsOf: Data(text.utf8))
        try handle.close()
    }

    @Test("nothing where nothing happened")
    func nothing() throws {
        try looking { _, looks in
            for _ in 0..<5 { #expect(looks.next() == []) }
        }
    }

    @Test("the second that finds it the same, and no other")
    func second() throws {
        try looking { folder, looks in
            let file = folder.appending(path: "a.md")
            try append(" more", file)
            #expect(looks.next() == [])
            #expect(looks.next() == [FileChange(path: file.path, kind: .changed)])
            #expect(looks.next() == [])
        }
    }

    @Test("none while it is being written")
    func pieces() throws {
        try looking { folder, looks in
            let file = folder.appending(path: "a.md")
            for _ in 0..<10 {
                try append("piece", file)
                #expect(looks.next() == [])
            }
            #expect(looks.next() == [FileChange(path: file.path, kind: .changed)])
        }
    }

    @Test("none while it is empty for a moment, as editors leave it before they write; later, if it stays so")
    func empty() throws {
        try looking { folder, looks in
            let file = folder.appending(path: "a.md")
            truncate(file.path, 0)
            for _ in 0..<4 { #expect(looks.next() == []) }
            try append("second", file)
            #expect(looks.next() == [])
            #expect(looks.next() == [FileChange(path: file.path, kind: .changed)])
            truncate(file.path, 0)
            var told: [FileChange] = []
            for _ in 0..<10 { told += looks.next() }
            #expect(told == [FileChange(path: file.path, kind: .changed)])
        }
    }

    @Test("a new file may be empty")
    func new() throws {
        try looking { folder, looks in
            let file = folder.appending(path: "c.md")
            try Data().write(to: file)
            #expect(looks.next() == [])
            #expect(looks.next() == [FileChange(path: file.path, kind: .appeared)])
        }
    }

    @Test("once, as Vim saves: a probe, a swap file, the old one renamed away, the new one written in its place")
    func vim() throws {
        try looking { folder, looks in
            let file = folder.appending(path: "a.md")
            for name in ["4913", ".a.md.swp"] { try Data("x".utf8).write(to: folder.appending(path: name)) }
            #expect(looks.next() == [])
            rename(file.path, file.path + "~")
            #expect(looks.next() == [])
            try Data("second".utf8).write(to: file)
            #expect(looks.next() == [])
            for name in ["4913", ".a.md.swp", "a.md~"] { unlink(folder.appending(path: name).path) }
            #expect(looks.next() == [FileChange(path: file.path, kind: .changed)])
            for _ in 0..<5 { #expect(looks.next() == []) }
        }
    }

    @Test("nothing of a file that came and went, or is what it was")
    func passing() throws {
        try looking { folder, looks in
            let (file, other) = (folder.appending(path: "a.md"), folder.appending(path: "c.md"))
            try Data("x".utf8).write(to: other)
            rename(file.path, file.path + "~")
            #expect(looks.next() == [])
            unlink(other.path)
            rename(file.path + "~", file.path)
            for _ in 0..<5 { #expect(looks.next() == []) }
        }
    }

    @Test("together, once the last one is whole")
    func together() throws {
        try looking { folder, looks in
            let files = ["a.md", "b.md"].map { folder.appending(path: $0) }
            try append("1", files[1])
            #expect(looks.next() == [])
            try append("1", files[0])
            #expect(looks.next() == [])
            #expect(looks.next() == files.map { FileChange(path: $0.path, kind: .changed) })
        }
    }

    @Test("a file that is written without a pause keeps the others waiting for a while only")
    func restless() throws {
        try looking { folder, looks in
            try append("1", folder.appending(path: "b.md"))
            var told: [FileChange] = []
            for _ in 0..<30 {
                try append("line", folder.appending(path: "a.md"))
                told += looks.next()
            }
            #expect(told == [FileChange(path: folder.appending(path: "b.md").path, kind: .changed)])
        }
    }

    @Test("a file in the place of a folder, and a folder in the place of a file")
    func kinds() throws {
        try looking { folder, looks in
            let place = folder.appending(path: "a.md")
            unlink(place.path)
            try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
            try Data("x".utf8).write(to: place.appending(path: "inner.md"))
            var told: [FileChange] = []
            for _ in 0..<5 { told += looks.next() }
            #expect(
                told.sorted { $0.path < $1.path } == [
                    FileChange(path: place.path, kind: .gone),
                    FileChange(path: place.appending(path: "inner.md").path, kind: .appeared),
                ])
            try FileManager.default.removeItem(at: place)
            try Data("x".utf8).write(to: place)
            told = []
            for _ in 0..<5 { told += looks.next() }
            #expect(
                told.sorted { $0.path < $1.path } == [
                    FileChange(path: place.path, kind: .appeared),
                    FileChange(path: place.appending(path: "inner.md").path, kind: .gone),
                ])
        }
    }
}
