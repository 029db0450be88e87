import Platform
import Storage

/// What is being written into a folder, a line a file, noted before the file appears. It is there while somebody writes,
/// and after somebody who was killed; the manifest takes its lines over.
struct Journal: ~Copyable {
    /// The file's name.
    static let name = ".manifest.journal"

    private let descriptor: Int32
    private let path: String

    /// Goes on with the one that is there.
    ///
    /// - Parameter isNew: whether what is there goes first.
    /// - Throws: `StorageError`, naming the file.
    init(in folder: URL, isNew: Bool = false) throws(StorageError) {
        try Files.createFolder(folder)
        let path = folder.appending(path: Self.name).path
        if isNew { unlink(path) }
        let file = open(path, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o666)
        guard file >= 0 else { throw .cannotWrite(path: path, reason: .last) }
        (self.path, descriptor) = (path, file)
    }

    deinit { close(descriptor) }

    /// Notes that a file is about to appear.
    func note(_ path: String, hash: String) throws(StorageError) {
        // The line feed comes first: an earlier line may have been cut.
        let line = Array("\n\(hash) \(path)\n".utf8)
        guard write(descriptor, line, line.count) == line.count else {
            throw .cannotWrite(path: self.path, reason: .last)
        }
    }

    /// Whether the file is still where it was made: neither it nor its folder was removed.
    var isThere: Bool {
        var (own, named) = (stat(), stat())
        return fstat(descriptor, &own) == 0 && lstat(path, &named) == 0 && own.st_ino == named.st_ino
            && own.st_dev == named.st_dev
    }

    /// Whether there is nothing in a file but what writers of this program note, lines that were cut included.
    static func isOurs(_ bytes: [UInt8]) -> Bool {
        bytes.split(separator: UInt8(ascii: "\n")).allSatisfy { line in
            let digits = line.prefix(64)
            return digits.allSatisfy { (48...57).contains($0) || (97...102).contains($0) }
                && (line.count <= 64 || line[line.startIndex + 64] == UInt8(ascii: " "))
        }
    }

    /// The hashes that each file may have, by its path; none where there is no journal.
    static func read(in folder: URL) -> [String: Set<String>] {
        guard let bytes = try? Files.read(folder.appending(path: name), limit: 1 << 24) else { return [:] }
        return entries(in: bytes)
    }

    /// Lines that were cut, or that nobody here wrote, are left out.
    static func entries(in bytes: [UInt8]) -> [String: Set<String>] {
        var entries: [String: Set<String>] = [:]
        for line in String(decoding: bytes, as: UTF8.self).split(separator: "\n") {
            let parts = line.split(separator: " ", maxSplits: 1, omittingEmptySubsequences: false)
            guard parts.count == 2, parts[0].utf8.count == 64, parts[0].allSatisfy(\.isHexDigit),
                Manifest.isInside(String(parts[1]))
            else { continue }
            entries[String(parts[1]), default: []].insert(String(parts[0]))
        }
        return entries
    }

    /// Takes the journal away, once the manifest says what it says.
    static func remove(in folder: URL) { unlink(folder.appending(path: name).path) }
}
