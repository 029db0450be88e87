import NeuralNetwork
import Tensors
import TestSupport
import Testing

@Suite("A confusion matrix", .limited)
struct MetricsTests {
    private let matrix = ConfusionMatrix(truth: [0, 0, 0, 1, 1, 2], predicted: [0, 0, 1, 1, 0, 1], classes: 3)

    @Test("counts truth down, prediction across")
    func counts() {
        #expect(matrix.counts == [[2, 1, 0], [1, 1, 0], [0, 1, 0]])
        #expect(matrix.total == 6 && matrix.accuracy == 0.5)
    }

    @Test("tells precision, recall and F1 of each class, zero where nothing was found")
    func perClass() {
        #expect(matrix.precision(0) == 2.0 / 3 && matrix.recall(0) == 2.0 / 3)
        #expect(matrix.precision(1) == 1.0 / 3 && matrix.recall(1) == 0.5)
        #expect(matrix.precision(2) == 0 && matrix.recall(2) == 0 && matrix.f1(2) == 0)
        #expect(abs(matrix.f1(1) - 0.4) < 1e-12)
    }

    @Test("names the most frequent error, the first among equals")
    func largestConfusion() throws {
        let largest = try #require(matrix.largestConfusion)
        #expect(largest == (truth: 0, predicted: 1, count: 1))
        #expect(ConfusionMatrix(truth: [0], predicted: [0], classes: 2).largestConfusion == nil)
    }

    @Test("reads predictions off the largest number in each row")
    func largest() {
        #expect(Tensor([2, 3], [0.1, 0.5, 0.4, 0.3, 0.3, 0.2]).largestInRows() == [1, 0])
    }
}
