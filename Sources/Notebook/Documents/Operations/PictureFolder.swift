import Documents
import Imaging
import Languages
import Platform
import Storage

/// Where the pictures lie that documents name: beside the documents.
public struct PictureFolder: Sendable {
    private let root: URL?

    /// - Parameter root: the folder from which documents are called by their paths; nil where they lie in no folder.
    public init(_ root: URL? = nil) { self.root = root }

    /// A picture that a block names.
    ///
    /// - Parameters:
    ///   - name: its path from the document on.
    ///   - attributes: the block's.
    /// - Throws: ``DocumentError`` where there is none, with the near miss, or where it can't be read.
    func picture(_ name: String, for attributes: Attributes) throws(DocumentError) -> SourcePicture {
        guard let root else {
            throw attributes.fault(
                "the picture “\(name)” lies beside a document on disk, and this one is carried by the program; name its "
                    + "folder with --documents")
        }
        let parts = name.split(separator: "/", omittingEmptySubsequences: false)
        guard !name.isEmpty, !parts.contains(where: { $0.isEmpty || $0 == ".." }) else {
            throw attributes.fault(
                "“\(name)” leads out of the documents' folder; put the picture beside the document, and name it from there"
            )
        }
        let folder = root.appending(path: attributes.place.file).deletingLastPathComponent()
        let url = folder.appending(path: name)
        guard FileManager.default.fileExists(atPath: url.path) else {
            let near =
                (try? FileManager.default.contentsOfDirectory(atPath: url.deletingLastPathComponent().path)) ?? []
            let hint = NearMisses.hint(
                for: String(parts[parts.count - 1]), in: near.sorted(),
                otherwise: "put it beside the document.")
            throw attributes.fault("there is no picture “\(name)”; \(hint)")
        }
        do {
            return try PictureFile.decode(try Files.read(url, limit: PictureLimits.bytes))
        } catch {
            throw attributes.fault("\(name): \(error)")
        }
    }
}
