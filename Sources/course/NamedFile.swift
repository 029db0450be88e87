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

    private var file: TypedFile {
        TypedFile(
            url: url, option: "--\(kind.rawValue)", replacesAnything: replacesAnything, limit: Self.limit,
            objection: objection)
    }

    /// Makes sure that the file can be written later.
    ///
    /// - Parameter bytes: how much free space it needs.
    /// - Throws: `StorageError` where it can't, or where somebody else's file is in the way.
    func check(needing bytes: Int) throws(StorageError) { try file.check(needing: bytes) }

    /// Writes the file, whole or not at all.
    ///
    /// - Throws: as ``check(needing:)``.
    func write(_ content: Safetensors) throws(StorageError) {
        var content = content
        content.metadata[Self.kindKey] = kind.rawValue
        try file.write(content.sealed())
    }

    private func objection(to found: [UInt8]) -> FileInTheWay.Reason? {
        switch Safetensors.seal(of: found) {
        case .absent: return .foreign
        case .broken: return .changed
        case .whole:
            guard let file = try? Safetensors(decoding: found), file.metadata[Self.kindKey] == kind.rawValue,
                file.metadata["model"] == training.model.name, isOfThisNetwork(file)
            else { return .other }
            return nil
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
}
