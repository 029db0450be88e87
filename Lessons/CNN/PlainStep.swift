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

    static let measurement = CourseMeasurement("cnn/plain-step", version: 1, needs: [.digits]) { course in
        try PlainStep(of: CNN.training, on: course.digits.train, using: course)
    }

    init(of training: Training, on pictures: LabeledImages, using course: Course) throws {
        let configuration = training.configuration(in: course.settings)
        let start = try Network(training.network(in: course.settings), seed: configuration.seed)
        let batch = pictures.prefix(configuration.batch)
        var loop = try PlainLoop(start)
        let shape = Shape([batch.count, batch.rows, batch.columns, batch.channels])
        let loss = loop.step(
            Tensor(shape, batch.pixels.map { Float($0) / 255 }), labels: batch.labels.map(Int.init), number: 1)

        var engine = start
        let history = try engine.fit(
            try Examples(
                .bytes(batch.pixels), shape: start.model.input, labels: batch.labels, classes: batch.classes),
            TrainingConfiguration(epochs: 1, batch: batch.count, seed: configuration.seed),
            options: RunOptions(threads: course.threads, isCancelled: course.isCancelled))
        let plain = loop.weights.joined().flatMap(\.elements)
        let before = start.parameters.all.flatMap(\.tensor.elements)
        let after = engine.parameters.all.flatMap(\.tensor.elements)
        images = batch.count
        self.loss = Double(loss)
        engineLoss = history.epochs.first?.loss ?? 0
        moved = zip(plain, before).reduce(0) { max($0, Double(abs($1.0 - $1.1))) }
        difference = Self.distance(plain, after) / max(Self.distance(after, before), .leastNormalMagnitude)
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
    }

    /// Hands over what is told of both.
    func handOver(to material: inout Material) {
        material.record("plainLoss", loss)
        material.record("plainMoved", moved)
        material.record("plainDifference", difference)
        material.value("plainImages", images)
        material.value("plainLoss", loss)
        material.value("engineLoss", engineLoss)
        material.value("plainMoved", moved)
        material.value("plainDifference", difference)
    }
}
