import Platform
import Storage

/// Which files of numbers this program has written, and of which pictures, so that it knows them again. A picture carries
/// that itself; in a table or an array it would be in the way of whoever reads it.
///
/// A note is an empty file in the user's cache: its name is the hash of what was written, and that of the picture.
struct AnswerNotes {
    let folder: URL

    /// How many notes are kept: the oldest go.
    private static let most = 1_000

    /// What is known of a file's content.
    enum Knowledge {
        case ofThisPicture, ofAnother, unknown
    }

    /// - Parameters:
    ///   - hash: SHA-256 of the content.
    ///   - picture: a ``PictureIdentity``.
    func knowledge(of hash: String, picture: String) -> Knowledge {
        if FileManager.default.fileExists(atPath: place(hash, picture).path) { return .ofThisPicture }
        return names.contains { $0.hasPrefix(hash) } ? .ofAnother : .unknown
    }

    /// Notes what is about to be written. Where that fails nothing is lost: the file will only need --force next time.
    func note(_ hash: String, of picture: String) {
        guard (try? Files.write([], to: place(hash, picture))) != nil else { return }
        let names = names
        guard names.count > Self.most else { return }
        let dated = names.map { name in (time: time(of: name), name: name) }
        for old in dated.sorted(by: { ($0.time, $0.name) < ($1.time, $1.name) }).prefix(names.count - Self.most) {
            unlink(folder.appending(path: old.name).path)
        }
    }

    private var names: [String] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        return names.filter { $0.utf8.count == 129 && $0.utf8.allSatisfy { "0123456789abcdef-".utf8.contains($0) } }
    }

    private func time(of name: String) -> Double {
        var status = stat()
        guard stat(folder.appending(path: name).path, &status) == 0 else { return 0 }
        #if canImport(Darwin)
            return Double(status.st_mtimespec.tv_sec) + Double(status.st_mtimespec.tv_nsec) / 1e9
        #else
            return Double(status.st_mtim.tv_sec) + Double(status.st_mtim.tv_nsec) / 1e9
        #endif
    }

    private func place(_ hash: String, _ picture: String) -> URL { folder.appending(path: "\(hash)-\(picture)") }
}
