import Figures
import Languages
import NeuralNetwork
import Notebook

extension Dropout {
    /// The gap between what was learned and what is new, with dropout and without.
    func overfitting(using course: Course, on page: inout Page) throws {
        let measured = try course.value(of: Overfitting.measurement)
        let without = try course.value(of: Overfitting.without)
        let with = try course.value(of: Overfitting.withDropout)
        let plenty = try course.value(of: Self.training).plan.trainingCount
        let (bare, dropped) = (measured.without, measured.withDropout)
        page.record("overfitting", measured)
        page.prose(
            en: """
                ## Seeing the gap

                With \(plenty) examples a network has little reason to learn by heart. Give it few, and it will. \
                So here are twins: the network of this lesson and the same one without its dropout line, both trained \
                on \(measured.count) images for \(Wording.epochs(without.plan.epochs).en).
                """,
            es: """
                ## Ver la distancia

                Con \(plenty) ejemplos, una red tiene pocos motivos para aprender de memoria. Si se le dan pocos, lo \
                hará. Aquí hay dos gemelas: la red de esta lección y la misma sin su línea de dropout, ambas \
                entrenadas con \(measured.count) imágenes durante \(Wording.epochs(without.plan.epochs).es).
                """)
        try page.code("twins")
        let charts = [
            (without, Bilingual(en: "without dropout", es: "sin dropout")),
            (with, Bilingual(en: "with dropout", es: "con dropout")),
        ]
        let epochs = without.history.epochs + with.history.epochs
        // The first epoch towers over the rest; a scale to twice the typical validation loss shows the others.
        let validation = epochs.compactMap(\.validationLoss).sorted()
        let highest = max(epochs.map(\.loss).max() ?? 1, validation.last ?? 1)
        let top = validation.isEmpty ? highest : min(highest, 2 * validation[validation.count / 2])
        let overflow =
            highest > top
            ? Bilingual(en: "; the first epochs reach beyond its top", es: "; las primeras épocas se salen por arriba")
            : Bilingual(both: "")
        try page.figure(
            "overfitting",
            title: Bilingual(
                en: "Few images, with dropout and without", es: "Pocas imágenes, con dropout y sin él"),
            caption: Bilingual(
                en: """
                    The loss of both twins on one scale\(overflow.en). Solid, the images \
                    learned from; dashed, those held back. The room between the lines is what was learned by heart.
                    """,
                es: """
                    La pérdida de las dos gemelas en una misma escala\(overflow.es). Línea \
                    continua: las imágenes aprendidas; discontinua: las reservadas. El hueco entre ambas es lo \
                    aprendido de memoria.
                    """),
            alternative: Bilingual(
                en: """
                    Two charts of the loss. Without dropout training ends at \
                    \(without.history.epochs.last?.loss ?? 0, digits: 4) and validation at \
                    \(without.history.epochs.last?.validationLoss ?? 0, digits: 4); with dropout at \
                    \(with.history.epochs.last?.loss ?? 0, digits: 4) and \
                    \(with.history.epochs.last?.validationLoss ?? 0, digits: 4).
                    """,
                es: """
                    Dos gráficas de la pérdida. Sin dropout, el entrenamiento acaba en \
                    \(without.history.epochs.last?.loss ?? 0, digits: 4) y la validación en \
                    \(without.history.epochs.last?.validationLoss ?? 0, digits: 4); con dropout, en \
                    \(with.history.epochs.last?.loss ?? 0, digits: 4) y \
                    \(with.history.epochs.last?.validationLoss ?? 0, digits: 4).
                    """),
            Curves(
                charts.map { trained, title in LearningCurves(trained).lossPanel(title: title, range: 0...top) },
                breadth: .wide))
        let verdict = Overfitting.verdict(withDropout: dropped, without: bare)
        page.prose(
            en: """
                The curves of the second twin are measured with units off, so the fair question comes at the end, when \
                both have all their units. Without dropout: \(bare.known, percent: 2) of the images learned from, \
                \(bare.new, percent: 2) of the test images, a gap of \(bare.gap * 100, digits: 2) percentage points. \
                With dropout: \(dropped.known, percent: 2) and \(dropped.new, percent: 2), a gap of \
                \(dropped.gap * 100, digits: 2). \(verdict.en)
                """,
            es: """
                Las curvas de la segunda gemela se miden con unidades apagadas, así que la pregunta justa llega al \
                final, cuando las dos tienen todas las suyas. Sin dropout: el \(bare.known, percent: 2) de las imágenes \
                aprendidas y el \(bare.new, percent: 2) de las de prueba, una distancia de \
                \(bare.gap * 100, digits: 2) puntos porcentuales. Con dropout: el \(dropped.known, percent: 2) y el \
                \(dropped.new, percent: 2), una distancia de \(dropped.gap * 100, digits: 2). \(verdict.es)
                """)
    }

    /// What was learned, and the next question.
    func close(_ page: inout Page) {
        page.prose(
            en: """
                ## What you take with you

                A gap between what was learned and what is new is the mark of learning by heart. Dropout makes every \
                unit expendable for a moment, so that none becomes indispensable; it costs no parameters, and nothing \
                at all once the training is over. More examples help in the same way, when there are any. And what if \
                the network simply had less room to store answers in?
                """,
            es: """
                ## Lo que te llevas

                La distancia entre lo aprendido y lo nuevo es la señal de quien aprende de memoria. El dropout hace \
                prescindible por un momento a cada unidad para que ninguna se vuelva imprescindible; no cuesta \
                parámetros y, acabado el entrenamiento, no cuesta nada. Más ejemplos ayudan de la misma manera, cuando \
                los hay. ¿Y si la red, sencillamente, tuviera menos sitio donde guardar respuestas?
                """)
        page.question(
            Bilingual(
                en: """
                    In training half of the units are off, in the examination none is. Why do the sums of the next layer \
                    not come out twice as large in the examination?
                    """,
                es: """
                    Al entrenar está apagada la mitad de las unidades y en el examen, ninguna. ¿Por qué no salen el \
                    doble de grandes las sumas de la capa siguiente en el examen?
                    """),
            answer: Bilingual(
                en: """
                    Because the units that stay are scaled up in training by $1 / (1 - p)$, here by two. On average the \
                    next layer sees sums of the same size in training and afterwards.
                    """,
                es: """
                    Porque en el entrenamiento las unidades que quedan se multiplican por $1 / (1 - p)$, aquí por dos. \
                    En promedio, la capa siguiente ve sumas del mismo tamaño durante el entrenamiento y después.
                    """))
        page.attempt(
            "course train dropout --limit 3000 --epochs 30",
            purpose: Bilingual(
                en: "Trains on three thousand images only; watch where the validation loss stops falling.",
                es: "Entrena con solo tres mil imágenes; observa dónde deja de bajar la pérdida de validación."))
    }
}
