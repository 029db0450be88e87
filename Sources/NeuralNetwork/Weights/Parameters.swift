import Tensors

/// The numbers that training changes, by name: `conv2d.kernel` (HWIO), `conv2d.bias`, `dense.kernel` (input,
/// unit) …
public struct Parameters: Equatable, Sendable {
    /// In the order of the layers, kernels before biases.
    public private(set) var names: [String] = []
    private var tensors: [String: Tensor] = [:]

    /// No tensors yet.
    public init() {}

    /// A fresh start for a model: Glorot or He from the seed, biases zero.
    ///
    /// - Throws: ``ModelError`` if the layers do not fit.
    public init(initialising model: Model, seed: UInt64) throws(ModelError) {
        var stream: UInt32 = 0
        for layer in try model.resolved() {
            for parameter in layer.parameters {
                var numbers = RandomStream(seed: seed, purpose: .initialisation, index: stream)
                self["\(layer.name).\(parameter.name)"] = parameter.initialisation.tensor(
                    parameter.shape, from: &numbers)
                stream += 1
            }
        }
    }

    /// The tensor of that name; a new name goes to the end.
    public subscript(name: String) -> Tensor? {
        get { tensors[name] }
        set {
            if tensors[name] == nil, newValue != nil { names.append(name) }
            if newValue == nil { names.removeAll { $0 == name } }
            tensors[name] = newValue
        }
    }

    /// All tensors in order.
    public var all: [(name: String, tensor: Tensor)] {
        names.compactMap { name in tensors[name].map { (name, $0) } }
    }

    /// How many numbers there are.
    public var count: Int { tensors.values.reduce(0) { $0 + $1.elements.count } }
}
