import Figures
import Imaging
import Languages
import Notebook

extension Dropout {
    /// Some test images with everything that the network thinks of them.
    func predictions(_ predictions: Predictions, on page: inout Page) throws {
        let items = predictions.first + predictions.doubtful
        page.record("predictions", items.map { Row(index: $0.index, truth: $0.truth, probabilities: $0.probabilities) })
        let lowest = predictions.doubtful.first?.probabilities.max() ?? 0
        page.prose(
            en: """
                ## Ten numbers, not one

                The network never says “this is a 7”. It says ten probabilities, and we take the largest. Most of the \
                time nothing else is worth mentioning; now and then the rest is the interesting part. In the last six \
                pictures below the network was least certain of all test images: to the first of them its best answer \
                got no more than \(lowest, percent: 1).
                """,
            es: """
                ## Diez números, no uno

                La red nunca dice «esto es un 7». Dice diez probabilidades, y nosotros nos quedamos con la mayor. Casi \
                siempre no hay nada más que contar; de vez en cuando, lo interesante es el resto. En las seis últimas \
                imágenes de abajo la red estuvo más indecisa que en ninguna otra de la prueba: en la primera de ellas, \
                su mejor respuesta no pasó del \(lowest, percent: 1).
                """)
        let figure = ProbabilityBars(
            items.map { item in
                .init(
                    .gray(GrayImage(width: predictions.columns, height: predictions.rows, bytes: item.pixels)),
                    label: Bilingual(en: "true: \(plain: item.truth)", es: "real: \(plain: item.truth)"),
                    probabilities: item.probabilities, truth: item.truth)
            }, classes: (0..<10).map { Bilingual(both: "\(plain: $0)") })
        try page.figure(
            "predictions",
            title: Bilingual(
                en: "The first six, and the six most doubtful", es: "Las seis primeras y las seis más dudosas"),
            caption: Bilingual(
                en: """
                    Six test images in their order, then the six least certain. A bar for each class: teal for the \
                    true one, crimson for a wrong answer, grey for what was considered and rejected.
                    """,
                es: """
                    Seis imágenes de prueba en su orden y, después, las seis más dudosas. Una barra por clase: verde \
                    azulado para la verdadera, carmesí para una respuesta equivocada, gris para lo que se consideró y \
                    se descartó.
                    """),
            alternative: figure.alternative, figure)
    }

    private struct Row: Encodable, Sendable {
        let index: Int
        let truth: Int
        let probabilities: [Double]
    }
}
