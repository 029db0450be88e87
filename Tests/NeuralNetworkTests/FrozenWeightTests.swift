import NeuralNetwork
import TestSupport
import Testing

/// What the README promises: the same weights on every processor and system. `Scripts/test-arm64` asks another processor.
@Suite("Weights after a few steps have the same bits everywhere", .limited)
struct FrozenWeightTests {
    @Test(arguments: FrozenWeights.hashes.map(\.model))
    func weights(_ name: String) throws {
        let course = try #require(CourseModels.named(name))
        let expected = try #require(FrozenWeights.hashes.first { $0.model == name }?.hash)
        #expect(try FrozenWeights.hash(of: course) == expected)
    }
}
