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
        // Opening a pipe would wait for its other end for ever.
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

    /// Publishes `bytes` under `url`, creating the folders above it. A new file has the mode that the umask allows; one
    /// that is replaced hands on its mode and its group.
    ///
    /// - Parameter throughLinks: whether a link in the place stays and the file that it leads to is written: for places
    ///   that people name. Elsewhere a link is replaced like a file, so that nobody leads the program astray.
    /// - Throws: ``StorageError``, naming the file; nothing is left behind.
    public static func write(_ bytes: [UInt8], to url: URL, throughLinks: Bool = false) throws(StorageError) {
        let place = throughLinks ? try destination(of: url) : url
        let folder = place.deletingLastPathComponent()
        if let code = create(folder) {
            throw .cannotWrite(path: url.path, reason: StorageReason(code: code, at: "cannot create \(folder.path)"))
        }
        for attempt in 1... {
            let access = FileAccess(of: place)
            let temporary = try TemporaryFile(for: place, mode: access?.beginning ?? FileAccess.new)
            if let reason = fill(temporary.descriptor, with: bytes, access) {
                unlink(temporary.path)
                throw .cannotWrite(path: url.path, reason: reason)
            }
            if rename(temporary.path, place.path) == 0 { break }
            let reason = StorageReason.last
            unlink(temporary.path)
            // Somebody tidied up in the moment before it was locked.
            guard reason.code == ENOENT, attempt < 3 else { throw .cannotWrite(path: url.path, reason: reason) }
        }
        removeLeftovers(of: [place])
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
            let code = errno
            var status = stat()
            // Foundation finds a file there by itself, and no call of the system has failed.
            guard stat(folder.path, &status) == 0, status.st_mode & S_IFMT != S_IFDIR else { return code }
            return ENOTDIR
        }
    }

    /// Writes and flushes; returns what went wrong, if anything.
    private static func fill(_ file: Int32, with bytes: [UInt8], _ access: FileAccess?) -> StorageReason? {
        var written = 0
        var failure: StorageReason?
        bytes.withUnsafeBytes { buffer in
            while written < buffer.count, failure == nil {
                let put = Platform.write(file, buffer.baseAddress.map { $0 + written }, buffer.count - written)
                if put < 0, errno == EINTR { continue }
                if put <= 0 { failure = .last } else { written += put }
            }
        }
        if failure == nil, access?.give(to: file) == false || fsync(file) != 0 { failure = .last }
        return failure
    }
}
