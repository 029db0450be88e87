import Platform
import Publishing
import Storage

extension Workspace {
    /// Makes sure that pages can be written later, before anything is computed for them.
    ///
    /// - Parameter isWhole: whether a whole report is to be written, rather than some lessons.
    /// - Throws: `StorageError` where there is no room, or where a file of somebody else's is in the way.
    func checkOutput(isWhole: Bool) throws(StorageError) {
        // An earlier report is replaced file by file, which takes little more than it has.
        let index = output.appending(path: "index.html")
        let isNew = !FileManager.default.fileExists(atPath: index.path)
        try Files.checkWritable(output, needing: isWhole && isNew ? 32 << 20 : 2 << 20)
        let written = try WrittenFiles(in: output)
        guard isNew || !isWhole || written.paths.contains("index.html") else {
            throw .cannotWrite(
                path: index.path,
                reason: """
                    it is there already, and this program did not write it; name another folder with --output, or move \
                    it away
                    """)
        }
    }

    /// Waits until no other run writes into the output folder.
    func lockOutput() throws(StorageError) -> FolderLock { try lock(output) }

    /// Waits until no other run writes into a folder.
    func lock(_ folder: URL) throws(StorageError) -> FolderLock { try FolderLock(folder, telling: terminal) }
}

extension FolderLock {
    /// Waits until nobody else has it, and says so.
    convenience init(_ folder: URL, telling terminal: Terminal) throws(StorageError) {
        try self.init(folder) { terminal.say("Another run is writing into \(folder.path); waiting for it.") }
    }
}

/// A report that is to go: its files, and what has become of them.
struct OldReport {
    /// As they were written: by path below the folder, in order.
    let unchanged: [String]
    /// Written by the program and changed by somebody since.
    let changed: [String]
    private let files: WrittenFiles

    /// What a run writes without a hash, since it is never twice the same.
    static let timings = "timings.json"

    /// - Throws: `StorageError` for a manifest that is somebody else's.
    init(in folder: URL) throws(StorageError) {
        let files = try WrittenFiles(in: folder)
        var (unchanged, changed): ([String], [String]) = ([], [])
        for path in files.paths {
            switch files.state(of: path) {
            case .unchanged: unchanged.append(path)
            case .changed: changed.append(path)
            case .absent: break
            }
        }
        (self.unchanged, self.changed, self.files) = (unchanged, changed, files)
    }

    /// Removes files, what writers who were killed left beside them, and the folders that are empty then. The first page
    /// goes first and the manifest last, so that whatever is interrupted can be done again.
    ///
    /// - Throws: `StorageError`, naming the file.
    func remove(_ paths: [String]) throws(StorageError) {
        let folder = files.folder
        let first = paths.filter { $0 == "index.html" }
        let timings = files.hasReport ? [Self.timings] : []
        let isAll = paths.count == unchanged.count + changed.count
        let last = isAll ? [WrittenFiles.journal, Manifest.name] : []
        Files.removeLeftovers(of: (files.paths + [Self.timings, Manifest.name]).map { folder.appending(path: $0) })
        for path in first + paths.filter({ $0 != "index.html" }) + timings + last {
            let url = folder.appending(path: path)
            guard unlink(url.path) == 0 || errno == ENOENT else {
                throw .cannotWrite(path: url.path, reason: .last)
            }
        }
        let parents = Set(files.paths.flatMap { sequence(first: $0, next: WrittenFiles.parent).dropFirst() })
        // The deepest first. A folder that holds anything else stays.
        for parent in parents.sorted(by: { ($0.count, $0) > ($1.count, $1) }) {
            rmdir(folder.appending(path: parent).path)
        }
        rmdir(folder.path)
    }
}
