import Datasets
import Platform
import Storage

/// The folder where fetched data sets are kept, each in a folder of its own name.
public struct DataCache: Sendable {
    /// The folder.
    public let folder: URL

    /// A cache in a folder, which need not exist yet.
    public init(folder: URL) { self.folder = folder }

    /// What a look at a file found.
    public enum State: Equatable, Sendable {
        /// It is the published content.
        case verified(URL)
        /// It is something else; the error says what.
        case damaged(URL, DatasetError)
        /// It is not there.
        case absent
    }

    /// The folder of one data set.
    public func folder(of kind: DatasetDescription) -> DatasetFolder {
        DatasetFolder(folder.appending(path: kind.id, directoryHint: .isDirectory), of: kind)
    }

    /// Whether all four files are there; nothing is read.
    public func holds(_ kind: DatasetDescription) -> Bool { folder(of: kind).missingFiles.isEmpty }

    /// Reads a file and compares its content with the published one.
    public func state(of file: DatasetFile) -> State {
        let folder = folder(of: file.kind)
        guard let url = folder.location(of: file) else { return .absent }
        do {
            try folder.verify(file)
            return .verified(url)
        } catch {
            return .damaged(url, error)
        }
    }

    /// Renames a file that does not verify, so that it is neither used nor lost.
    ///
    /// - Returns: its new name, or `nil` where somebody else has just done so.
    /// - Throws: `StorageError` where it can't be renamed.
    func setAside(_ url: URL) throws(StorageError) -> URL? {
        let aside = url.appendingPathExtension("damaged")
        guard rename(url.path, aside.path) != 0 else { return aside }
        guard errno == ENOENT else {
            throw .cannotWrite(path: url.path, reason: .last)
        }
        return nil
    }

    /// Puts verified bytes where they are looked for.
    func publish(_ bytes: [UInt8], as file: DatasetFile) throws(StorageError) -> URL {
        let name = Gzip.isGzip(bytes) ? file.name + ".gz" : file.name
        let url = folder(of: file.kind).url.appending(path: name)
        try Files.write(bytes, to: url)
        return url
    }

    /// Every file that downloads put here: whole ones, ones set aside, beginnings, and what was left of them. What
    /// somebody else put beside them is not among them.
    public var ownFiles: [URL] {
        DatasetDescription.published.flatMap { kind in
            let folder = folder(of: kind).url
            let names = ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []).sorted()
            return Files.leftovers(in: folder)
                + names.filter { name in
                    kind.files.contains { file in
                        let whole = [file.name, file.name + ".gz"]
                        return whole.contains(name) || whole.contains { name == $0 + ".damaged" }
                            || PartialFile.isOne(name, of: file.name)
                    }
                }.map { folder.appending(path: $0) }
        }
    }
}
