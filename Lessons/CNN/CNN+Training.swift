import Figures
import Languages
import NeuralNetwork
import Notebook

extension CNN {
    /// How the network was trained, and how it went.
    func training(_ trained: TrainedModel, _ settings: RunSettings, on page: inout Page) throws {
        let plan = trained.plan
        page.record("history", trained.history.epochs)
        page.record("seed", settings.seed)
        page.record("dataHash", settings.digits.identity)
        page.record("quick", settings.isQuick)
        page.record("drawnDigits", settings.digits.isDrawn)
        page.record("training", plan)
        page.prose(
            en: """
                ## Learning

                Training repeats one step. Show the network a **batch** of \(plan.batch) images. Compare its ten \
                probabilities with the true label by the **categorical cross-entropy**, which is small when the true \
                class got a probability near one. Find out by **backpropagation** how each of the parameters would \
                have to change to make that number smaller. Change each a little, by a rule called **Adam**.

                $$ L = -\\frac{1}{m} \\sum_{i=1}^{m} \\sum_{k=1}^{10} y_{i,k} \\log \\hat{y}_{i,k} $$

                One pass over all training images is an **epoch**. \(plan.validationCount) of the images are held \
                back: the network never learns from them, and after each epoch they tell how it does on images that \
                it has not seen. This run trains on \(plan.trainingCount) images for \(plan.epochs) epochs.
                """,
            es: """
                ## Aprender

                Entrenar es repetir un paso. Se le muestra a la red un **lote** de \(plan.batch) imágenes. Se \
                comparan sus diez probabilidades con la etiqueta verdadera mediante la **entropía cruzada \
                categórica**, que es pequeña cuando la clase verdadera obtuvo una probabilidad cercana a uno. Se \
                averigua por **retropropagación** cómo tendría que cambiar cada parámetro para que ese número \
                bajara. Y se cambia cada uno un poco, según una regla llamada **Adam**.

                $$ L = -\\frac{1}{m} \\sum_{i=1}^{m} \\sum_{k=1}^{10} y_{i,k} \\log \\hat{y}_{i,k} $$

                Una pasada por todas las imágenes de entrenamiento es una **época**. \(plan.validationCount) de las \
                imágenes se reservan: la red nunca aprende de ellas y, tras cada época, dicen cómo le va con imágenes \
                que no ha visto. Esta ejecución entrena con \(plan.trainingCount) imágenes durante \(plan.epochs) épocas.
                """)
        try page.code("adam", from: "NeuralNetwork")
        let epochs = trained.history.epochs
        let last = epochs.last
        let best = epochs.max { ($0.validationAccuracy ?? 0) < ($1.validationAccuracy ?? 0) }
        @Sendable func series(_ value: (EpochRecord) -> Double?, _ name: Bilingual, _ role: Role) -> Curves.Series {
            let known = epochs.compactMap { epoch in value(epoch).map { (Double(epoch.epoch), $0) } }
            return .init(name: name, x: known.map(\.0), y: known.map(\.1), role: role, form: .lineAndPoints)
        }
        let (train, validation) = (
            Bilingual(en: "training", es: "entrenamiento"), Bilingual(en: "validation", es: "validación")
        )
        let epoch = Bilingual(en: "epoch", es: "época")
        try page.figure(
            "curves",
            title: Bilingual(en: "Loss falls, accuracy rises", es: "La pérdida baja, la exactitud sube"),
            caption: Bilingual(
                en: """
                    Left, the loss; right, the accuracy. Solid, the images that the network learns from; dashed, those \
                    held back. Where the solid line goes on improving and the dashed one stops, the network has begun \
                    to learn its examples by heart.
                    """,
                es: """
                    A la izquierda, la pérdida; a la derecha, la exactitud. Línea continua: las imágenes de las que \
                    aprende la red; discontinua: las reservadas. Donde la continua sigue mejorando y la discontinua se \
                    detiene, la red ha empezado a aprenderse los ejemplos de memoria.
                    """),
            alternative: Bilingual(
                en: """
                    Two charts over \(epochs.count) epochs. Training accuracy ends at \(last?.accuracy ?? 0, digits: 4), \
                    validation accuracy at \(last?.validationAccuracy ?? 0, digits: 4).
                    """,
                es: """
                    Dos gráficas de \(epochs.count) épocas. La exactitud de entrenamiento acaba en \
                    \(last?.accuracy ?? 0, digits: 4) y la de validación en \(last?.validationAccuracy ?? 0, digits: 4).
                    """),
            Curves(
                [
                    .init(
                        xName: epoch, yName: Bilingual(en: "loss (cross-entropy)", es: "pérdida (entropía cruzada)"),
                        series: [
                            series(\.loss, train, .training), series(\.validationLoss, validation, .validation),
                        ]),
                    .init(
                        xName: epoch, yName: Bilingual(en: "accuracy", es: "exactitud"),
                        series: [
                            series(\.accuracy, train, .training), series(\.validationAccuracy, validation, .validation),
                        ]),
                ], breadth: .wide))
        if let last, let best {
            page.prose(
                en: """
                    After the last epoch the network is right on \(last.accuracy ?? 0, percent: 2) of the images it \
                    learned from and on \(last.validationAccuracy ?? 0, percent: 2) of those held back. The best \
                    validation accuracy, \(best.validationAccuracy ?? 0, percent: 2), came after epoch \(best.epoch).
                    """,
                es: """
                    Tras la última época la red acierta en el \(last.accuracy ?? 0, percent: 2) de las imágenes de las \
                    que aprendió y en el \(last.validationAccuracy ?? 0, percent: 2) de las reservadas. La mejor \
                    exactitud de validación, \(best.validationAccuracy ?? 0, percent: 2), llegó tras la época \(best.epoch).
                    """)
        }
    }

    /// The test, beside the course material's own run.
    func results(
        _ trained: TrainedModel, _ evaluation: Evaluation, _ settings: RunSettings, on page: inout Page
    ) throws {
        page.record("testAccuracy", evaluation.accuracy)
        page.record("testLoss", evaluation.loss)
        page.record("testCount", evaluation.count)
        page.prose(
            en: """
                ## The examination

                Now the \(evaluation.count) test images, which have played no part so far. The network tells \
                \(evaluation.right) of them right.
                """,
            es: """
                ## El examen

                Ahora, las \(evaluation.count) imágenes de prueba, que hasta aquí no han intervenido. La red reconoce \
                bien \(evaluation.right) de ellas.
                """)
        try page.code("evaluate", from: "shared")
        page.comparison([
            Comparison(
                quantity: Bilingual(en: "test accuracy", es: "exactitud en la prueba"),
                material: Bilingual(both: "\(0.9886, digits: 4)"),
                measured: Bilingual(both: "\(evaluation.accuracy, digits: 4)")),
            Comparison(
                quantity: Bilingual(en: "test loss", es: "pérdida en la prueba"),
                material: Bilingual(both: "\(0.0520, digits: 4)"),
                measured: Bilingual(both: "\(evaluation.loss, digits: 4)")),
            Comparison(
                quantity: Bilingual(en: "parameters", es: "parámetros"),
                material: Bilingual(both: "\(225_034)"),
                measured: Bilingual(both: "\(try Self.training.model.model.parameterCount)")),
        ])
    }
}
