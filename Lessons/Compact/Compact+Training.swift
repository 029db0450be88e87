import Languages
import NeuralNetwork
import Notebook

extension Compact {
    /// How the small network learned.
    func training(_ trained: TrainedModel, _ settings: RunSettings, on page: inout Page) throws {
        let plan = trained.plan
        page.record(trained, settings)
        page.prose(
            en: """
                ## A long, gentle training

                A small network may train longer: it has less room to learn by heart, and the dropout takes half of \
                the flattened values away at every step. This run shows it \(plan.trainingCount) images in \
                \(Wording.epochs(plan.epochs).en), in batches of \(plan.batch), and holds \(plan.validationCount) back.
                """,
            es: """
                ## Un entrenamiento largo y suave

                Una red pequeña puede entrenarse más tiempo: tiene menos sitio para aprender de memoria, y el dropout \
                le quita en cada paso la mitad de los valores aplanados. Esta ejecución le muestra \
                \(plan.trainingCount) imágenes en \(Wording.epochs(plan.epochs).es), en lotes de \(plan.batch), y reserva \
                \(plan.validationCount).
                """)
        try page.learningCurves(
            trained,
            title: Bilingual(
                en: "Training is harder than the examination", es: "Entrenar es más difícil que examinarse"),
            caption: Bilingual(
                en: """
                    Look which curve is the better one. While it trains, the network works with half of its values; \
                    when it is validated, with all of them.
                    """,
                es: """
                    Fíjate en cuál de las dos curvas es mejor. Mientras entrena, la red trabaja con la mitad de sus \
                    valores; cuando se valida, con todos.
                    """))
    }

    /// The test, the course's own run, and what is confused.
    func examination(_ trained: TrainedModel, _ evaluation: Evaluation, on page: inout Page) throws {
        page.record(evaluation)
        page.prose(
            en: """
                ## The examination

                Of \(evaluation.count) test images it tells \(evaluation.right) right. The table sets this run beside \
                the course material's own. The accuracy of the first epoch is the least comparable of its rows: it is \
                a mean over an epoch in which the network changes faster than ever again.
                """,
            es: """
                ## El examen

                De \(evaluation.count) imágenes de prueba reconoce bien \(evaluation.right). La tabla pone esta \
                ejecución junto a la del material del curso. La exactitud de la primera época es la fila menos \
                comparable: es una media sobre una época en la que la red cambia más deprisa que nunca.
                """)
        page.comparison(try comparisons(trained, evaluation))
        let worst = Wording.mostFrequentConfusion(in: evaluation.confusion)
        page.prose(
            en: "And who is still taken for whom? \(worst.en)",
            es: "¿Y quién se sigue confundiendo con quién? \(worst.es)")
        try page.confusion(evaluation)
    }

    private func comparisons(_ trained: TrainedModel, _ evaluation: Evaluation) throws -> [Comparison] {
        let epochs = trained.history.epochs
        var rows = [
            Comparison(Comparison.testAccuracy, material: 0.9907, measured: evaluation.accuracy),
            Comparison(Comparison.testLoss, material: 0.0263, measured: evaluation.loss),
        ]
        if let first = epochs.first, let last = epochs.last {
            let named: [(Bilingual, Double, Double?)] = [
                (
                    Bilingual(en: "training accuracy, first epoch", es: "exactitud de entrenamiento, primera época"),
                    0.7684, first.accuracy
                ),
                (
                    Bilingual(en: "validation accuracy, first epoch", es: "exactitud de validación, primera época"),
                    0.9772, first.validationAccuracy
                ),
                (
                    Bilingual(en: "training accuracy, last epoch", es: "exactitud de entrenamiento, última época"),
                    0.9891, last.accuracy
                ),
                (
                    Bilingual(en: "validation accuracy, last epoch", es: "exactitud de validación, última época"),
                    0.9925, last.validationAccuracy
                ),
            ]
            rows += named.compactMap { name, material, measured in
                measured.map { Comparison(name, material: material, measured: $0) }
            }
        }
        let parameters = try CourseModels.compact.model.parameterCount
        let kilobytes = Double(parameters * MemoryLayout<Float>.size) / 1024
        return rows + [
            Comparison(parameters: 34_826, measured: parameters),
            Comparison(
                quantity: Bilingual(en: "size in KB", es: "tamaño en KB"),
                material: Bilingual(both: "\(136.04, digits: 2)"),
                measured: Bilingual(both: "\(kilobytes, digits: 2)")),
        ]
    }
}
