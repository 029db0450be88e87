import Tensors

/// A network that cannot be built: which layer, and what to change.
public enum ModelError: Error, Equatable, CustomStringConvertible {
    case noLayers(model: String)
    case invalidInput(model: String, shape: Shape)
    case invalidSetting(layer: String, reason: String)
    case wrongRank(layer: String, expected: Int, input: Shape)
    case windowTooLarge(layer: String, window: Int, input: Shape)
    case tooLarge(layer: String, limit: Int)

    /// Which layer does not fit, and what to change.
    public var description: String {
        switch self {
        case .noLayers(let model):
            "model \(model) has no layers; add at least one"
        case .invalidInput(let model, let shape):
            "model \(model) cannot read inputs of shape \(shape); every extent must be at least 1"
        case .invalidSetting(let layer, let reason):
            "layer \(layer): \(reason)"
        case .wrongRank(let layer, let expected, let input):
            "layer \(layer) reads tensors of \(expected) axes but is given \(input)"
                + (expected == 1 ? "; put .flatten before it" : "")
        case .windowTooLarge(let layer, let window, let input):
            "layer \(layer): a window of \(window)x\(window) does not fit into \(input); use .same or fewer poolings"
        case .tooLarge(let layer, let limit):
            "layer \(layer) would need more than \(limit) numbers; choose smaller extents"
        }
    }
}
