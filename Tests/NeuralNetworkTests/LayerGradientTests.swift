import NeuralNetwork
import TestSupport
import Tensors
import Testing

/// A layer under test: its name, the layer, the shape of a batch that it reads.
struct LayerCase: Sendable, CustomTestStringConvertible {
    let name: String
    let layer: Layer
    let input: Shape
    var testDescription: String { name }

    static let all = [
        LayerCase(name: "convolution, valid", layer: .conv2D(filters: 3, kernel: 3), input: [2, 5, 6, 2]),
        LayerCase(
            name: "convolution, same", layer: .conv2D(filters: 2, kernel: 3, padding: .same), input: [2, 4, 5, 2]),
        LayerCase(
            name: "convolution, same, stride 2", layer: .conv2D(filters: 2, kernel: 3, stride: 2, padding: .same),
            input: [1, 6, 5, 2]),
        LayerCase(
            name: "convolution, valid, stride 2", layer: .conv2D(filters: 2, kernel: 2, stride: 2), input: [1, 5, 5, 1]),
        LayerCase(name: "max pooling", layer: .maxPool2D(2), input: [2, 5, 4, 3]),
        LayerCase(name: "max pooling, same", layer: .maxPool2D(2, padding: .same), input: [1, 5, 3, 2]),
        LayerCase(name: "max pooling, overlapping", layer: .maxPool2D(3, stride: 1), input: [1, 5, 5, 2]),
        LayerCase(name: "average pooling", layer: .averagePool2D(2), input: [2, 4, 5, 2]),
        LayerCase(
            name: "average pooling, same", layer: .averagePool2D(3, stride: 2, padding: .same), input: [1, 5, 6, 2]),
        LayerCase(name: "up-sampling", layer: .upSampling2D(2), input: [2, 2, 3, 2]),
        LayerCase(name: "flatten", layer: .flatten, input: [2, 2, 3, 2]),
        LayerCase(name: "dense", layer: .dense(4), input: [3, 5]),
        LayerCase(name: "dropout", layer: .dropout(0.5), input: [4, 9]),
    ]

    /// The shape of one image, without the batch.
    var image: Shape { Shape(Array(input.extents.dropFirst())) }
}

@Suite("What a layer hands back is the derivative of what it computes", .limited)
struct LayerGradientTests {
    @Test("with respect to its input and to its parameters", arguments: LayerCase.all)
    func gradients(_ subject: LayerCase) {
        let definition = subject.layer.definition
        let pass = Pass(isTraining: true, seed: 4, step: 2)
        let x = GradientCheck.numbers(subject.input)
        let parameters = definition.parameters(for: subject.image).enumerated().map { index, parameter in
            GradientCheck.numbers(parameter.shape, seed: UInt64(index + 2))
        }
        let y = definition.forward(x, parameters, in: pass)
        let weight = GradientCheck.numbers(y.shape, seed: 9)
        let found = definition.backward(weight, input: x, parameters, in: pass)

        let input = GradientCheck.numerical(at: x, step: 1e-3) {
            GradientCheck.dot(definition.forward($0, parameters, in: pass), weight)
        }
        #expect(GradientCheck.difference(found.input, input) < 2e-3)
        #expect(found.parameters.count == parameters.count)
        for (index, gradient) in found.parameters.enumerated() {
            let expected = GradientCheck.numerical(at: parameters[index]) { changed in
                var changedParameters = parameters
                changedParameters[index] = changed
                return GradientCheck.dot(definition.forward(x, changedParameters, in: pass), weight)
            }
            #expect(GradientCheck.difference(gradient, expected) < 2e-3)
        }
    }

    @Test("and so it is for every activation", arguments: Activation.allCases)
    func activations(_ activation: Activation) {
        let x = GradientCheck.numbers([3, 5])
        let weight = GradientCheck.numbers([3, 5], seed: 2)
        let found = activation.backward(weight, output: activation.forward(x))
        let expected = GradientCheck.numerical(at: x, step: 1e-3) { GradientCheck.dot(activation.forward($0), weight) }
        #expect(GradientCheck.difference(found, expected) < 2e-3)
    }

    @Test("and for every loss behind every activation that it can stand behind", arguments: Loss.allCases)
    func losses(_ loss: Loss) {
        let activations: [Activation] = loss == .meanSquaredError ? Activation.allCases : [.sigmoid, .softmax]
        for activation in activations {
            let scores = GradientCheck.numbers([1, 4])
            let target: [Float] = [0, 1, 0, 0]
            let found = loss.gradient(
                of: activation.forward(scores).elements, target: target, through: activation)
            let expected = GradientCheck.numerical(at: scores, step: 5e-3) {
                Double(loss.value(of: activation.forward($0).elements, target: target))
            }
            #expect(GradientCheck.difference(Tensor([1, 4], found), expected) < 2e-3, "\(loss) behind \(activation)")
        }
    }
}
