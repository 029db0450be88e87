import Figures
import Languages
import NeuralNetwork
import Notebook
import Tensors

extension Networks {
    /// A network with half of its units off, and how often it is right.
    func dropout(on page: inout Page) throws {
        page.prose(
            en: """
                ## Learning with gaps

                A network with many parameters may learn its examples by heart. **Dropout** works against that: in each \
                training step it switches every unit off with probability $p$, by a mask $r$ of zeros and ones. The \
                units that stay are scaled up, so that sums keep their size; once the training is over, all are on and \
                nothing is scaled:

                $$ \\operatorname{dropout}(x)_i = \\frac{r_i\\, x_i}{1 - p}, \\qquad \
                r_i = 1 \\text{ with probability } 1 - p, \\text{ else } 0 $$
                """,
            es: """
                ## Aprender con huecos

                Una red con muchos parámetros puede aprenderse los ejemplos de memoria. El **dropout** trabaja en contra \
                de eso: en cada paso del entrenamiento apaga cada unidad con probabilidad $p$, según una máscara $r$ de \
                ceros y unos. Las unidades que quedan se multiplican para que las sumas conserven su tamaño; acabado el \
                entrenamiento, todas están encendidas y no se multiplica nada:

                $$ \\operatorname{dropout}(x)_i = \\frac{r_i\\, x_i}{1 - p}, \\qquad \
                r_i = 1 \\text{ con probabilidad } 1 - p \\text{ y, si no, } 0 $$
                """)
        try page.code("dropout", from: "NeuralNetwork")
        // snippet.masks
        let layer = Layer.dropout(0.5).definition
        let values = Tensor([1, 8], [1, 2, 3, 4, 5, 6, 7, 8])
        let draws = [0, 1].map { step in
            layer.forward(values, [], in: Pass(isTraining: true, seed: 3, step: step)).elements
        }
        let afterwards = layer.forward(values, [], in: .inference).elements
        // snippet.end
        page.record("dropout.draws", draws)
        try page.code("masks")
        page.output((draws + [afterwards]).map { Printed.list($0, digits: 0) }.joined(separator: "\n"))
        let off = draws.map { $0.count { $0 == 0 } }
        try page.figure(
            "dropout",
            title: Bilingual(en: "Two steps, two different networks", es: "Dos pasos, dos redes distintas"),
            caption: Bilingual(
                en: """
                    The hidden units of the two draws above. A crossed unit hears nothing and says nothing during this \
                    step, and none of its weights learns.
                    """,
                es: """
                    Las unidades ocultas de los dos sorteos de arriba. Una unidad tachada no oye ni dice nada durante \
                    este paso, y ninguno de sus pesos aprende.
                    """),
            alternative: Bilingual(
                en:
                    "The same network twice; of its eight hidden units \(off[0]) are off the first time, \(off[1]) the second.",
                es: """
                    La misma red dos veces; de sus ocho unidades ocultas hay \(off[0]) apagadas la primera vez y \
                    \(off[1]) la segunda.
                    """),
            Composition(
                .row,
                draws.enumerated().map { index, draw in
                    .init(
                        NetworkGraph(
                            [
                                .init(count: 4, role: .input), .init(units: draw.map { .init(isOff: $0 == 0) }),
                                .init(count: 3, role: .output),
                            ], graphHeight: 180),
                        heading: Bilingual(en: "step \(index + 1)", es: "paso \(index + 1)"))
                }))
        page.prose(
            en: """
                One half is what happens on average. In a single step the dice decide: here they switched \(off[0]) of \
                eight units off, then \(off[1]). Whether it helps is measured in [](dropout.html).
                """,
            es: """
                La mitad es lo que ocurre en promedio. En un paso concreto deciden los dados: aquí apagaron \(off[0]) de \
                las ocho unidades y después \(off[1]). Si ayuda o no se mide en la [](dropout.html).
                """)
    }

    /// The share of right answers.
    func accuracy(on page: inout Page) throws {
        page.prose(
            en: """
                ## How often is it right?

                The loss is what the network makes smaller; what we want to know is simpler. **Accuracy** is the share \
                of the images whose largest probability stands at the true class, where the bracket counts one if what \
                it says is true, and zero if not:

                $$ A = \\frac{1}{m} \\sum_{i=1}^{m} \\bigl[ \\arg\\max_{j}\\, \\hat{y}_{i,j} = k_i \\bigr] $$
                """,
            es: """
                ## ¿Cuántas veces acierta?

                La pérdida es lo que la red hace pequeño; lo que queremos saber nosotros es más sencillo. La \
                **exactitud** es la proporción de imágenes cuya mayor probabilidad está en la clase verdadera, donde el \
                corchete vale uno si lo que dice es cierto y cero si no:

                $$ A = \\frac{1}{m} \\sum_{i=1}^{m} \\bigl[ \\arg\\max_{j}\\, \\hat{y}_{i,j} = k_i \\bigr] $$
                """)
        // snippet.accuracy
        let answers = Tensor([4, 3], [0.7, 0.2, 0.1, 0.1, 0.5, 0.4, 0.3, 0.3, 0.4, 0.2, 0.6, 0.2])
        let truth = [0, 1, 1, 1]
        let predicted = answers.largestInRows()
        let accuracy = ConfusionMatrix(truth: truth, predicted: predicted, classes: 3).accuracy
        // snippet.end
        page.record("accuracy", accuracy)
        try page.code("accuracy")
        page.output("\(predicted) against \(truth): \(accuracy)")
    }

    /// What was learned, and the next question.
    func close(_ page: inout Page) {
        page.prose(
            en: """
                ## What you take with you

                A network multiplies, adds and bends, layer after layer; softmax turns its last scores into \
                probabilities, the cross-entropy makes one number of all mistakes, backpropagation finds out who is to \
                blame, and Adam moves every weight a little. Nothing in it is more than school arithmetic; there is \
                only much of it. What is still missing is something to learn from. The next lesson looks at the data.
                """,
            es: """
                ## Lo que te llevas

                Una red multiplica, suma y quiebra, capa tras capa; softmax convierte sus últimas puntuaciones en \
                probabilidades, la entropía cruzada resume todos los errores en un número, la retropropagación averigua \
                de quién es la culpa y Adam mueve un poco cada peso. No hay en ello más que aritmética de escuela, solo \
                que en abundancia. Lo que falta aún es algo de lo que aprender. La próxima lección mira los datos.
                """)
        page.question(
            Bilingual(
                en: "A network knows nothing yet and gives each of ten classes a tenth. What is its loss?",
                es: "Una red aún no sabe nada y da a cada una de las diez clases un décimo. ¿Cuál es su pérdida?"),
            answer: Bilingual(
                en: """
                    $-\\log \\frac{1}{10}$, that is \(Double(categoricalCrossEntropy([0.1], label: 0)), digits: 4), \
                    whatever the picture shows. So you know what to expect of the very first batch, and when a loss \
                    is worse than knowing nothing.
                    """,
                es: """
                    $-\\log \\frac{1}{10}$, es decir, \(Double(categoricalCrossEntropy([0.1], label: 0)), digits: 4), \
                    muestre lo que muestre la imagen. Así sabes qué esperar del primer lote y cuándo una pérdida es \
                    peor que no saber nada.
                    """))
        page.attempt(
            "course train baseline --epochs 1 --limit 1000",
            purpose: Bilingual(
                en: "Trains a small network for one epoch; watch the loss leave the value of knowing nothing.",
                es:
                    "Entrena una red pequeña durante una época; observa cómo la pérdida deja atrás el valor de no saber nada."
            ))
    }
}
