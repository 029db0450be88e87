import Elementary
import Figures
import Languages
import NeuralNetwork
import Notebook
import Tensors

/// Why a network needs a non-linearity, and three of them.
enum Bends {
    static func handOver(to material: inout Material) {
        collapse(&material)
        activations(&material)
        vanishing(&material)
    }

    private static func collapse(_ material: inout Material) {
        // snippet.collapse
        let first = { (x: Float) in 2 * x + 1 }
        let second = { (x: Float) in -3 * x + 2 }
        let both = { (x: Float) in (-3 * 2) * x + (-3 * 1 + 2) }
        let (stacked, single) = (second(first(5)), both(5))
        let bent = second(relu(first(-5)))
        // snippet.end
        let line = both(-5)
        material.record("collapse", [stacked, single, bent, line])
        material.value("bentInput", -5)
        material.value("bent", Int(bent))
        material.value("line", Int(line))
        material.printed(
            "collapse",
            [
                "stacked": Printed.number(stacked, digits: 0), "single": Printed.number(single, digits: 0),
                "bent": Printed.number(bent, digits: 0), "line": Printed.number(line, digits: 0),
            ])
    }

    private static func activations(_ material: inout Material) {
        let kinds: [(String, Activation)] = [("relu", .relu), ("sigmoid", .sigmoid), ("tanh", .tanh)]
        // snippet.derivatives
        let inputs = Tensor([161], stride(from: -4, through: 4, by: 0.05).map { Float($0) })
        let ones = Tensor([161], repeating: 1)
        let curves = kinds.map { name, activation in
            let values = activation.forward(inputs)
            return (name: name, values: values, derivative: activation.backward(ones, output: values))
        }
        // snippet.end
        let x = inputs.elements.map(Double.init)
        material.figure("activations") { words in
            let (function, derivative) = (try words("function"), try words("derivative"))
            return Curves(
                try curves.map { curve in
                    .init(
                        title: try words(curve.name), xName: Localized(same: "x"),
                        series: [
                            .init(name: function, x: x, y: curve.values.elements.map(Double.init), role: .output),
                            .init(
                                name: derivative, x: x, y: curve.derivative.elements.map(Double.init), role: .quiet),
                        ])
                }, plotHeight: 130, breadth: .wide)
        }
    }

    private static func vanishing(_ material: inout Material) {
        // snippet.vanishing
        let steepest = Activation.sigmoid.backward(Tensor([1], [1]), output: Tensor([1], [sigmoid(0)]))[0]
        let throughFive = Float.pow(steepest, 5)
        // snippet.end
        material.value("steepest", Double(steepest))
        material.record("sigmoid.steepest", steepest)
        material.record("sigmoid.throughFive", throughFive)
        material.output(
            "vanishing", "\(Printed.number(steepest, digits: 2)) -> \(Printed.number(throughFive, digits: 6))")
    }
}
