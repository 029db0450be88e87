import NeuralNetwork
import Tensors
import TestSupport
import Testing

@Suite("An optimiser moves a weight as its formula says", .limited)
struct OptimizerTests {
    @Test("Adam, two steps by hand")
    func adamByHand() {
        var (w, m, v): ([Float], [Float], [Float]) = ([1], [0], [0])
        func step(_ number: Int, _ gradient: Float) {
            adam(
                &w, gradient: [gradient], m: &m, v: &v,
                AdamStep(step: number, learningRate: 0.1, beta1: 0.9, beta2: 0.999, epsilon: 1e-7))
        }
        // m = 0.05, v = 0.00025; the corrected moments are 0.5 and 0.25, so the first step is the rate itself.
        step(1, 0.5)
        #expect(abs(m[0] - 0.05) < 1e-7 && abs(v[0] - 0.00025) < 1e-9)
        #expect(abs(w[0] - 0.9) < 1e-5)
        // m = 0.045 - 0.1 = -0.055 and v = 0.00024975 + 0.001; corrected by 0.19 and 0.001999:
        // -0.289474 / sqrt(0.625188) = -0.366105.
        step(2, -1)
        #expect(abs(m[0] + 0.055) < 1e-7 && abs(v[0] - 0.001_249_75) < 1e-8)
        #expect(abs(w[0] - 0.936_610_5) < 1e-5)
    }

    @Test("momentum keeps rolling")
    func momentum() {
        var (w, v): ([Float], [Float]) = ([0], [0])
        momentumDescent(&w, gradient: [1], velocity: &v, rate: 0.5, momentum: 0.5)
        #expect(w == [-0.5])
        momentumDescent(&w, gradient: [0], velocity: &v, rate: 0.5, momentum: 0.5)
        #expect(w == [-0.75])
    }

    @Test("plain descent goes against the gradient")
    func descent() {
        var w: [Float] = [1, 2]
        gradientDescent(&w, gradient: [2, -4], rate: 0.25)
        #expect(w == [0.5, 3])
    }
}

@Suite("Initialisation", .limited)
struct InitialisationTests {
    @Test("Glorot's bound counts the window's pixels on both sides")
    func glorot() {
        #expect(abs(Initialisation.glorotUniform.bound(for: [3, 3, 32, 64]) - 0.083_333_33) < 1e-6)
        #expect(abs(Initialisation.glorotUniform.bound(for: [784, 128]) - 0.081_110_71) < 1e-6)
        #expect(abs(Initialisation.heUniform.bound(for: [1600, 128]) - 0.061_237_24) < 1e-6)
    }

    @Test("fills the range evenly, from the seed alone; biases are zero")
    func range() throws {
        let parameters = try Parameters(initialising: CourseModels.cnn.model, seed: 7)
        #expect(try parameters == Parameters(initialising: CourseModels.cnn.model, seed: 7))
        #expect(try parameters != Parameters(initialising: CourseModels.cnn.model, seed: 8))
        let kernel = try #require(parameters["conv2d_1.kernel"]).elements.map(Double.init)
        let bound = 1.0 / 12
        let variance = kernel.reduce(0) { $0 + $1 * $1 } / Double(kernel.count)
        #expect(kernel.allSatisfy { abs($0) <= bound })
        #expect(abs(variance - bound * bound / 3) < 1e-4)
        #expect(parameters["dense.bias"] == Tensor([128]))
    }
}
