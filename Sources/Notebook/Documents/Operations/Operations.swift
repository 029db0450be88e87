import Datasets
import Documents
import Figures
import Imaging
import Languages
import NeuralNetwork

/// What the blocks of a document compute: the work of a lesson that has no Swift.
///
/// Each makes a figure of its own name, and offers values to slots, named after it: `{outline_maximum}`; those of a
/// network after its file, `{net_accuracy}`, however many blocks show it.
struct Operations {
    /// A block that computes.
    private struct Block {
        let kind: DirectiveKind
        let attributes: Attributes
        /// The network that it trains or asks.
        let network: BlockNetwork?

        /// Whether it is made of the course's picture.
        var showsScene: Bool { kind == .lab && attributes.value("image") == nil }
    }

    private let blocks: [Block]
    private let files: BlockFiles
    private let networks: NetworkBlocks

    /// - Throws: ``DocumentError`` for attributes and files of networks that can't be read, and for a figure that there is
    ///   not of a network: nobody should learn of it hours later.
    init(of documents: LessonDocuments, files: BlockFiles, networks: NetworkBlocks) throws(DocumentError) {
        (self.files, self.networks) = (files, networks)
        guard let document = documents.all.first?.document else {
            blocks = []
            return
        }
        var blocks: [Block] = []
        var owners: [String: String] = [:]
        for case .directive(let directive) in document.blocks where directive.kind.isOperation {
            let kind = directive.kind
            let attributes = try Attributes(
                directive.argument, of: kind, file: document.file, line: directive.line)
            let network = try BlockNetwork(of: kind, attributes, files, networks)
            if let file = attributes.subject, let name = network?.training?.name {
                let other = owners.updateValue(name, forKey: attributes.prefix) ?? name
                guard other == name else {
                    throw attributes.fault(
                        "slots of “\(file)” begin with \(attributes.prefix)_, and so do those of another file of this page; "
                            + "give one of the two files another name")
                }
            }
            blocks.append(Block(kind: kind, attributes: attributes, network: network))
        }
        self.blocks = blocks
    }

    /// What the blocks need that is computed once and kept, each unit once.
    var units: [any CourseUnit] {
        var seen: Set<String> = []
        return blocks.flatMap { block -> [any CourseUnit] in
            guard let training = block.network?.training else { return [] }
            return [training] + (block.kind == .train ? networks.units(training) : [])
        }.filter { seen.insert($0.name).inserted }
    }

    /// Whether a notice concerns weights that a block brings: on whose data, who runs the course tells; how else they came
    /// about nobody knows.
    func areConcerned(by notice: RunNotice) -> Bool {
        notice.isOwnData && blocks.contains { $0.network?.weights?.training.data.contains(.mnist) ?? false }
    }

    /// Runs all blocks: top to bottom those that take a moment, then those that may train for hours.
    ///
    /// - Throws: ``DocumentError`` with the place of the first block that can't be run; what computing a unit throws
    ///   otherwise.
    func run(into material: inout Material, using course: Course) throws {
        var pictures: [String: SourcePicture] = [:]
        func picture(of attributes: Attributes) throws(DocumentError) -> SourcePicture {
            let name = try attributes.value("image", such: "photo.png")
            if let known = pictures[name] { return known }
            let picture = try files.picture(name, for: attributes)
            pictures[name] = picture
            return picture
        }
        for block in blocks where block.kind != .train && !block.showsScene { _ = try picture(of: block.attributes) }
        var offered: Set<String> = []
        for block in blocks.filter({ $0.network == nil }) + blocks.filter({ $0.network != nil }) {
            let attributes = block.attributes
            let result: OperationResult
            switch block.kind {
            case .picture: result = try .picture(picture(of: attributes), attributes)
            case .convolve: result = try .convolve(picture(of: attributes), attributes, threads: course.threads)
            case .edges: result = try .edges(picture(of: attributes), attributes, threads: course.threads)
            case .pool: result = try .pool(picture(of: attributes), attributes)
            case .train: result = try .train(block.network, attributes, networks, using: course)
            case .classify:
                result = try .classify(picture(of: attributes), block.network, attributes, networks, using: course)
            case .lab:
                let gray = try block.showsScene ? course.grayScene : picture(of: attributes).grayOfPage
                let made = try Lab.made(of: gray, attributes)
                material.lab(attributes.id, made.lab)
                result = made.result
            default: continue
            }
            let (file, line) = attributes.place
            material.figure(
                attributes.id, showsPicture: block.showsScene, file: file, line: line, result.figure)
            // All blocks of one network have the same values.
            guard attributes.subject == nil || offered.insert(attributes.prefix).inserted else { continue }
            let owner = attributes.subject == nil ? attributes.id : attributes.prefix
            for (name, value) in result.values {
                material.offer("\(attributes.prefix)_\(name)", value, file: file, line: line)
                switch value {
                case .integer(let number): material.record("\(owner).\(name)", number)
                case .number(let number): material.record("\(owner).\(name)", number)
                default: break
                }
            }
        }
    }
}

/// What came of a block: a figure, and what slots may read.
struct OperationResult: Sendable {
    let figure: Material.Drawing
    let values: [(String, Material.Value)]

    init(figure: @escaping Material.Drawing, values: [(String, Material.Value)]) {
        (self.figure, self.values) = (figure, values)
    }

    /// With a figure in which there are no words.
    init(figure: any Figure, values: [(String, Material.Value)]) {
        self.init(figure: { _ in figure }, values: values)
    }
}
