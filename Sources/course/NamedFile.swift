import Platform
import NeuralNetwork
import Notebook
import Publishing
import Storage

/// A `safetensors` file under a name that somebody typed, with no manifest beside it: the file vouches for itself.
///
/// What is there is replaced where this program wrote it, for the same network and of the same kind, and nobody has
/// changed it since; or where somebody says so.
struct NamedFile {
    let url: URL
    let kind: WrittenKind
    /// What the file is of.
    let training: Training
    let replacesAnything: Bool

    /// The metadata entry that tells weights from predictions.
    private static let kindKey = "holds"
    /// The largest file that is looked into: weights of the course have some megabytes.
    private static let limit = 1 << 28

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
    func write(_ file: Safetensors) throws(StorageError) {
        var file = file
        file.metadata[Self.kindKey] = kind.rawValue
        let bytes = file.sealed()
        try object(unless: bytes)
        try Files.write(bytes, to: url, throughLinks: true)
    }

    /// - Parameter bytes: what the file may hold already, no matter who wrote it.
    private func object(unless bytes: [UInt8]?) throws(StorageError) {
        guard !replacesAnything,
            let found = try Files.inPlace(of: url, limit: Self.limit, orElse: objection(.foreign)), found != bytes
        else { return }
        switch Safetensors.seal(of: found) {
        case .absent: throw objection(.foreign)
        case .broken: throw objection(.changed)
        case .whole:
            guard let file = try? Safetensors(decoding: found), file.metadata[Self.kindKey] == kind.rawValue,
                file.metadata["model"] == training.model.name, isOfThisNetwork(file)
            else { throw objection(.other) }
        }
    }

    /// Whether the file describes the same layers, trained on the same data: two networks may share a name. Files that
    /// don't describe their network are known by its name alone.
    private func isOfThisNetwork(_ file: Safetensors) -> Bool {
        let described: NetworkFile?
        do {
            described = try NetworkFile(describedIn: file.metadata, path: url.path, name: training.model.name)
        } catch { return false }
        guard let other = described?.training else { return true }
        return other.model.model.canonicalDescription == training.model.model.canonicalDescription
            && other.source == training.source
    }

    private func objection(_ reason: FileInTheWay.Reason) -> StorageError {
        .inTheWay([FileInTheWay(path: url.path, reason)], place: "file with --\(kind.rawValue)")
    }
}
