import Platform

/// A file under a name of its own beside the place where it is to stand: hidden, marked as this program's, and locked
/// as long as its writer lives. So anybody can tell what a program that was killed left from what somebody is writing.
struct TemporaryFile: ~Copyable {
    let descriptor: Int32
    let path: String

    private static let mark = ".course-"
    /// The letters that `mkstemp` chooses.
    private static let chosen = 6

    /// What `mkstemp` makes the name from.
    static func template(for url: URL) -> [CChar] {
        let name = ".\(url.lastPathComponent)\(mark)" + String(repeating: "X", count: chosen)
        return Array("\(url.deletingLastPathComponent().path)/\(name)".utf8CString)
    }

    /// - Throws: ``StorageError``, naming the final place.
    init(for url: URL) throws(StorageError) {
        var template = Self.template(for: url)
        let file = mkstemp(&template)
        guard file >= 0 else { throw .cannotWrite(path: url.path, reason: .last) }
        // Where a file system knows no locks, nobody can tell, and nothing is taken away.
        flock(file, LOCK_EX | LOCK_NB)
        (descriptor, path) = (file, String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self))
    }

    /// Once the file has its final name, or is gone, the lock has nothing to say any more.
    deinit { close(descriptor) }

    /// The final name of a file with this name, if it is one of these.
    static func finalName(of name: String) -> String? {
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
        names(in: folder).filter { TemporaryFile.finalName(of: $0) != nil }.sorted()
            .map { folder.appending(path: $0) }
    }

    /// Takes away what writers of these files left beside them when they were killed. What somebody is writing stays.
    public static func removeLeftovers(of files: [URL]) {
        let byFolder = Dictionary(grouping: files) { $0.deletingLastPathComponent() }
        for (folder, files) in byFolder {
            let wanted = Set(files.map(\.lastPathComponent))
            for name in names(in: folder) where TemporaryFile.finalName(of: name).map(wanted.contains) ?? false {
                TemporaryFile.removeAbandoned(folder.appending(path: name).path)
            }
        }
    }

    private static func names(in folder: URL) -> [String] {
        (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    }
}
