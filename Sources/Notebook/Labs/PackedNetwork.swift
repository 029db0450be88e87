import NeuralNetwork
import Platform
import Storage
import Tensors

/// A trained network as a page holds it: each weight in twelve bits, two characters of base64.
///
/// A weight is a whole number from -2,047 to 2,047, times a scale of the map or unit that it belongs to. Eight bits change
/// more answers than one in a thousand of the dense network; with twelve, probabilities stay the same within a thousandth.
public struct PackedNetwork: Sendable {
    /// What the page's script reads.
    public let json: JSONText
    /// About how many bytes of a page that takes.
    public let size: Int

    /// The largest whole number that stands for a weight.
    private static let largest: Float = 2_047

    /// A network; nil where it has a layer or a form of one that the page's script does not know, or reads colours.
    public init?(_ network: Network) throws {
        let layers = try network.model.resolved()
        guard network.model.input.rank == 3, network.model.input[2] == 1 else { return nil }
        var packed: [JSONText] = []
        for layer in layers {
            switch layer.definition {
            case let convolution as Conv2D:
                let window = convolution.window
                guard window.stride == 1, window.padding == .valid, convolution.activation == .relu else { return nil }
                packed.append(
                    .object(
                        [.init("kind", .text(layer.kind)), .init("side", .whole(UInt64(window.size)))]
                            + Self.members(of: layer, activation: convolution.activation, network)))
            case let pooling as MaxPool2D:
                guard pooling.window.stride == pooling.window.size, pooling.window.padding == .valid else {
                    return nil
                }
                packed.append(
                    .object([
                        .init("kind", .text(layer.kind)), .init("side", .whole(UInt64(pooling.window.size))),
                    ]))
            case let dense as Dense:
                guard [.relu, .softmax].contains(dense.activation) else { return nil }
                packed.append(
                    .object(
                        [.init("kind", .text(layer.kind))]
                            + Self.members(of: layer, activation: dense.activation, network)))
            // The numbers stand in a row already, and nothing is left out when a network answers.
            case is Flatten, is Dropout: continue
            default: return nil
            }
        }
        let input = network.model.input
        json = .object([
            .init("input", .list([.whole(UInt64(input[0])), .whole(UInt64(input[1]))])),
            .init("parameters", .whole(UInt64(network.parameters.count))), .init("layers", .list(packed)),
        ])
        size = json.line.utf8.count
    }

    /// Weights, their scales, and biases.
    private static func members(
        of layer: ResolvedLayer, activation: Activation, _ network: Network
    ) -> [JSONText.Member] {
        let weights = network.parameters["\(layer.name).kernel"]?.elements ?? []
        let bias = network.parameters["\(layer.name).bias"]?.elements ?? []
        let scales = Self.scales(of: weights, outputs: bias.count)
        return [
            .init("activation", .text(activation.rawValue)), .init("scales", .list(scales.map(number))),
            .init("bias", .list(bias.map(number))), .init("weights", .text(packed(weights, by: scales))),
        ]
    }

    /// For each output what its largest weight is divided by.
    private static func scales(of weights: [Float], outputs: Int) -> [Float] {
        var largest = [Float](repeating: 0, count: outputs)
        for (index, weight) in weights.enumerated() {
            largest[index % outputs] = max(largest[index % outputs], abs(weight))
        }
        return largest.map { $0 > 0 ? $0 / Self.largest : 1 }
    }

    /// Two weights in three bytes; where their count is odd, one more that nobody reads.
    private static func packed(_ weights: [Float], by scales: [Float]) -> String {
        var numbers = weights.enumerated().map { index, weight in
            let whole = (weight / scales[index % scales.count]).rounded()
            return Int(min(max(whole, -largest), largest)) + 2_048
        }
        if !numbers.count.isMultiple(of: 2) { numbers.append(2_048) }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(numbers.count / 2 * 3)
        for index in stride(from: 0, to: numbers.count, by: 2) {
            let (first, second) = (numbers[index], numbers[index + 1])
            bytes += [UInt8(first >> 4), UInt8((first & 15) << 4 | second >> 8), UInt8(second & 255)]
        }
        return Data(bytes).base64EncodedString()
    }

    /// As few digits as tell a float from its neighbours.
    private static func number(_ value: Float) -> JSONText { .number(Double("\(value)") ?? Double(value)) }
}
