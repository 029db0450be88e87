import Datasets
import Imaging
import NeuralNetwork
import Platform
import Storage
import Tensors

/// A network and how it is trained, as a file that people write: `net.json`.
///
/// The same text stands in the metadata of weights, so that those alone are enough to build the network again.
public struct NetworkFile: Sendable {
    /// The layers, and epochs, batch, loss, optimiser, seed.
    public let network: CourseModel
    /// The name of the data set that it learns from.
    public let data: String
    /// What spoils the pictures that it learns to give back; nil where it learns classes.
    public let noise: Noise?

    /// The largest file that is read: one of the course has a thousand bytes.
    public static let sizeLimit = 1 << 20

    /// Under what the metadata of weights have it.
    public static let key = "network"

    /// From its parts.
    public init(_ network: CourseModel, data: String, noise: Noise? = nil) {
        self.network = network
        self.data = data
        self.noise = noise
    }

    /// The network that the metadata of weights describe; nil where they describe none.
    ///
    /// - Parameters:
    ///   - path: what the weights are called, for messages.
    ///   - name: what the network is called where its description does not say it.
    /// - Throws: ``NetworkFileError`` for a description that can't be read.
    public init?(describedIn metadata: [String: String], path: String, name: String) throws(NetworkFileError) {
        guard let text = metadata[Self.key] else { return nil }
        try self.init(decoding: Array(text.utf8), path: "\(path), its description", name: name)
    }

    /// Reads a file.
    ///
    /// - Throws: ``NetworkFileError``; `MissingFile` where there is none; `StorageError` where it can't be read, or is too
    ///   large.
    public init(at url: URL, path: String) throws {
        if let missing = MissingFile(url, typed: path) { throw missing }
        let bytes = try Files.read(url, limit: Self.sizeLimit)
        let name = url.deletingPathExtension().lastPathComponent
        try self.init(decoding: bytes, path: path, name: name)
    }

    /// Reads a file's bytes.
    ///
    /// - Parameters:
    ///   - path: what the file is called, for messages.
    ///   - name: what the network is called where the file does not say it.
    /// - Throws: ``NetworkFileError`` at the first thing that is wrong, with what is allowed there.
    public init(decoding bytes: [UInt8], path: String, name: String) throws(NetworkFileError) {
        let json: PlacedJSON
        do throws(PlacedJSON.Fault) { json = try PlacedJSON(parsing: bytes) } catch {
            throw NetworkFileError(path: path, place: error.place, problem: "this is no JSON: \(error.problem)")
        }
        let reader = FormReader(path: path)
        let value = try reader.read(json, as: .object(NetworkForm.file(data: Self.dataNames)), called: "the file")
        guard let fields = value.fields else { throw reader.fault("a network is an object", at: json.place) }

        let noise = fields.fields("noise").map(NetworkForm.noise)
        let loss = fields.text("loss").flatMap(Loss.init) ?? .categoricalCrossEntropy
        let training = TrainingConfiguration(
            epochs: fields.whole("epochs") ?? 1, batch: fields.whole("batch") ?? 1,
            validation: fields.number("validation") ?? 0, validationIsFirst: fields.text("validationFrom") == "start",
            loss: loss, optimizer: fields.fields("optimizer").map(NetworkForm.optimizer) ?? .adam(),
            seed: fields.bits("seed") ?? 1, keeps: fields.text("keeps") == "best" ? .best : .last)
        let data = fields.text("data") ?? ""
        try Self.checkShare(training, of: data, at: fields.values["validation"]?.place ?? fields.place, reader)
        let title = try Self.name(of: fields, else: name, reader)
        let model = try NetworkWalk(fields, reader).model(
            named: title, on: data, loss: loss, isCleaning: noise != nil, batch: training.batch)
        self.init(CourseModel(model: model, training: training), data: data, noise: noise)
    }

    private static func name(
        of fields: FormFields, else name: String, _ reader: FormReader
    ) throws(NetworkFileError) -> String {
        if let own = fields.text("name") { return own }
        let limit = NetworkForm.nameLimit
        guard FormReader.isName(name, limit: limit) else {
            throw reader.fault(
                "the network has no name, and the file's name can't be used as one; add \"name\": "
                    + Form.name(limit: limit).expected, at: fields.place)
        }
        return name
    }

    /// The text of the file, for people: a layer a line.
    public var text: String { json.lines() }

    /// The text in one line.
    public var line: String { json.line }

    private var json: JSONText {
        let (model, training) = (network.model, network.training)
        var members: [JSONText.Member] = [
            .init("name", .text(model.name)), .init("data", .text(data)),
            .init("input", .list(model.input.extents.map { .whole(UInt64(clamping: $0)) })),
        ]
        if let noise { members.append(.init("noise", NetworkForm.written(noise))) }
        members += [
            .init("layers", .list(model.layers.map(Self.written))),
            .init("loss", .text(training.loss.rawValue)),
            .init("optimizer", NetworkForm.written(training.optimizer)),
            .init("epochs", .whole(UInt64(clamping: training.epochs))),
            .init("batch", .whole(UInt64(clamping: training.batch))),
            .init("validation", .number(training.validation)),
        ]
        if training.validationIsFirst { members.append(.init("validationFrom", .text("start"))) }
        members.append(.init("seed", .whole(training.seed)))
        if training.keeps != .last { members.append(.init("keeps", .text(training.keeps.rawValue))) }
        return .object(members)
    }

    private static func written(_ layer: Layer) -> JSONText {
        let kind = JSONText.Member("layer", .text(type(of: layer.definition).kind))
        for form in LayerForm.all {
            if let members = form.members(layer.definition) { return .object([kind] + members) }
        }
        // Reading it names the kinds that there are.
        return .object([kind])
    }

    /// A JSON Schema (draft 2020-12) of the file, for editors.
    public static var schema: String {
        FormSchema.schema(of: NetworkForm.file(data: dataNames), title: "A network for course train").lines()
    }
}
