import NeuralNetwork
import TestSupport
import Tensors
import Testing

@Suite("The course's own networks, on a handful of pictures")
struct CourseModelTests {
    @Test("train to the same bits at one thread and at three", arguments: CourseModels.all.map(\.name))
    func threads(_ name: String) throws {
        let course = try #require(CourseModels.named(name))
        let shape = course.model.input
        // Two shards, the second not full.
        let examples =
            course.training.loss == .binaryCrossEntropy
            ? try SmallProblems.pictures(18, shape: shape) : try SmallProblems.stripes(18, size: 28, classes: 10)
        var training = course.training
        training.epochs = 1
        let networks = try [1, 3].map { threads in
            var network = try Network(course.model, seed: 1)
            try network.fit(examples, training, options: RunOptions(threads: threads))
            return network
        }
        #expect(networks[0] == networks[1])
        #expect(networks[0] != (try Network(course.model, seed: 1)))
    }
}
