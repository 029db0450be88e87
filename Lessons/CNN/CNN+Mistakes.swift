import Figures
import Imaging
import Languages
import Notebook

extension CNN {
    /// The most confident errors, or, where there are none, the right answers that were nearest to being wrong.
    func mistakes(_ evaluation: Evaluation, on page: inout Page) throws {
        page.record("mistakes", evaluation.mistakes.map { [$0.index, $0.truth, $0.predicted] })
        guard let surest = evaluation.mistakes.first else { return try hesitations(evaluation, on: &page) }
        page.prose(
            en: """
                ## Wrong, and sure of it

                Most instructive are the mistakes of which the network was most certain. In the first one below it \
                gave the wrong answer a probability \(Wording.certainty(surest.probability).en). Some of these you would \
                have read otherwise too.
                """,
            es: """
                ## Equivocada y convencida

                Los errores más instructivos son aquellos de los que la red estaba más segura. En el primero de \
                abajo dio a la respuesta equivocada una probabilidad \(Wording.certainty(surest.probability).es). Algunos \
                tú también los habrías leído de otra manera.
                """)
        let count = evaluation.mistakes.count
        try page.figure(
            "mistakes",
            title: Bilingual(en: "The most confident mistakes", es: "Los errores más seguros de sí"),
            caption: Bilingual(
                en: "Test images told wrong, surest first. Beneath each: the true digit, then the answer.",
                es: """
                    Imágenes de prueba mal reconocidas, primero las de mayor seguridad. Debajo de cada una: el dígito \
                    verdadero y la respuesta.
                    """),
            alternative: Bilingual(
                en: "Test images told wrong (\(count)), each with its true digit and the answer.",
                es: "Imágenes de prueba mal reconocidas (\(count)), cada una con su dígito verdadero y la respuesta."),
            grid(of: evaluation.mistakes, evaluation, role: .error))
    }

    private func hesitations(_ evaluation: Evaluation, on page: inout Page) throws {
        page.prose(
            en: """
                ## Not one mistake

                Every test image was told right, so let us look at those of which the network was least certain.
                """,
            es: """
                ## Ni un solo error

                Todas las imágenes de prueba se reconocieron bien, así que miremos aquellas de las que la red estaba \
                menos segura.
                """)
        try page.figure(
            "mistakes",
            title: Bilingual(en: "Right, but hesitant", es: "Aciertos con dudas"),
            caption: Bilingual(
                en: "The right answers with the lowest probability, least certain first.",
                es: "Los aciertos de menor probabilidad, primero los menos seguros."),
            alternative: Bilingual(
                en: "Test images told right with little certainty, each with its digit.",
                es: "Imágenes de prueba acertadas con poca seguridad, cada una con su dígito."),
            grid(of: evaluation.leastCertain, evaluation, role: .output))
    }

    private func grid(of answers: [Evaluation.Answer], _ evaluation: Evaluation, role: Role) -> ImageGrid {
        ImageGrid(
            answers.map { answer in
                ImageGrid.Item(
                    .gray(GrayImage(width: evaluation.columns, height: evaluation.rows, bytes: answer.pixels)),
                    label: Bilingual(both: "\(plain: answer.truth) → \(plain: answer.predicted)"), role: role)
            }, columns: 8)
    }

    /// What was learned, and the next question.
    func close(_ page: inout Page) {
        page.prose(
            en: """
                ## What you take with you

                A convolutional network is the first lessons with the weights left open. Training fills them in by \
                walking downhill on a loss; a held-back part of the data tells whether it has understood or merely \
                memorised; the confusion matrix tells what is still hard. The gap between the two curves is a \
                question of its own: can a network be kept from learning by heart?
                """,
            es: """
                ## Lo que te llevas

                Una red convolucional son las primeras lecciones con los pesos por decidir. El entrenamiento los \
                completa bajando por la pendiente de una pérdida; una parte reservada de los datos dice si ha \
                entendido o solo memorizado; la matriz de confusión dice qué le sigue costando. La distancia entre \
                las dos curvas plantea otra pregunta: ¿se puede impedir que una red aprenda de memoria?
                """)
        page.question(
            Bilingual(
                en:
                    "The training loss is measured while the weights still change, the validation loss after the epoch. What follows for the first epoch?",
                es:
                    "La pérdida de entrenamiento se mide mientras los pesos aún cambian y la de validación, al acabar la época. ¿Qué se deduce de ello para la primera época?"
            ),
            answer: Bilingual(
                en: """
                    The mean over the first epoch contains the beginner's mistakes of its first steps, so the \
                    validation curve may start *better* than the training curve. That is no miracle, only a matter \
                    of when one measures.
                    """,
                es: """
                    La media de la primera época incluye los errores de principiante de sus primeros pasos, así que \
                    la curva de validación puede empezar *mejor* que la de entrenamiento. No es un milagro, sino \
                    cuestión de cuándo se mide.
                    """))
        page.attempt(
            "course train cnn --epochs 3 --weights cnn.safetensors",
            purpose: Bilingual(
                en: "Trains the network for three epochs and keeps its weights.",
                es: "Entrena la red durante tres épocas y guarda sus pesos."))
    }
}
