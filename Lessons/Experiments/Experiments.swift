import Figures
import Languages
import NeuralNetwork
import Notebook

/// Lesson 13: controlled experiments, one factor at a time.
struct Experiments: Lesson {
    static let about: LessonDescription? = LessonDescription(
        id: "experiments",
        title: Bilingual(en: "With and without convolutions", es: "Con y sin convoluciones"),
        question: Bilingual(
            en: "Which of a network's parts earn their keep, and how would you know?",
            es: "¿Qué partes de una red se ganan su lugar, y cómo puedes saberlo?"),
        goals: [
            Bilingual(
                en: "how to change one factor at a time, and why everything else has to stand still",
                es: "cómo cambiar un solo factor cada vez y por qué todo lo demás debe quedarse quieto"),
            Bilingual(
                en: "what kernel size, number of filters, depth, pooling and dropout do, measured",
                es: "qué hacen el tamaño del núcleo, el número de filtros, la profundidad, la agrupación y el dropout"),
            Bilingual(
                en: "how many examples a network needs, and how far it tolerates a shift",
                es: "cuántos ejemplos necesita una red y hasta dónde tolera un desplazamiento"),
            Bilingual(
                en: "when a difference is too small to mean anything",
                es: "cuándo una diferencia es demasiado pequeña para significar algo"),
        ],
        minutes: 11,
        figures: ["compare", "kernelsize", "filters", "pooling", "trainsize", "shift"])

    static let units: [any CourseUnit] =
        Runs.all.flatMap { [$0.training, $0.result] as [any CourseUnit] } + [ShiftTest.measurement]

    func write(on page: inout Page, using course: Course) throws {
        try course.prepare(Runs.byCost.map { $0.result })
        var results: [String: Run.Result] = [:]
        for run in Runs.all { results[run.id] = try course.value(of: run.result) }
        let lab = Laboratory(results: results)
        let shift = try course.value(of: ShiftTest.measurement)
        page.record("seed", course.settings.seed)
        page.record("dataHash", course.settings.digits.identity)
        page.record("quick", course.settings.isQuick)
        page.record("runs", results)
        try compare(lab, on: &page)
        try kernelSize(lab, on: &page)
        try filters(lab, on: &page)
        try pooling(lab, on: &page)
        try trainingSize(lab, Outcome(lab, shift), on: &page)
        try shifted(shift, on: &page)
        try table(lab, on: &page)
        close(Outcome(lab, shift), on: &page)
    }

    private func compare(_ lab: Laboratory, on page: inout Page) throws {
        let (dense, network) = (lab[Runs.baseline], lab[Runs.reference])
        page.prose(
            en: """
                You have met two kinds of network: one that flattens the picture at once, and one that first slides \
                kernels over it. You have compared their accuracies, too. But they were not of one size, they were \
                trained differently, and on other parts of the data. *Which* of the differences made the difference? \
                Whoever changes two things at a time learns nothing about either.

                So this lesson is a laboratory. Every run starts from the same seed, learns from the same \
                \(network.images) images for \(Wording.epochs(network.epochs).en) in batches of \
                \(Runs.reference.training.model.training.batch) with the same optimiser, and is examined on the same \
                \(network.testCount) test images. In each experiment exactly one thing differs. The budget is small on \
                purpose: these networks are not trained to the end, they are trained *alike*.
                """,
            es: """
                Has conocido dos clases de red: una que aplana la imagen de inmediato y otra que antes desliza núcleos \
                sobre ella. También has comparado sus exactitudes. Pero no eran del mismo tamaño, se entrenaron de otra \
                manera y con otra parte de los datos. ¿*Cuál* de las diferencias fue la que contó? Quien cambia dos \
                cosas a la vez no aprende nada de ninguna.

                Por eso esta lección es un laboratorio. Cada ejecución parte de la misma semilla, aprende de las mismas \
                \(network.images) imágenes durante \(Wording.epochs(network.epochs).es), en lotes de \
                \(Runs.reference.training.model.training.batch) y con el mismo optimizador, y se examina con las mismas \
                \(network.testCount) imágenes de prueba. En cada experimento cambia exactamente una cosa. El presupuesto \
                es pequeño a propósito: estas redes no se entrenan hasta el final, se entrenan *por igual*.
                """)
        try page.figure(
            "compare",
            title: Bilingual(en: "Mistakes, memory, work", es: "Errores, memoria, trabajo"),
            caption: Bilingual(
                en: """
                    The dense network and the convolutional one under the same conditions. Left, test images told \
                    wrong; middle, parameters; right, multiply-adds to read one image.
                    """,
                es: """
                    La red densa y la convolucional en las mismas condiciones. A la izquierda, imágenes de prueba mal \
                    reconocidas; en el centro, parámetros; a la derecha, multiplicaciones y sumas para leer una imagen.
                    """),
            alternative: Bilingual(
                en: """
                    Three pairs of bars. Mistakes: dense \(dense.mistakes), convolutional \(network.mistakes). \
                    Parameters: \(try Runs.baseline.model.parameterCount) and \(try Runs.reference.model.parameterCount).
                    """,
                es: """
                    Tres pares de barras. Errores: densa \(dense.mistakes), convolucional \(network.mistakes). \
                    Parámetros: \(try Runs.baseline.model.parameterCount) y \(try Runs.reference.model.parameterCount).
                    """),
            Composition(
                .row,
                [
                    lab.part(Self.mistakes, [Runs.baseline, Runs.reference], Self.kinds, .error) {
                        Double($1.mistakes)
                    },
                    lab.part(Self.parameters, [Runs.baseline, Runs.reference], Self.kinds, .kernel) { run, _ in
                        Double(try run.model.parameterCount)
                    },
                    lab.part(Self.work, [Runs.baseline, Runs.reference], Self.kinds, .input) { run, _ in
                        Double(try run.model.multiplyAdds)
                    },
                ], breadth: .wide))
        let work = Double(try Runs.reference.model.multiplyAdds) / Double(try Runs.baseline.model.multiplyAdds)
        let error = lab.chance
        page.record("standardError", error)
        page.prose(
            en: """
                The dense network makes \(dense.mistakes) mistakes, the convolutional one \(network.mistakes). It pays \
                in arithmetic: \(work, digits: 0) times as many multiply-adds, since each kernel is used again at \
                every place.

                Before we go on, a word of caution. Another \(network.testCount) test images would give other numbers: \
                with an accuracy of $p$ on $n$ images, chance alone moves the number of mistakes by about \
                $\\sqrt{n p (1 - p)}$, here \(error, digits: 0). Another seed would move it too. **Differences of that \
                size mean nothing**, however neat the bars look. Keep the number in mind.
                """,
            es: """
                La red densa comete \(dense.mistakes) errores y la convolucional, \(network.mistakes). Lo paga en \
                aritmética: \(work, digits: 0) veces sus multiplicaciones y sumas, porque cada núcleo vuelve a usarse \
                en cada lugar.

                Antes de seguir, una advertencia. Otras \(network.testCount) imágenes de prueba darían otros números: con \
                una exactitud $p$ sobre $n$ imágenes, el azar por sí solo mueve el número de errores alrededor de \
                $\\sqrt{n p (1 - p)}$, aquí \(error, digits: 0). Otra semilla también lo movería. **Las diferencias de ese \
                tamaño no significan nada**, por muy claras que parezcan las barras. Ten presente ese número.
                """)
    }

    static let kinds = [
        Bilingual(en: "dense", es: "densa"), Bilingual(en: "convolutional", es: "convolucional"),
    ]
    static let mistakes = Bilingual(en: "mistakes in the test", es: "errores en la prueba")
    static let parameters = Bilingual(en: "parameters", es: "parámetros")
    static let work = Bilingual(en: "multiply-adds an image", es: "multiplicaciones y sumas por imagen")
}
