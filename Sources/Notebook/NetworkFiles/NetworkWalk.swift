import NeuralNetwork
import Storage
import Tensors

/// Walks through the layers of a file with the shape of a picture, and says where it does not fit.
struct NetworkWalk {
    private let fields: FormFields
    private let reader: FormReader

    init(_ fields: FormFields, _ reader: FormReader) {
        self.fields = fields
        self.reader = reader
    }

    /// The network.
    ///
    /// - Parameters:
    ///   - data: the name of the data set.
    ///   - isCleaning: whether it gives back pictures.
    /// - Throws: ``NetworkFileError``, naming the layer that does not fit and the shape that arrives there.
    func model(
        named name: String, on data: String, loss: Loss, isCleaning: Bool, batch: Int
    ) throws(NetworkFileError) -> Model {
        let (shape, classes) = try NetworkFile.expects(data, reader, at: fields.place)
        let listed = fields.list("input")
        let input = listed.isEmpty ? shape : Shape(listed.compactMap(\.whole))
        guard input == shape else {
            throw reader.fault(
                "“input” is \(input), and the pictures of \(data) are \(shape)", at: listed.first?.place ?? fields.place
            )
        }
        var layers: [Layer] = []
        var resolved: [ResolvedLayer] = []
        for value in fields.list("layers") {
            guard let own = value.fields, let form = LayerForm.all.first(where: { $0.object.name == own.kind }),
                let layer = form.layer(own)
            else { throw reader.fault("this is no layer", at: value.place) }
            layers.append(layer)
            let arriving = resolved.last?.output ?? input
            do throws(ModelError) {
                resolved = try Model(name: name, input: input, layers: layers).resolved()
            } catch {
                throw fault(error, at: value.place, layer: own.kind, number: layers.count, arriving)
            }
        }
        let places = fields.list("layers").map(\.place)
        if let (layer, problem) = NetworkLimits.problem(of: resolved, batch: batch) {
            throw reader.fault("layer \(layer.index + 1), \(layer.name), \(problem)", at: places[layer.index])
        }
        if let last = resolved.last, let place = places.last {
            try checkEnd(last, at: place, loss, isCleaning ? .pictures(input) : .classes(classes, of: data))
        }
        return Model(name: name, input: input, layers: layers)
    }

    /// What a network has to answer with.
    private enum Answer {
        case classes(Int, of: String)
        case pictures(Shape)
    }

    /// Makes sure that the answer is what the loss judges.
    private func checkEnd(
        _ last: ResolvedLayer, at place: PlacedJSON.Place, _ loss: Loss, _ answer: Answer
    ) throws(NetworkFileError) {
        let name = "layer \(last.index + 1), \(last.name),"
        switch answer {
        case .classes(let classes, let data):
            guard last.output.rank == 1 else {
                throw reader.fault(
                    "\(name) answers with \(last.output), and classes are a row of numbers; let Flatten and "
                        + "{ \"layer\": \"Dense\", \"units\": \(classes), \"activation\": \"softmax\" } follow",
                    at: place)
            }
            guard last.output.count == classes else {
                throw reader.fault(
                    "\(name) answers with \(last.output.count) numbers, and \(data) has \(classes) classes; "
                        + "the last layer needs \(classes) units", at: place)
            }
        case .pictures(let shape):
            guard last.output.count == shape.count else {
                throw reader.fault(
                    "\(name) answers with \(last.output), and with “noise” the network gives back pictures of \(shape)",
                    at: place)
            }
            guard loss != .categoricalCrossEntropy else {
                throw reader.fault(
                    "with “noise” the network gives back pictures, and categoricalCrossEntropy judges classes; take "
                        + "binaryCrossEntropy or meanSquaredError", at: fields.values["loss"]?.place ?? fields.place)
            }
        }
        let ends: [Activation] =
            switch loss {
            case .categoricalCrossEntropy: [.softmax]
            case .binaryCrossEntropy: [.sigmoid, .softmax]
            case .meanSquaredError: Activation.allCases
            }
        guard ends.contains(last.definition.activation) else {
            throw reader.fault(
                "\(name) ends with \(last.definition.activation.rawValue), and \(loss.rawValue) reads probabilities; "
                    + "give the last layer the activation \(ends.map(\.rawValue).joined(separator: " or "))", at: place)
        }
    }

    private func fault(
        _ error: ModelError, at place: PlacedJSON.Place, layer kind: String, number: Int, _ arriving: Shape
    ) -> NetworkFileError {
        let problem =
            switch error {
            case .wrongRank(_, let expected, _) where expected == 1:
                "reads a row of numbers, and \(arriving) arrives; put { \"layer\": \"Flatten\" } before it"
            case .wrongRank:
                "reads maps (rows, columns, channels), and \(arriving) arrives; it has to stand before Flatten"
            case .windowTooLarge(_, let window, _):
                "has a window of \(window) x \(window), and \(arriving) arrives; take a smaller one, fewer poolings "
                    + "before it, or \"padding\": \"same\""
            case .tooLarge(_, let limit):
                "would make more than \(limit) numbers of the \(arriving) that arrives"
            case .invalidSetting(_, let reason): "can't be: \(reason)"
            case .noLayers, .invalidInput: "can't be: \(error)"
            }
        return reader.fault("layer \(number), \(kind), \(problem)", at: place)
    }
}

extension FormValue {
    /// The number, where it is a whole one.
    fileprivate var whole: Int? {
        if case .whole(let whole) = content { Int(clamping: whole) } else { nil }
    }
}
