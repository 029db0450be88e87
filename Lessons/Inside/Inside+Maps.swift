import Figures
import Imaging
import Languages
import Notebook

extension Inside {
    /// The maps of the first convolution and the pooling behind it.
    func firstMaps(_ maps: Maps, on page: inout Page) throws {
        let (convolution, pooled) = (maps.layers[0], maps.layers[1])
        page.record("digit", maps.label)
        page.record("silentMaps", maps.layers.map(\.silent))
        page.prose(
            en: """
                ## The first look

                Now we show it a digit, the first of the test images, a \(plain: maps.label). Each kernel slides over it \
                and leaves a **feature map**: bright where the kernel found what it looks for, dark where ReLU has silenced \
                it. One call gives the answers of every layer.
                """,
            es: """
                ## La primera mirada

                Ahora le enseñamos un dígito, la primera imagen de prueba: un \(plain: maps.label). Cada núcleo se desliza \
                sobre él y deja un **mapa de características**: claro donde el núcleo encontró lo que busca, oscuro donde \
                ReLU lo ha hecho callar. Una sola llamada da las respuestas de todas las capas.
                """)
        try page.code("activations")
        try page.figure(
            "maps1",
            title: Bilingual(
                en: "One digit, \(convolution.maps.count) opinions",
                es: "Un dígito, \(convolution.maps.count) opiniones"),
            caption: Bilingual(
                en: """
                    The maps of the first convolution (above, \(plain: convolution.rows) × \(plain: convolution.columns)) \
                    and the same maps after pooling (below, \(plain: pooled.rows) × \(plain: pooled.columns)). Numbers are \
                    those of the kernels.
                    """,
                es: """
                    Los mapas de la primera convolución (arriba, de \(plain: convolution.rows) × \
                    \(plain: convolution.columns)) y los mismos tras la agrupación (abajo, de \(plain: pooled.rows) × \
                    \(plain: pooled.columns)). Los números son los de los núcleos.
                    """),
            alternative: Bilingual(
                en: """
                    Two grids of small maps, each showing where one kernel answers to the \(plain: maps.label). Maps \
                    without any answer: \(convolution.silent).
                    """,
                es: """
                    Dos cuadrículas de mapas pequeños; cada uno muestra dónde responde un núcleo al \
                    \(plain: maps.label). Mapas sin respuesta alguna: \(convolution.silent).
                    """),
            Self.both(convolution, pooled))
        page.prose(
            en: """
                Compare the maps with their kernels. Look for one that traces only the upper rims of the strokes, one \
                that traces only the left ones, one that fills them, one that answers to the empty paper beside them. \
                Maps that say nothing at all of this digit: \(convolution.silent). Pooling has made every map a \
                quarter as large, and it has hardly become harder to read.
                """,
            es: """
                Compara los mapas con sus núcleos. Busca uno que siga solo los bordes superiores de los trazos, otro \
                que siga solo los izquierdos, otro que los rellene y otro que responda al papel vacío de al lado. \
                Mapas que no dicen nada de este dígito: \(convolution.silent). La agrupación ha reducido cada mapa a \
                una cuarta parte, y apenas cuesta más leerlo.
                """)
    }

    /// The maps of the second convolution and the pooling behind it.
    func secondMaps(_ maps: Maps, on page: inout Page) throws {
        let (convolution, pooled) = (maps.layers[2], maps.layers[3])
        let (quiet, before) = (convolution.quietShare, maps.layers[0].quietShare)
        page.record("quietShare", [before, quiet])
        page.prose(
            en: """
                ## The second look

                A kernel of the second convolution looks at all \(maps.layers[1].maps.count) pooled maps at once. It can \
                ask for combinations: an upper rim here *and* a right one beside it, which together make a corner. So its \
                maps are harder to put a name to.
                """,
            es: """
                ## La segunda mirada

                Un núcleo de la segunda convolución mira a la vez los \(maps.layers[1].maps.count) mapas agrupados. Puede \
                pedir combinaciones: un borde superior aquí *y* uno derecho al lado, que juntos forman una esquina. Por eso \
                cuesta más ponerles nombre a sus mapas.
                """)
        try page.figure(
            "maps2",
            title: Bilingual(en: "Combinations of what was found before", es: "Combinaciones de lo hallado antes"),
            caption: Bilingual(
                en: """
                    The \(convolution.maps.count) maps of the second convolution (above, \(plain: convolution.rows) × \
                    \(plain: convolution.columns)) and after pooling (below, \(plain: pooled.rows) × \
                    \(plain: pooled.columns)).
                    """,
                es: """
                    Los \(convolution.maps.count) mapas de la segunda convolución (arriba, de \(plain: convolution.rows) × \
                    \(plain: convolution.columns)) y tras la agrupación (abajo, de \(plain: pooled.rows) × \
                    \(plain: pooled.columns)).
                    """),
            alternative: Bilingual(
                en: """
                    Two grids of coarse maps; \(quiet, percent: 0) of the values above are zero. Maps without any \
                    answer: \(convolution.silent).
                    """,
                es: """
                    Dos cuadrículas de mapas toscos; el \(quiet, percent: 0) de los valores de arriba es cero. Mapas sin \
                    respuesta alguna: \(convolution.silent).
                    """),
            Self.both(convolution, pooled))
        page.prose(
            en: """
                Of all the numbers that the second convolution gave, \(quiet, percent: 0) are exactly zero; of those that \
                the first one gave, \(before, percent: 0). That is ReLU's doing, and it is a virtue: a detector that stays \
                silent says something too, namely that its pattern is not there.
                """,
            es: """
                De todos los números que dio la segunda convolución, el \(quiet, percent: 0) es exactamente cero; de los \
                que dio la primera, el \(before, percent: 0). Es obra de ReLU, y es una virtud: un detector que calla \
                también dice algo, a saber, que su patrón no está.
                """)
    }

    /// A convolution's maps over those of the pooling behind it, each on its own scale.
    private static func both(_ convolution: Maps.LayerMaps, _ pooled: Maps.LayerMaps) -> Composition {
        func grid(_ layer: Maps.LayerMaps, numbered: Bool) -> ImageGrid {
            ImageGrid(
                layer.maps.indices.map {
                    ImageGrid.Item(
                        .magnitude(layer.image($0)), label: numbered ? Bilingual(both: "\(plain: $0 + 1)") : nil)
                }, columns: 16, legend: Bilingual(en: "answer", es: "respuesta"), breadth: .wide)
        }
        return Composition(
            .stack,
            [
                .init(
                    grid(convolution, numbered: true),
                    heading: Bilingual(en: "after the convolution", es: "tras la convolución")),
                .init(
                    grid(pooled, numbered: false), heading: Bilingual(en: "after pooling", es: "tras la agrupación")),
            ], breadth: .wide)
    }

    /// The same map for ten digits.
    func oneMap(_ maps: Maps, on page: inout Page) throws {
        let side = maps.layers[0]
        page.record("followedMap", maps.followed + 1)
        page.prose(
            en: """
                ## One detector, ten digits

                Turn the question round. Take a single kernel, number \(plain: maps.followed + 1), which has the most to \
                say, and show it all ten digits. The same pattern lights up wherever it occurs, in whatever digit: that is \
                what **weight sharing** means. The network has no kernel for the 7; it has kernels for pieces, of which \
                digits are made.
                """,
            es: """
                ## Un detector, diez dígitos

                Demos la vuelta a la pregunta. Toma un solo núcleo, el número \(plain: maps.followed + 1), el que más tiene \
                que decir, y enséñale los diez dígitos. El mismo patrón se enciende dondequiera que aparezca, en el dígito \
                que sea: eso significa **compartir pesos**. La red no tiene un núcleo para el 7; tiene núcleos para trozos, \
                y de trozos se hacen los dígitos.
                """)
        try page.figure(
            "onemap",
            title: Bilingual(en: "The same question to every digit", es: "La misma pregunta a cada dígito"),
            caption: Bilingual(
                en: "The first test image of each class, and the map of kernel \(plain: maps.followed + 1) below it.",
                es:
                    "La primera imagen de prueba de cada clase y, debajo, el mapa del núcleo \(plain: maps.followed + 1)."
            ),
            alternative: Bilingual(
                en: "Ten digits above, ten maps below; in each map the same kind of places are bright.",
                es: "Diez dígitos arriba y diez mapas abajo; en cada mapa se iluminan los mismos tipos de lugar."),
            ImageGrid(
                maps.answers.map {
                    ImageGrid.Item(
                        .gray(GrayImage(width: maps.columns, height: maps.rows, bytes: $0.pixels)),
                        label: Bilingual(both: "\(plain: $0.label)"))
                }
                    + maps.answers.map {
                        ImageGrid.Item(
                            .magnitude(GrayImage(width: side.columns, height: side.rows, pixels: $0.map)))
                    }, columns: max(maps.answers.count, 1), legend: Bilingual(en: "answer", es: "respuesta")))
    }
}
