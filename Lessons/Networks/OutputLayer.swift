import Figures
import Languages
import NeuralNetwork
import Notebook

/// Ten scores that a network might give to a picture, and what softmax makes of them.
enum OutputLayer {
    // snippet.scores
    static let scores: [Float] = [1.2, -0.8, 0.4, 4.1, 0.9, 2.6, -1.5, 0.3, 1.8, 0.6]
    static let probabilities = NeuralNetwork.softmax(scores)
    // snippet.end

    static func handOver(to material: inout Material) {
        softmax(&material)
    }

    private static func softmax(_ material: inout Material) {
        let probabilities = Self.probabilities.map(Double.init)
        let best = probabilities.max() ?? 0
        let second = probabilities.sorted().dropLast().last ?? 0
        material.value("best", best)
        material.value("lead", Double(Self.scores[3]) - Double(Self.scores[5]))
        material.value("ratio", best / second)
        material.record("softmax", probabilities)
        material.output("scores", Printed.list(Self.probabilities, digits: 3))
        let digits = (0..<10).map { Localized(same: "\(plain: $0)") }
        material.figure("softmax") { words in
            let digit = try words("digit")
            let scores = Bars(
                categories: digits, series: [.init(values: Self.scores.map(Double.init))], categoryName: digit,
                valueName: try words("score"), digits: 1, plotHeight: 120)
            let chances = Bars(
                categories: digits, series: [.init(values: probabilities, role: .output)], categoryName: digit,
                valueName: try words("probability"), digits: 2, plotHeight: 120)
            return Composition(.row, [.init(scores), .init(chances)])
        }
    }
}
