import Documents
import Imaging
import Languages
import NeuralNetwork
import Platform
import Storage

/// Where the files lie that blocks name, pictures, networks and weights: beside the documents.
public struct BlockFiles: Sendable {
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
        let url = try url(name, "picture", for: attributes)
        do {
            return try PictureFile.decode(try Files.read(url, limit: PictureLimits.bytes))
        } catch {
            throw attributes.fault("\(name): \(error)")
        }
    }

    /// The training of a network that a block names. It is called after its file, so that all blocks and lessons that
    /// name the same file share it, and none has the name of a training of the course.
    ///
    /// - Parameters:
    ///   - name: the path of its file from the document on.
    ///   - attributes: the block's.
    /// - Throws: ``DocumentError`` where there is no such file, with the near miss, or where it describes no network, with
    ///   the place in it.
    func training(_ name: String, for attributes: Attributes) throws(DocumentError) -> Training {
        let url = try url(name, "network", for: attributes)
        do {
            return try NetworkFile(at: url, path: name).training(as: path(of: name, for: attributes))
        } catch let error as NetworkFileError {
            throw attributes.fault("\(error)")
        } catch {
            throw attributes.fault("\(name): \(error)")
        }
    }

    /// The weights that a block names.
    ///
    /// - Parameters:
    ///   - name: their path from the document on.
    ///   - attributes: the block's.
    /// - Throws: ``DocumentError`` where there are none, with the near miss, or where they do not tell what they are of.
    func weights(_ name: String, for attributes: Attributes) throws(DocumentError) -> WeightsFile {
        let url = try url(name, "file of weights", for: attributes)
        do { return try WeightsFile(at: url, path: name) } catch { throw attributes.fault("\(error)") }
    }

    /// The parts of a path; nil where it leads out of the folder.
    private static func parts(of name: String) -> [Substring]? {
        let parts = name.split(separator: "/", omittingEmptySubsequences: false)
        guard !name.isEmpty, !parts.contains(where: { $0.isEmpty || $0 == ".." }) else { return nil }
        return parts.filter { $0 != "." }
    }

    /// The path of a file from the documents' folder on, of letters, digits and `-._/`: it names a folder of the store.
    private func path(of name: String, for attributes: Attributes) -> String {
        let folder = attributes.place.file.split(separator: "/").dropLast()
        let parts = folder + (Self.parts(of: name) ?? [])
        return String(
            parts.joined(separator: "/").map { $0.isLetter || $0.isNumber || "-._/".contains($0) ? $0 : "-" })
    }

    private func url(
        _ name: String, _ kind: String, for attributes: Attributes
    ) throws(DocumentError) -> URL {
        guard let root else {
            throw attributes.fault(
                "the \(kind) “\(name)” lies beside a document on disk, and this one is carried by the program; name its "
                    + "folder with --documents")
        }
        guard let parts = Self.parts(of: name), let last = parts.last else {
            throw attributes.fault(
                "“\(name)” leads out of the documents' folder; put the \(kind) beside the document, and name it from there"
            )
        }
        let folder = root.appending(path: attributes.place.file).deletingLastPathComponent()
        let url = folder.appending(path: name)
        guard FileManager.default.fileExists(atPath: url.path) else {
            let near =
                (try? FileManager.default.contentsOfDirectory(atPath: url.deletingLastPathComponent().path)) ?? []
            let hint = NearMisses.hint(for: String(last), in: near.sorted(), otherwise: "put it beside the document.")
            throw attributes.fault("there is no \(kind) “\(name)”; \(hint)")
        }
        return url
    }
}
