import Platform
import Storage

/// A file under a name that somebody typed, with no manifest beside it: the file vouches for itself.
///
/// What is there is replaced where this program wrote it and nobody has changed it since; or where somebody says so.
struct TypedFile {
    let url: URL
    /// The option that names it: `--deck`.
    let option: String
    let replacesAnything: Bool
    /// The largest file that is looked into, in bytes.
    let limit: Int
    /// Why a file that is there may not be replaced; `nil` where it may.
    let objection: ([UInt8]) -> FileInTheWay.Reason?

    /// Makes sure that the file can be written later.
    ///
    /// - Parameter bytes: how much free space it needs.
    /// - Throws: `StorageError` where it can't, or where somebody else's file is in the way.
    func check(needing bytes: Int) throws(StorageError) {
        try Files.checkNamed(url, needing: bytes)
        try object(unless: nil)
    }

    /// Writes the file, whole or not at all.
    ///
    /// - Throws: as ``check(needing:)``.
    func write(_ bytes: [UInt8]) throws(StorageError) {
        try object(unless: bytes)
        try Files.write(bytes, to: url, throughLinks: true)
    }

    /// - Parameter bytes: what the file may hold already, no matter who wrote it.
    private func object(unless bytes: [UInt8]?) throws(StorageError) {
        guard !replacesAnything, let found = try Files.inPlace(of: url, limit: limit, orElse: error(.foreign)),
            found != bytes
        else { return }
        if let reason = objection(found) { throw error(reason) }
    }

    private func error(_ reason: FileInTheWay.Reason) -> StorageError {
        .inTheWay([FileInTheWay(path: url.path, reason)], place: "file with \(option)")
    }
}
