import Figures
import Languages
import NeuralNetwork
import Notebook
import Tensors

/// How a network learns.
struct Learning: Lesson {
    static let id = "learning"

    func run(into material: inout Material, using course: Course) throws {
        Self.exercises(&material)
        Cost.handOver(to: &material)
        Backpropagation.handOver(to: &material)
        WindowsBackward.handOver(to: &material)
        Descent.handOver(to: &material)
        SobelFromPairs.handOver(of: try course.grayScene, to: &material)
        dropout(&material)
        accuracy(&material)
        let (small, large) = (0.001, 1.0)
        material.value("smallGradient", small)
        material.value("largeGradient", large)
        material.value("gradientRatio", large / small)
    }

    /// A network with half of its units off.
    private func dropout(_ material: inout Material) {
        // snippet.masks
        let layer = Layer.dropout(0.5).definition
        let values = Tensor([1, 8], [1, 2, 3, 4, 5, 6, 7, 8])
        let draws = [0, 1].map { step in
            layer.forward(values, [], in: Pass(isTraining: true, seed: 3, step: step)).elements
        }
        let afterwards = layer.forward(values, [], in: .inference).elements
        // snippet.end
        let off = draws.map { $0.count { $0 == 0 } }
        material.value("offFirst", off[0])
        material.value("offSecond", off[1])
        material.record("dropout.draws", draws)
        material.output("masks", (draws + [afterwards]).map { Printed.list($0, digits: 0) }.joined(separator: "\n"))
        material.figure("dropout") { words in
            Composition(
                .row,
                try draws.enumerated().map { index, draw in
                    .init(
                        NetworkGraph(
                            [
                                .init(count: 4, role: .input), .init(units: draw.map { .init(isOff: $0 == 0) }),
                                .init(count: 3, role: .output),
                            ], graphHeight: 180),
                        heading: try words("step", ["n": .integer(index + 1)]))
                })
        }
    }

    /// The share of right answers, and what an answer costs that knows nothing.
    private func accuracy(_ material: inout Material) {
        // snippet.accuracy
        let answers = Tensor([4, 3], [0.7, 0.2, 0.1, 0.1, 0.5, 0.4, 0.3, 0.3, 0.4, 0.2, 0.6, 0.2])
        let truth = [0, 1, 1, 1]
        let predicted = answers.largestInRows()
        let accuracy = ConfusionMatrix(truth: truth, predicted: predicted, classes: 3).accuracy
        // snippet.end
        material.record("accuracy", accuracy)
        material.printed(
            "accuracy",
            ["answers": "\(predicted)", "truth": "\(truth)", "accuracy": Printed.number(accuracy, digits: 2)])
        material.value("ignorance", Double(categoricalCrossEntropy([0.1], label: 0)))
    }
}
