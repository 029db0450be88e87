import Foundation
import Publishing
import Storage

extension Workspace {
    /// Makes sure that pages can be written later, before anything is computed for them.
    ///
    /// - Parameter isWhole: whether a whole report is to be written, rather than some lessons.
    func checkOutput(isWhole: Bool) throws(StorageError) {
        // An earlier report is replaced file by file, which takes little more than it has.
        let isNew = !FileManager.default.fileExists(atPath: output.appending(path: "index.html").path)
        try Files.checkWritable(output, needing: isWhole && isNew ? 32 << 20 : 2 << 20)
    }

    /// Waits until no other run writes into the output folder.
    func lockOutput() throws(StorageError) -> FolderLock {
        try FolderLock(output) { terminal.say("Another run is writing into \(output.path); waiting for it.") }
    }

    /// Takes away what earlier runs left beside these files when they were killed.
    func removeLeftovers(_ writer: ReportWriter) {
        Files.removeLeftovers(
            of: (writer.hashes.keys + ["manifest.json", "timings.json"]).map { output.appending(path: $0) })
    }
}

/// What the manifest says of a report's files, and what has become of them.
struct WrittenReport {
    /// As they were written: by path below the folder, in order.
    let unchanged: [String]
    /// Written by a report and changed by somebody since, perhaps by `course lesson`.
    let changed: [String]
    /// The folder.
    let folder: URL

    static let manifest = "manifest.json"
    /// The one file of a report that the manifest has no hash of, besides itself.
    static let timings = "timings.json"

    private struct Manifest: Decodable {
        let files: [String: String]
    }

    /// - Throws: `StorageError` where there is no manifest; `DecodingError` where it is none of this program.
    init(in folder: URL) throws {
        let bytes = try Files.read(folder.appending(path: Self.manifest), limit: 1 << 24)
        let files = try CanonicalJSON.decode(Manifest.self, from: bytes).files
        let root = folder.resolvingSymlinksInPath().path
        // Nobody vouches for the manifest: a path that leads out of the folder is not ours.
        let present = files.keys.sorted().filter { path in
            let parts = path.split(separator: "/", omittingEmptySubsequences: false)
            let url = folder.appending(path: path)
            let parent = url.deletingLastPathComponent().resolvingSymlinksInPath().path
            return !parts.contains("..") && !parts.contains("") && (parent == root || parent.hasPrefix(root + "/"))
                && FileManager.default.fileExists(atPath: url.path)
        }
        let isAsWritten = present.map { path in
            (try? Files.read(folder.appending(path: path))).map { SHA256.hex(of: $0) } == files[path]
        }
        unchanged = zip(present, isAsWritten).filter(\.1).map(\.0)
        changed = zip(present, isAsWritten).filter { !$0.1 }.map(\.0)
        self.folder = folder
    }

    /// Removes files and the folders that are empty then. The first page goes first and the manifest last, so that
    /// whatever is interrupted can be done again.
    ///
    /// - Throws: `StorageError`, naming the file.
    func remove(_ paths: [String]) throws(StorageError) {
        let first = paths.filter { $0 == "index.html" }
        let timings = FileManager.default.fileExists(atPath: folder.appending(path: Self.timings).path)
        let later = paths.filter { $0 != "index.html" } + (timings ? [Self.timings] : [])
        let manifest = paths.count == unchanged.count + changed.count ? [Self.manifest] : []
        for path in first + later + manifest {
            let url = folder.appending(path: path)
            guard unlink(url.path) == 0 || errno == ENOENT else {
                throw .cannotWrite(path: url.path, reason: String(cString: strerror(errno)))
            }
        }
        let parents = Set(
            paths.flatMap { path in
                sequence(first: path) { $0.lastIndex(of: "/").map { end in String(path.prefix(upTo: end)) } }
                    .dropFirst()
            })
        // The deepest first. A folder that holds anything else stays.
        for parent in parents.sorted(by: { ($0.count, $0) > ($1.count, $1) }) {
            rmdir(folder.appending(path: parent).path)
        }
        rmdir(folder.path)
    }
}
