import Platform
import Storage

/// A file under a name that somebody typed, with no manifest beside it: it carries a hash of itself.
///
/// What is there is replaced where this program wrote it and nobody has changed it since; or where somebody says so.
struct SealedFile {
    let url: URL
    /// The option that names it: `--deck`.
    let option: String
    /// With which bytes every file of its kind begins.
    let start: [UInt8]
    let replacesAnything: Bool

    /// The largest file that is looked into.
    private static let limit = 1 << 30

    /// Makes sure that the file can be written later.
    ///
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
        guard !replacesAnything,
            let found = try Files.inPlace(of: url, limit: Self.limit, orElse: objection(.foreign)), found != bytes
        else { return }
        // The seal stands at the end.
        let tail = max(0, found.count - 256)
        guard case .whole = Seal.state(of: found, from: tail) else {
            if case .broken = Seal.state(of: found, from: tail) { throw objection(.changed) }
            throw objection(.foreign)
        }
        guard found.starts(with: start) else { throw objection(.other) }
    }

    private func objection(_ reason: FileInTheWay.Reason) -> StorageError {
        .inTheWay([FileInTheWay(path: url.path, reason)], place: "file with \(option)")
    }
}
