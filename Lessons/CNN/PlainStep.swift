import Datasets
import NeuralNetwork
import Notebook
import Tensors

/// One step of ``PlainLoop`` beside the engine's, on the first batch of this run's data and from the same weights.
struct PlainStep: StoredValue {
    /// Images of the batch.
    let images: Int
    /// The loss before the step, by the loop and by the engine.
    let loss: Double
    let engineLoss: Double
    /// How far the step has moved the weight that it moved farthest.
    let moved: Double
    /// The length of the difference between both steps, all weights together, by the length of the engine's.
    let difference: Double
    /// The same of all weights but the biases.
    let kernelDifference: Double

    static let measurement = CourseMeasurement("cnn/plain-step", version: 2, needs: [.digits]) { course in
        try PlainStep(of: CNN.training, on: course.digits.train, using: course)
    }

    init(of training: Training, on pictures: LabeledImages, using course: Course) throws {
        let configuration = training.configuration(in: course.settings)
        try self.init(
            from: Network(training.network(in: course.settings), seed: configuration.seed),
            on: pictures.prefix(configuration.batch), seed: configuration.seed, using: course)
    }

    /// - Parameter seed: of the engine's random numbers, which a network without dropout does not use.
    init(from start: Network, on batch: LabeledImages, seed: UInt64, using course: Course) throws {
        var loop = try PlainLoop(start)
        let shape = Shape([batch.count, batch.rows, batch.columns, batch.channels])
        let loss = loop.step(
            Tensor(shape, batch.pixels.map { Float($0) / 255 }), labels: batch.labels.map(Int.init), number: 1)

        var engine = start
        let history = try engine.fit(
            try Examples(
                .bytes(batch.pixels), shape: start.model.input, labels: batch.labels, classes: batch.classes),
            TrainingConfiguration(epochs: 1, batch: batch.count, seed: seed),
            options: RunOptions(threads: course.threads, isCancelled: course.isCancelled))
        let plain = loop.parameters
        images = batch.count
        self.loss = Double(loss)
        engineLoss = history.epochs.first?.loss ?? 0
        moved = zip(plain, start.parameters.all).reduce(0) { farthest, pair in
            zip(pair.0.tensor.elements, pair.1.tensor.elements).reduce(farthest) { max($0, Double(abs($1.0 - $1.1))) }
        }
        func difference(where isMeant: (String) -> Bool) -> Double {
            func numbers(_ tensors: [(name: String, tensor: Tensor)]) -> [Float] {
                tensors.filter { isMeant($0.name) }.flatMap(\.tensor.elements)
            }
            let (before, after) = (numbers(start.parameters.all), numbers(engine.parameters.all))
            return Self.distance(numbers(plain), after) / max(Self.distance(after, before), .leastNormalMagnitude)
        }
        self.difference = difference { _ in true }
        kernelDifference = difference { !$0.hasSuffix(".bias") }
    }

    /// How far two rows of numbers lie apart.
    private static func distance(_ one: [Float], _ other: [Float]) -> Double {
        zip(one, other).reduce(0) { $0 + Double($1.0 - $1.1) * Double($1.0 - $1.1) }.squareRoot()
    }

    func check() throws(ImpossibleValue) {
        try Expect.number("images", images, in: 1...TrainingConfiguration.batchLimit)
        try Expect.number("loss", loss, in: Expect.errors)
        try Expect.number("engineLoss", engineLoss, in: Expect.errors)
        // A step of Adam moves a weight by about the learning rate.
        try Expect.number("moved", moved, in: 1e-9...1)
        try Expect.number("difference", difference, in: 0...1e6)
        try Expect.number("kernelDifference", kernelDifference, in: 0...1e6)
    }

    /// Hands over what is told of both.
    func handOver(to material: inout Material) {
        material.record("plainLoss", loss)
        material.record("plainMoved", moved)
        material.record("plainDifference", difference)
        material.record("plainKernelDifference", kernelDifference)
        material.value("plainImages", images)
        material.value("plainLoss", loss)
        material.value("engineLoss", engineLoss)
        material.value("plainMoved", moved)
        material.value("plainDifference", difference)
        material.value("plainKernelDifference", kernelDifference)
        // Biases count for little in a step, and for most of the difference where rounding tells on which side of ReLU's
        // bend a sum lies.
        material.outcome("biasesDiffer", difference > 10 * kernelDifference)
    }
}
