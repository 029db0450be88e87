import Figures
import Languages
import NeuralNetwork
import Notebook
import Tensors

/// A network of two layers, small enough to compute by hand: its numbers forward, its gradients back.
enum Backpropagation {
    // snippet.two-layers
    static let input = Tensor([1, 2], [2, 1])
    static let hidden = (weights: Tensor([2, 2], [0.5, -1, -1, 0.5]), bias: Tensor([2], [0.5, 0.5]))
    static let output = (weights: Tensor([2, 1], [2, 3]), bias: Tensor([1], [0]))
    static let target: Float = 2

    struct Forward {
        let sums, active, answer: Tensor
        /// Half of the squared error: its derivative is the error itself.
        var loss: Float { (answer[0, 0] - target) * (answer[0, 0] - target) / 2 }
    }

    static func forward(through weights: Tensor) -> Forward {
        let sums = Layer.dense(2).definition.forward(input, [weights, hidden.bias], in: .inference)
        let active = Activation.relu.forward(sums)
        let answer = Layer.dense(1).definition.forward(active, [output.weights, output.bias], in: .inference)
        return Forward(sums: sums, active: active, answer: answer)
    }
    // snippet.end

    static func handOver(to material: inout Material) {
        // snippet.backward
        let forward = forward(through: hidden.weights)
        let error = Tensor([1, 1], [forward.answer[0, 0] - target])
        let last = Layer.dense(1).definition.backward(
            error, input: forward.active, [output.weights, output.bias], in: .inference)
        let sums = Activation.relu.backward(last.input, output: forward.active)
        let first = Layer.dense(2).definition.backward(
            sums, input: input, [hidden.weights, hidden.bias], in: .inference)
        // snippet.end
        // snippet.nudge
        let nudged = [Float(0.01), -0.01].map { nudge in
            var weights = hidden.weights
            weights[0, 0] += nudge
            return Backpropagation.forward(through: weights).loss
        }
        let slope = (nudged[0] - nudged[1]) / 0.02
        // snippet.end
        let found = Gradients(answer: error, active: last.input, sums: sums, first: first, last: last)
        handOver(forward, found, to: &material)
        material.printed(
            "backward",
            [
                "loss": Printed.number(forward.loss, digits: 2),
                "last": Printed.list(last.parameters[0].elements, digits: 1),
                "first": Printed.list(first.parameters[0].elements, digits: 1),
                "input": Printed.list(first.input.elements, digits: 1),
            ])
        material.printed(
            "nudge",
            [
                "chain": Printed.number(first.parameters[0][0, 0], digits: 2),
                "slope": Printed.number(slope, digits: 2),
            ])
    }

    /// What the way back finds, from the answer to the input.
    private struct Gradients {
        let answer, active, sums: Tensor
        let first, last: LayerGradients
    }

    private static func handOver(_ forward: Forward, _ found: Gradients, to material: inout Material) {
        material.record("backward", found.first.parameters.map(\.elements))
        material.record("backward.input", found.first.input.elements)
        material.value("answer", Int(forward.answer[0, 0]))
        material.value("target", Int(target))
        material.value("error", Int(found.answer[0, 0]))
        material.value("negative", Int(forward.sums[0, 1]))
        material.value("stopped", Int(found.active[0, 1]))
        material.figure("backpropagation") { words in
            let names = (
                input: try words("input"), sums: try words("sums"), active: try words("active"),
                answer: try words("answer")
            )
            func units(_ values: [Float]) -> [NetworkGraph.Unit] {
                values.map { .init(Localized(same: "\(Double($0), digits: 1)")) }
            }
            func graph(_ columns: [[Float]], _ first: [Float], _ last: [Float], _ roles: [Role]) -> NetworkGraph {
                // A row of weights for each unit, where tensors have one for each input.
                let into = (0..<2).map { unit in (0..<2).map { Double(first[$0 * 2 + unit]) } }
                return NetworkGraph(
                    [
                        .init(name: names.input, units: units(columns[0]), role: roles[0]),
                        .init(name: names.sums, units: units(columns[1]), role: roles[1], weights: into),
                        .init(
                            name: names.active, units: units(columns[2]), role: roles[2], lines: .quiet, isPaired: true),
                        .init(
                            name: names.answer, units: units(columns[3]), role: roles[3],
                            weights: [last.map(Double.init)]),
                    ], graphHeight: 130)
            }
            let ahead = graph(
                [input.elements, forward.sums.elements, forward.active.elements, forward.answer.elements],
                hidden.weights.elements, output.weights.elements, [.input, .ink, .ink, .output])
            let back = graph(
                [found.first.input.elements, found.sums.elements, found.active.elements, found.answer.elements],
                found.first.parameters[0].elements, found.last.parameters[0].elements, [.error, .error, .error, .error])
            return Composition(
                .stack,
                [.init(ahead, heading: try words("forward")), .init(back, heading: try words("backward"))])
        }
    }
}
