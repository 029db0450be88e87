import Platform
import Storage

/// Which files of a folder are the program's, as it wrote them: those that its manifest or its journal names, with the
/// hash that was noted. All others are somebody else's, and so is one of ours that was edited.
struct Ownership {
    private let noted: [String: Set<String>]
    /// Of which pictures files were made, by path.
    private let pictures: [String: String]

    /// Reads what is noted.
    ///
    /// The journal comes first: a program that finishes writing at this moment writes the manifest before it removes the
    /// journal.
    init(of folder: URL) {
        let journal = Journal.read(in: folder)
        let bytes = try? Files.read(folder.appending(path: Manifest.name), limit: 1 << 24)
        let manifest = bytes.flatMap { try? Manifest(decoding: $0) }
        noted = WrittenFiles.noted(journal, by: manifest)
        pictures = manifest?.pictures ?? [:]
    }

    /// What stands in a place where a file is to go.
    struct Standing {
        let path: String
        fileprivate let url: URL
        /// Whether no manifest can know the file, which then has to vouch for itself.
        let isApart: Bool
        /// The content of such a file; of others the hash is enough.
        fileprivate let bytes: [UInt8]
        /// SHA-256 of a file's content; nil for one that can't be read.
        let hash: String?
        /// Whether there is something to lose: an empty file holds nothing.
        let isTaken: Bool

        /// - Throws: `StorageError` where no file can ever stand.
        init(_ path: String, in folder: URL) throws(StorageError) {
            self.path = path
            url = folder.appending(path: path)
            isApart = [Manifest.name, Journal.name, ReportTimings.name].contains(path)
            var status = stat()
            guard stat(url.path, &status) == 0 else {
                let reason = StorageReason.last
                (bytes, hash, isTaken) = ([], nil, false)
                switch reason.code {
                case ENOENT: _ = try Files.destination(of: url)
                case ENOTDIR:
                    throw .cannotWrite(path: url.path, reason: "a file is where a folder should be; move it away")
                default: throw .cannotWrite(path: url.path, reason: reason)
                }
                return
            }
            guard status.st_mode & S_IFMT == S_IFREG else {
                let isFolder = status.st_mode & S_IFMT == S_IFDIR
                throw .cannotWrite(
                    path: url.path, reason: "it is \(isFolder ? "a folder" : "no regular file"); move it away")
            }
            isTaken = status.st_size > 0
            let content = isTaken ? try? Files.read(url) : nil
            hash = content.map { SHA256.hex(of: $0) }
            bytes = isApart ? content ?? [] : []
        }
    }

    /// Why a file is not to be replaced; nil where it may be.
    ///
    /// - Parameter picture: what the new file is made of, if that is a picture of somebody's.
    func objection(to standing: Standing, madeOf picture: String? = nil) -> FileInTheWay? {
        guard standing.isTaken else { return nil }
        guard let hash = standing.hash else { return FileInTheWay(path: standing.url.path, .foreign) }
        let known = noted[standing.path]
        let reason: FileInTheWay.Reason? =
            switch standing.path {
            case Manifest.name: Self.objection(toManifest: standing.bytes)
            case ReportTimings.name: ReportTimings.objection(to: standing.bytes)
            case Journal.name: Journal.isOurs(standing.bytes) ? nil : .foreign
            default: known?.contains(hash) == true ? nil : known == nil ? .foreign : .changed
            }
        if reason == nil, let picture, let other = pictures[standing.path], other != picture {
            return FileInTheWay(path: standing.url.path, .otherPicture)
        }
        return reason.map { FileInTheWay(path: standing.url.path, $0) }
    }

    /// An earlier version of the program did not seal.
    private static func objection(toManifest bytes: [UInt8]) -> FileInTheWay.Reason? {
        guard (try? Manifest(decoding: bytes)) != nil else { return .foreign }
        if case .broken = Seal.state(of: bytes) { return .changed }
        return nil
    }
}
