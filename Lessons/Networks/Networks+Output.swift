import Figures
import Platform
import Languages
import NeuralNetwork
import Notebook

extension Networks {
    private static let digits = (0..<10).map { Bilingual(both: "\(plain: $0)") }
    private static let digit = Bilingual(en: "digit", es: "dígito")

    // snippet.scores
    static let scores: [Float] = [1.2, -0.8, 0.4, 4.1, 0.9, 2.6, -1.5, 0.3, 1.8, 0.6]
    static let probabilities = NeuralNetwork.softmax(scores)
    // snippet.end

    /// Ten scores, ten probabilities.
    func softmax(on page: inout Page) throws {
        let probabilities = Self.probabilities.map(Double.init)
        let best = probabilities.max() ?? 0
        let second = probabilities.sorted().dropLast().last ?? 0
        page.record("softmax", probabilities)
        page.prose(
            en: """
                ## From scores to probabilities

                The output layer gives a score for each class, and a score may be any number. To become a probability \
                each must be positive and all together must make one. **Softmax** raises $e$ to each score, which makes \
                it positive, and divides by the sum:

                $$ \\operatorname{softmax}(z)_i = \\frac{e^{z_i}}{\\sum_{j=1}^{k} e^{z_j}} $$
                """,
            es: """
                ## De puntuaciones a probabilidades

                La capa de salida da una puntuación por clase, y una puntuación puede ser cualquier número. Para ser \
                probabilidad, cada una tiene que ser positiva y entre todas han de sumar uno. **Softmax** eleva $e$ a \
                cada puntuación, con lo que la hace positiva, y divide entre la suma:

                $$ \\operatorname{softmax}(z)_i = \\frac{e^{z_i}}{\\sum_{j=1}^{k} e^{z_j}} $$
                """)
        try page.code("softmax", from: "NeuralNetwork")
        try page.code("scores")
        page.output(Printed.list(Self.probabilities, digits: 3))
        try page.figure(
            "softmax",
            title: Bilingual(en: "A small lead becomes a large one", es: "Una ventaja pequeña se hace grande"),
            caption: Bilingual(
                en: """
                    Left, ten scores that a network might give to a picture; right, the probabilities that softmax \
                    makes of them. Their order is the same, their distances are not.
                    """,
                es: """
                    A la izquierda, diez puntuaciones que una red podría dar a una imagen; a la derecha, las \
                    probabilidades que softmax hace de ellas. El orden es el mismo; las distancias, no.
                    """),
            alternative: Bilingual(
                en: "Two bar charts over the ten digits; the 3 has the largest score and \(best, percent: 1).",
                es:
                    "Dos gráficos de barras de los diez dígitos; el 3 tiene la mayor puntuación y el \(best, percent: 1)."
            ),
            Composition(
                .row,
                [
                    .init(
                        Bars(
                            categories: Self.digits, series: [.init(values: Self.scores.map(Double.init))],
                            categoryName: Self.digit, valueName: Bilingual(en: "score", es: "puntuación"), digits: 1,
                            plotHeight: 120)),
                    .init(
                        Bars(
                            categories: Self.digits, series: [.init(values: probabilities, role: .output)],
                            categoryName: Self.digit, valueName: Bilingual(en: "probability", es: "probabilidad"),
                            digits: 2, plotHeight: 120)),
                ]))
        let lead = Double(Self.scores[3]) - Double(Self.scores[5])
        page.prose(
            en: """
                The 3 leads the 5 by \(lead, digits: 1) points, and gets \(best / second, digits: 1) times its \
                probability: $e$ to the power of the lead. Subtracting the largest score first, as the program does, \
                changes nothing in the quotients and keeps the powers from growing beyond all bounds.
                """,
            es: """
                El 3 le saca \(lead, digits: 1) puntos al 5 y obtiene \(best / second, digits: 1) veces su \
                probabilidad: $e$ elevado a la ventaja. Restar antes la mayor puntuación, como hace el programa, no \
                cambia los cocientes e impide que las potencias crezcan sin límite.
                """)
    }

    /// What a wrong answer costs.
    func crossEntropy(on page: inout Page) throws {
        // snippet.cost
        let right = categoricalCrossEntropy(Self.probabilities, label: 3)
        let wrong = categoricalCrossEntropy(Self.probabilities, label: 5)
        let mean = (right + wrong) / 2
        // snippet.end
        let chances = [3, 5].map { Double(Self.probabilities[$0]) }
        page.record("crossEntropy", [right, wrong, mean])
        page.prose(
            en: """
                ## What a mistake costs

                To improve, the network needs one number that says how bad its answers are: the **loss**. For classes \
                it is the **categorical cross-entropy**. With labels $y$ written one-hot (a one at the true class, \
                zeros elsewhere), one image leaves a single term of the inner sum: minus the logarithm of the \
                probability given to the true class. Networks learn from a handful of images at a time, a **batch**; \
                its loss is the mean over its $m$ images:

                $$ L = -\\frac{1}{m} \\sum_{i=1}^{m} \\sum_{j=1}^{k} y_{i,j} \\log \\hat{y}_{i,j} $$
                """,
            es: """
                ## Lo que cuesta un error

                Para mejorar, la red necesita un número que diga lo malas que son sus respuestas: la **pérdida**. \
                Para clases es la **entropía cruzada categórica**. Con las etiquetas $y$ en codificación *one-hot* \
                (un uno en la clase verdadera y ceros en las demás), de cada imagen queda un solo término de la suma \
                interior: menos el logaritmo de la probabilidad dada a la clase verdadera. Las redes aprenden de unas \
                cuantas imágenes a la vez, un **lote**; su pérdida es la media de sus $m$ imágenes:

                $$ L = -\\frac{1}{m} \\sum_{i=1}^{m} \\sum_{j=1}^{k} y_{i,j} \\log \\hat{y}_{i,j} $$
                """)
        try page.code("cross-entropy", from: "NeuralNetwork")
        try page.code("cost")
        page.output(
            "true 3: \(Printed.number(right))   true 5: \(Printed.number(wrong))   mean \(Printed.number(mean))")
        let x = stride(from: 0.01, through: 1.0, by: 0.005).map { $0 }
        try page.figure(
            "crossentropy",
            title: Bilingual(en: "It costs most to be sure and wrong", es: "Estar segura y equivocarse sale caro"),
            caption: Bilingual(
                en: """
                    The loss of one image against the probability that its true class was given. The marks show the \
                    probabilities of the example, once if the picture was a 3 and once if it was a 5.
                    """,
                es: """
                    La pérdida de una imagen frente a la probabilidad que recibió su clase verdadera. Las marcas \
                    muestran las probabilidades del ejemplo: una, si la imagen era un 3; la otra, si era un 5.
                    """),
            alternative: Bilingual(
                en: """
                    A falling curve: no loss at probability 1, \(Double(right), digits: 2) at \(chances[0], digits: 2), \
                    \(Double(wrong), digits: 2) at \(chances[1], digits: 2), without bound towards 0.
                    """,
                es: """
                    Una curva que baja: pérdida nula con probabilidad 1, \(Double(right), digits: 2) con \
                    \(chances[0], digits: 2), \(Double(wrong), digits: 2) con \(chances[1], digits: 2), sin límite \
                    hacia 0.
                    """),
            Curves(
                [
                    .init(
                        xName: Bilingual(
                            en: "probability of the true class", es: "probabilidad de la clase verdadera"),
                        yName: Bilingual(en: "loss", es: "pérdida"),
                        series: [
                            .init(
                                x: x, y: x.map { Double(categoricalCrossEntropy([Float($0)], label: 0)) }, role: .error)
                        ],
                        marks: zip(chances, [3, 5]).map { chance, digit in
                            .init(
                                x: chance,
                                label: Bilingual(en: "if a \(plain: digit)", es: "si es un \(plain: digit)"),
                                role: .input)
                        }, startsAtZero: true)
                ], plotHeight: 140))
        // snippet.blame
        let target = (0..<10).map { $0 == 5 ? Float(1) : 0 }
        let blame = Loss.categoricalCrossEntropy.gradient(
            of: Self.probabilities, target: target, through: .softmax)
        // snippet.end
        page.record("crossEntropy.gradient", blame)
        page.prose(
            en: """
                Softmax and cross-entropy fit together so well that the derivative of the loss with respect to each \
                score is simply the difference between what was said and what was true, $\\hat{y}_j - y_j$. If the \
                picture was a 5, the score of the 5 should rise and all others should fall, each by as much as it \
                claimed too much.
                """,
            es: """
                Softmax y entropía cruzada encajan tan bien que la derivada de la pérdida respecto de cada puntuación \
                es, sin más, la diferencia entre lo que se dijo y lo que era verdad, $\\hat{y}_j - y_j$. Si la imagen \
                era un 5, la puntuación del 5 debería subir y las demás, bajar, cada una en la medida en que reclamó de \
                más.
                """)
        try page.code("blame")
        page.output(Printed.list(blame, digits: 3))
    }
}
