import Figures
import Imaging
import Languages
import Notebook

extension Gradients {
    /// Canny's five steps, and the choice of thresholds.
    func canny(_ gray: GrayImage, on page: inout Page) throws {
        page.prose(
            en: """
                ## Canny: thin, clean, connected

                Sobel's edges are thick, and noise leaves specks everywhere. In 1986 John Canny added what was \
                missing. **Smooth** with a Gaussian, so that noise goes. Take the **gradient**. **Thin**: keep a \
                pixel only if no neighbour along its arrow is stronger (non-maximum suppression). Apply **two \
                thresholds**: above the high one a pixel is surely an edge, below the low one surely not. And for \
                those in between, **hysteresis**: they stay if they hang on to a sure one.
                """,
            es: """
                ## Canny: finos, limpios, conectados

                Los bordes de Sobel son gruesos y el ruido deja motas por todas partes. En 1986 John Canny añadió lo \
                que faltaba. **Suavizar** con una gaussiana para quitar el ruido. Calcular el **gradiente**. \
                **Adelgazar**: un píxel se queda solo si ningún vecino en la dirección de su flecha es más fuerte \
                (supresión de no máximos). Aplicar **dos umbrales**: por encima del alto, el píxel es borde seguro; \
                por debajo del bajo, seguro que no. Y para los intermedios, **histéresis**: se quedan si están \
                unidos a uno seguro.
                """)
        // snippet.canny
        let edges = Canny(of: gray, low: 40, high: 110)
        // snippet.end
        try page.code("canny")
        let kept = Double(edges.edges.pixels.count { $0 > 0 }) / Double(edges.edges.pixels.count)
        page.record("canny.edgeShare", kept)
        try page.figure(
            "canny",
            title: Bilingual(en: "Five steps to a line drawing", es: "Cinco pasos hasta un dibujo de línea"),
            caption: Bilingual(
                en: "From the smoothed picture to lines one pixel wide; \(kept, percent: 1) of the pixels remain.",
                es: "De la imagen suavizada a líneas de un píxel de ancho; queda el \(kept, percent: 1) de los píxeles."
            ),
            alternative: Bilingual(
                en: "Five pictures: smoothed, gradient, thinned, two thresholds, and the final thin edges.",
                es: "Cinco imágenes: suavizada, gradiente, adelgazada, dos umbrales y los bordes finos finales."),
            Pictures(
                [
                    .init(.gray(edges.smoothed), caption: Bilingual(en: "1. smoothed", es: "1. suavizada")),
                    .init(
                        .magnitude(edges.gradient.magnitude), caption: Bilingual(en: "2. gradient", es: "2. gradiente")),
                    .init(.magnitude(edges.thinned), caption: Bilingual(en: "3. thinned", es: "3. adelgazada")),
                    .init(
                        .gray(edges.classified),
                        caption: Bilingual(en: "4. weak and strong", es: "4. débiles y fuertes")),
                    .init(.gray(edges.edges), caption: Bilingual(en: "5. hysteresis", es: "5. histéresis")),
                ], columns: 3))
        // snippet.thresholds
        let pairs: [(low: Float, high: Float)] = [(10, 30), (40, 110), (120, 300)]
        let drawings = pairs.map { Canny(of: gray, low: $0.low, high: $0.high).edges }
        // snippet.end
        page.prose(
            en:
                "How many lines remain is a choice. Low thresholds keep grass and texture; high ones keep outlines only.",
            es: """
                Cuántas líneas quedan es una elección. Unos umbrales bajos conservan la hierba y la textura; unos \
                altos, solo los contornos.
                """)
        try page.code("thresholds")
        try page.figure(
            "thresholds",
            title: Bilingual(en: "Three pairs of thresholds", es: "Tres pares de umbrales"),
            caption: Bilingual(
                en:
                    "The same picture with low, middle and high thresholds. None is right; it depends on what you look for.",
                es:
                    "La misma imagen con umbrales bajos, medios y altos. Ninguno es el correcto: depende de qué busques."
            ),
            alternative: Bilingual(
                en: "Three line drawings of the picture, from crowded to sparse.",
                es: "Tres dibujos de línea de la imagen, del más cargado al más escueto."),
            Pictures(
                zip(drawings, pairs).map { drawing, pair in
                    .init(.gray(drawing), caption: Bilingual(both: "\(Int(pair.low)) / \(Int(pair.high))"))
                }))
    }

    /// What was learned, and the next question.
    func close(_ page: inout Page) {
        page.prose(
            en: """
                ## What you take with you

                Two kernels give two numbers, the two numbers an arrow, and the arrow a strength and a direction. So \
                far we chose every weight ourselves. Before a network may choose them, it needs two more tools: one \
                that throws negative answers away, and one that makes pictures smaller. They come next.
                """,
            es: """
                ## Lo que te llevas

                Dos núcleos dan dos números; los dos números, una flecha, y la flecha, una fuerza y una dirección. \
                Hasta aquí hemos elegido nosotros todos los pesos. Antes de que los elija una red, le hacen falta dos \
                herramientas más: una que descarta las respuestas negativas y otra que encoge las imágenes. Vienen \
                a continuación.
                """)
        page.question(
            Bilingual(
                en:
                    "An arrow points exactly to the left. What are its two components like, and what does arctan make of it?",
                es:
                    "Una flecha apunta exactamente a la izquierda. ¿Cómo son sus componentes y qué hace arctan con ella?"
            ),
            answer: Bilingual(
                en: """
                    The first is negative, the second zero. Their quotient is zero, so arctan answers 0 degrees: \
                    right instead of left. `atan2` sees the minus sign and answers 180 degrees.
                    """,
                es: """
                    La primera es negativa y la segunda, cero. Su cociente es cero, así que arctan responde 0 grados: \
                    derecha en vez de izquierda. `atan2` ve el signo menos y responde 180 grados.
                    """))
        page.attempt(
            "course figures 'gradients/*' --output slides",
            purpose: Bilingual(
                en: "Draws every figure of this lesson into a folder.",
                es: "Dibuja todas las figuras de esta lección en una carpeta."))
    }
}
