import NeuralNetwork
import Tensors
import TestSupport
import Testing

@Suite("A layer computes what one can compute by hand", .limited)
struct LayerValueTests {
    private func run(_ layer: Layer, _ x: Tensor, _ parameters: [Tensor] = []) -> Tensor {
        layer.definition.forward(x, parameters, in: .inference)
    }

    private let picture = Tensor([1, 3, 3, 1], [1, 2, 3, 4, 5, 6, 7, 8, 9])

    @Test("a 2x2 kernel on a 3x3 picture, without flipping it")
    func convolution() {
        let kernel = Tensor([2, 2, 1, 1], [1, 0, 0, -1])
        let y = run(.conv2D(filters: 1, kernel: 2), picture, [kernel, Tensor([1], [0.5])])
        #expect(y == Tensor([1, 2, 2, 1], [-3.5, -3.5, -3.5, -3.5]))
    }

    @Test("a picture surrounded by zeros keeps its size")
    func same() {
        let ones = Tensor([3, 3, 1, 1], repeating: 1)
        let y = run(.conv2D(filters: 1, kernel: 3, padding: .same), picture, [ones, Tensor([1])])
        #expect(y.elements == [12, 21, 16, 27, 45, 33, 24, 39, 28])
    }

    @Test("an even window pads below and to the right first, as TensorFlow does")
    func evenWindow() {
        let y = run(.maxPool2D(2, padding: .same), picture)
        #expect(y.elements == [5, 6, 8, 9])
    }

    @Test("the strongest answer of each window")
    func maxPooling() {
        #expect(run(.maxPool2D(2, stride: 1), picture).elements == [5, 6, 8, 9])
        #expect(run(.maxPool2D(2), picture).elements == [5])
    }

    @Test("of equal answers the first one wins")
    func ties() {
        let layer = Layer.maxPool2D(2).definition
        let flat = Tensor([1, 2, 2, 1], repeating: 3)
        let gradient = layer.backward(Tensor([1, 1, 1, 1], [1]), input: flat, [], in: .inference)
        #expect(gradient.input.elements == [1, 0, 0, 0])
    }

    @Test("the mean of each window, padding not counted")
    func averagePooling() {
        #expect(run(.averagePool2D(2), picture).elements == [3])
        #expect(run(.averagePool2D(2, padding: .same), picture).elements == [3, 4.5, 7.5, 9])
    }

    @Test("every pixel four times")
    func upSampling() {
        let y = run(.upSampling2D(2), Tensor([1, 1, 2, 1], [1, 2]))
        #expect(y == Tensor([1, 2, 4, 1], [1, 1, 2, 2, 1, 1, 2, 2]))
    }

    @Test("weighted sums")
    func dense() {
        let w = Tensor([2, 3], [1, 2, 3, 4, 5, 6])
        let y = run(.dense(3), Tensor([1, 2], [1, -1]), [w, Tensor([3], [0, 0, 10])])
        #expect(y.elements == [-3, -3, 7])
    }

    @Test("activations at known points")
    func activations() {
        #expect(relu(-2) == 0 && relu(2) == 2)
        #expect(sigmoid(0) == 0.5)
        #expect(softmax([1, 1, 1, 1]) == [0.25, 0.25, 0.25, 0.25])
        #expect(softmax([1000, 1000]) == [0.5, 0.5])
    }

    @Test("losses at known points")
    func losses() {
        #expect(abs(categoricalCrossEntropy([0.25, 0.75], label: 0) - 1.386_294_4) < 1e-6)
        #expect(abs(binaryCrossEntropy([0.5, 0.5], targets: [0, 1]) - 0.693_147_2) < 1e-6)
        #expect(meanSquaredError([1, 3], targets: [0, 1]) == 2.5)
        #expect(categoricalCrossEntropy([.nan, 0.5], label: 0).isNaN)
    }
}

@Suite("Dropout", .limited)
struct DropoutTests {
    @Test("drops the share that it is told, and scales what stays so that the mean stays", arguments: [0.25, 0.5, 0.8])
    func share(_ rate: Double) {
        let layer = Layer.dropout(rate).definition
        let x = Tensor([50, 400], repeating: 1)
        let y = layer.forward(x, [], in: Pass(isTraining: true, seed: 1))
        let dropped = Double(y.elements.count { $0 == 0 }) / 20_000
        #expect(abs(dropped - rate) < 0.015)
        #expect(y.elements.allSatisfy { $0 == 0 || $0 == Float(1 / (1 - rate)) })
    }

    @Test("does nothing at prediction")
    func inference() {
        let x = Tensor([2, 5], repeating: 1)
        #expect(Layer.dropout(0.5).definition.forward(x, [], in: .inference) == x)
    }

    @Test("draws anew for every step, layer and seed")
    func draws() {
        let layer = Layer.dropout(0.5).definition
        func draw(_ pass: Pass) -> Tensor { layer.forward(Tensor([4, 64], repeating: 1), [], in: pass) }
        let pass = Pass(isTraining: true, seed: 1, step: 1, layer: 1)
        #expect(draw(pass) == draw(pass))
        #expect(draw(pass) != draw(Pass(isTraining: true, seed: 2, step: 1, layer: 1)))
        #expect(draw(pass) != draw(Pass(isTraining: true, seed: 1, step: 2, layer: 1)))
        #expect(draw(pass) != draw(Pass(isTraining: true, seed: 1, step: 1, layer: 2)))
    }

    @Test("gives an image the same factors whether its batch comes whole or in pieces")
    func pieces() {
        let layer = Layer.dropout(0.5).definition
        let whole = layer.forward(Tensor([4, 5], repeating: 1), [], in: Pass(isTraining: true, seed: 1))
        let tail = layer.forward(
            Tensor([2, 5], repeating: 1), [], in: Pass(isTraining: true, seed: 1, firstImage: 2))
        #expect(Array(whole.elements[10...]) == tail.elements)
    }
}
