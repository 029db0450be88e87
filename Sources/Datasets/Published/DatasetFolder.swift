import Platform
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
        do { stored = try Files.read(location, limit: file.largestStoredSize) } catch {
            throw .unreadable(reason: error.description)
        }
        return (try file.content(of: stored, named: location.path), location.path)
    }

    /// Reads a file and compares its content with the published one.
    ///
    /// - Throws: ``DatasetError`` for a file that is absent, unreadable, damaged, or another.
    public func verify(_ file: PublishedFile) throws(DatasetError) { _ = try content(of: file) }
}
