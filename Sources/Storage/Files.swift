import Platform

/// Whole files in, whole files out.
///
/// A file appears under its final name complete or not at all: bytes go to a temporary name beside it, are
/// flushed to the disk, and the file is renamed. Whatever stops the program, an earlier file stays whole.
public enum Files {
    /// The whole content of a file.
    ///
    /// - Parameter limit: the largest size in bytes that is read.
    /// - Throws: ``StorageError``, naming the file.
    public static func read(_ url: URL, limit: Int = 1 << 31) throws(StorageError) -> [UInt8] {
        // Whoever names a pipe would wait for its other end for ever.
        let file = open(url.path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard file >= 0 else { throw .cannotRead(path: url.path, reason: .last) }
        defer { close(file) }
        var status = stat()
        guard fstat(file, &status) == 0 else { throw .cannotRead(path: url.path, reason: .last) }
        guard status.st_mode & S_IFMT == S_IFREG else {
            throw .cannotRead(path: url.path, reason: "not a regular file")
        }
        let size = Int(status.st_size)
        guard size <= limit else { throw .tooLarge(path: url.path, bytes: size, limit: limit) }
        var failure: StorageReason?
        let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
            while count < size {
                let got = Platform.read(file, buffer.baseAddress.map { $0 + count }, size - count)
                if got < 0, errno == EINTR { continue }
                if got < 0 { failure = .last }
                guard got > 0 else { break }
                count += got
            }
        }
        if let failure { throw .cannotRead(path: url.path, reason: failure) }
        return bytes
    }

    /// Publishes `bytes` under `url`, creating the folders above it.
    ///
    /// - Throws: ``StorageError``, naming the file; nothing is left behind.
    public static func write(_ bytes: [UInt8], to url: URL) throws(StorageError) {
        let folder = url.deletingLastPathComponent()
        if let code = create(folder) {
            throw .cannotWrite(path: url.path, reason: StorageReason(code: code, at: "cannot create \(folder.path)"))
        }
        for attempt in 1... {
            let temporary = try TemporaryFile(for: url)
            if let reason = fill(temporary.descriptor, with: bytes) {
                unlink(temporary.path)
                throw .cannotWrite(path: url.path, reason: reason)
            }
            if rename(temporary.path, url.path) == 0 { break }
            let reason = StorageReason.last
            unlink(temporary.path)
            // Somebody tidied up in the moment before it was locked.
            guard reason.code == ENOENT, attempt < 3 else { throw .cannotWrite(path: url.path, reason: reason) }
        }
        removeLeftovers(of: [url])
    }

    /// Publishes a text as UTF-8.
    public static func write(_ text: String, to url: URL) throws(StorageError) {
        try write(Array(text.utf8), to: url)
    }

    /// Makes sure that the folder is there, and those above it.
    ///
    /// - Throws: ``StorageError``, naming the folder.
    public static func createFolder(_ folder: URL) throws(StorageError) {
        if let code = create(folder) { throw .cannotWrite(path: folder.path, reason: StorageReason(code: code)) }
    }

    /// - Returns: why the folder can't be there: the system's number.
    private static func create(_ folder: URL) -> Int32? {
        do {
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            return nil
        } catch {
            return errno
        }
    }

    /// Makes sure that files can be put into a folder, before hours are spent on computing them.
    ///
    /// - Parameter bytes: how much free space they need.
    /// - Throws: ``StorageError``, naming the folder. Either way the disk is left as it was.
    public static func checkWritable(_ folder: URL, needing bytes: Int = 0) throws(StorageError) {
        var existing = folder.standardizedFileURL
        var status = stat()
        // What does not exist can be created where the nearest folder above can be written.
        while stat(existing.path, &status) != 0, existing.path != "/" {
            let reason = StorageReason.last
            guard reason.code == ENOENT || reason.code == ENOTDIR else {
                throw .cannotWrite(path: folder.path, reason: reason)
            }
            guard lstat(existing.path, &status) != 0 else {
                throw .cannotWrite(path: folder.path, reason: "\(existing.path) is a link that leads nowhere")
            }
            existing.deleteLastPathComponent()
        }
        guard status.st_mode & S_IFMT == S_IFDIR else {
            throw .cannotWrite(path: folder.path, reason: "\(existing.path) is not a folder")
        }
        guard access(existing.path, W_OK | X_OK) == 0 else {
            throw .cannotWrite(path: folder.path, reason: .last)
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

    /// Writes and flushes; returns what went wrong, if anything.
    private static func fill(_ file: Int32, with bytes: [UInt8]) -> StorageReason? {
        var written = 0
        var failure: StorageReason?
        bytes.withUnsafeBytes { buffer in
            while written < buffer.count, failure == nil {
                let put = Platform.write(file, buffer.baseAddress.map { $0 + written }, buffer.count - written)
                if put < 0, errno == EINTR { continue }
                if put <= 0 { failure = .last } else { written += put }
            }
        }
        if failure == nil, fchmod(file, 0o644) != 0 || fsync(file) != 0 { failure = .last }
        return failure
    }
}
