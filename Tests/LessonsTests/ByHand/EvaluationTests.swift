import Datasets
import Foundation
import NeuralNetwork
import TestSupport
import Tensors
import Testing

@testable import Lessons

@Suite("What is said of a classifier's answers, worked out by hand", .limited)
struct EvaluationTests {
    /// Seven answers to three classes, three of them right.
    private var evaluation: Lessons.Evaluation {
        let answers: [[Float]] = [
            [0.90, 0.05, 0.05], [0.30, 0.60, 0.10], [0.20, 0.70, 0.10], [0.10, 0.10, 0.80], [0.95, 0.00, 0.05],
            [0.20, 0.25, 0.55], [0.25, 0.60, 0.15],
        ]
        let test = HandMade.row([10, 11, 12, 13, 14, 15, 16], labels: [0, 0, 1, 1, 2, 2, 0], classes: 3)
        return Lessons.Evaluation(loss: 0.5, Tensor([7, 3], answers.flatMap { $0 }), of: test)
    }

    @Test("mistakes stand with the most confident first, of equals the earlier image")
    func mistakes() {
        let mistakes = evaluation.mistakes
        #expect(mistakes.map(\.index) == [4, 3, 1, 6])
        #expect(mistakes.map(\.truth) == [2, 1, 0, 0] && mistakes.map(\.predicted) == [0, 2, 1, 1])
        #expect(mistakes.map { Float($0.probability) } == [0.95, 0.8, 0.6, 0.6])
        #expect(mistakes.map { $0.pixels[0] } == [14, 13, 11, 16])
    }

    @Test("right answers stand with the least certain first")
    func leastCertain() {
        let answers = evaluation.leastCertain
        #expect(answers.map(\.index) == [5, 2, 0] && answers.map { Float($0.probability) } == [0.55, 0.7, 0.9])
        #expect(answers.allSatisfy { $0.truth == $0.predicted })
    }

    @Test("where there are more mistakes than are shown, those are left out of which the network was least sure")
    func limit() {
        let wrong: [Float] = (0..<30).map { 0.7 + Float($0) / 100 }
        let answers: [Float] = wrong.flatMap { [1 - $0, $0] }
        let pixels: [UInt8] = (0..<30).map { UInt8($0) }
        let test = HandMade.row(pixels, labels: [UInt8](repeating: 0, count: 30), classes: 2)
        let evaluation = Lessons.Evaluation(loss: 1, Tensor([30, 2], answers), of: test)
        #expect(evaluation.mistakes.map(\.index) == [Int](6..<30).reversed())
    }

    @Test("the matrix has truth down and prediction across; precision goes by column, recall by row")
    func matrix() {
        let evaluation = evaluation
        #expect(evaluation.confusion == [[1, 2, 0], [0, 1, 1], [1, 0, 1]])
        #expect(evaluation.accuracy == 3.0 / 7 && evaluation.right == 3 && evaluation.count == 7)
        let third: Double = 1.0 / 3
        let precision: [Double] = [0.5, third, 0.5]
        let recall: [Double] = [third, 0.5, 0.5]
        #expect(evaluation.precision == precision && evaluation.recall == recall)
        #expect(evaluation.correctness.isRight == [true, false, true, false, false, true, false])
        // 1.96 · √(3/7 · 4/7 / 7)
        #expect(abs(evaluation.margin - 0.366_607) < 1e-5)
    }

    @Test("a network is asked about the test images, and its loss is their mean")
    func network() throws {
        let test = HandMade.row([255, 255, 0], labels: [1, 0, 0], classes: 2)
        let trained = HandMade.trained(try HandMade.brightness())
        let evaluation = try Lessons.Evaluation(of: trained, on: test.examples(), test, threads: 1)
        // -(ln 3/4 + ln 1/4 + ln 1/2) / 3; black is as much one class as the other, and the first one wins.
        #expect(abs(evaluation.loss - 0.789_041) < 1e-5)
        #expect(evaluation.correctness.isRight == [true, false, true])
        #expect(evaluation.mistakes.map(\.index) == [1] && abs(evaluation.mistakes[0].probability - 0.75) < 1e-6)

        let results = try NetworkResults(
            of: trained, loss: .categoricalCrossEntropy, on: test.examples(), test, threads: 1)
        #expect(results.evaluation?.confusion == evaluation.confusion && results.count == 3)
        #expect(abs(results.loss - 0.789_041) < 1e-5 && results.first == [1] && results.cleaned == nil)
    }

    @Test("predictions are shown of the first images, and of those that the network doubts most")
    func predictions() throws {
        let pixels: [UInt8] = [250, 40, 0, 90, 255, 10, 130, 5]
        let test = HandMade.row(pixels, labels: [1, 0, 1, 0, 1, 0, 1, 0], classes: 2)
        let predictions = try Predictions(of: HandMade.brightness(), on: test, threads: 1)
        #expect(predictions.first.map(\.index) == [0, 1, 2, 3, 4, 5])
        // The darker a picture, the less the network knows.
        #expect(predictions.doubtful.map(\.index) == [2, 7, 5, 1, 3, 6])
        let white = predictions.first[4]
        #expect(white.truth == 1 && white.pixels == Data([255]))
        #expect(abs(white.probabilities[0] - 0.25) < 1e-6 && abs(white.probabilities[1] - 0.75) < 1e-6)
    }
}
