import NeuralNetwork
import Tensors

/// What a network from a file may ask of a machine: a file is typed in a second, and must not take all memory.
///
/// A network of the course is far below: the largest has 225,034 parameters and makes 111,000 numbers of a picture.
public enum NetworkLimits {
    /// Numbers that training changes.
    public static let parameters = 4_000_000
    /// Numbers that all layers together make of one picture.
    public static let activations = 1_000_000
    /// Numbers that stand under the kernels of one convolution, window after window, for one picture.
    public static let windows = 16_000_000
    /// Images of a step, times the numbers that all layers make of one.
    public static let step = 1 << 28

    /// What a network exceeds, and what to do; nil where it is within all limits.
    static func problem(of layers: [ResolvedLayer], batch: Int) -> (layer: ResolvedLayer, problem: String)? {
        var (parameters, activations) = (0, 0)
        for layer in layers {
            parameters += layer.parameterCount
            activations += layer.output.count
            if parameters > Self.parameters {
                return (
                    layer,
                    "brings the network to \(parameters) parameters, more than the \(Self.parameters) that are taken"
                )
            }
            if activations > Self.activations {
                return (
                    layer,
                    "brings the numbers that the layers make of one picture to \(activations), more than the "
                        + "\(Self.activations) that are taken"
                )
            }
            guard let convolution = layer.definition as? Conv2D else { continue }
            let (side, output) = (convolution.window.size, layer.output)
            let windows = output[0] * output[1] * side * side * layer.input[2]
            if windows > Self.windows {
                return (
                    layer,
                    "has \(windows) numbers under its kernels, more than the \(Self.windows) that are taken"
                )
            }
        }
        // Each sixteen images keep gradients of their own until the step is over.
        let shards = (batch + 15) / 16
        let kept = layers.filter { !($0.definition is Dense) }.reduce(0) { $0 + $1.parameterCount }
        if let last = layers.last, batch * activations > Self.step || shards * kept > Self.step {
            return (
                last,
                "ends a network for which a batch of \(batch) is too large; take at most "
                    + "\(min(Self.step / max(activations, 1), Self.step / max(kept, 1) * 16))"
            )
        }
        return nil
    }
}
