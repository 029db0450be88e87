import Figures
import Languages
import NeuralNetwork
import Notebook

extension Compact {
    /// One of the course's networks that read digits.
    struct Contender {
        let name: String
        let parameters: Int
        let evaluation: Evaluation

        fileprivate init(
            _ model: CourseModel, _ measurement: CourseMeasurement<Evaluation>, using course: Course
        ) throws {
            name = model.name
            parameters = try model.model.parameterCount
            evaluation = try course.value(of: measurement)
        }
    }

    /// The networks of the course that read digits.
    struct Field {
        let baseline: Contender
        let cnn: Contender
        let dropout: Contender
        let compact: Contender

        init(using course: Course) throws {
            baseline = try Contender(CourseModels.baseline, Baseline.evaluation, using: course)
            cnn = try Contender(CourseModels.cnn, CNN.evaluation, using: course)
            dropout = try Contender(CourseModels.dropout, Dropout.evaluation, using: course)
            compact = try Contender(CourseModels.compact, Compact.evaluation, using: course)
        }

        /// Whether some network does at least as well as one with more parameters.
        static func isUpset(_ networks: [(parameters: Int, right: Int)]) -> Bool {
            networks.contains { one in
                networks.contains { one.parameters < $0.parameters && one.right >= $0.right }
            }
        }

        /// What the chart shows, whichever way it came out.
        var title: Bilingual {
            Self.isUpset(all.map { ($0.parameters, $0.evaluation.right) })
                ? Bilingual(en: "More parameters are no promise", es: "Más parámetros no prometen nada")
                : Bilingual(
                    en: "In this run, more parameters did better", es: "En esta ejecución, más parámetros fue mejor")
        }

        /// What follows from the small network against the dense one.
        var moral: Bilingual {
            compact.evaluation.right > baseline.evaluation.right
                ? Bilingual(
                    en: """
                        What a network assumes about pictures counts for more than its size: that what is near belongs \
                        together, and that a stroke is a stroke wherever it stands.
                        """,
                    es: """
                        Lo que una red supone sobre las imágenes cuenta más que su tamaño: que lo cercano va junto, y \
                        que un trazo es un trazo esté donde esté.
                        """)
                : Bilingual(
                    en: """
                        What a network assumes about pictures needs some training to pay: in this run it has not had \
                        enough.
                        """,
                    es: """
                        Lo que una red supone sobre las imágenes necesita algo de entrenamiento para dar fruto: en esta \
                        ejecución no ha tenido bastante.
                        """)
        }

        /// In the order in which they are taught.
        var all: [Contender] { [baseline, cnn, dropout, compact] }
    }

    /// Accuracy against size.
    func field(_ field: Field, on page: inout Page) throws {
        let contenders = field.all
        page.record(
            "contenders",
            contenders.map { Row(name: $0.name, parameters: $0.parameters, accuracy: $0.evaluation.accuracy) })
        page.prose(
            en: """
                ## Does size win?

                Four networks of this course have now read the same test images. Each accuracy carries an \
                uncertainty, since other images would have given another number. For a share $p$ measured on $n$ \
                images, in ninety-five cases of a hundred the truth lies within

                $$ p \\pm \(tex: 1.96, digits: 2) \\sqrt{\\frac{p\\,(1 - p)}{n}} $$
                """,
            es: """
                ## ¿Gana el tamaño?

                Cuatro redes de este curso han leído ya las mismas imágenes de prueba. Cada exactitud lleva consigo \
                una incertidumbre, pues otras imágenes habrían dado otro número. Para una proporción $p$ medida en $n$ \
                imágenes, en noventa y cinco casos de cada cien la verdad queda dentro de

                $$ p \\pm \(tex: 1.96, digits: 2) \\sqrt{\\frac{p\\,(1 - p)}{n}} $$
                """)
        try page.figure(
            "parameters",
            title: field.title,
            caption: Bilingual(
                en: """
                    Test accuracy against the number of parameters. The whiskers show the uncertainty of the formula \
                    above; where they overlap, the order of two networks may be luck.
                    """,
                es: """
                    Exactitud en la prueba frente al número de parámetros. Los segmentos verticales muestran la \
                    incertidumbre de la fórmula anterior; donde se solapan, el orden de dos redes puede ser azar.
                    """),
            alternative: Bilingual(
                en: "\(Wording.list(contenders.map(inWords), "and")): parameters, then test accuracy.",
                es: "\(Wording.list(contenders.map(inWords), "y")): parámetros y, después, exactitud en la prueba."),
            LabeledPoints(
                contenders.map {
                    .init(
                        Bilingual(both: Phrase($0.name)), x: Double($0.parameters), y: $0.evaluation.accuracy,
                        margin: $0.evaluation.margin, role: $0.name == "baseline" ? .input : .output)
                }, xName: Bilingual(en: "parameters", es: "parámetros"),
                yName: Bilingual(en: "test accuracy", es: "exactitud en la prueba")))
        let (plain, full, small) = (field.baseline, field.cnn, field.compact)
        let compact = (Bilingual(en: "the compact network", es: "la red compacta"), small.evaluation.right)
        let versusFull = Wording.comparison(
            of: compact, with: (Bilingual(en: "the full one", es: "la completa"), full.evaluation.right))
        let versusPlain = Wording.comparison(
            of: compact,
            with: (Bilingual(en: "the network of dense layers", es: "la de capas densas"), plain.evaluation.right))
        let share = Double(small.parameters) / Double(full.parameters)
        let times = Double(plain.parameters) / Double(small.parameters)
        page.prose(
            en: """
                With \(share, percent: 0) of the full network's parameters, \(versusFull.en). And \(versusPlain.en), \
                whose parameters are \(times, digits: 1) times as many. \(field.moral.en)
                """,
            es: """
                Con el \(share, percent: 0) de los parámetros de la red completa, \(versusFull.es). Y \
                \(versusPlain.es), cuyos parámetros son \(times, digits: 1) veces los suyos. \(field.moral.es)
                """)
    }

    private func inWords(_ contender: Contender) -> Phrase {
        "\(contender.name) (\(contender.parameters); \(contender.evaluation.accuracy, digits: 4))"
    }

    private struct Row: Encodable, Sendable {
        let name: String
        let parameters: Int
        let accuracy: Double
    }
}
