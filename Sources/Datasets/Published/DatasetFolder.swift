import Foundation
import Storage

/// A folder in which the published files may lie: by themselves, or in a folder named as the data set; raw or
/// with `.gz` after their names.
public struct DatasetFolder: Hashable, Sendable {
    /// Which data set the folder should hold.
    public let kind: DatasetKind
    /// The folder.
    public let url: URL

    /// Names a folder; nothing is read yet.
    public init(_ url: URL, of kind: DatasetKind) {
        self.url = url
        self.kind = kind
    }

    /// The names of the files that are not there.
    public var missingFiles: [String] {
        kind.files.filter { location(of: $0) == nil }.map(\.name)
    }

    /// Where a file lies, if it is there: the data set's own folder before the given one, raw before `.gz`.
    public func location(of file: PublishedFile) -> URL? {
        for folder in [url.appending(path: kind.rawValue), url] {
            for name in [file.name, file.name + ".gz"] {
                let candidate = folder.appending(path: name)
                if FileManager.default.fileExists(atPath: candidate.path) { return candidate }
            }
        }
        return nil
    }

    /// The content of a file, decompressed and verified.
    func content(of file: PublishedFile) throws(DatasetError) -> (bytes: [UInt8], path: String) {
        guard let location = location(of: file) else {
            throw .missing(kind: kind, folder: url.path, files: missingFiles)
        }
        let stored: [UInt8]
        // No form of gzip makes a file much larger than its content.
        do { stored = try Files.read(location, limit: 2 * file.size + 1024) } catch {
            throw .unreadable(reason: error.description)
        }
        let bytes = try Self.decompressed(stored, limit: file.size, path: location.path)
        guard bytes.count == file.size else {
            throw .malformed(file: location.path, expected: "\(file.size) bytes", found: "\(bytes.count)")
        }
        let sum = SHA256.hex(of: bytes)
        guard sum == file.sha256 else {
            throw .wrongContent(
                kind: kind, file: location.path, expected: file.sha256, found: sum,
                foundIs: PublishedFile.whose(sha256: sum))
        }
        return (bytes, location.path)
    }

    /// Told by the bytes, not by the name: some servers hand out a `.gz` file already decompressed.
    private static func decompressed(
        _ bytes: [UInt8], limit: Int, path: String
    ) throws(DatasetError) -> [UInt8] {
        guard Gzip.isGzip(bytes) else { return bytes }
        do { return try Gzip.inflated(bytes, limit: limit) } catch {
            switch error {
            case .truncated: throw .damagedGzip(file: path, reason: "it ends too early")
            case .damaged(let reason): throw .damagedGzip(file: path, reason: reason)
            case .tooLarge(let limit):
                throw .malformed(file: path, expected: "\(limit) bytes decompressed", found: "more")
            }
        }
    }
}
