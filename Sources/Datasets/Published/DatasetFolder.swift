import Platform
import Storage

/// A folder in which the published files may lie: by themselves, or in a folder named as the data set; raw or
/// with `.gz` after their names.
public struct DatasetFolder: Hashable, Sendable {
    /// Which data set the folder should hold.
    public let kind: DatasetDescription
    /// The folder.
    public let url: URL

    /// Names a folder; nothing is read yet.
    public init(_ url: URL, of kind: DatasetDescription) {
        self.url = url
        self.kind = kind
    }

    /// Where a data set lies below a folder that somebody named: as the course lays it, or as torchvision does
    /// (`MNIST/raw`, `FashionMNIST/raw`). Both sets use the same file names, so files beside the folder of
    /// Fashion-MNIST's name are taken to be MNIST's.
    ///
    /// - Returns: the first such place that holds any of the files, or files of almost those names; the course's own
    ///   where none does.
    public init(of kind: DatasetDescription, below named: URL) {
        let own = kind == .mnist ? named : named.appending(path: kind.id, directoryHint: .isDirectory)
        var others = ["\(kind.torchName)/raw", kind.torchName]
        // Of the folder MNIST itself, somebody may name the one that torchvision made.
        if kind == .mnist { others.append("raw") }
        let all = [own] + others.map { named.appending(path: $0, directoryHint: .isDirectory) }
        let folders = all.map { DatasetFolder($0, of: kind) }
        self =
            folders.first(where: \.holdsAny) ?? folders.first { !$0.nearNames(of: kind.files).isEmpty }
            ?? DatasetFolder(own, of: kind)
    }

    /// Whether any of the files is there.
    public var holdsAny: Bool { missing.count < kind.files.count }

    /// The names of the files that are not there.
    public var missingFiles: [String] { missing.map(\.name) }

    private var missing: [DatasetFile] { kind.files.filter { location(of: $0) == nil } }

    /// What to say where files are missing; `nil` where none is.
    public var problem: DatasetError? {
        let missing = missing
        guard !missing.isEmpty else { return nil }
        return .missing(kind: kind, folder: url.path, files: missing.map(\.name), near: nearNames(of: missing))
    }

    /// Makes sure that all files have the published size, which takes a look at each and no more; one that has not is
    /// read, to tell what it is.
    ///
    /// - Throws: ``DatasetError`` for a file of another size.
    public func checkSizes() throws(DatasetError) {
        for file in kind.files {
            guard let location = location(of: file), toldSize(at: location) != file.size else { continue }
            try verify(file)
        }
    }

    /// How many bytes a file holds once it is decompressed; nil where it doesn't say.
    private func toldSize(at url: URL) -> Int? {
        var status = stat()
        guard stat(url.path, &status) == 0 else { return nil }
        guard url.path.hasSuffix(".gz") else { return Int(status.st_size) }
        let descriptor = open(url.path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return nil }
        defer { close(descriptor) }
        var told = [UInt8](repeating: 0, count: 4)
        guard pread(descriptor, &told, 4, max(0, status.st_size - 4)) == 4 else { return nil }
        return Gzip.toldSize(told)
    }

    /// Where files are looked for, in order.
    var places: [URL] { [url.appending(path: kind.id, directoryHint: .isDirectory), url] }

    /// Where a file lies, if it is there: the data set's own folder before the given one, raw before `.gz`.
    public func location(of file: DatasetFile) -> URL? {
        for folder in places {
            for name in file.names {
                let candidate = folder.appending(path: name)
                if FileManager.default.fileExists(atPath: candidate.path) { return candidate }
            }
        }
        return nil
    }

    /// The content of a file, decompressed and verified.
    func content(of file: DatasetFile) throws(DatasetError) -> (bytes: [UInt8], path: String) {
        guard let location = location(of: file) else {
            throw problem ?? .missing(kind: kind, folder: url.path, files: [file.name])
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
    public func verify(_ file: DatasetFile) throws(DatasetError) { _ = try content(of: file) }
}

extension DatasetFile {
    /// What the file may be called: as published or, as some archives have it and 7-Zip unpacks it, with a dot before
    /// `idx`; raw or compressed.
    var names: [String] {
        kind.isPublished ? [name, name + ".gz", dottedName, dottedName + ".gz"] : [name]
    }

    private var dottedName: String { name.replacing("-idx", with: ".idx") }
}

extension DatasetDescription {
    /// The folder that torchvision makes for the data set.
    fileprivate var torchName: String { name.replacing("-", with: "") }
}
