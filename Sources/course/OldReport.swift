import Platform
import Publishing
import Storage

/// A report that is to go: its files, and what has become of them.
struct OldReport {
    /// As they were written: by path below the folder. The first page goes first and the manifest last, so that whatever is
    /// interrupted can be done again.
    let unchanged: [String]
    /// Written by the program and changed by somebody since; or with a name of ours, and somebody else's.
    let changed: [String]
    private let files: WrittenFiles

    /// - Throws: `StorageError` for a manifest that is somebody else's.
    init(in folder: URL) throws(StorageError) {
        let files = try WrittenFiles(in: folder)
        var (unchanged, changed): ([String], [String]) = ([], [])
        for path in files.paths.filter({ $0 == "index.html" }) + files.paths.filter({ $0 != "index.html" }) {
            switch files.state(of: path) {
            case .unchanged: unchanged.append(path)
            case .changed: changed.append(path)
            case .absent: break
            }
        }
        let own = files.own
        (self.unchanged, self.changed, self.files) = (unchanged + own.unchanged, changed + own.changed, files)
    }

    /// What goes, in order: what is unchanged, or all of it. As long as a page stays, so does the manifest that knows it.
    func removable(withChanged: Bool) -> [String] {
        let all = withChanged ? unchanged + changed : unchanged
        let pages = all.filter { !WrittenFiles.bookkeeping.contains($0) }
        let stays = files.paths.contains { path in changed.contains(path) && !pages.contains(path) }
        return pages + (stays ? [] : WrittenFiles.bookkeeping.filter(all.contains))
    }

    /// Removes files, what writers who were killed left beside them, and the folders that are empty then.
    ///
    /// - Parameter paths: in the order in which they go.
    /// - Throws: `StorageError`, naming the file.
    func remove(_ paths: [String]) throws(StorageError) {
        let folder = files.folder
        Files.removeLeftovers(
            of: (files.paths + [ReportTimings.name] + WrittenFiles.bookkeeping).map { folder.appending(path: $0) })
        for path in paths {
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
