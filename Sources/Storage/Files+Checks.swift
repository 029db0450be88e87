import Platform

extension Files {
    /// Makes sure that files can be put into a folder, before hours are spent on computing them.
    ///
    /// - Parameter bytes: how much free space they need.
    /// - Throws: ``StorageError``, naming the folder. Either way the disk is left as it was.
    public static func checkWritable(_ folder: URL, needing bytes: Int = 0) throws(StorageError) {
        var existing = folder.standardizedFileURL
        var status = stat()
        var missing: [String] = []
        // What does not exist can be created where the nearest folder above can be written.
        while stat(existing.path, &status) != 0, existing.path != "/" {
            let reason = StorageReason.last
            guard reason.code == ENOENT || reason.code == ENOTDIR else {
                throw .cannotWrite(path: folder.path, reason: reason)
            }
            guard lstat(existing.path, &status) != 0 else {
                throw .cannotWrite(path: folder.path, reason: "\(existing.path) is a link that leads nowhere")
            }
            missing.append(existing.lastPathComponent)
            existing.deleteLastPathComponent()
        }
        guard status.st_mode & S_IFMT == S_IFDIR else {
            throw .cannotWrite(path: folder.path, reason: "\(existing.path) is not a folder")
        }
        guard access(existing.path, W_OK | X_OK) == 0 else {
            throw .cannotWrite(path: folder.path, reason: .last)
        }
        let longest = longestName(in: existing)
        guard missing.allSatisfy({ $0.utf8.count <= longest }) else {
            throw .cannotWrite(path: folder.path, reason: StorageReason(code: ENAMETOOLONG))
        }
        // What permissions allow, a file system may still refuse.
        let probe = existing.appending(path: "writable")
        do {
            let file = try TemporaryFile(for: probe)
            unlink(file.path)
        } catch {
            guard case .cannotWrite(_, let reason) = error else { throw error }
            throw .cannotWrite(path: folder.path, reason: reason)
        }
        removeLeftovers(of: [probe])
        var space = statvfs()
        guard bytes > 0, statvfs(existing.path, &space) == 0 else { return }
        let free = UInt64(space.f_bavail).multipliedReportingOverflow(by: UInt64(space.f_frsize))
        guard free.overflow || free.partialValue >= UInt64(bytes) else {
            throw .noSpace(path: folder.path, free: Int(free.partialValue), needed: bytes)
        }
    }

    /// Makes sure that a file can be put where it is to go, before hours are spent on computing what it is to hold.
    ///
    /// - Parameter bytes: how much free space it needs.
    /// - Throws: ``StorageError``, naming the file. Either way the disk is left as it was.
    public static func checkReplaceable(_ url: URL, needing bytes: Int = 0) throws(StorageError) {
        var status = stat()
        if stat(url.path, &status) == 0, status.st_mode & S_IFMT != S_IFREG {
            let isFolder = status.st_mode & S_IFMT == S_IFDIR
            throw .cannotWrite(
                path: url.path, reason: "it is \(isFolder ? "a folder" : "no regular file"); name a file")
        }
        do { try checkWritable(url.deletingLastPathComponent(), needing: bytes) } catch {
            guard case .cannotWrite(_, let reason) = error else { throw error }
            throw .cannotWrite(path: url.path, reason: reason)
        }
    }

    /// The same of a place that somebody named, where a link stands for what it leads to. The name itself is tried: what
    /// a name may be, file systems say when a file is created, and not before.
    ///
    /// - Throws: ``StorageError``, naming the file. Either way the disk is left as it was.
    public static func checkNamed(_ url: URL, needing bytes: Int = 0) throws(StorageError) {
        let place = try destination(of: url)
        try checkReplaceable(place, needing: bytes)
        let folder = place.deletingLastPathComponent()
        var status = stat()
        guard stat(folder.path, &status) == 0 else {
            guard place.lastPathComponent.utf8.count <= longestName(in: folder) else {
                throw .cannotWrite(path: url.path, reason: StorageReason(code: ENAMETOOLONG))
            }
            return
        }
        let file = open(place.path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard file >= 0 else {
            let reason = StorageReason.last
            if reason.code == EEXIST { return }
            throw .cannotWrite(path: url.path, reason: reason)
        }
        unlink(place.path)
        close(file)
    }

    /// How many bytes a name may have in a folder, or in the nearest one above it that is there.
    static func longestName(in folder: URL) -> Int {
        var folder = folder.standardizedFileURL
        var status = stat()
        while stat(folder.path, &status) != 0, folder.path != "/" { folder.deleteLastPathComponent() }
        let limit = pathconf(folder.path, Int32(_PC_NAME_MAX))
        return limit > 0 ? limit : 255
    }
}
