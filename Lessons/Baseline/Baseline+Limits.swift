import Figures
import Platform
import Imaging
import Languages
import Notebook

extension Baseline {
    /// Four limits, the first of them measured.
    func limits(_ shuffled: Shuffled, on page: inout Page) throws {
        let (dense, convolutional) = (shuffled.dense, shuffled.convolutional)
        page.record("shuffled.dense", dense)
        page.record("shuffled.convolutional", convolutional)
        page.prose(
            en: """
                ## Four limits

                **It sees no space.** Whether two pixels are neighbours or stand at opposite corners is all the same \
                to a dense layer. **It needs many parameters**: a weight for each pair of pixel and unit, black \
                corners included. **It is thrown by a shift.** Move a digit by three pixels, and other weights are \
                asked; what that costs is measured [in an experiment](experiments.html#fig-shift). **It shares \
                nothing.** A stroke that was learned at the top left must be learned again at the bottom right.

                The first limit can be put to the test. Take all images apart and put their pixels together in another \
                order, the same for every image. You would not recognise a single digit. To a network that does not \
                look, nothing has changed.
                """,
            es: """
                ## Cuatro límites

                **No ve el espacio.** Que dos píxeles sean vecinos o estén en esquinas opuestas le da igual a una \
                capa densa. **Necesita muchos parámetros**: un peso por cada par de píxel y unidad, incluidas las \
                esquinas negras. **Un desplazamiento la desconcierta.** Mueve un dígito tres píxeles y se pregunta a \
                otros pesos; cuánto cuesta eso [lo mide un experimento](experiments.html#fig-shift). **No comparte \
                nada.** Un trazo aprendido arriba a la izquierda hay que aprenderlo otra vez abajo a la derecha.

                El primer límite se puede poner a prueba. Desmonta todas las imágenes y vuelve a montar sus píxeles en \
                otro orden, el mismo para todas. Tú no reconocerías ni un dígito. Para una red que no mira, nada ha \
                cambiado.
                """)
        try page.code("permuted", from: "Notebook")
        try page.code("four")
        let pictures = shuffled.samples.flatMap { sample in
            [
                ImageGrid.Item(picture(sample.plain, shuffled), label: Bilingual(both: "\(plain: sample.label)")),
                ImageGrid.Item(
                    picture(sample.permuted, shuffled),
                    label: Bilingual(
                        en: "the same \(plain: sample.label)", es: "el mismo \(plain: sample.label)")),
            ]
        }
        try page.figure(
            "shuffled",
            title: Bilingual(
                en: "Who notices that the pixels have moved?", es: "¿Quién nota que los píxeles se han movido?"),
            caption: Bilingual(
                en: """
                    Left, digits and the same digits with their pixels in another order. Right, wrong answers to the \
                    \(shuffled.count) test images after learning from \(shuffled.trainingCount): the fewer the better.
                    """,
                es: """
                    A la izquierda, unos dígitos y los mismos con los píxeles en otro orden. A la derecha, respuestas \
                    equivocadas en las \(shuffled.count) imágenes de prueba tras aprender de \
                    \(shuffled.trainingCount): cuantas menos, mejor.
                    """),
            alternative: Bilingual(
                en: """
                    Mistakes of the dense network: \(dense.plain) on pictures, \(dense.permuted) on moved pixels. Of \
                    the convolutional one: \(convolutional.plain) and \(convolutional.permuted).
                    """,
                es: """
                    Errores de la red densa: \(dense.plain) con las imágenes, \(dense.permuted) con los píxeles \
                    movidos. De la convolucional: \(convolutional.plain) y \(convolutional.permuted).
                    """),
            Composition(
                .row,
                [
                    .init(ImageGrid(pictures, columns: 2, side: 66)),
                    .init(
                        Bars(
                            categories: [
                                Bilingual(en: "dense network", es: "red densa"),
                                Bilingual(en: "convolutional network", es: "red convolucional"),
                            ],
                            series: [
                                .init(
                                    name: Bilingual(en: "pictures as they are", es: "imágenes tal cual"),
                                    values: [Double(dense.plain), Double(convolutional.plain)], role: .input),
                                .init(
                                    name: Bilingual(en: "pixels moved", es: "píxeles movidos"),
                                    values: [Double(dense.permuted), Double(convolutional.permuted)], role: .quiet),
                            ], valueName: Bilingual(en: "wrong answers", es: "respuestas equivocadas"), digits: 0,
                            plotHeight: 160), share: 1.9),
                ]))
        let verdict = Shuffled.verdict(dense: dense, convolutional: convolutional)
        let luck = Shuffled.luck(of: dense)
        page.prose(
            en: """
                The dense network makes \(dense.plain) mistakes on pictures and \(dense.permuted) on moved pixels; \
                \(luck.en). The convolutional network, trained in the same way, makes \(convolutional.plain) and \
                \(convolutional.permuted). \(verdict.en)
                """,
            es: """
                La red densa comete \(dense.plain) errores con las imágenes y \(dense.permuted) con los píxeles \
                movidos; \(luck.es). La red convolucional, entrenada de la misma manera, comete \
                \(convolutional.plain) y \(convolutional.permuted). \(verdict.es)
                """)
    }

    private func picture(_ pixels: Data, _ shuffled: Shuffled) -> Picture {
        .gray(GrayImage(width: shuffled.columns, height: shuffled.rows, bytes: pixels))
    }

    /// What was learned, and the next question.
    func close(_ page: inout Page) {
        page.prose(
            en: """
                ## What you take with you

                A baseline is a yardstick. This one reads digits well and knows nothing of pictures: it would read \
                them as well with their pixels in any other order. That is its strength, since it needs no assumption, \
                and its limit, since it must learn at every place what holds everywhere. What if a network were told \
                just one thing, that neighbours belong together?
                """,
            es: """
                ## Lo que te llevas

                Una línea base es una vara de medir. Esta lee bien los dígitos y no sabe nada de imágenes: los leería \
                igual de bien con los píxeles en cualquier otro orden. Esa es su fuerza, pues no necesita suponer nada, \
                y su límite, pues tiene que aprender en cada lugar lo que vale en todos. ¿Y si a una red se le dijera \
                una sola cosa: que los vecinos van juntos?
                """)
        page.question(
            Bilingual(
                en: "Why does the network learn nothing at a pixel that is black in every training image?",
                es: "¿Por qué la red no aprende nada en un píxel que es negro en todas las imágenes de entrenamiento?"),
            answer: Bilingual(
                en: """
                    The gradient of a weight is its input times the gradient of the unit behind it. An input of zero \
                    makes the product zero, and Adam does not move a weight whose gradients have always been zero. \
                    Should a test image have ink there, the weight that the dice chose would have its say.
                    """,
                es: """
                    El gradiente de un peso es su entrada por el gradiente de la unidad que hay detrás. Una entrada de \
                    cero anula el producto, y Adam no mueve un peso cuyos gradientes han sido siempre cero. Si una \
                    imagen de prueba tuviera tinta ahí, hablaría el peso que eligieron los dados.
                    """))
        page.attempt(
            "course train baseline --epochs 3 --limit 6000",
            purpose: Bilingual(
                en: "Trains the baseline on a tenth of the images; compare its test accuracy with the one above.",
                es: """
                    Entrena la línea base con la décima parte de las imágenes; compara su exactitud en la prueba con la \
                    de arriba.
                    """))
    }
}
