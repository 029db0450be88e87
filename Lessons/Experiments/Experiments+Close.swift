import Languages
import NeuralNetwork
import Notebook

extension Experiments {
    /// Every run with what it cost and what came of it.
    func table(_ lab: Laboratory, on page: inout Page) throws {
        page.prose(
            en: """
                ## All runs

                Here is the whole laboratory. Read a row against the reference, and only in the column that its name \
                allows.
                """,
            es: """
                ## Todas las ejecuciones

                Aquí está el laboratorio entero. Compara cada fila con la referencia, y solo en lo que su nombre permite.
                """)
        page.table(
            caption: Bilingual(
                en: "Every run: size, work for one image, budget, and accuracy in the test",
                es: "Cada ejecución: tamaño, trabajo por imagen, presupuesto y exactitud en la prueba"),
            columns: [
                (Bilingual(en: "run", es: "ejecución"), .leading),
                (Bilingual(en: "parameters", es: "parámetros"), .trailing),
                (Bilingual(en: "multiply-adds", es: "multiplicaciones y sumas"), .trailing),
                (Bilingual(en: "images × epochs", es: "imágenes × épocas"), .trailing),
                (Bilingual(en: "accuracy", es: "exactitud"), .trailing),
            ],
            rows: try Runs.all.map { run in
                let result = lab[run]
                let isSize = Runs.sizes.contains { $0.id == run.id }
                return [
                    isSize ? Run.name(ofSize: result.images) : run.name,
                    Bilingual(both: "\(try run.model.parameterCount)"),
                    Bilingual(both: "\(try run.model.multiplyAdds)"),
                    Bilingual(both: "\(result.images) × \(result.epochs)"),
                    Bilingual(both: "\(result.testAccuracy, digits: 4)"),
                ]
            })
    }

    /// What was learned, and the next question.
    func close(_ outcome: Outcome, on page: inout Page) {
        page.prose(
            en: """
                ## What you take with you

                An experiment changes one thing and holds the rest, and asks whether chance could have done as much. \
                \(outcome.summary.en) So far all our networks have answered with a name. Could one answer with a picture?
                """,
            es: """
                ## Lo que te llevas

                Un experimento cambia una cosa, sujeta las demás y se pregunta si el azar habría podido hacer lo \
                mismo. \(outcome.summary.es) Hasta ahora todas nuestras redes han respondido con un nombre. ¿Podría \
                alguna responder con una imagen?
                """)
        page.question(
            Bilingual(
                en: """
                    Somebody changes the kernel size *and* doubles the epochs, and the accuracy rises. What has been \
                    shown?
                    """,
                es: """
                    Alguien cambia el tamaño del núcleo *y* duplica las épocas, y la exactitud sube. ¿Qué ha quedado \
                    demostrado?
                    """),
            answer: Bilingual(
                en: """
                    That the two together helped, or that one helped more than the other harmed, or that chance was kind. \
                    To know what the kernel did, two more runs are needed: each change alone.
                    """,
                es: """
                    Que las dos cosas juntas ayudaron, o que una ayudó más de lo que la otra perjudicó, o que el azar fue \
                    amable. Para saber qué hizo el núcleo hacen falta dos ejecuciones más: cada cambio por separado.
                    """))
        page.attempt(
            "course report --seed 2 --quick",
            purpose: Bilingual(
                en: "Runs everything from another seed; see which verdicts of this page survive.",
                es: "Lo ejecuta todo con otra semilla; mira qué veredictos de esta página sobreviven."))
    }
}
