import Figures
import Imaging
import Languages
import NeuralNetwork
import Notebook

extension CNN {
    /// Who is taken for whom.
    func confusion(_ evaluation: Evaluation, on page: inout Page) throws {
        let wrong = evaluation.count - evaluation.right
        let digits = (0..<10).map { Bilingual(both: "\(plain: $0)") }
        page.record("confusion", evaluation.confusion)
        page.record("precision", evaluation.precision)
        page.record("recall", evaluation.recall)
        let worst = Wording.mostFrequentConfusion(in: evaluation.confusion)
        page.prose(
            en: """
                ## Who is taken for whom

                One number hides much. The **confusion matrix** shows all: a row for each true digit, a column for \
                each answer. What is right stands on the diagonal. \(worst.en)
                """,
            es: """
                ## Quién se confunde con quién

                Un solo número oculta mucho. La **matriz de confusión** lo muestra todo: una fila por cada dígito \
                verdadero, una columna por cada respuesta. Los aciertos están en la diagonal. \(worst.es)
                """)
        try page.figure(
            "confusion",
            title: Bilingual(
                en: wrong == 1
                    ? "\(evaluation.count) digits, one mistake" : "\(evaluation.count) digits, \(wrong) mistakes",
                es: wrong == 1
                    ? "\(evaluation.count) dígitos, un error" : "\(evaluation.count) dígitos, \(wrong) errores"),
            caption: Bilingual(
                en:
                    "Counts of the test images; rows are true, columns predicted. The stronger the crimson, the more frequent the mistake.",
                es:
                    "Recuento de las imágenes de prueba; las filas son la verdad y las columnas, la predicción. Cuanto más intenso el carmesí, más frecuente el error."
            ),
            alternative: Bilingual(
                en:
                    "A ten by ten confusion matrix; \(evaluation.right) of \(evaluation.count) lie on the diagonal. \(worst.en)",
                es:
                    "Una matriz de confusión de diez por diez; \(evaluation.right) de \(evaluation.count) están en la diagonal. \(worst.es)"
            ),
            ConfusionChart(counts: evaluation.confusion, classes: digits))

        let five = Wording.reading(of: 5, in: evaluation.confusion)
        page.prose(
            en: "Read one row as an example. \(five.en)",
            es: "Leamos una fila como ejemplo. \(five.es)")
        let others = (0..<10).filter { $0 != 5 }
        try page.figure(
            "digit5",
            title: Bilingual(en: "What a 5 is taken for", es: "Con qué se confunde un 5"),
            caption: Bilingual(
                en: "The row of the 5 without its diagonal: every bar is a mistake.",
                es: "La fila del 5 sin su diagonal: cada barra es un error."),
            alternative: five,
            Bars(
                categories: others.map { digits[$0] },
                series: [
                    .init(values: others.map { Double(evaluation.confusion[5][$0]) }, role: .error)
                ],
                categoryName: Bilingual(en: "predicted digit", es: "dígito predicho"),
                valueName: Bilingual(en: "images of a 5", es: "imágenes de un 5"), digits: 0))

        page.prose(
            en: """
                Two questions can be asked of each class. Of all images of a digit, which share was found? That is \
                **recall**. Of all answers that name a digit, which share is right? That is **precision**. A network \
                that answers 1 to everything has perfect recall of the 1 and miserable precision.
                """,
            es: """
                De cada clase se pueden preguntar dos cosas. De todas las imágenes de un dígito, ¿qué parte se \
                encontró? Eso es la **exhaustividad** (*recall*). De todas las respuestas que nombran un dígito, ¿qué \
                parte es correcta? Eso es la **precisión**. Una red que responde 1 a todo tiene una exhaustividad \
                perfecta del 1 y una precisión lamentable.
                """)
        let weakest = evaluation.recall.indices.min { evaluation.recall[$0] < evaluation.recall[$1] } ?? 0
        try page.figure(
            "perclass",
            title: Bilingual(en: "Precision and recall of each digit", es: "Precisión y exhaustividad de cada dígito"),
            caption: Bilingual(
                en:
                    "The axis does not begin at zero. The lowest recall is that of the \(weakest): \(evaluation.recall[weakest], percent: 2).",
                es:
                    "El eje no empieza en cero. La exhaustividad más baja es la del \(weakest): \(evaluation.recall[weakest], percent: 2)."
            ),
            alternative: Bilingual(
                en: "Two dots for each digit, all between \(lowest(evaluation), percent: 1) and 100%.",
                es: "Dos puntos por dígito, todos entre el \(lowest(evaluation), percent: 1) y el 100 %."),
            Curves(
                [
                    .init(
                        xName: Bilingual(en: "digit", es: "dígito"), yName: Bilingual(en: "share", es: "proporción"),
                        series: [
                            .init(
                                name: Bilingual(en: "precision", es: "precisión"), y: evaluation.precision, from: 0,
                                role: .input, form: .points),
                            .init(
                                name: Bilingual(en: "recall", es: "exhaustividad"), y: evaluation.recall, from: 0,
                                role: .output, form: .points),
                        ])
                ]))
    }

    private func lowest(_ evaluation: Evaluation) -> Double {
        (evaluation.precision + evaluation.recall).min() ?? 0
    }

    /// The most confident errors, or, where there are none, the right answers that were nearest to being wrong.
    func mistakes(_ evaluation: Evaluation, on page: inout Page) throws {
        page.record("mistakes", evaluation.mistakes.map { [$0.index, $0.truth, $0.predicted] })
        guard let surest = evaluation.mistakes.first else { return try hesitations(evaluation, on: &page) }
        page.prose(
            en: """
                ## Wrong, and sure of it

                Most instructive are the mistakes of which the network was most certain. In the first one below it \
                gave the wrong answer a probability of \(surest.probability, percent: 1). Some of these you would \
                have read otherwise too.
                """,
            es: """
                ## Equivocada y convencida

                Los errores más instructivos son aquellos de los que la red estaba más segura. En el primero de \
                abajo dio a la respuesta equivocada una probabilidad del \(surest.probability, percent: 1). Algunos \
                tú también los habrías leído de otra manera.
                """)
        let count = evaluation.mistakes.count
        try page.figure(
            "mistakes",
            title: Bilingual(en: "The most confident mistakes", es: "Los errores más seguros de sí"),
            caption: Bilingual(
                en: "Test images told wrong, surest first. Beneath each: the true digit, then the answer.",
                es: """
                    Imágenes de prueba mal reconocidas, primero las de mayor seguridad. Debajo de cada una: el dígito \
                    verdadero y la respuesta.
                    """),
            alternative: Bilingual(
                en: "Test images told wrong (\(count)), each with its true digit and the answer.",
                es: "Imágenes de prueba mal reconocidas (\(count)), cada una con su dígito verdadero y la respuesta."),
            grid(of: evaluation.mistakes, evaluation, role: .error))
    }

    private func hesitations(_ evaluation: Evaluation, on page: inout Page) throws {
        page.prose(
            en: """
                ## Not one mistake

                Every test image was told right, so let us look at those of which the network was least certain.
                """,
            es: """
                ## Ni un solo error

                Todas las imágenes de prueba se reconocieron bien, así que miremos aquellas de las que la red estaba \
                menos segura.
                """)
        try page.figure(
            "mistakes",
            title: Bilingual(en: "Right, but hesitant", es: "Aciertos con dudas"),
            caption: Bilingual(
                en: "The right answers with the lowest probability, least certain first.",
                es: "Los aciertos de menor probabilidad, primero los menos seguros."),
            alternative: Bilingual(
                en: "Test images told right with little certainty, each with its digit.",
                es: "Imágenes de prueba acertadas con poca seguridad, cada una con su dígito."),
            grid(of: evaluation.leastCertain, evaluation, role: .output))
    }

    private func grid(of answers: [Evaluation.Answer], _ evaluation: Evaluation, role: Role) -> ImageGrid {
        ImageGrid(
            answers.map { answer in
                ImageGrid.Item(
                    .gray(GrayImage(width: evaluation.columns, height: evaluation.rows, bytes: answer.pixels)),
                    label: Bilingual(both: "\(plain: answer.truth) → \(plain: answer.predicted)"), role: role)
            }, columns: 8)
    }

    /// What was learned, and the next question.
    func close(_ page: inout Page) {
        page.prose(
            en: """
                ## What you take with you

                A convolutional network is the first lessons with the weights left open. Training fills them in by \
                walking downhill on a loss; a held-back part of the data tells whether it has understood or merely \
                memorised; the confusion matrix tells what is still hard. The gap between the two curves is a \
                question of its own: can a network be kept from learning by heart?
                """,
            es: """
                ## Lo que te llevas

                Una red convolucional son las primeras lecciones con los pesos por decidir. El entrenamiento los \
                completa bajando por la pendiente de una pérdida; una parte reservada de los datos dice si ha \
                entendido o solo memorizado; la matriz de confusión dice qué le sigue costando. La distancia entre \
                las dos curvas plantea otra pregunta: ¿se puede impedir que una red aprenda de memoria?
                """)
        page.question(
            Bilingual(
                en:
                    "The training loss is measured while the weights still change, the validation loss after the epoch. What follows for the first epoch?",
                es:
                    "La pérdida de entrenamiento se mide mientras los pesos aún cambian y la de validación, al acabar la época. ¿Qué se sigue para la primera época?"
            ),
            answer: Bilingual(
                en: """
                    The mean over the first epoch contains the beginner's mistakes of its first steps, so the \
                    validation curve may start *better* than the training curve. That is no miracle, only a matter \
                    of when one measures.
                    """,
                es: """
                    La media de la primera época incluye los errores de principiante de sus primeros pasos, así que \
                    la curva de validación puede empezar *mejor* que la de entrenamiento. No es un milagro, sino \
                    cuestión de cuándo se mide.
                    """))
        page.attempt(
            "course train cnn --epochs 3 --weights cnn.safetensors",
            purpose: Bilingual(
                en: "trains the network for three epochs and keeps its weights",
                es: "entrena la red durante tres épocas y guarda sus pesos"))
    }
}
