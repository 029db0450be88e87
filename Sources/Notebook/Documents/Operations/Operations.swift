import Documents
import Figures
import Imaging
import Languages

/// What the blocks of a document compute: the work of a lesson that has no Swift.
///
/// Each makes a figure of its own name, and offers values to slots, named after it: `{outline_maximum}`.
struct Operations {
    private let documents: LessonDocuments
    private let pictures: PictureFolder
    private let threads: Int

    init(of documents: LessonDocuments, pictures: PictureFolder, threads: Int) {
        (self.documents, self.pictures, self.threads) = (documents, pictures, threads)
    }

    /// Runs all blocks, top to bottom.
    ///
    /// - Throws: ``DocumentError`` with the place of the first block that can't be run.
    func run(into material: inout Material) throws(DocumentError) {
        guard let document = documents.all.first?.document else { return }
        var loaded: [String: SourcePicture] = [:]
        for case .directive(let directive) in document.blocks where directive.kind.isOperation {
            let attributes = try Attributes(directive.argument, file: document.file, line: directive.line)
            let image = try attributes.value("image", such: "photo.png")
            if loaded[image] == nil { loaded[image] = try pictures.picture(image, for: attributes) }
            guard let picture = loaded[image] else { continue }
            try run(directive.kind, attributes, on: picture, into: &material)
        }
    }

    private func run(
        _ kind: DirectiveKind, _ attributes: Attributes, on picture: SourcePicture, into material: inout Material
    ) throws(DocumentError) {
        let result: OperationResult
        switch kind {
        case .picture: result = try .picture(picture, attributes)
        case .convolve: result = try .convolve(picture, attributes, threads: threads)
        case .edges: result = try .edges(picture, attributes, threads: threads)
        case .pool: result = try .pool(picture, attributes)
        default: return
        }
        let (file, line) = attributes.place
        let figure = result.figure
        material.figure(attributes.id, file: file, line: line) { _ in figure }
        // Slots have no hyphens.
        let prefix = String(attributes.id.map { $0 == "-" || $0 == "." ? "_" : $0 })
        for (name, value) in result.values {
            material.offer("\(prefix)_\(name)", value, file: file, line: line)
            switch value {
            case .integer(let number): material.record("\(attributes.id).\(name)", number)
            case .number(let number): material.record("\(attributes.id).\(name)", number)
            default: break
            }
        }
    }
}

/// What came of a block: a figure, and what slots may read.
struct OperationResult: Sendable {
    let figure: any Figure
    let values: [(String, Material.Value)]
}
