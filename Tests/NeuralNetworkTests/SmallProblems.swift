import NeuralNetwork
import TestSupport
import Tensors

/// Problems that a debug build learns in a moment.
enum SmallProblems {
    /// Pictures with a bright stripe, upright or lying: class 0 or 1.
    static func stripes(_ count: Int, size: Int = 8, classes: Int = 2) throws -> Examples {
        var stream = RandomStream(seed: 11, purpose: .sampling)
        var (pixels, labels): ([UInt8], [UInt8]) = ([], [])
        for index in 0..<count {
            let place = stream.integer(below: size)
            for row in 0..<size {
                for column in 0..<size {
                    let lit = (index.isMultiple(of: 2) ? column : row) == place
                    pixels.append(UInt8(lit ? 200 + stream.integer(below: 50) : stream.integer(below: 40)))
                }
            }
            labels.append(UInt8(index % 2))
        }
        return try Examples(.bytes(pixels), shape: [size, size, 1], labels: labels, classes: classes)
    }

    /// Random pictures that should come out as other random pictures.
    static func pictures(_ count: Int, shape: Shape) throws -> Examples {
        let noise = GradientCheck.numbers([count * shape.count], seed: 5).elements.map { ($0 + 1) / 2 }
        let clean = GradientCheck.numbers([count * shape.count], seed: 6).elements.map { UInt8(($0 + 1) * 127) }
        return try Examples(.floats(noise), shape: shape, cleaned: .bytes(clean))
    }
}

/// A network for every kind of layer, small enough for the plain loops.
struct NetworkCase: Sendable, CustomStringConvertible {
    let model: Model
    var loss = Loss.categoricalCrossEntropy
    var description: String { model.name }

    static let all = [
        NetworkCase(
            model: Model(
                name: "baseline", input: [8, 8, 1],
                layers: [.flatten, .dense(16, activation: .relu), .dense(2, activation: .softmax)])),
        NetworkCase(
            model: Model(
                name: "cnn", input: [14, 14, 1],
                layers: [
                    .conv2D(filters: 16, kernel: 3, activation: .relu), .maxPool2D(2),
                    .conv2D(filters: 32, kernel: 3, activation: .relu), .maxPool2D(2), .flatten,
                    .dense(8, activation: .relu), .dropout(0.5), .dense(2, activation: .softmax),
                ])),
        NetworkCase(
            model: Model(
                name: "odd", input: [9, 9, 1],
                layers: [
                    .conv2D(filters: 3, kernel: 2, stride: 2, padding: .same, activation: .tanh),
                    .averagePool2D(2, padding: .same),
                    .conv2D(filters: 5, kernel: 3, padding: .same, activation: .sigmoid),
                    .maxPool2D(3, stride: 1, padding: .same), .flatten, .dropout(0.25), .dense(2, activation: .softmax),
                ])),
        NetworkCase(
            model: Model(
                name: "denoising", input: [8, 8, 1],
                layers: [
                    .conv2D(filters: 16, kernel: 3, padding: .same, activation: .relu), .maxPool2D(2, padding: .same),
                    .conv2D(filters: 16, kernel: 3, padding: .same, activation: .relu), .maxPool2D(2, padding: .same),
                    .conv2D(filters: 16, kernel: 3, padding: .same, activation: .relu), .upSampling2D(2),
                    .conv2D(filters: 16, kernel: 3, padding: .same, activation: .relu), .upSampling2D(2),
                    .conv2D(filters: 1, kernel: 3, padding: .same, activation: .sigmoid),
                ]), loss: .binaryCrossEntropy),
        // Convolutions that stand alone, by Winograd's algorithm: whole tiles and half ones, odd sides, both paddings.
        NetworkCase(
            model: Model(
                name: "alone", input: [15, 14, 1],
                layers: [
                    .conv2D(filters: 16, kernel: 3, activation: .tanh),
                    .conv2D(filters: 32, kernel: 3, padding: .same, activation: .sigmoid),
                    .conv2D(filters: 48, kernel: 3, activation: .relu), .averagePool2D(2), .flatten,
                    .dense(2, activation: .softmax),
                ])),
        // Windows that no other stage knows: several channels, larger kernels, strides, numbers that fill no vector.
        NetworkCase(
            model: Model(
                name: "unrolled", input: [12, 11, 3],
                layers: [
                    .conv2D(filters: 20, kernel: 5, stride: 2, padding: .same, activation: .relu),
                    .conv2D(filters: 7, kernel: 2, activation: .linear),
                    .conv2D(filters: 1, kernel: 3, stride: 2, padding: .same, activation: .sigmoid), .flatten,
                    .dense(2, activation: .softmax),
                ])),
        // Up-sampled convolutions one behind the other, and one whose input no stage stacks.
        NetworkCase(
            model: Model(
                name: "enlarged", input: [6, 5, 2],
                layers: [
                    .upSampling2D(2), .conv2D(filters: 16, kernel: 3, padding: .same, activation: .relu),
                    .maxPool2D(2), .upSampling2D(2),
                    .conv2D(filters: 32, kernel: 3, padding: .same, activation: .tanh), .upSampling2D(2),
                    .conv2D(filters: 16, kernel: 3, padding: .same, activation: .relu), .averagePool2D(2),
                    .upSampling2D(2), .conv2D(filters: 1, kernel: 3, padding: .same, activation: .sigmoid),
                    .averagePool2D(4), .flatten, .dense(2, activation: .softmax),
                ])),
        // What begins with sixteen channels has nobody below to teach; a picture in the middle, higher than wide.
        NetworkCase(
            model: Model(
                name: "sixteen channels", input: [3, 5, 16],
                layers: [
                    .conv2D(filters: 16, kernel: 3, padding: .same, activation: .relu), .upSampling2D(2),
                    .conv2D(filters: 1, kernel: 3, padding: .same, activation: .tanh), .averagePool2D(2), .flatten,
                    .dense(2, activation: .softmax),
                ])),
        NetworkCase(
            model: Model(
                name: "sixteen channels enlarged", input: [3, 5, 16],
                layers: [
                    .upSampling2D(2), .conv2D(filters: 32, kernel: 3, padding: .same, activation: .relu), .flatten,
                    .dense(2, activation: .softmax),
                ])),
        // A convolution that stands alone in front of one that is pooled, which reads blocks of sixteen channels.
        NetworkCase(
            model: Model(
                name: "alone and pooled", input: [10, 10, 1],
                layers: [
                    .conv2D(filters: 16, kernel: 3, activation: .relu),
                    .conv2D(filters: 32, kernel: 3, padding: .same, activation: .relu),
                    .conv2D(filters: 32, kernel: 3, padding: .same, activation: .relu), .maxPool2D(2), .flatten,
                    .dense(2, activation: .softmax),
                ])),
        // Networks that end with each kind of convolution, through a derivative that the loss does not take off.
        NetworkCase(
            model: Model(
                name: "ends alone", input: [5, 4, 16],
                layers: [.conv2D(filters: 16, kernel: 3, padding: .same, activation: .tanh)]), loss: .meanSquaredError),
        NetworkCase(
            model: Model(
                name: "ends enlarged", input: [4, 6, 16],
                layers: [
                    .maxPool2D(2), .upSampling2D(2),
                    .conv2D(filters: 16, kernel: 3, padding: .same, activation: .relu),
                ]), loss: .meanSquaredError),
        // 25 pixels: numbers that fill no vector, in the loss as well.
        NetworkCase(
            model: Model(
                name: "five by five", input: [5, 5, 1],
                layers: [.conv2D(filters: 1, kernel: 3, padding: .same, activation: .sigmoid)]),
            loss: .binaryCrossEntropy),
    ]

    func examples(_ count: Int) throws -> Examples {
        if loss != .categoricalCrossEntropy { return try SmallProblems.pictures(count, shape: model.input) }
        let shape = model.input
        if shape == [shape[0], shape[0], 1] { return try SmallProblems.stripes(count, size: shape[0]) }
        return try Examples(
            .floats(GradientCheck.numbers([count * shape.count], seed: 7).elements), shape: shape,
            labels: (0..<count).map { UInt8($0 % 2) }, classes: 2)
    }
}
