import Figures
import Imaging
import Languages
import Notebook

extension Pooling {
    /// Pooled once, twice, three times.
    func shrink(_ gray: GrayImage, on page: inout Page) throws {
        // snippet.shrink
        let edges = gray.correlated(with: .laplacian8, border: .replicate).rectified()
        let once = edges.maxPooled(window: 2, stride: 2)
        let twice = once.maxPooled(window: 2, stride: 2)
        let thrice = twice.maxPooled(window: 2, stride: 2)
        // snippet.end
        page.prose(
            en: """
                ## Smaller and smaller

                Pool again, and again. Each time three quarters of the numbers go, and still the outlines can be \
                recognised: it is the strongest answers that stay.
                """,
            es: """
                ## Cada vez más pequeña

                Agrupa otra vez, y otra. En cada ocasión desaparecen tres cuartas partes de los números y, aun así, \
                los contornos se reconocen: lo que queda son las respuestas más fuertes.
                """)
        try page.code("shrink")
        let maps = [edges, once, twice, thrice]
        page.record("shrink.sizes", maps.map { [$0.height, $0.width] })
        try page.figure(
            "shrink",
            title: Bilingual(
                en: "A quarter, a sixteenth, a sixty-fourth", es: "Un cuarto, un dieciseisavo, un sesentaicuatroavo"),
            caption: Bilingual(
                en: "The edge map after no, one, two and three poolings, drawn to the same scale.",
                es: "El mapa de bordes sin agrupar y tras una, dos y tres agrupaciones, a la misma escala."),
            alternative: Bilingual(
                en: "An edge map and three ever smaller versions of it; the outlines stay recognisable.",
                es: "Un mapa de bordes y tres versiones cada vez menores; los contornos siguen reconociéndose."),
            Pictures(
                maps.map { map in
                    .init(.gray(map.clipped()), caption: Bilingual(both: "\(plain: map.height) × \(plain: map.width)"))
                }, toScale: true))
    }

    /// A map unrolled into a vector.
    func flatten(_ gray: GrayImage, on page: inout Page) throws {
        // snippet.flatten
        let map = GrayImage(rows: [[1, 3, 2], [4, 8, 0], [7, 2, 9]])
        let vector = map.rows.flatMap { $0 }
        // snippet.end
        page.prose(
            en: """
                ## From a map to a list

                At the end a network wants no picture, it wants a list of facts: this pattern here, that one there. \
                **Flattening** reads the map row by row and writes its values into one long vector. Nothing is \
                computed and nothing is lost but the arrangement.
                """,
            es: """
                ## Del mapa a la lista

                Al final, una red no quiere una imagen: quiere una lista de hechos, este patrón aquí, aquel allá. \
                **Aplanar** (*flatten*) es leer el mapa fila a fila y escribir sus valores en un único vector largo. \
                No se calcula nada y solo se pierde la disposición.
                """)
        try page.code("flatten")
        page.output(vector.map { String(Int($0)) }.joined(separator: " "))
        try page.figure(
            "flatten",
            title: Bilingual(en: "Row by row into one vector", es: "Fila a fila hasta formar un vector"),
            caption: Bilingual(
                en: "A map of three by three becomes a vector of nine.",
                es: "Un mapa de tres por tres se convierte en un vector de nueve."),
            alternative: Bilingual(
                en: "A three by three grid unrolled row by row into a strip of nine cells.",
                es: "Una cuadrícula de tres por tres desenrollada fila a fila en una tira de nueve celdas."),
            FlattenDiagram(map))
    }

    /// Five steps from a colour picture to a small map.
    func pipeline(_ scene: ColorImage, on page: inout Page) throws {
        // snippet.pipeline
        let small = scene.gray.resized(width: scene.width / 4, height: scene.height / 4)
        let convolved = small.correlated(with: .sobelX, border: .valid)
        let activated = convolved.rectified()
        let pooled = activated.maxPooled(window: 2, stride: 2)
        // snippet.end
        page.prose(
            en: """
                ## The whole walk

                Put the pieces in a row and you have what the first block of a convolutional network does to a \
                picture: make it grey and small, convolve, rectify, pool.
                """,
            es: """
                ## El recorrido completo

                Pon las piezas en fila y tienes lo que hace con una imagen el primer bloque de una red \
                convolucional: pasarla a gris y reducirla, convolucionar, rectificar, agrupar.
                """)
        try page.code("pipeline")
        let strong = convolved.strongValue
        let sizes =
            [[scene.height, scene.width, 3]] + [small, convolved, activated, pooled].map { [$0.height, $0.width] }
        page.record("pipeline.sizes", sizes)
        @Sendable func size(_ image: GrayImage) -> Phrase { "\(plain: image.height) × \(plain: image.width)" }
        try page.figure(
            "pipeline",
            title: Bilingual(en: "Five stations of one picture", es: "Cinco estaciones de una imagen"),
            caption: Bilingual(
                en: """
                    Original, grey and reduced, convolved with Sobel x, rectified, pooled. The numbers below each \
                    station are its rows and columns.
                    """,
                es: """
                    Original, gris y reducida, convolucionada con Sobel x, rectificada y agrupada. Los números bajo \
                    cada estación son sus filas y columnas.
                    """),
            alternative: Bilingual(
                en: "Five pictures from left to right: original, grey, convolved, rectified, pooled, with their sizes.",
                es:
                    "Cinco imágenes de izquierda a derecha: original, gris, convolucionada, rectificada y agrupada, con su tamaño."
            ),
            Pictures(
                [
                    .init(
                        .color(scene),
                        caption: Bilingual(
                            en: "original\n\(plain: scene.height) × \(plain: scene.width) × 3",
                            es: "original\n\(plain: scene.height) × \(plain: scene.width) × 3")),
                    .init(
                        .gray(small),
                        caption: Bilingual(en: "grey, reduced\n\(size(small))", es: "gris, reducida\n\(size(small))")),
                    .init(
                        .signed(convolved, limit: strong),
                        caption: Bilingual(en: "convolution\n\(size(convolved))", es: "convolución\n\(size(convolved))")
                    ),
                    .init(.signed(activated, limit: strong), caption: Bilingual(both: "ReLU\n\(size(activated))")),
                    .init(
                        .signed(pooled, limit: strong),
                        caption: Bilingual(en: "pooling\n\(size(pooled))", es: "agrupación\n\(size(pooled))")),
                ], columns: 5, arrows: true, breadth: .wide))
    }

    /// What was learned, and the next question.
    func close(_ page: inout Page) {
        page.prose(
            en: """
                ## What you take with you

                ReLU keeps what was found and silences the opposite. Pooling keeps the strongest answer of each \
                neighbourhood and makes the map smaller. Flattening turns the map into a list. With that, all parts \
                of a convolutional network are on the table but one: who chooses the weights? The network itself does, \
                and the next lesson shows how.
                """,
            es: """
                ## Lo que te llevas

                ReLU conserva lo encontrado y silencia lo contrario. La agrupación conserva la respuesta más fuerte \
                de cada vecindario y encoge el mapa. Aplanar convierte el mapa en una lista. Con eso están sobre la \
                mesa todas las piezas de una red convolucional menos una: ¿quién elige los pesos? Los elige la propia \
                red, y la próxima lección enseña cómo.
                """)
        page.question(
            Bilingual(
                en: "A pattern moves one pixel to the right. Does the pooled map change?",
                es: "Un patrón se desplaza un píxel a la derecha. ¿Cambia el mapa agrupado?"),
            answer: Bilingual(
                en: """
                    It depends on where it stood. Within its window the move is invisible; across the rim of the \
                    window the answer moves to the next cell. Pooling gives a little tolerance to shifts, no more.
                    """,
                es: """
                    Depende de dónde estuviera. Dentro de su ventana, el movimiento no se nota; si cruza el límite, \
                    la respuesta pasa a la celda siguiente. La agrupación da una pequeña tolerancia a los \
                    desplazamientos, nada más.
                    """))
        page.attempt(
            "course figures pooling/pipeline --dpi 300 --output slides",
            purpose: Bilingual(
                en: "Draws the whole walk for a slide.",
                es: "Dibuja el recorrido completo para una diapositiva."))
    }
}
