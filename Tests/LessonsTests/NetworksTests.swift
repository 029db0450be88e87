import Foundation
import NeuralNetwork
import TestSupport
import Testing

@testable import Lessons

@Suite("The examples of the lesson on networks", .limited)
struct NetworksTests {
    @Test("softmax makes ten positive shares of one, in the order of the scores")
    func softmax() {
        #expect(abs(OutputLayer.probabilities.reduce(0, +) - 1) < 1e-6)
        #expect(OutputLayer.probabilities.allSatisfy { $0 > 0 })
        let byScore = OutputLayer.scores.indices.sorted { OutputLayer.scores[$0] < OutputLayer.scores[$1] }
        let byShare = OutputLayer.probabilities.indices.sorted {
            OutputLayer.probabilities[$0] < OutputLayer.probabilities[$1]
        }
        #expect(byScore == byShare)
    }

    @Test("numbers are printed as code prints them", arguments: [(-1234.5, 1, "-1234.5"), (0.25, 2, "0.25")])
    func printed(value: Double, digits: Int, text: String) {
        #expect(Printed.number(value, digits: digits) == text)
    }
}
