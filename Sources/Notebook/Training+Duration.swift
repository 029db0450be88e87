import NeuralNetwork
import Tensors

extension Training {
    /// About how many seconds it takes, by some steps on pictures that mean nothing.
    func expectedSeconds(using course: Course) throws -> Double {
        var configuration = configuration(in: course.settings)
        let count = imageCount(in: course.settings)
        let split = try configuration.split(count)
        let batch = min(configuration.batch, split.training.count)
        let steps = 4
        let model = network(in: course.settings)
        let probe = try probe(count: batch * steps, for: model)
        let total = Double(split.training.count * configuration.epochs)
        // Looking costs a third of learning, which goes through the layers forward, backward, and to the weights.
        let looked = Double(split.validation.count * configuration.epochs) / 3
        (configuration.epochs, configuration.validation) = (1, 0)
        var network = try Network(model, seed: configuration.seed)
        let clock = ContinuousClock()
        var times: [ContinuousClock.Instant] = []
        _ = try network.fit(probe, configuration, options: RunOptions(threads: course.threads)) { progress in
            if progress.record == nil { times.append(clock.now) }
        }
        // The first step is not counted: it meets cold memory.
        let fastest = zip(times.dropFirst(), times).map { $0 - $1 }.min() ?? .zero
        return (total + looked) * (fastest / .seconds(1)) / Double(batch)
    }

    /// As many examples as are wanted, of the shapes that the network reads and answers with.
    private func probe(count: Int, for model: Model) throws -> Examples {
        var stream = RandomStream(seed: 1, purpose: .noise)
        let shape = model.input
        let pixels = (0..<count * shape.count).map { _ in UInt8(truncatingIfNeeded: stream.next()) }
        guard case .noisy = transform else {
            let classes = try model.output.count
            let labels = (0..<count).map { UInt8($0 % classes) }
            return try Examples(.bytes(pixels), shape: shape, labels: labels, classes: classes)
        }
        return try Examples(.floats(pixels.map { Float($0) / 255 }), shape: shape, cleaned: .bytes(pixels))
    }
}
