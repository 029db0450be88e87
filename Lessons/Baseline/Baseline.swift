import Languages
import NeuralNetwork
import Notebook

/// Lesson 8: a network that does not look.
struct Baseline: Lesson {
    static let about: LessonDescription? = LessonDescription(
        id: "baseline",
        title: Bilingual(en: "A network that does not look", es: "Una red que no mira"),
        question: Bilingual(
            en: "How far does one get with digits without knowing that they are pictures?",
            es: "¿Hasta dónde se llega con los dígitos sin saber que son imágenes?"),
        goals: [
            Bilingual(
                en: "why one starts with the simplest network that could work",
                es: "por qué se empieza por la red más sencilla que podría servir"),
            Bilingual(
                en: "what the weights of a dense layer look like, and which of them never learned anything",
                es: "qué aspecto tienen los pesos de una capa densa y cuáles de ellos nunca aprendieron nada"),
            Bilingual(
                en: "four limits of a network that takes a picture for a list of numbers",
                es: "cuatro límites de una red que toma una imagen por una lista de números"),
        ],
        minutes: 10,
        figures: ["architecture", "curves", "weights", "shuffled"])

    static let training = Training(CourseModels.baseline)
    static let evaluation = Evaluation.measurement(of: training, lesson: "baseline")
    static let units: [any CourseUnit] =
        [training, evaluation, HiddenUnits.measurement] + Shuffled.trainings + [Shuffled.measurement]

    func write(on page: inout Page, using course: Course) throws {
        let evaluation = try course.value(of: Self.evaluation)
        let trained = try course.value(of: Self.training)
        let hidden = try course.value(of: HiddenUnits.measurement)
        let shuffled = try course.value(of: Shuffled.measurement)
        try architecture(on: &page)
        try training(trained, course.settings, on: &page)
        examination(evaluation, on: &page)
        try weights(hidden, on: &page)
        try limits(shuffled, on: &page)
        close(&page)
    }

    private func architecture(on page: inout Page) throws {
        let model = CourseModels.baseline.model
        let summary = try model.summary()
        page.prose(
            en: """
                Before one builds anything clever, one builds something simple and measures it. That is the \
                **baseline**: whatever comes later has to beat it, or it was not worth the trouble.

                The simplest network for digits unrolls the picture into 784 numbers and asks 128 dense units about \
                all of them at once; ten more units turn their answers into ten probabilities.
                """,
            es: """
                Antes de construir algo ingenioso se construye algo sencillo y se mide. Eso es la **línea base** \
                (*baseline*): lo que venga después tiene que superarla o no habrá merecido la pena.

                La red más sencilla para los dígitos desenrolla la imagen en 784 números y pregunta por todos ellos a \
                la vez a 128 unidades densas; otras diez convierten sus respuestas en diez probabilidades.
                """)
        try page.code("baseline", from: "NeuralNetwork")
        try page.architecture(
            of: model,
            title: Bilingual(en: "First of all, the picture is unrolled", es: "Lo primero, desenrollar la imagen"),
            caption: Bilingual(
                en: """
                    Blocks drawn to scale. From the second one on nothing is left of rows and columns: a list knows no \
                    above and no beside.
                    """,
                es: """
                    Bloques a escala. A partir del segundo no queda nada de filas y columnas: una lista no sabe qué hay \
                    encima ni qué hay al lado.
                    """))
        let parameters = summary.map(\.parameters).filter { $0 > 0 }
        let total = parameters.reduce(0, +)
        // snippet.count
        let hidden = 784 * 128 + 128
        let answers = 128 * 10 + 10
        // snippet.end
        page.record("countedByHand", [hidden, answers])
        try page.code("count")
        page.output("\(hidden) + \(answers) = \(hidden + answers)")
        page.prose(
            en: """
                A weight for every pixel in every unit, and a bias for each unit: \(total) **parameters**, \
                \(Double(parameters.first ?? 0) / Double(total), percent: 1) of them in the first layer.
                """,
            es: """
                Un peso por cada píxel en cada unidad y un sesgo por unidad: \(total) **parámetros**, el \
                \(Double(parameters.first ?? 0) / Double(total), percent: 1) de ellos en la primera capa.
                """)
    }

    private func training(_ trained: TrainedModel, _ settings: RunSettings, on page: inout Page) throws {
        let plan = trained.plan
        page.record(trained, settings)
        page.prose(
            en: """
                ## Learning

                The network learns from \(plan.trainingCount) images in batches of \(plan.batch), for \
                \(Wording.epochs(plan.epochs).en), by Adam on the cross-entropy. An **epoch** is one pass over all of \
                them. \(plan.validationCount) images are held back for **validation**. Those it never learns from. \
                They tell after each epoch how it does on images that it does not know.
                """,
            es: """
                ## Aprender

                La red aprende de \(plan.trainingCount) imágenes en lotes de \(plan.batch), durante \
                \(Wording.epochs(plan.epochs).es), con Adam sobre la entropía cruzada. Una **época** es una pasada \
                por todas ellas. \(plan.validationCount) imágenes se reservan para la **validación**. De esas no \
                aprende nunca. Tras cada época dicen cómo le va con imágenes que no conoce.
                """)
        try page.learningCurves(
            trained,
            title: Bilingual(en: "Quick to learn, and then?", es: "Aprende deprisa, ¿y después?"),
            caption: Bilingual(
                en: """
                    See which epochs bring most, and whether the dashed lines still follow the solid ones towards the \
                    end.
                    """,
                es: """
                    Mira qué épocas aportan más y si hacia el final las discontinuas siguen todavía a las continuas.
                    """))
    }

    private func examination(_ evaluation: Evaluation, on page: inout Page) {
        page.record(evaluation)
        let worst = Wording.mostFrequentConfusion(in: evaluation.confusion)
        page.prose(
            en: """
                On the \(evaluation.count) test images its loss is \(evaluation.loss, digits: 4) and its accuracy \
                \(evaluation.accuracy, digits: 4): \(evaluation.right) told right. \(worst.en) For a network that knows \
                nothing of pictures that is a good deal, and it is the number to beat.
                """,
            es: """
                En las \(evaluation.count) imágenes de prueba su pérdida es \(evaluation.loss, digits: 4) y su \
                exactitud, \(evaluation.accuracy, digits: 4): \(evaluation.right) bien reconocidas. \(worst.es) Para \
                una red que no sabe nada de imágenes es mucho, y es el número que habrá que superar.
                """)
    }
}
