import Tensors

/// One kind of layer: its hyper-parameters, what they mean for shapes, and its formulas.
///
/// `forward` and `backward` are the reference: loops that read like the formula, on NHWC tensors whose first
/// axis is the batch. The fast backend is tested against them. A new layer is a new file with a type that
/// conforms to this protocol and a static function on ``Layer`` that makes it.
public protocol LayerDefinition: Hashable, Codable, Sendable {
    /// The name of the class in Keras: `Conv2D`.
    static var kind: String { get }

    /// What Keras calls the first layer of this kind: `conv2d`.
    static var identifier: String { get }

    /// The hyper-parameters in a fixed order, for keys and messages: `filters=32 kernel=3 …`.
    var settings: String { get }

    /// What is applied to the sum that `forward` returns.
    var activation: Activation { get }

    /// The shape of one image's output, without the batch axis.
    ///
    /// - Throws: ``ModelError``, naming the layer, if the input does not fit.
    func outputShape(for input: Shape, layer: String) throws(ModelError) -> Shape

    /// The tensors that training changes.
    func parameters(for input: Shape) -> [ParameterDefinition]

    /// Multiplications (each with its addition) to run one image through, from its input and output shapes.
    func multiplyAdds(from input: Shape, to output: Shape) -> Int

    /// The layer's answer before its activation.
    func forward(_ input: Tensor, _ parameters: [Tensor], in pass: Pass) -> Tensor

    /// From the gradient of the loss with respect to `forward`'s answer, those with respect to its input and
    /// its parameters.
    func backward(_ gradient: Tensor, input: Tensor, _ parameters: [Tensor], in pass: Pass) -> LayerGradients
}

extension LayerDefinition {
    /// None.
    public var activation: Activation { .linear }
    /// None.
    public func parameters(for input: Shape) -> [ParameterDefinition] { [] }
    /// None.
    public func multiplyAdds(from input: Shape, to output: Shape) -> Int { 0 }
}

/// A tensor that training changes: its name within the layer, its shape, how it starts.
public struct ParameterDefinition: Hashable, Sendable {
    /// `kernel` or `bias`.
    public let name: String
    /// A kernel is HWIO or (input, unit).
    public let shape: Shape
    /// How it starts.
    public let initialisation: Initialisation
}

/// The gradients that a layer's `backward` returns.
public struct LayerGradients: Sendable {
    /// With respect to the layer's input.
    public let input: Tensor
    /// In the order of the layer's parameters.
    public let parameters: [Tensor]

    /// From its parts.
    public init(input: Tensor, parameters: [Tensor] = []) {
        self.input = input
        self.parameters = parameters
    }
}

/// What a layer may need to know about the pass that it takes part in.
public struct Pass: Hashable, Sendable {
    /// Dropout drops in training only.
    public var isTraining: Bool
    /// Where the random streams of the run begin.
    public var seed: UInt64
    /// How many batches were trained on before this one.
    public var step: Int
    /// The layer's place in the model.
    public var layer: Int
    /// Where in the batch the first image of the tensor stands.
    public var firstImage: Int

    /// From its parts.
    public init(isTraining: Bool, seed: UInt64 = 0, step: Int = 0, layer: Int = 0, firstImage: Int = 0) {
        self.isTraining = isTraining
        self.seed = seed
        self.step = step
        self.layer = layer
        self.firstImage = firstImage
    }

    /// A pass that trains nothing.
    public static let inference = Pass(isTraining: false)
}

/// A layer as a model lists it. Made by the static functions, which read as in Keras:
///
///     let layers: [Layer] = [.conv2D(filters: 32, kernel: 3, activation: .relu), .maxPool2D(2), .flatten]
public struct Layer: Sendable {
    /// Its hyper-parameters and formulas.
    public let definition: any LayerDefinition

    /// From its parts.
    public init(_ definition: any LayerDefinition) { self.definition = definition }

    /// One line that differs whenever the layer does.
    public var canonicalDescription: String {
        let settings = definition.settings
        return type(of: definition).kind + (settings.isEmpty ? "" : " " + settings)
    }
}

extension Layer: Hashable {
    /// Whether both are of one kind and agree in all hyper-parameters.
    public static func == (left: Layer, right: Layer) -> Bool {
        left.canonicalDescription == right.canonicalDescription
    }
    /// Agrees with equality.
    public func hash(into hasher: inout Hasher) { hasher.combine(canonicalDescription) }
}
