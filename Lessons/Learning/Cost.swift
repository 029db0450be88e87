import Figures
import Languages
import NeuralNetwork
import Notebook

/// What a mistake costs: the cross-entropy of the ten scores of lesson `networks`, and who is to blame.
enum Cost {
    static func handOver(to material: inout Material) {
        crossEntropy(&material)
        blame(&material)
    }

    private static func crossEntropy(_ material: inout Material) {
        // snippet.cost
        let right = categoricalCrossEntropy(OutputLayer.probabilities, label: 3)
        let wrong = categoricalCrossEntropy(OutputLayer.probabilities, label: 5)
        let mean = (right + wrong) / 2
        // snippet.end
        let chances = [3, 5].map { Double(OutputLayer.probabilities[$0]) }
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
            of: OutputLayer.probabilities, target: target, through: .softmax)
        // snippet.end
        material.record("crossEntropy.gradient", blame)
        material.output("blame", Printed.list(blame, digits: 3))
    }
}
