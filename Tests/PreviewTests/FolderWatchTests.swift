import Foundation

import Synchronization
import TestSupport
import Testing

@testable import Preview

@Suite("What editors save is told of, once, and when it is whole", .limited)
struct FolderWatchTests {
    /// What a watch told, batch by batch.
    private final class Told: Sendable {
        private let batches = Mutex<[[FileChange]]>([])

        var tell: @Sendable ([FileChange]) -> Void { { changes in self.batches.withLock { $0.append(changes) } } }

        /// The next so many changes, however they came.
        func next(_ count: Int) -> [FileChange] {
            for _ in 0..<3_000 {
                let all = batches.withLock { $0.flatMap(\.self) }
                if all.count >= count { break }
                Thread.sleep(forTimeInterval: 0.01)
            }
            return batches.withLock { batches in
                defer { batches = [] }
                return batches.flatMap(\.self)
            }
        }
    }

    /// A folder that is watched, with `a.md` and `inner/b.md` in it.
    private func watching(
        where isWatched: @escaping @Sendable (String) -> Bool = { _ in true },
        _ body: (_ folder: URL, _ told: Told) throws -> Void
    ) throws {
        try withFolder { folder in
            try FileManager.default.createDirectory(
                at: folder.appending(path: "inner"), withIntermediateDirectories: true)
            for name in ["a.md", "inner/b.md"] { try write("first", folder.appending(path: name)) }
            let told = Told()
            let watch = try FolderWatch.start([folder], where: isWatched, told.tell)
            defer { watch.stop() }
            try body(folder, told)
            // Whatever was done, nothing more comes of it.
            Thread.sleep(forTimeInterval: 0.3)
            #expect(told.next(0) == [])
        }
    }

    /// In place, as `>` of a shell does: emptied, then filled.
    private func write(_ text: String, _ url: URL) throws {
        guard FileManager.default.createFile(atPath: url.path, contents: Data(text.utf8)) else {
            throw CocoaError(.fileWriteUnknown)
        }
    }

    private func change(_ kind: FileChange.Kind, _ url: URL) -> FileChange { FileChange(path: url.path, kind: kind) }

    @Test("written in place, with another size or the same", arguments: ["a second time", "secon"])
    func inPlace(text: String) throws {
        try watching { folder, told in
            let file = folder.appending(path: "a.md")
            let handle = try FileHandle(forWritingTo: file)
            try handle.truncate(atOffset: 0)
            try handle.write(contentsOf: Data(text.utf8))
            try handle.close()
            #expect(told.next(1) == [change(.changed, file)])
        }
    }

    @Test("written beside and renamed over it, with the same size and the same time")
    func renamed() throws {
        try watching { folder, told in
            let file = folder.appending(path: "a.md")
            var status = stat()
            stat(file.path, &status)
            let other = folder.appending(path: ".a.md.new")
            try write("other", other)
            #if canImport(Darwin)
                var times = [status.st_atimespec, status.st_mtimespec]
            #else
                var times = [status.st_atim, status.st_mtim]
            #endif
            utimensat(AT_FDCWD, other.path, &times, 0)
            rename(other.path, file.path)
            #expect(told.next(1) == [change(.changed, file)])
        }
    }

    @Test("several files, known and new")
    func together() throws {
        try watching { folder, told in
            let files = ["a.md", "c.md", "inner/b.md", "inner/d.md"].map { folder.appending(path: $0) }
            for file in files.reversed() { try write("second", file) }
            let changes = told.next(4).sorted { $0.path < $1.path }
            #expect(
                changes == [
                    change(.changed, files[0]), change(.appeared, files[1]), change(.changed, files[2]),
                    change(.appeared, files[3]),
                ])
        }
    }

    @Test("new and gone: files, folders with all that is in them, and what lies deep in new ones")
    func comingAndGoing() throws {
        try watching { folder, told in
            let new = folder.appending(path: "new/deep")
            try FileManager.default.createDirectory(at: new, withIntermediateDirectories: true)
            let file = new.appending(path: "e.md")
            try write("first", file)
            #expect(told.next(1) == [change(.appeared, file)])
            try write("second", file)
            #expect(told.next(1) == [change(.changed, file)])
            let inner = folder.appending(path: "inner")
            try FileManager.default.removeItem(at: inner)
            #expect(told.next(1) == [change(.gone, inner.appending(path: "b.md"))])
            rename(folder.appending(path: "new").path, inner.path)
            let changes = told.next(2).sorted { $0.path < $1.path }
            #expect(changes == [change(.appeared, inner.appending(path: "deep/e.md")), change(.gone, file)])
        }
    }

    @Test("only what is asked for; no hidden files, and no links to folders, which may lead in a circle")
    func choice() throws {
        try watching(where: { $0.hasSuffix(".md") }) { folder, told in
            for name in ["c.txt", ".d.md", "e.md~", "#f.md#", "g.md.tmp"] {
                try write("first", folder.appending(path: name))
            }
            try FileManager.default.createSymbolicLink(
                atPath: folder.appending(path: "inner/circle").path, withDestinationPath: "..")
            let link = folder.appending(path: "link.md")
            try FileManager.default.createSymbolicLink(atPath: link.path, withDestinationPath: "inner/b.md")
            #expect(told.next(1) == [change(.appeared, link)])
            let target = folder.appending(path: "inner/b.md")
            try write("second", target)
            let changes = told.next(2).sorted { $0.path < $1.path }
            #expect(changes == [change(.changed, target), change(.changed, link)])
        }
    }

    @Test("a folder that is not there is named")
    func missing() throws {
        try withFolder { folder in
            let nothing = folder.appending(path: "nothing")
            let error = caught(PreviewError.self) { try FolderWatch.start([folder, nothing]) { _ in } }
            #expect(error?.description == "cannot read the folder \(nothing.path): No such file or directory")
        }
    }

    @Test("nothing is told after the end")
    func end() throws {
        try withFolder { folder in
            let told = Told()
            let watch = try FolderWatch.start([folder], every: .milliseconds(1), told.tell)
            watch.stop()
            try write("first", folder.appending(path: "a.md"))
            Thread.sleep(forTimeInterval: 0.1)
            #expect(told.next(0) == [])
        }
    }
}
