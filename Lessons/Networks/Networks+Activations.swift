import Elementary
import Figures
import Languages
import NeuralNetwork
import Notebook
import Tensors

extension Networks {
    /// Why a network needs a bend, and three ways of bending.
    func activations(on page: inout Page) throws {
        page.prose(
            en: """
                ## Why the bend

                Suppose there were no activation. Then a layer would be a straight line, and a straight line put into \
                a straight line is a straight line again:

                $$ W_2 (W_1 x + b_1) + b_2 = (W_2 W_1)\\, x + (W_2 b_1 + b_2) $$

                A hundred such layers could do no more than one. Try it with numbers.
                """,
            es: """
                ## Para qué el quiebro

                Supón que no hubiera activación. Entonces una capa sería una recta, y una recta metida en otra recta \
                vuelve a ser una recta:

                $$ W_2 (W_1 x + b_1) + b_2 = (W_2 W_1)\\, x + (W_2 b_1 + b_2) $$

                Cien capas así no podrían hacer más que una. Pruébalo con números.
                """)
        // snippet.collapse
        let first = { (x: Float) in 2 * x + 1 }
        let second = { (x: Float) in -3 * x + 2 }
        let both = { (x: Float) in (-3 * 2) * x + (-3 * 1 + 2) }
        let (stacked, single) = (second(first(5)), both(5))
        let bent = second(relu(first(-5)))
        // snippet.end
        page.record("collapse", [stacked, single])
        try page.code("collapse")
        page.output(
            "stacked \(Printed.number(stacked, digits: 0))   single \(Printed.number(single, digits: 0))"
                + "   bent \(Printed.number(bent, digits: 0)), not \(Printed.number(both(-5), digits: 0))")
        page.prose(
            en: """
                With a bend in between, the last value, the two are no longer the same: layers can now add to what \
                came before. Three bends are in use. **ReLU** cuts at zero. The **sigmoid** squeezes everything between \
                0 and 1, the **hyperbolic tangent** between $-1$ and 1:

                $$ \\operatorname{ReLU}(x) = \\max(0, x) \\qquad \\sigma(x) = \\frac{1}{1 + e^{-x}} \\qquad \
                \\tanh(x) = \\frac{e^{x} - e^{-x}}{e^{x} + e^{-x}} $$
                """,
            es: """
                Con un quiebro en medio, el último valor, ya no son lo mismo: ahora las capas pueden añadir algo a lo \
                anterior. Hay tres quiebros de uso común. **ReLU** corta en cero. La **sigmoide** lo aprieta todo entre \
                0 y 1 y la **tangente hiperbólica**, entre $-1$ y 1:

                $$ \\operatorname{ReLU}(x) = \\max(0, x) \\qquad \\sigma(x) = \\frac{1}{1 + e^{-x}} \\qquad \
                \\tanh(x) = \\frac{e^{x} - e^{-x}}{e^{x} + e^{-x}} $$
                """)
        let kinds: [(Bilingual, Activation)] = [
            (Bilingual(both: "ReLU"), .relu), (Bilingual(en: "sigmoid", es: "sigmoide"), .sigmoid),
            (Bilingual(both: "tanh"), .tanh),
        ]
        // snippet.derivatives
        let inputs = Tensor([161], stride(from: -4, through: 4, by: 0.05).map { Float($0) })
        let ones = Tensor([161], repeating: 1)
        let curves = kinds.map { name, activation in
            let values = activation.forward(inputs)
            return (name: name, values: values, derivative: activation.backward(ones, output: values))
        }
        // snippet.end
        try page.code("derivatives")
        let x = inputs.elements.map(Double.init)
        let names = (Bilingual(en: "function", es: "función"), Bilingual(en: "derivative", es: "derivada"))
        try page.figure(
            "activations",
            title: Bilingual(en: "Three bends, and how steep they are", es: "Tres quiebros y su pendiente"),
            caption: Bilingual(
                en: """
                    Solid, the function; dotted, its derivative, which tells how much a small change of the input is \
                    felt at the output. Look how flat sigmoid and tanh become towards both ends.
                    """,
                es: """
                    Línea continua: la función; punteada: su derivada, que dice cuánto se nota en la salida un cambio \
                    pequeño de la entrada. Fíjate en lo planas que se vuelven la sigmoide y tanh hacia los extremos.
                    """),
            alternative: Bilingual(
                en: """
                    ReLU is zero up to zero and rises with slope 1 from there; sigmoid rises from 0 to 1, steepest at \
                    zero with slope \(0.25, digits: 2); tanh from −1 to 1, steepest at zero with slope 1.
                    """,
                es: """
                    ReLU es cero hasta el cero y desde ahí sube con pendiente 1; la sigmoide sube de 0 a 1, con \
                    pendiente máxima de \(0.25, digits: 2) en el cero; tanh, de −1 a 1, con pendiente máxima de 1 en el cero.
                    """),
            Curves(
                curves.map { curve in
                    .init(
                        title: curve.name, xName: Bilingual(both: "x"),
                        series: [
                            .init(
                                name: names.0, x: x, y: curve.values.elements.map(Double.init), role: .output),
                            .init(
                                name: names.1, x: x, y: curve.derivative.elements.map(Double.init), role: .quiet),
                        ])
                }, plotHeight: 130, breadth: .wide))
        try page.code("relu", from: "NeuralNetwork")
        try page.code("sigmoid", from: "NeuralNetwork")
        // snippet.vanishing
        let steepest = Activation.sigmoid.backward(Tensor([1], [1]), output: Tensor([1], [sigmoid(0)]))[0]
        let throughFive = Float.pow(steepest, 5)
        // snippet.end
        page.record("sigmoid.steepest", steepest)
        page.record("sigmoid.throughFive", throughFive)
        try page.code("vanishing")
        page.output("\(Printed.number(steepest, digits: 2)) -> \(Printed.number(throughFive, digits: 6))")
        page.prose(
            en: """
                Even where it is steepest, a sigmoid passes on only a quarter of a change. Behind five of them less \
                than a thousandth is left, and the first layers hardly learn. This is the **vanishing gradient**. ReLU \
                passes everything on wherever it is awake, which is why hidden layers use it; sigmoid and its \
                relatives keep the output, where a probability is wanted.
                """,
            es: """
                Incluso donde es más empinada, una sigmoide deja pasar solo la cuarta parte de un cambio. Detrás de \
                cinco queda menos de una milésima, y las primeras capas apenas aprenden. Es el **gradiente que se \
                desvanece**. ReLU lo deja pasar todo allí donde está despierta, y por eso la usan las capas ocultas; la \
                sigmoide y sus parientes se quedan en la salida, donde se quiere una probabilidad.
                """)
    }
}
