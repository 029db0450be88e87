import Figures
import Languages
import NeuralNetwork
import Notebook

/// Ten scores that a network might give to a picture, what softmax makes of them, and what a mistake costs.
enum OutputLayer {
    // snippet.scores
    static let scores: [Float] = [1.2, -0.8, 0.4, 4.1, 0.9, 2.6, -1.5, 0.3, 1.8, 0.6]
    static let probabilities = NeuralNetwork.softmax(scores)
    // snippet.end

    static func handOver(to material: inout Material) {
        softmax(&material)
        crossEntropy(&material)
        blame(&material)
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

    private static func crossEntropy(_ material: inout Material) {
        // snippet.cost
        let right = categoricalCrossEntropy(Self.probabilities, label: 3)
        let wrong = categoricalCrossEntropy(Self.probabilities, label: 5)
        let mean = (right + wrong) / 2
        // snippet.end
        let chances = [3, 5].map { Double(Self.probabilities[$0]) }
        material.value("right", Double(right))
        material.value("wrong", Double(wrong))
        material.value("rightChance", chances[0])
        material.value("wrongChance", chances[1])
        material.record("crossEntropy", [right, wrong, mean])
        material.value("dearest", Double(categoricalCrossEntropy([0], label: 0)))
        material.printed(
            "cost",
            ["right": Printed.number(right), "wrong": Printed.number(wrong), "mean": Printed.number(mean)])
        let x = stride(from: 0.01, through: 1.0, by: 0.005).map { $0 }
        let y = x.map { Double(categoricalCrossEntropy([Float($0)], label: 0)) }
        material.figure("crossentropy") { words in
            Curves(
                [
                    .init(
                        xName: try words("probability"), yName: try words("loss"),
                        series: [.init(x: x, y: y, role: .error)],
                        marks: try zip(chances, [3, 5]).map { chance, digit in
                            .init(x: chance, label: try words("mark", ["digit": .integer(digit)]), role: .input)
                        }, startsAtZero: true)
                ], plotHeight: 140)
        }
    }

    private static func blame(_ material: inout Material) {
        // snippet.blame
        let target = (0..<10).map { $0 == 5 ? Float(1) : 0 }
        let blame = Loss.categoricalCrossEntropy.gradient(
            of: Self.probabilities, target: target, through: .softmax)
        // snippet.end
        material.record("crossEntropy.gradient", blame)
        material.output("blame", Printed.list(blame, digits: 3))
    }
}
