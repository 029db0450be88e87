import Platform
import Storage

/// What has come of a file so far, under a name of its own beside the place where the whole file will stand.
///
/// Its writer holds a lock on it, which the system releases when the program ends, however it ends. So a
/// later run goes on with what an earlier one left, and programs that run at once never write into the same file.
final class PartialFile {
    /// How many bytes it has.
    private(set) var count: Int
    let url: URL
    private let descriptor: Int32

    /// Goes on with the longest file that nobody writes any more, or begins one.
    ///
    /// - Throws: `StorageError`, naming the folder.
    init(for name: String, in folder: URL) throws(StorageError) {
        try Files.createFolder(folder)
        let left = Self.names(of: name, in: folder).compactMap { Self.locked(folder.appending(path: $0)) }
            .sorted { $0.count > $1.count }
        // One is enough: the shorter ones go.
        for other in left.dropFirst() { Self.remove(other) }
        if let longest = left.first {
            (descriptor, count, url) = (longest.descriptor, longest.count, longest.url)
            return
        }
        var template = Files.temporaryTemplate(for: folder.appending(path: name))
        let file = mkstemp(&template)
        guard file >= 0 else { throw .cannotWrite(path: folder.path, reason: .last) }
        let path = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
        // Only now: a name that others look for belongs to a file that is locked already.
        guard flock(file, LOCK_EX | LOCK_NB) == 0, rename(path, path + Self.suffix) == 0 else {
            let reason = StorageReason.last
            unlink(path)
            close(file)
            throw .cannotWrite(path: folder.path, reason: reason)
        }
        (descriptor, count, url) = (file, 0, URL(filePath: path + Self.suffix))
    }

    deinit { close(descriptor) }

    /// Adds bytes at the end.
    func append(_ bytes: UnsafeBufferPointer<UInt8>) throws(StorageError) {
        var written = 0
        while written < bytes.count {
            let put = write(descriptor, bytes.baseAddress.map { $0 + written }, bytes.count - written)
            if put < 0, errno == EINTR { continue }
            guard put > 0 else { throw .cannotWrite(path: url.path, reason: .last) }
            written += put
            count += put
        }
    }

    /// Throws away what came so far.
    func restart() throws(StorageError) {
        guard ftruncate(descriptor, 0) == 0, lseek(descriptor, 0, SEEK_SET) == 0 else {
            throw .cannotWrite(path: url.path, reason: .last)
        }
        count = 0
    }

    /// Everything that came so far.
    func content() throws(StorageError) -> [UInt8] { try Files.read(url) }

    /// Takes the file away; what was written is published elsewhere, or worth nothing.
    func remove() { unlink(url.path) }

    private static let suffix = ".part"

    private typealias Left = (descriptor: Int32, count: Int, url: URL)

    private static func names(of name: String, in folder: URL) -> [String] {
        ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? [])
            .filter { isOne($0, of: name) }.sorted()
    }

    /// Whether a name is that of a beginning of this file.
    static func isOne(_ candidate: String, of name: String) -> Bool {
        candidate.hasPrefix(".\(name).") && candidate.hasSuffix(suffix)
    }

    /// `nil` where somebody else holds it, or where its owner has just taken it away.
    private static func locked(_ url: URL) -> Left? {
        let file = open(url.path, O_RDWR | O_APPEND | O_CLOEXEC | O_NOFOLLOW)
        guard file >= 0 else { return nil }
        var (own, named) = (stat(), stat())
        guard flock(file, LOCK_EX | LOCK_NB) == 0, fstat(file, &own) == 0, lstat(url.path, &named) == 0,
            own.st_ino == named.st_ino, own.st_mode & S_IFMT == S_IFREG
        else {
            close(file)
            return nil
        }
        return (file, Int(own.st_size), url)
    }

    private static func remove(_ left: Left) {
        unlink(left.url.path)
        close(left.descriptor)
    }
}
