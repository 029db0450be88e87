import Figures
import Languages
import NeuralNetwork
import Notebook
import Tensors

/// What a network computes.
struct Networks: Lesson {
    static let id = "networks"

    func run(into material: inout Material, using course: Course) throws {
        Self.exercises(&material)
        neuron(&material)
        try layers(&material)
        Bends.handOver(to: &material)
        LayerKinds.handOver(to: &material)
        OutputLayer.handOver(to: &material)
    }

    private func neuron(_ material: inout Material) {
        // snippet.neuron
        let inputs: [Float] = [0.5, 1, 0.25]
        let weights: [Float] = [0.8, -1.3, 1.2]
        let bias: Float = 0.1
        let sum = zip(inputs, weights).reduce(bias) { $0 + $1.0 * $1.1 }
        let answer = relu(sum)
        // snippet.end
        material.value("sum", Double(sum))
        material.value("answer", Double(answer))
        material.record("neuron.sum", Double(sum))
        material.record("neuron.answer", Double(answer))
        material.printed(
            "neuron", ["sum": Printed.number(sum, digits: 2), "answer": Printed.number(answer, digits: 2)])
        material.figure("neuron") { words in
            let unit = NetworkGraph.Unit(
                Localized(same: "\(Double(sum), digits: 1)"), note: Localized(same: "b = \(Double(bias), digits: 1)"))
            let bent = NetworkGraph.Unit(
                Localized(same: "\(Double(answer), digits: 1)"), note: Localized(same: "ReLU"))
            return NetworkGraph(
                [
                    .init(
                        name: try words("inputs"),
                        units: inputs.map { .init(Localized(same: "\(Double($0), digits: 2)")) }, role: .input),
                    .init(name: try words("sum"), units: [unit], weights: [weights.map(Double.init)]),
                    .init(name: try words("activation"), units: [bent], role: .output, lines: .quiet),
                ], graphHeight: 130)
        }
    }

    private func layers(_ material: inout Material) throws {
        // snippet.dense
        let x = Tensor([1, 2], [1, 2])
        let w = Tensor([2, 3], [1, 0, -1, 2, 1, 0.5])
        let b = Tensor([3], [0, 1, 0])
        let y = Layer.dense(3).definition.forward(x, [w, b], in: .inference)
        // snippet.end
        material.record("dense", y.elements)
        material.output("dense", Printed.list(y.elements, digits: 1))
        // snippet.small
        let small = Model(
            name: "small", input: [2, 2, 1],
            layers: [.flatten, .dense(6, activation: .relu), .dense(5, activation: .relu), .dense(3)])
        let parameters = try small.summary().map(\.parameters)
        // snippet.end
        let total = parameters.reduce(0, +)
        material.value("total", total)
        material.record("small.parameters", total)
        material.output("small", "\(parameters.filter { $0 > 0 }.map(String.init).joined(separator: " + ")) = \(total)")
        material.figure("layers") { words in
            let hidden = try words("hidden")
            return NetworkGraph([
                .init(name: try words("input"), count: 4, role: .input), .init(name: hidden, count: 6),
                .init(name: hidden, count: 5), .init(name: try words("output"), count: 3, role: .output),
            ])
        }
    }
}
