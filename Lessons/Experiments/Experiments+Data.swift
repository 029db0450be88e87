import Figures
import Languages
import Notebook

extension Experiments {
    /// Six hundred examples, six thousand, sixty thousand.
    func trainingSize(_ lab: Laboratory, _ outcome: Outcome, on page: inout Page) throws {
        let results = Runs.sizes.map { lab[$0] }
        guard let few = results.first, let many = results.last else { return }
        let steps = few.images * few.epochs
        page.prose(
            en: """
                ## How many examples?

                Now the network stays and the data change. To be fair, whoever has fewer images sees each of them \
                more often: the smallest set is seen \(Wording.times(few.epochs).en), which makes \(steps) images in \
                all, the largest \(Wording.times(many.epochs).en), which makes \(many.images * many.epochs).
                """,
            es: """
                ## ¿Cuántos ejemplos?

                Ahora la red se queda y cambian los datos. Para ser justos, quien tiene menos imágenes ve cada una \
                más a menudo: el conjunto menor se ve \(Wording.times(few.epochs).es), lo que hace \(steps) imágenes \
                en total, y el mayor, \(Wording.times(many.epochs).es), lo que hace \(many.images * many.epochs).
                """)
        let gap = outcome.gap(of: few.images)
        let inTraining = results.map { 1 - $0.trainingAccuracy }
        let inTest = results.map { 1 - $0.testAccuracy }
        try page.figure(
            "trainsize",
            title: outcome.examplesTitle,
            caption: Bilingual(
                en: """
                    Share of wrong answers in per cent after training, on images that the network learned from (at most \
                    \(Run.Result.reviewed) of them) and on the test images, for training sets of three sizes.
                    """,
                es: """
                    Parte de respuestas equivocadas tras el entrenamiento, en tanto por ciento, con imágenes de las que \
                    aprendió la red (\(Run.Result.reviewed) como máximo) y con las de prueba, para conjuntos de \
                    entrenamiento de tres tamaños.
                    """),
            alternative: Bilingual(
                en: """
                    Pairs of bars for \(few.images) to \(many.images) training images. In the test \
                    \(inTest[0], percent: 2) are wrong with the fewest and \(inTest[inTest.count - 1], percent: 2) with \
                    the most.
                    """,
                es: """
                    Pares de barras de \(few.images) a \(many.images) imágenes de entrenamiento. En la prueba falla el \
                    \(inTest[0], percent: 2) con las menos y el \(inTest[inTest.count - 1], percent: 2) con las más.
                    """),
            Bars(
                categories: results.map { Bilingual(both: "\($0.images)") },
                series: [
                    .init(
                        name: Bilingual(en: "training", es: "entrenamiento"), values: inTraining.map { $0 * 100 },
                        role: .training),
                    .init(name: Bilingual(en: "test", es: "prueba"), values: inTest.map { $0 * 100 }, role: .error),
                ], categoryName: Bilingual(en: "training images", es: "imágenes de entrenamiento"),
                valueName: Bilingual(en: "wrong answers, %", es: "respuestas equivocadas, %"), digits: 2))
        page.prose(
            en: """
                With \(few.images) images the network ends with \(inTraining[0], percent: 1) of them wrong, and with \
                \(inTest[0], percent: 1) of the test images. \(gap.en)
                """,
            es: """
                Con \(few.images) imágenes la red acaba fallando en el \(inTraining[0], percent: 1) de ellas y en el \
                \(inTest[0], percent: 1) de las de prueba. \(gap.es)
                """)
    }

    /// Test images moved by up to six pixels.
    func shifted(_ shift: ShiftTest, on page: inout Page) throws {
        page.record("shift.dense", shift.dense)
        page.record("shift.convolutional", shift.convolutional)
        let half = { (series: [Double]) in series[3] }
        page.prose(
            en: """
                ## One step to the side

                All digits of the data set stand in the middle of their frame. What if they do not? We move the test \
                images, and only those, by up to \(ShiftTest.distances.upperBound) pixels, a quarter of them in each \
                direction, and ask the two networks of the beginning again. Neither has ever seen a digit out of place.
                """,
            es: """
                ## Un paso al lado

                Todos los dígitos del conjunto están en el centro de su marco. ¿Y si no lo están? Movemos las imágenes de \
                prueba, y solo esas, hasta \(ShiftTest.distances.upperBound) píxeles, una cuarta parte en cada dirección, \
                y volvemos a preguntar a las dos redes del principio. Ninguna ha visto jamás un dígito fuera de su sitio.
                """)
        try page.code("shifted")
        try page.figure(
            "shift",
            title: Bilingual(en: "Out of place, out of mind?", es: "¿Fuera de lugar, fuera de alcance?"),
            caption: Bilingual(
                en:
                    "Accuracy on test images that were moved. A network that guesses would be right in a tenth of them.",
                es: "Exactitud con imágenes de prueba desplazadas. Una red que adivinara acertaría una de cada diez."),
            alternative: Bilingual(
                en: """
                    Two lines. At 3 pixels the dense network is right in \(half(shift.dense), percent: 0), the \
                    convolutional one in \(half(shift.convolutional), percent: 0).
                    """,
                es: """
                    Dos líneas. A 3 píxeles la red densa acierta el \(half(shift.dense), percent: 0) y la \
                    convolucional, el \(half(shift.convolutional), percent: 0).
                    """),
            Curves([
                .init(
                    xName: Bilingual(en: "shift in pixels", es: "desplazamiento en píxeles"),
                    yName: Bilingual(en: "accuracy", es: "exactitud"),
                    series: [
                        .init(
                            name: Self.kinds[0], y: shift.dense, from: 0, role: .error, form: .lineAndPoints),
                        .init(
                            name: Self.kinds[1], y: shift.convolutional, from: 0, role: .output, form: .lineAndPoints),
                    ], yRange: 0...1)
            ]))
        page.prose(
            en: """
                It is often said that convolutional networks do not mind where a thing stands. That is half true. \
                **Convolution is equivariant**: move the picture, and the maps move along. **Pooling** forgives a pixel \
                or two. But then the maps are flattened, and the dense layer behind has a weight of its own for every \
                place; it knows the strokes of a 7 only where it has seen them. What is measured here is a *tolerance*, \
                not an indifference: with digits three pixels out of place the CNN is right in \
                \(half(shift.convolutional), percent: 0), the dense network in \(half(shift.dense), percent: 0).
                """,
            es: """
                Suele decirse que a las redes convolucionales les da igual dónde esté una cosa. Es verdad a medias. **La \
                convolución es equivariante**: mueve la imagen y los mapas se mueven con ella. La **agrupación** perdona un \
                píxel o dos. Pero luego los mapas se aplanan, y la capa densa que sigue tiene un peso propio para cada \
                lugar; conoce los trazos de un 7 solo donde los ha visto. Lo que se mide aquí es una *tolerancia*, no una \
                indiferencia: con tres píxeles de desplazamiento, la CNN conserva una exactitud del \
                \(half(shift.convolutional), percent: 0) y la red densa, del \(half(shift.dense), percent: 0).
                """)
    }
}
