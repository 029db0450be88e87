import Figures
import Imaging
import Languages
import NeuralNetwork
import Notebook
import Tensors

/// A kernel that is learned from pairs: a picture, and what Sobel makes of it.
struct SobelFromPairs {
    /// How often the kernel is corrected.
    static let steps = 400
    /// After how many steps it is shown.
    static let shown = [0, 20, 100, steps]

    /// The nine weights before the first step and after each.
    private(set) var kernels: [[Float]] = []
    /// The mean squared error at each step, before it is corrected.
    private(set) var losses: [Double] = []

    // snippet.learn
    init(from picture: GrayImage, to answers: GrayImage) {
        let x = Tensor([1, picture.height, picture.width, 1], picture.pixels)
        let layer = Layer.conv2D(filters: 1, kernel: 3).definition
        let nothing = [Float](repeating: 0, count: 9)
        var (w, m, v) = (nothing, nothing, nothing)
        kernels = [w]
        for step in 1...Self.steps {
            let parameters = [Tensor([3, 3, 1, 1], w), Tensor([1])]
            let y = layer.forward(x, parameters, in: .inference)
            let errors = zip(y.elements, answers.pixels).map { $0 - $1 }
            losses.append(errors.reduce(0) { $0 + Double($1 * $1) } / Double(errors.count))
            let g = Tensor(y.shape, errors.map { 2 * $0 / Float(errors.count) })
            let found = layer.backward(g, input: x, parameters, in: .inference)
            let rate = AdamStep(step: step, learningRate: 0.1, beta1: 0.9, beta2: 0.999, epsilon: 1e-7)
            adam(&w, gradient: found.parameters[0].elements, m: &m, v: &v, rate)
            kernels.append(w)
        }
    }
    // snippet.end

    /// - Throws: where there is no picture.
    static func handOver(of scene: GrayImage, to material: inout Material) {
        // snippet.pairs
        let picture = scene.resized(width: 48, height: 32).map { $0 / 255 }
        let answers = picture.correlated(with: .sobelX, border: .valid)
        let learned = SobelFromPairs(from: picture, to: answers)
        // snippet.end
        let sobel = Kernel.sobelX
        let last = learned.kernels.last ?? []
        let differences = (0..<9).map { abs(last[$0] - sobel[$0 / 3, $0 % 3]) }
        let farthest = differences.max() ?? 0
        material.value("sobelSteps", steps)
        material.value("farthest", Double(farthest))
        material.value("firstError", learned.losses.first ?? 0)
        material.value("lastError", learned.losses.last ?? 0)
        material.record("sobel.kernel", last)
        material.record("sobel.losses", [learned.losses.first ?? 0, learned.losses.last ?? 0])
        material.output(
            "learn",
            (0..<3).map { row in Printed.list((0..<3).map { last[row * 3 + $0] }, digits: 2) }
                .joined(separator: "\n"))
        material.figure("sobel") { words in
            let kernels = try shown.map { step in
                Composition.Part(
                    PixelGrid(
                        GrayImage(
                            width: 3, height: 3, pixels: learned.kernels[step].map { ($0 * 10).rounded() / 10 }),
                        tone: .signed),
                    heading: try words("after", ["n": .integer(step)]))
            }
            let curve = Curves(
                [
                    .init(
                        xName: try words("step"), yName: try words("error"),
                        series: [.init(x: learned.losses.indices.map(Double.init), y: learned.losses, role: .error)],
                        startsAtZero: true)
                ], plotHeight: 110)
            return Moving(
                Composition(.stack, [.init(Composition(.row, kernels)), .init(curve)]),
                frames: kernels.map { Composition(.stack, [$0]) })
        }
    }
}
