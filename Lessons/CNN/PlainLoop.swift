import Elementary
import NeuralNetwork
import Tensors

/// Training as a plain loop over the layers that lessons show: what the engine does fast, step by step.
struct PlainLoop {
    let layers: [ResolvedLayer]
    /// Of each layer its tensors, and the two moments that Adam keeps of each.
    private(set) var weights: [[Tensor]]
    private var m: [[Tensor]]
    private var v: [[Tensor]]
    private let pass = Pass(isTraining: true)

    /// - Throws: `ModelError` where the layers do not fit.
    init(_ network: Network) throws {
        layers = try network.model.resolved()
        weights = layers.map { layer in
            layer.parameters.compactMap { network.parameters["\(layer.name).\($0.name)"] }
        }
        m = weights.map { $0.map { Tensor($0.shape) } }
        v = m
    }

    /// All weights, by the names that they have in a network.
    var parameters: [(name: String, tensor: Tensor)] {
        zip(layers, weights).flatMap { layer, tensors in
            zip(layer.parameters, tensors).map { ("\(layer.name).\($0.name)", $1) }
        }
    }

    // snippet.plain-step
    /// One step of training, in plain form: forward, loss, backward, Adam.
    ///
    /// - Returns: the mean loss of the images before the step.
    mutating func step(_ images: Tensor, labels: [Int], number: Int) -> Float {
        let count = Float(labels.count)
        // Forward: what goes into a layer and what comes out is needed again on the way back.
        var inputs: [Tensor] = []
        var outputs: [Tensor] = []
        var x = images
        for (layer, tensors) in zip(layers, weights) {
            inputs.append(x)
            x = layer.definition.activation.forward(layer.definition.forward(x, tensors, in: pass))
            outputs.append(x)
        }
        // Loss: of softmax and cross-entropy together, the gradient is probability minus truth.
        var loss: Float = 0
        var gradient = x
        for (image, label) in labels.enumerated() {
            loss -= .log(max(x[image, label], smallestProbability)) / count
            gradient[image, label] -= 1
        }
        gradient.elements = gradient.elements.map { $0 / count }
        // Backward, from the last layer to the first. Each hands on the gradient of what went into it.
        let adamStep = AdamStep(step: number, learningRate: 0.001, beta1: 0.9, beta2: 0.999, epsilon: 1e-7)
        for index in layers.indices.reversed() {
            let layer = layers[index].definition
            if index < layers.count - 1 {
                gradient = layer.activation.backward(gradient, output: outputs[index])
            }
            let found = layer.backward(gradient, input: inputs[index], weights[index], in: pass)
            gradient = found.input
            for (place, own) in found.parameters.enumerated() {
                adam(
                    &weights[index][place].elements, gradient: own.elements, m: &m[index][place].elements,
                    v: &v[index][place].elements, adamStep)
            }
        }
        return loss
    }
    // snippet.end
}
