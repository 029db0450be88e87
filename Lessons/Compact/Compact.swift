import Languages
import NeuralNetwork
import Notebook

/// Lesson 11: thirty-five thousand parameters.
struct Compact: Lesson {
    static let about: LessonDescription? = LessonDescription(
        id: "compact",
        title: Bilingual(en: "Thirty-five thousand parameters", es: "Treinta y cinco mil parámetros"),
        question: Bilingual(
            en: "How small can a network become before it forgets how to read?",
            es: "¿Cuánto puede encoger una red antes de que se le olvide leer?"),
        goals: [
            Bilingual(
                en: "how to count the parameters of every layer by hand",
                es: "cómo contar a mano los parámetros de cada capa"),
            Bilingual(
                en: "what sharing weights saves, and compared with what",
                es: "cuánto ahorra compartir los pesos, y en comparación con qué"),
            Bilingual(
                en: "why more parameters alone do not make a better network",
                es: "por qué no bastan más parámetros para hacer mejor una red"),
        ],
        minutes: 9,
        figures: ["summary", "curves", "confusion", "parameters"])

    static let training = Training(CourseModels.compact)
    static let evaluation = Evaluation.measurement(of: training, lesson: "compact")
    static let units: [any CourseUnit] = [training, evaluation]

    func write(on page: inout Page, using course: Course) throws {
        let evaluation = try course.value(of: Self.evaluation)
        let trained = try course.value(of: Self.training)
        try architecture(on: &page)
        try training(trained, course.settings, on: &page)
        try examination(trained, evaluation, on: &page)
        try efficiency(on: &page)
        try field(Field(using: course), on: &page)
        close(&page)
    }

    private func architecture(on page: inout Page) throws {
        let model = CourseModels.compact.model
        let parameters = try model.parameterCount
        page.prose(
            en: """
                In the full network most parameters sat in one place: the dense layer between the maps and the \
                answer. What happens if it goes? The maps are flattened as before, and the ten answers read them \
                directly. This is the whole network.
                """,
            es: """
                En la red completa, la mayoría de los parámetros estaba en un solo lugar: la capa densa entre los \
                mapas y la respuesta. ¿Qué pasa si se quita? Los mapas se aplanan como antes, y las diez respuestas \
                los leen directamente. Esta es la red entera.
                """)
        try page.code("compact", from: "NeuralNetwork")
        try page.architecture(
            "summary", of: model,
            title: Bilingual(en: "A network without a waist", es: "Una red sin cintura"),
            caption: Bilingual(
                en: """
                    Blocks drawn to scale, as in [](cnn.html). Orange holds parameters. Between \
                    the flattened maps and the answers nothing is left but a dropout.
                    """,
                es: """
                    Bloques a escala, como en la [](cnn.html). Lo naranja tiene parámetros. Entre los \
                    mapas aplanados y las respuestas no queda más que un dropout.
                    """))
        page.prose(
            en: """
                Count along. A filter has a weight for each tap of its window in each of its input maps, and one \
                bias; a dense unit has a weight for each input, and one bias:

                $$ P_{\\text{conv}} = (k^2 c + 1)\\, f \\qquad P_{\\text{dense}} = (n + 1)\\, u $$
                """,
            es: """
                Cuéntalos tú también. Un filtro tiene un peso por cada casilla de su ventana en cada uno de sus mapas \
                de entrada, más un sesgo; una unidad densa, un peso por cada entrada, más un sesgo:

                $$ P_{\\text{conv}} = (k^2 c + 1)\\, f \\qquad P_{\\text{densa}} = (n + 1)\\, u $$
                """)
        // snippet.count
        let first = (3 * 3 * 1 + 1) * 32
        let second = (3 * 3 * 32 + 1) * 64
        let answers = (5 * 5 * 64 + 1) * 10
        let kilobytes = Double((first + second + answers) * MemoryLayout<Float>.size) / 1024
        // snippet.end
        let total = first + second + answers
        page.record("kilobytes", kilobytes)
        page.record("countedByHand", [first, second, answers])
        try page.code("count")
        page.output("\(first) + \(second) + \(answers) = \(total)")
        page.prose(
            en: """
                Together \(total), and the program that builds the network counts \(parameters). Stored as 32-bit \
                numbers they take \(kilobytes, digits: 2) KB: less than many a picture on the web.
                """,
            es: """
                Juntos, \(total), y el programa que construye la red cuenta \(parameters). Guardados como números de \
                32 bits ocupan \(kilobytes, digits: 2) KB: menos que muchas imágenes de la web.
                """)
    }
}
