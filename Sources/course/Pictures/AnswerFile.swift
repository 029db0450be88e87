import Imaging
import Platform
import Publishing
import Storage

/// A file with what was made of a picture, under a name that somebody typed or that was made of the picture's name.
///
/// A PNG vouches for itself: its last chunk is a hash of the others, so it is replaced as long as nobody has changed it.
/// Numbers have no place for that, and stay unless somebody says otherwise.
struct AnswerFile {
    let url: URL
    let kind: WrittenKind
    let replacesAnything: Bool

    /// - Parameters:
    ///   - path: as it was typed.
    ///   - kind: what it is to hold.
    init(_ path: String, _ kind: WrittenKind, replacesAnything: Bool) {
        (url, self.kind, self.replacesAnything) = (URL(typed: path).absoluteURL, kind, replacesAnything)
    }

    private static let keyword = "Seal"
    private static let limit = 1 << 30

    /// Makes sure that the file can be written later.
    ///
    /// - Throws: `StorageError` where it can't, or where somebody else's file is in the way.
    func check() throws(StorageError) {
        try Files.checkNamed(url, needing: 1 << 16)
        try object(unless: nil)
    }

    /// Writes a picture, whole or not at all.
    ///
    /// - Throws: as ``check()``, and `PNGError`.
    func write(png file: [UInt8]) throws {
        try write(PNG.adding(Self.keyword, SHA256.hex(of: file), to: file))
    }

    /// Writes a file, whole or not at all.
    ///
    /// - Throws: as ``check()``.
    func write(_ bytes: [UInt8]) throws(StorageError) {
        try object(unless: bytes)
        try Files.write(bytes, to: url, throughLinks: true)
    }

    /// - Parameter bytes: what the file may hold already, no matter who wrote it.
    private func object(unless bytes: [UInt8]?) throws(StorageError) {
        guard !replacesAnything,
            let found = try Files.inPlace(of: url, limit: Self.limit, orElse: objection(.foreign)), found != bytes
        else { return }
        guard let seal = PNG.last(Self.keyword, of: 64, in: found) else {
            // What numbers are to be written is not known yet; the same may stand there.
            if bytes == nil, kind == .data { return }
            throw objection(kind == .data ? .untold : .foreign)
        }
        guard kind == .figure else { throw objection(.other) }
        guard seal.text == SHA256.hex(of: seal.rest) else { throw objection(.changed) }
    }

    private func objection(_ reason: FileInTheWay.Reason) -> StorageError {
        .inTheWay([FileInTheWay(path: url.path, reason)], place: "file")
    }
}
