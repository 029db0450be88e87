import Figures
import Imaging
import Languages
import Notebook

extension Inside {
    /// Which pieces of which images drive a map most.
    func patches(_ patches: Patches, on page: inout Page) throws {
        let side = patches.side
        let mixed = patches.maps.count { Set($0.patches.map(\.label)).count > 1 }
        page.record("mixedMaps", mixed)
        page.record(
            "patches",
            patches.maps.map { map in map.patches.map { [map.index + 1, $0.image, $0.row, $0.column] } })
        page.prose(
            en: """
                ## Ask it what it likes

                One place of a second map depends on a piece of the picture no larger than \(plain: side) × \(plain: side) \
                pixels, its **receptive field**. So we can run all test images through the first three layers and keep, for \
                each map, the pieces to which it answers most loudly.
                """,
            es: """
                ## Pregúntale qué le gusta

                Un lugar de uno de los segundos mapas depende de un trozo de la imagen de no más de \(plain: side) × \
                \(plain: side) píxeles, su **campo receptivo**. Así que podemos pasar todas las imágenes de prueba por las \
                tres primeras capas y quedarnos, para cada mapa, con los trozos a los que responde con más fuerza.
                """)
        try page.code("head")
        try page.figure(
            "patches",
            title: Bilingual(en: "Each row one taste", es: "Cada fila, un gusto"),
            caption: Bilingual(
                en: """
                    For the \(patches.maps.count) maps of the second convolution that answer most strongly, the \
                    \(Patches.perMap) pieces of the test images that drive them most, each from another image. Beneath a \
                    piece, the digit that it was cut from.
                    """,
                es: """
                    Para los \(patches.maps.count) mapas de la segunda convolución que responden con más fuerza, los \
                    \(Patches.perMap) trozos de las imágenes de prueba que más los activan, cada uno de otra imagen. Debajo \
                    de cada trozo, el dígito del que se recortó.
                    """),
            alternative: Bilingual(
                en: """
                    \(patches.maps.count) rows of small pieces of digits. Rows whose pieces come from more than one digit: \
                    \(mixed).
                    """,
                es: """
                    \(patches.maps.count) filas de trozos pequeños de dígitos. Filas cuyos trozos vienen de más de un \
                    dígito: \(mixed).
                    """),
            ImageGrid(
                patches.maps.flatMap { map in
                    map.patches.map {
                        ImageGrid.Item(
                            .gray(GrayImage(width: side, height: side, bytes: $0.pixels)),
                            label: Bilingual(both: "\(plain: $0.label)"))
                    }
                }, columns: Patches.perMap, side: 42))
        page.prose(
            en: """
                Read row by row. What a map likes is neither a digit nor a pixel but something between: a slope, a bend, \
                the end of a stroke. Rows whose pieces come from more than one digit: \(mixed) of \(patches.maps.count). \
                It is left to the dense layers to know which of these pieces, in which places, make which digit.
                """,
            es: """
                Lee fila a fila. Lo que le gusta a un mapa no es un dígito ni un píxel, sino algo intermedio: una \
                pendiente, una curva, el final de un trazo. Filas cuyos trozos vienen de más de un dígito: \(mixed) de \
                \(patches.maps.count). A las capas densas les toca saber cuáles de estos trozos, y en qué lugares, forman \
                cada dígito.
                """)
    }

    /// What covering a part costs.
    func occlusion(_ occlusion: Occlusion, on page: inout Page) throws {
        page.record("occlusion.probabilities", occlusion.cases.map(\.probability))
        page.record("occlusion.largestLosses", occlusion.cases.map { $0.lost.max() ?? 0 })
        page.prose(
            en: """
                ## Cover a part, and ask again

                The second way needs no look inside. Lay a black square of \(plain: Occlusion.square) × \
                \(plain: Occlusion.square) pixels on the digit, ask for the probability of the true class, move the square \
                by one pixel, and ask again, \(occlusion.rows * occlusion.columns) times. Where the probability drops, the \
                network was relying on what the square hides. This is called **occlusion sensitivity** (M. D. Zeiler and \
                R. Fergus, 2014).
                """,
            es: """
                ## Tapa una parte y vuelve a preguntar

                La segunda manera no necesita mirar dentro. Pon un cuadrado negro de \(plain: Occlusion.square) × \
                \(plain: Occlusion.square) píxeles sobre el dígito, pide la probabilidad de la clase verdadera, mueve el \
                cuadrado un píxel y vuelve a preguntar, \(occlusion.rows * occlusion.columns) veces. Donde la probabilidad \
                cae, la red se apoyaba en lo que el cuadrado esconde. Esto se llama **sensibilidad a la oclusión** (M. D. \
                Zeiler y R. Fergus, 2014).
                """)
        try page.code("covered")
        let (reading, harmless) = (occlusion.reading, occlusion.harmlessShare)
        page.record("occlusion.harmlessShare", harmless)
        try page.figure(
            "occlusion",
            title: Bilingual(en: "Where it hurts", es: "Donde duele"),
            caption: Bilingual(
                en: """
                    Digits with the probability of their true class, and below them what is lost of it when the square is \
                    centred on each pixel. Orange: the probability falls; blue: it rises.
                    """,
                es: """
                    Dígitos con la probabilidad de su clase verdadera y, debajo, lo que se pierde de ella cuando el \
                    cuadrado está centrado en cada píxel. Naranja: la probabilidad baja; azul: sube.
                    """),
            alternative: reading,
            ImageGrid(
                occlusion.cases.map {
                    ImageGrid.Item(
                        .gray(GrayImage(width: occlusion.columns, height: occlusion.rows, bytes: $0.pixels)),
                        label: Bilingual(both: "\(plain: $0.label): \($0.probability, percent: 1)"))
                }
                    + occlusion.cases.map {
                        ImageGrid.Item(
                            .signed(GrayImage(width: occlusion.columns, height: occlusion.rows, pixels: $0.lost)))
                    }, columns: max(occlusion.cases.count, 1),
                legend: Bilingual(en: "probability lost", es: "probabilidad perdida")))
        page.prose(
            en: """
                \(reading.en) Look at *where* it hurts: often a small place at which this digit differs from its \
                neighbours. At \(harmless, percent: 0) of all places the square costs less than one percentage point.
                """,
            es: """
                \(reading.es) Fíjate en *dónde* duele: a menudo, en un lugar pequeño en el que ese dígito se distingue de \
                sus vecinos. En el \(harmless, percent: 0) de todos los lugares, el cuadrado cuesta menos de un punto \
                porcentual.
                """)
    }

    /// What was learned, and the next question.
    func close(_ page: inout Page) {
        page.prose(
            en: """
                ## What you take with you

                A trained network can be read. Its first kernels are edges and patches of light, its next ones \
                combinations of those, and what decides are pieces of strokes in their places. You can ask it in two ways: \
                what do you answer to, and what can't you do without? Reading, though, is not yet knowing. Which of its \
                parts does a network need? That takes experiments.
                """,
            es: """
                ## Lo que te llevas

                Una red entrenada se puede leer. Sus primeros núcleos son bordes y manchas de luz; los siguientes, \
                combinaciones de aquellos, y lo que decide son trozos de trazo en su lugar. Puedes preguntarle de dos \
                maneras: ¿a qué respondes? y ¿de qué no puedes prescindir? Pero leer todavía no es saber. ¿Qué partes \
                necesita de verdad una red? Para eso hacen falta experimentos.
                """)
        page.question(
            Bilingual(
                en:
                    "Covering empty paper beside a digit sometimes *raises* its probability. How can black on black matter?",
                es:
                    "Tapar el papel vacío junto a un dígito a veces *aumenta* su probabilidad. ¿Cómo puede importar negro sobre negro?"
            ),
            answer: Bilingual(
                en: """
                    The square is centred on the empty place but reaches two pixels around. It may hide the end of a stroke \
                    that made the digit resemble another one. Where it hides nothing at all, the map is exactly zero.
                    """,
                es: """
                    El cuadrado está centrado en el lugar vacío, pero alcanza dos píxeles alrededor. Puede esconder \
                    el final de un trazo que hacía que el dígito se pareciera a otro. Donde no esconde nada, el mapa \
                    vale exactamente cero.
                    """))
        page.attempt(
            "course figures inside/occlusion inside/filters --output slides",
            purpose: Bilingual(
                en: "Draws the learned kernels and the covered digits again, from stored results.",
                es:
                    "Vuelve a dibujar los núcleos aprendidos y los dígitos tapados a partir de los resultados guardados."
            ))
    }
}
