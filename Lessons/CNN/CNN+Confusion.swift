import Figures
import Imaging
import Languages
import NeuralNetwork
import Notebook

extension CNN {
    /// Who is taken for whom.
    func confusion(_ evaluation: Evaluation, on page: inout Page) throws {
        let digits = (0..<10).map { Bilingual(both: "\(plain: $0)") }
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
        try page.confusion(evaluation)

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
        let lowestRecall = evaluation.recall.min() ?? 0
        let weakest = digits.indices.filter { evaluation.recall[$0] == lowestRecall }.map { "\(plain: $0)" as Phrase }
        try page.figure(
            "perclass",
            title: Bilingual(en: "Precision and recall of each digit", es: "Precisión y exhaustividad de cada dígito"),
            caption: Bilingual(
                en: """
                    The axis does not begin at zero. Lowest recall: \(lowestRecall, percent: 2) \
                    (\(Wording.list(weakest, "and"))).
                    """,
                es: """
                    El eje no empieza en cero. Exhaustividad más baja: \(lowestRecall, percent: 2) \
                    (\(Wording.list(weakest, "y"))).
                    """),
            alternative: Bilingual(
                en: "Two dots for each digit, all between \(lowest(evaluation), percent: 1) and \(1, percent: 0).",
                es: "Dos puntos por dígito, todos entre el \(lowest(evaluation), percent: 1) y el \(1, percent: 0)."),
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
}
