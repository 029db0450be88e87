import Languages
import NeuralNetwork
import Notebook

/// Lesson 10: the regularised network.
struct Dropout: Lesson {
    static let about: LessonDescription? = LessonDescription(
        id: "dropout",
        title: Bilingual(en: "A network that must not rely on anyone", es: "Una red que no puede fiarse de nadie"),
        question: Bilingual(
            en: "How do you keep a network from learning its examples by heart?",
            es: "¿Cómo se impide que una red aprenda sus ejemplos de memoria?"),
        goals: [
            Bilingual(
                en: "what overfitting is, and how the two curves give it away",
                es: "qué es el sobreajuste y cómo lo delatan las dos curvas"),
            Bilingual(
                en: "what dropout does in training, and what it does not do afterwards",
                es: "qué hace el dropout durante el entrenamiento y qué deja de hacer después"),
            Bilingual(
                en: "how to read a prediction with all its probabilities",
                es: "cómo leer una predicción con todas sus probabilidades"),
        ],
        minutes: 9,
        figures: ["architecture", "curves", "confusion", "predictions", "overfitting"])

    static let training = Training(CourseModels.dropout)
    static let evaluation = Evaluation.measurement(of: training, lesson: "dropout")
    static let predictions = Predictions.measurement(of: training, lesson: "dropout")
    static let units: [any CourseUnit] = [
        training, evaluation, predictions, Overfitting.withDropout, Overfitting.without, Overfitting.measurement,
    ]

    func write(on page: inout Page, using course: Course) throws {
        let evaluation = try course.value(of: Self.evaluation)
        let trained = try course.value(of: Self.training)
        try model(on: &page)
        try training(trained, course.settings, on: &page)
        try examination(evaluation, on: &page)
        try predictions(course.value(of: Self.predictions), on: &page)
        try overfitting(using: course, on: &page)
        close(&page)
    }

    private func model(on page: inout Page) throws {
        page.prose(
            en: """
                A student who learns last year's answers by heart shines as long as the same questions come. A \
                network is such a student, given the chance: with hundreds of thousands of parameters it can store \
                peculiarities of single images instead of what makes a 3 a 3. This is **overfitting**, and it shows \
                as a gap: right on what was learned, less right on anything new.

                **Dropout** takes the chance away. At every training step each unit of a layer is switched off with \
                probability $p$, here one half, by a fresh throw of the dice. A unit that may be missing at any moment \
                is one that no other can rely on, so each has to be useful by itself. At the end, when the network \
                answers in earnest, all units are on.
                """,
            es: """
                Un estudiante que se aprende de memoria las respuestas del año pasado brilla mientras le caigan las \
                mismas preguntas. Una red, si puede, es un estudiante así: con cientos de miles de parámetros le caben \
                las rarezas de imágenes sueltas en lugar de lo que hace que un 3 sea un 3. Eso es el **sobreajuste** \
                (*overfitting*), y se nota en una distancia: acierta en lo aprendido y menos en todo lo nuevo.

                El **dropout** le quita la oportunidad. En cada paso del entrenamiento, cada unidad de una capa se \
                apaga con probabilidad $p$, aquí un medio, según unos dados que se vuelven a tirar cada vez. Ninguna \
                otra puede fiarse de una unidad que quizá falte en cualquier momento, así que cada una tiene que ser \
                útil por sí misma. Al final, cuando la red responde de verdad, todas están encendidas.
                """)
        try page.code("dropout-network", from: "NeuralNetwork")
        try page.architecture(
            of: CourseModels.dropout.model,
            title: Bilingual(
                en: "One more block, and nothing in it to learn", es: "Un bloque más, sin nada que aprender"),
            caption: Bilingual(
                en: """
                    The blocks of the last lesson, drawn to scale. Find the new one, just before the ten answers: it has \
                    the size of the block before it and no parameters.
                    """,
                es: """
                    Los bloques de la lección anterior, a escala. Busca el nuevo, justo antes de las diez respuestas: \
                    tiene el tamaño del bloque que lo precede y ningún parámetro.
                    """))
        page.prose(
            en: """
                It is the network of the last lesson with one more line of code.
                """,
            es: """
                Es la red de la lección anterior con una línea de código más.
                """)
    }

    private func training(_ trained: TrainedModel, _ settings: RunSettings, on page: inout Page) throws {
        let plan = trained.plan
        page.record(trained, settings)
        page.prose(
            en: """
                ## A short training

                This run trains on \(plan.trainingCount) images in batches of \(plan.batch), for \
                \(Wording.epochs(plan.epochs).en); \(plan.validationCount) images are held back.
                """,
            es: """
                ## Un entrenamiento corto

                Esta ejecución entrena con \(plan.trainingCount) imágenes en lotes de \(plan.batch), durante \
                \(Wording.epochs(plan.epochs).es); \(plan.validationCount) imágenes se reservan.
                """)
        try page.learningCurves(
            trained,
            title: Bilingual(
                en: "Half of the units against all of them", es: "La mitad de las unidades contra todas"),
            caption: Bilingual(
                en: """
                    The solid line is measured while half of the units are off, the dashed one with all of them on. So \
                    the two no longer measure the same thing, and validation may look better than training.
                    """,
                es: """
                    La continua se mide con la mitad de las unidades apagadas y la discontinua, con todas encendidas. \
                    Ya no miden lo mismo, y la validación puede parecer mejor que el entrenamiento.
                    """))
    }

    private func examination(_ evaluation: Evaluation, on page: inout Page) throws {
        page.record(evaluation)
        let five = Wording.reading(of: 5, in: evaluation.confusion)
        page.prose(
            en: """
                ## The examination

                Of \(evaluation.count) test images the network tells \(evaluation.right) right, with all units on.
                """,
            es: """
                ## El examen

                De \(evaluation.count) imágenes de prueba, la red reconoce bien \(evaluation.right), con todas las \
                unidades encendidas.
                """)
        page.comparison([
            Comparison(Comparison.testAccuracy, material: 0.9907, measured: evaluation.accuracy),
            Comparison(
                quantity: Bilingual(en: "images told right", es: "imágenes bien reconocidas"),
                material: Bilingual(both: "\(9_907)"), measured: Bilingual(both: "\(evaluation.right)")),
        ])
        try page.confusion(evaluation)
        page.prose(
            en: "Read the row of the 5 again, as in the last lesson. \(five.en)",
            es: "Leamos otra vez la fila del 5, como en la lección anterior. \(five.es)")
    }
}
