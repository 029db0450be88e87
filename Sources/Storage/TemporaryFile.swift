import Platform

/// A file under a name of its own beside the place where it is to stand: hidden, marked as this program's, and locked
/// as long as its writer lives. So anybody can tell what a program that was killed left from what somebody is writing.
struct TemporaryFile: ~Copyable {
    let descriptor: Int32
    let path: String

    private static let mark = ".course-"
    /// How many letters tell two writers of one file apart.
    private static let chosen = 6
    private static let letters = Array("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789".utf8)

    /// What `mkstemp` makes the name from.
    static func template(for url: URL) -> [CChar] {
        Array(path(for: url, String(repeating: "X", count: chosen)).utf8CString)
    }

    private static func path(for url: URL, _ letters: String) -> String {
        let folder = url.deletingLastPathComponent()
        return "\(folder.path)/.\(stem(of: url.lastPathComponent, in: folder))\(mark)\(letters)"
    }

    /// As much of a final name as fits beside what is added to it.
    static func stem(of name: String, in folder: URL) -> String {
        let most = Files.longestName(in: folder) - mark.utf8.count - chosen - 1
        guard name.utf8.count > most else { return name }
        var bytes = Array(name.utf8.prefix(max(most, 0)))
        // Not in the middle of a character: some file systems take whole ones alone.
        while !bytes.isEmpty, String(validating: bytes, as: UTF8.self) == nil { bytes.removeLast() }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// - Parameter mode: what the file allows; the umask takes away from it.
    /// - Throws: ``StorageError``, naming the final place.
    init(for url: URL, mode: mode_t = FileAccess.new) throws(StorageError) {
        var random = SystemRandomNumberGenerator()
        for attempt in 1... {
            let letters = (0..<Self.chosen).map { _ in Self.letters.randomElement(using: &random) ?? 0 }
            let path = Self.path(for: url, String(decoding: letters, as: UTF8.self))
            let file = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, mode)
            if file < 0, errno == EEXIST, attempt < 100 { continue }
            guard file >= 0 else { throw .cannotWrite(path: url.path, reason: .last) }
            // Where a file system knows no locks, nobody can tell, and nothing is taken away.
            flock(file, LOCK_EX | LOCK_NB)
            (descriptor, self.path) = (file, path)
            return
        }
        throw .cannotWrite(path: url.path, reason: StorageReason(code: EEXIST))
    }

    /// Once the file has its final name, or is gone, the lock no longer matters.
    deinit { close(descriptor) }

    /// What a file with this name has of its final name, if it is one of these.
    static func stem(in name: String) -> String? {
        guard name.hasPrefix("."), name.utf8.count > chosen + mark.utf8.count + 1 else { return nil }
        let letters = name.suffix(chosen)
        let rest = name.dropLast(chosen)
        guard letters.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber) }), rest.hasSuffix(mark) else {
            return nil
        }
        return String(rest.dropFirst().dropLast(mark.count))
    }

    /// Takes a file away if nobody is writing it.
    static func removeAbandoned(_ path: String) {
        let file = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
        guard file >= 0 else { return }
        defer { close(file) }
        var status = stat()
        guard fstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG, flock(file, LOCK_EX | LOCK_NB) == 0
        else { return }
        unlink(path)
    }
}

extension Files {
    /// What `mkstemp` makes a hidden name beside a file from, marked as this program's.
    public static func temporaryTemplate(for url: URL) -> [CChar] { TemporaryFile.template(for: url) }

    /// Files that writers who were killed left in a folder, under hidden names of this program's own pattern.
    public static func leftovers(in folder: URL) -> [URL] {
        names(in: folder).filter { TemporaryFile.stem(in: $0) != nil }.sorted()
            .map { folder.appending(path: $0) }
    }

    /// Takes away what writers of these files left beside them when they were killed. What somebody is writing stays.
    public static func removeLeftovers(of files: [URL]) {
        let byFolder = Dictionary(grouping: files) { $0.deletingLastPathComponent() }
        for (folder, files) in byFolder {
            let wanted = Set(files.map { TemporaryFile.stem(of: $0.lastPathComponent, in: folder) })
            for name in names(in: folder) where TemporaryFile.stem(in: name).map(wanted.contains) ?? false {
                TemporaryFile.removeAbandoned(folder.appending(path: name).path)
            }
        }
    }

    private static func names(in folder: URL) -> [String] {
        (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    }
}
