import Platform
import Storage

/// The files of a folder as they are now. Links may lead about in it, never out of it; there is no list of a folder.
public struct FolderSource: PageSource {
    /// Without links, as the system has it; no slash at the end.
    private let root: String

    /// - Throws: ``PreviewError`` where there is no such folder.
    public init(_ folder: URL) throws(PreviewError) {
        var status = stat()
        guard let root = Self.place(folder.path), stat(root, &status) == 0 else {
            throw .noFolder(path: folder.path, reason: .last)
        }
        guard status.st_mode & S_IFMT == S_IFDIR else {
            throw .noFolder(path: folder.path, reason: StorageReason(code: ENOTDIR))
        }
        self.root = root
    }

    /// The file there; nil where there is none, or something that is no file of this folder.
    ///
    /// - Throws: `StorageError` where the file can't be read.
    public func content(at path: PagePath) throws -> PageContent? {
        var status = stat()
        guard let place = Self.place("\(root)/\(path)"), place.hasPrefix(root == "/" ? "/" : root + "/"),
            stat(place, &status) == 0, status.st_mode & S_IFMT == S_IFREG
        else { return nil }
        return PageContent(try Files.read(URL(filePath: place)), type: ContentType(ofFile: path.segments.last ?? ""))
    }

    /// Where a path leads in the end; nil and `errno` where that is nowhere.
    private static func place(_ path: String) -> String? {
        guard let resolved = realpath(path, nil) else { return nil }
        defer { free(resolved) }
        return String(cString: resolved)
    }
}
