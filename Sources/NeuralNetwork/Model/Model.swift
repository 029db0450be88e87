import Tensors

/// A network as a value: what goes in, and the layers that it walks through. It holds no numbers that training
/// changes; see ``Network`` for those.
public struct Model: Hashable, Sendable {
    /// How people call it: `cnn`.
    public let name: String
    /// The shape of one input, HWC: `[28, 28, 1]`.
    public let input: Shape
    /// From the one that reads the input to the one that answers.
    public let layers: [Layer]

    /// A model from its layers; whether they fit is found by ``resolved()``.
    public init(name: String, input: Shape = [28, 28, 1], layers: [Layer]) {
        self.name = name
        self.input = input
        self.layers = layers
    }

    /// The largest count of numbers that one image, or one parameter, may take in any layer.
    public static let sizeLimit = 1 << 27

    /// Every layer with its name and shapes.
    ///
    /// - Throws: ``ModelError``, naming the first layer that does not fit.
    public func resolved() throws(ModelError) -> [ResolvedLayer] {
        guard !layers.isEmpty else { throw .noLayers(model: name) }
        guard input.rank > 0, input.extents.allSatisfy({ $0 > 0 && $0 <= 1 << 20 }) else {
            throw .invalidInput(model: name, shape: input)
        }
        try Self.check(input, layer: "input")
        var shape = input
        var seen: [String: Int] = [:]
        var result: [ResolvedLayer] = []
        for (index, layer) in layers.enumerated() {
            let identifier = type(of: layer.definition).identifier
            let earlier = seen[identifier, default: 0]
            seen[identifier] = earlier + 1
            let layerName = earlier == 0 ? identifier : "\(identifier)_\(earlier)"
            let output = try layer.definition.outputShape(for: shape, layer: layerName)
            try Self.check(output, layer: layerName)
            let parameters = layer.definition.parameters(for: shape)
            for parameter in parameters { try Self.check(parameter.shape, layer: layerName) }
            result.append(
                ResolvedLayer(
                    index: index, name: layerName, definition: layer.definition, input: shape, output: output,
                    parameters: parameters))
            shape = output
        }
        return result
    }

    /// The shape of one output.
    public var output: Shape {
        get throws(ModelError) { try resolved().last?.output ?? input }
    }

    /// How many numbers training changes.
    public var parameterCount: Int {
        get throws(ModelError) { try resolved().reduce(0) { $0 + $1.parameterCount } }
    }

    /// Multiplications, each with its addition, to run one input through.
    public var multiplyAdds: Int {
        get throws(ModelError) { try resolved().reduce(0) { $0 + $1.multiplyAdds } }
    }

    /// Everything that makes this model this model, in a form that never changes with the version of the
    /// program: what cache keys are made of.
    public var canonicalDescription: String {
        "model 1\ninput \(input)\n" + layers.map { $0.canonicalDescription + "\n" }.joined()
    }

    private static func check(_ shape: Shape, layer: String) throws(ModelError) {
        var count = 1
        for extent in shape.extents {
            let (product, overflow) = count.multipliedReportingOverflow(by: extent)
            guard !overflow, product <= sizeLimit else { throw .tooLarge(layer: layer, limit: sizeLimit) }
            count = product
        }
    }
}

/// A layer at its place in a model.
public struct ResolvedLayer: Sendable {
    /// Its place in the model, from zero.
    public let index: Int
    /// As Keras names it: `conv2d`, `conv2d_1`, `max_pooling2d`.
    public let name: String
    /// Its hyper-parameters and formulas.
    public let definition: any LayerDefinition
    /// Shapes of one image, without the batch axis.
    public let input: Shape
    /// The shape of one image's output.
    public let output: Shape
    /// The tensors that training changes, kernel first.
    public let parameters: [ParameterDefinition]

    /// `Conv2D`
    public var kind: String { type(of: definition).kind }
    /// How many numbers training changes.
    public var parameterCount: Int { parameters.reduce(0) { $0 + $1.shape.count } }
    /// Multiplications, each with its addition, for one image.
    public var multiplyAdds: Int { definition.multiplyAdds(from: input, to: output) }
}
