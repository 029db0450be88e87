import Platform
import Storage

/// Documents on disk: all that is called `*.md`, `*.yaml` and `course.yml` below a folder.
public struct DocumentFolder: Sendable {
    private let folder: URL
    private let root: URL

    /// - Parameters:
    ///   - folder: where the documents lie.
    ///   - root: errors name files by their paths below it.
    public init(_ folder: URL, calledFrom root: URL) {
        self.folder = folder
        self.root = root
    }

    /// The files by path, as ``DocumentLibrary`` takes them.
    ///
    /// - Throws: ``StorageError`` where a file can't be read; ``NotText`` where one is no UTF-8.
    public func files() throws -> [String: String] {
        let paths = try FileManager.default.subpathsOfDirectory(atPath: folder.path)
            .filter { $0.hasSuffix(".md") || $0.hasSuffix(".yaml") || $0.hasSuffix(LessonOrder.file) }
        var files: [String: String] = [:]
        for path in paths {
            let url = folder.appending(path: path)
            let bytes = try Files.read(url)
            let name = url.path.hasPrefix(root.path + "/") ? String(url.path.dropFirst(root.path.count + 1)) : url.path
            guard let text = String(validating: bytes, as: UTF8.self) else { throw NotText(file: name) }
            files[name] = text
        }
        return files
    }

    /// A document whose bytes are no text.
    public struct NotText: Error, CustomStringConvertible {
        let file: String

        /// Which one it is, and what to do.
        public var description: String { "\(file):1: error: this file is not UTF-8; save it as UTF-8" }
    }
}
