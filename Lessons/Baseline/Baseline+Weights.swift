import Figures
import Imaging
import Languages
import Notebook

extension Baseline {
    /// What hidden units look for.
    func weights(_ hidden: HiddenUnits, on page: inout Page) throws {
        let pixels = hidden.rows * hidden.columns
        let maps = hidden.weights.map { GrayImage(width: hidden.columns, height: hidden.rows, pixels: $0) }
        let limit = maps.map(\.strongValue).max()
        page.record("untouchedPixels", hidden.untouched)
        page.prose(
            en: """
                ## What a hidden unit looks for

                Each hidden unit has 784 incoming weights, one for each pixel, so they can be put back where the pixels \
                were and seen as a picture. Orange says “ink here speaks for me”, blue says “ink here speaks against \
                me”.
                """,
            es: """
                ## Qué busca una unidad oculta

                Cada unidad oculta tiene 784 pesos de entrada, uno por píxel, así que se pueden devolver al lugar de \
                los píxeles y verlos como una imagen. El naranja dice «la tinta aquí habla a mi favor»; el azul, «la \
                tinta aquí habla en mi contra».
                """)
        try page.figure(
            "weights",
            title: Bilingual(
                en: "Blots or strokes?", es: "¿Manchas o trazos?"),
            caption: Bilingual(
                en: """
                    The incoming weights of the first \(maps.count) hidden units on one scale; the strongest hundredth \
                    shares the deepest colour. See how many look like part of a digit. The fine, even noise along the \
                    borders is what was there before the training.
                    """,
                es: """
                    Los pesos de entrada de las primeras \(maps.count) unidades ocultas en una misma escala; la \
                    centésima parte más fuerte comparte el color más intenso. Mira cuántas parecen un trozo de dígito. El \
                    ruido fino y regular de los bordes es lo que había antes de entrenar.
                    """),
            alternative: Bilingual(
                en: "\(maps.count) small signed maps: strong weights in the middle, faint noise towards the borders.",
                es: """
                    \(maps.count) pequeños mapas con signo: pesos fuertes en el centro, ruido tenue hacia los bordes.
                    """),
            ImageGrid(
                maps.map { .init(.signed($0, limit: limit)) }, columns: 8, legend: Bilingual(en: "weight", es: "peso")))
        try page.code("untouched")
        page.output("\(hidden.untouched) of \(pixels) pixels")
        page.prose(
            en: """
                Why the noise? A weight changes in proportion to its input, and some pixels are black in every image \
                learned from: zero in, no change. The listing compares the trained weights with those that the dice \
                gave at the start. For \(hidden.untouched) of \(pixels) pixels all \(hidden.units) weights are still \
                the same, to the last bit.
                """,
            es: """
                ¿Por qué ese ruido? Un peso cambia en proporción a su entrada, y algunos píxeles son negros en todas \
                las imágenes de las que se aprende: si entra un cero, nada cambia. El código compara los pesos \
                entrenados con los que dieron los dados al principio. En \(hidden.untouched) de \(pixels) píxeles, los \
                \(hidden.units) pesos siguen siendo los mismos hasta el último bit.
                """)
    }
}
