import Languages
import NeuralNetwork
import Notebook

extension CNN {
    /// How the network was trained, and how it went.
    func training(_ trained: TrainedModel, _ settings: RunSettings, on page: inout Page) throws {
        let plan = trained.plan
        page.record(trained, settings)
        page.prose(
            en: """
                ## Learning

                Training repeats one step. Show the network a **batch** of \(plan.batch) images. Compare its ten \
                probabilities with the true label by the **categorical cross-entropy**, which is small when the true \
                class got a probability near one. Find out by **backpropagation** how each of the parameters would \
                have to change to make that number smaller. Change each a little, by a rule called **Adam**.

                $$ L = -\\frac{1}{m} \\sum_{i=1}^{m} \\sum_{k=1}^{10} y_{i,k} \\log \\hat{y}_{i,k} $$

                \(plan.validationCount) of the images are held \
                back: the network never learns from them, and after each epoch they tell how it does on images that \
                it has not seen. This run trains on \(plan.trainingCount) images for \(Wording.epochs(plan.epochs).en).
                """,
            es: """
                ## Aprender

                Entrenar es repetir un paso. Se le muestra a la red un **lote** de \(plan.batch) imágenes. Se \
                comparan sus diez probabilidades con la etiqueta verdadera mediante la **entropía cruzada \
                categórica**, que es pequeña cuando la clase verdadera obtuvo una probabilidad cercana a uno. Se \
                averigua por **retropropagación** cómo tendría que cambiar cada parámetro para que ese número \
                bajara. Y se cambia cada uno un poco, según una regla llamada **Adam**.

                $$ L = -\\frac{1}{m} \\sum_{i=1}^{m} \\sum_{k=1}^{10} y_{i,k} \\log \\hat{y}_{i,k} $$

                \(plan.validationCount) de las imágenes se reservan: la red nunca aprende de ellas y, tras cada \
                época, dicen cómo le va con imágenes que no ha visto. Esta ejecución entrena con \
                \(plan.trainingCount) imágenes durante \(Wording.epochs(plan.epochs).es).
                """)
        try page.code("adam", from: "NeuralNetwork")
        try page.learningCurves(
            trained,
            title: Bilingual(
                en: "The loss should fall, the accuracy should rise", es: "La pérdida debe bajar; la exactitud, subir"),
            caption: Bilingual(
                en: """
                    Where the solid line goes on improving and the dashed one stops, the network has begun to learn \
                    its examples by heart.
                    """,
                es: """
                    Donde la continua sigue mejorando y la discontinua se detiene, la red ha empezado a aprenderse los \
                    ejemplos de memoria.
                    """))
    }

    /// The test, beside the course material's own run.
    func results(
        _ trained: TrainedModel, _ evaluation: Evaluation, _ settings: RunSettings, on page: inout Page
    ) throws {
        page.record(evaluation)
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
            Comparison(Comparison.testAccuracy, material: 0.9886, measured: evaluation.accuracy),
            Comparison(Comparison.testLoss, material: 0.0520, measured: evaluation.loss),
            Comparison(parameters: 225_034, measured: try Self.training.model.model.parameterCount),
        ])
    }
}
