import NeuralNetwork
import TestSupport
import Testing

/// What the README promises: the same weights on every processor and system. This test runs on all of them.
///
/// Whoever changes what is computed raises `NumericVersion.current` and puts the new hash here.
@Suite("Weights after a few steps have these bits everywhere")
struct FrozenWeightTests {
    @Test(
        arguments: [
            ("baseline", 0xe8b18518ca4b8f3d), ("cnn", 0xf572f3685d32c1ac), ("dropout", 0x6292268c8c2bbb74),
            ("compact", 0xf56219d076acf8b5), ("denoising", 0xaa03810f57522fbb),
        ] as [(String, UInt64)])
    func weights(_ name: String, _ expected: UInt64) throws {
        let course = try #require(CourseModels.named(name))
        var training = course.training
        (training.epochs, training.batch) = (2, 17)
        let examples =
            training.loss == .binaryCrossEntropy
            ? try SmallProblems.pictures(45, shape: course.model.input)
            : try SmallProblems.stripes(45, size: 28, classes: 10)
        var network = try Network(course.model, seed: 1)
        let history = try network.fit(examples, training)
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        func add(_ bits: UInt64) { hash = (hash ^ bits) &* 0x100_0000_01b3 }
        for (_, tensor) in network.parameters.all {
            for weight in tensor.elements { add(UInt64(weight.bitPattern)) }
        }
        for epoch in history.epochs { add(epoch.loss.bitPattern) }
        #expect(hash == expected, "\(String(hash, radix: 16))")
    }
}
