import Imaging
import Platform
import Publishing
import Storage

/// A file with what was made of a picture, under a name that somebody typed or that was made of the picture's name.
///
/// What the program made of the same picture, and nobody has changed since, is replaced. A PNG vouches for itself: of its
/// last two chunks one tells the picture, the other is a hash of all before it. Numbers are known by ``AnswerNotes``.
struct AnswerFile {
    let url: URL
    let kind: WrittenKind
    let replacesAnything: Bool
    private let picture: String
    private let notes: AnswerNotes

    /// - Parameters:
    ///   - path: as it was typed.
    ///   - kind: what it is to hold.
    ///   - source: the picture's path, as it was typed.
    init(_ path: String, _ kind: WrittenKind, of source: String, replacesAnything: Bool, notes: AnswerNotes) {
        (url, self.kind, self.replacesAnything) = (URL(typed: path).absoluteURL, kind, replacesAnything)
        picture = PictureIdentity.of(source, from: url.deletingLastPathComponent())
        self.notes = notes
    }

    private static let seal = "Seal"
    private static let source = "Picture"
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
        let told = try PNG.adding(Self.source, picture, to: file)
        try write(PNG.adding(Self.seal, SHA256.hex(of: told), to: told))
    }

    /// Writes a file, whole or not at all.
    ///
    /// - Throws: as ``check()``.
    func write(_ bytes: [UInt8]) throws(StorageError) {
        try object(unless: bytes)
        // Before it is there: a note of a file that never came harms nobody.
        if kind == .data { notes.note(SHA256.hex(of: bytes), of: picture) }
        try Files.write(bytes, to: url, throughLinks: true)
    }

    /// - Parameter bytes: what the file may hold already, no matter who wrote it.
    private func object(unless bytes: [UInt8]?) throws(StorageError) {
        guard !replacesAnything,
            let found = try Files.inPlace(of: url, limit: Self.limit, orElse: objection(.foreign)), found != bytes
        else { return }
        if let reason = kind == .data ? reasonToKeep(numbers: found, isFirst: bytes == nil) : reasonToKeep(found) {
            throw objection(reason)
        }
    }

    private func reasonToKeep(_ picture: [UInt8]) -> FileInTheWay.Reason? {
        guard let seal = PNG.last(Self.seal, of: 64, in: picture) else { return .foreign }
        guard seal.text == SHA256.hex(of: seal.rest) else { return .changed }
        return PNG.last(Self.source, of: 64, in: seal.rest)?.text == self.picture ? nil : .otherPicture
    }

    /// - Parameter isFirst: whether nobody knows yet what is to be written.
    private func reasonToKeep(numbers: [UInt8], isFirst: Bool) -> FileInTheWay.Reason? {
        if PNG.last(Self.seal, of: 64, in: numbers) != nil { return .other }
        switch notes.knowledge(of: SHA256.hex(of: numbers), picture: picture) {
        case .ofThisPicture: return nil
        // The same may stand there, whoever put it there.
        case .ofAnother: return isFirst ? nil : .otherPicture
        case .unknown: return isFirst ? nil : .untold
        }
    }

    private func objection(_ reason: FileInTheWay.Reason) -> StorageError {
        .inTheWay(
            [FileInTheWay(path: url.path, reason)], place: "file with --\(kind == .data ? "values" : "output")")
    }
}
