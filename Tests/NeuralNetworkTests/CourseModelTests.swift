import NeuralNetwork
import Synchronization
import TestSupport
import Tensors
import Testing

@Suite("The course's own networks, on a handful of pictures", .limited)
struct CourseModelTests {
    /// Pictures for two steps: one of two shards whose second is not full, and one of a single picture.
    private func problem(_ name: String) throws -> (CourseModel, Examples, TrainingConfiguration) {
        let course = try #require(CourseModels.named(name))
        var training = course.training
        training.epochs = 1
        training.batch = 17
        let count = training.validation == 0.2 ? 23 : 20
        let examples =
            training.loss == .binaryCrossEntropy
            ? try SmallProblems.pictures(count, shape: course.model.input)
            : try SmallProblems.stripes(count, size: 28, classes: 10)
        return (course, examples, training)
    }

    @Test(
        "train and predict to the same bits at 1, 2, 3 and 8 threads, stopped in between or not",
        arguments: CourseModels.all.map(\.name))
    func bits(_ name: String) throws {
        let (course, examples, training) = try problem(name)
        var outcomes: [(Network, History)] = []
        for threads in [1, 2, 3] {
            var network = try Network(course.model, seed: 1)
            let history = try network.fit(examples, training, options: RunOptions(threads: threads))
            outcomes.append((network, history))
        }

        let asked = Atomic<Int>(0)
        let first = try TrainingRun(
            try Network(course.model, seed: 1), examples, training,
            options: RunOptions(threads: 8, isCancelled: { asked.add(1, ordering: .relaxed).oldValue > 0 }))
        #expect(throws: TrainingError.cancelled(model: name)) { try first.run() }
        #expect(first.state.step == 1)
        let file = try first.state.safetensors(of: course.model, training).encoded()
        let second = try TrainingRun(
            try Network(course.model, seed: 9), examples, training, options: RunOptions(threads: 8),
            resuming: TrainingState(Safetensors(decoding: file), of: course.model, training))
        try second.run()
        outcomes.append((second.network, second.history))

        for (network, history) in outcomes {
            #expect(network == outcomes[0].0)
            #expect(history == outcomes[0].1)
        }
        #expect(try outcomes[0].0 != Network(course.model, seed: 1))
        let answers = try [1, 8].map { try outcomes[0].0.predict(examples, options: RunOptions(threads: $0)) }
        #expect(answers[0] == answers[1])
    }

    @Test(
        "stop at the first step where any kernel holds a NaN, though a ReLU hides it from the loss",
        arguments: CourseModels.all.map(\.name))
    func noNumbers(_ name: String) throws {
        let (course, all, training) = try problem(name)
        let examples = all.prefix(5)
        let fresh = try Parameters(initialising: course.model, seed: 1)
        for (index, kernel) in fresh.names.filter({ $0.hasSuffix("kernel") }).enumerated() {
            var spoiled = fresh
            spoiled[kernel]?.elements[7] = index.isMultiple(of: 2) ? .nan : .infinity
            var network = try Network(course.model, parameters: spoiled)
            #expect(
                throws: TrainingError.diverged(model: name, epoch: 1, step: 1, learningRate: 1e-3), "\(kernel)"
            ) { try network.fit(examples, training) }
            #expect(network.parameters["dense.bias"] == fresh["dense.bias"])
        }
    }
}
