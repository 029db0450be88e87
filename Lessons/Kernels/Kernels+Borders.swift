import Figures
import Imaging
import Languages
import Notebook

extension Kernels {
    /// Four answers to the question of what lies outside the picture.
    func borders(of gray: GrayImage, on page: inout Page) throws {
        page.prose(
            en: """
                ## What lies outside the picture?

                Skipping the outermost ring (**valid**) is the honest answer: nothing is invented. But the result \
                is smaller, and after many layers little would be left. So one often invents pixels: black ones \
                (**zero**), copies of the nearest pixel (**replicate**), or the picture seen in a mirror that \
                stands at its rim (**reflect**).
                """,
            es: """
                ## ¿Qué hay fuera de la imagen?

                Saltarse el anillo exterior (**valid**) es la respuesta honrada: no se inventa nada. Pero el \
                resultado es más pequeño y, tras muchas capas, quedaría muy poco. Por eso a menudo se inventan \
                píxeles: negros (**zero**), copias del píxel más cercano (**replicate**) o la imagen vista en un \
                espejo colocado en su orilla (**reflect**).
                """)
        // snippet.borders
        let detail = gray.cropped(row: 176, column: 56, width: 60, height: 44)
        let wide = Kernel(id: "mean-9", rows: 9, columns: 9, weights: Array(repeating: 1 / 81, count: 81))
        let results = Border.allCases.map { detail.correlated(with: wide, border: $0) }
        // snippet.end
        try page.code("borders")
        let captions = Border.allCases.map { Bilingual(both: Phrase($0.rawValue)) }
        let sizes = results.map { "\($0.height) x \($0.width)" }
        page.record("borders.sizes", sizes)
        try page.figure(
            "borders",
            title: Bilingual(en: "Four rules for the border", es: "Cuatro reglas para el borde"),
            caption: Bilingual(
                en: """
                    A window of the house under a wide blur of nine by nine, to make the rules easy to tell apart. \
                    *Valid* loses four pixels on each side, *zero* draws a dark rim that was never there, *replicate* \
                    and *reflect* look natural.
                    """,
                es: """
                    Una ventana de la casa con un desenfoque ancho, de nueve por nueve, para que las reglas se \
                    distingan bien. *Valid* pierde cuatro píxeles por lado, *zero* dibuja una orilla \
                    oscura que nunca existió, y *replicate* y *reflect* parecen naturales.
                    """),
            alternative: Bilingual(
                en: "The same detail blurred under the four border rules; only zero darkens the rim, valid is smaller.",
                es: """
                    El mismo detalle desenfocado con las cuatro reglas de borde; solo zero oscurece la orilla y \
                    valid es más pequeña.
                    """),
            Pictures(zip(results, captions).map { .init(.gray($0), caption: $1) }, toScale: true))
    }

    /// Correlation and convolution differ by a flipped kernel.
    func flip(_ gray: GrayImage, on page: inout Page) throws {
        page.prose(
            en: """
                ## A word about the word

                In mathematics, what we have done so far is called **cross-correlation**. A **convolution** first \
                turns the kernel by half a turn, so that its last weight comes first:

                $$ (X * K)_{r,c} = \\sum_{i=-1}^{1} \\sum_{j=-1}^{1} K_{i,j} \\cdot X_{r-i,\\,c-j} $$

                For a kernel that looks the same after half a turn there is no difference, and all kernels above \
                are of that kind. For one that is not symmetric, the two results differ. Neural networks compute \
                the correlation and call it convolution. It costs them nothing: they *learn* their kernels, and \
                would simply learn the turned ones. This course follows them in both.
                """,
            es: """
                ## Una palabra sobre la palabra

                En matemáticas, lo que hemos hecho hasta ahora se llama **correlación cruzada**. Una **convolución** \
                gira antes el núcleo media vuelta, de modo que su último peso pasa a ser el primero:

                $$ (X * K)_{r,c} = \\sum_{i=-1}^{1} \\sum_{j=-1}^{1} K_{i,j} \\cdot X_{r-i,\\,c-j} $$

                Si el núcleo no cambia al girarlo media vuelta, no hay diferencia, y todos los anteriores son de \
                esa clase. Si no es simétrico, los dos resultados difieren. Las redes neuronales calculan la \
                correlación y la llaman convolución. No les cuesta nada: sus núcleos los *aprenden*, y \
                sencillamente aprenderían los girados. Este curso las imita en ambas cosas.
                """)
        // snippet.flip
        let correlation = gray.correlated(with: .emboss, border: .replicate)
        let convolution = gray.convolved(with: .emboss, border: .replicate)
        // snippet.end
        try page.code("flip")
        let largest = zip(correlation.pixels, convolution.pixels).map { abs($0 - $1) }.max() ?? 0
        page.record("flip.largestDifference", Int(largest))
        try page.figure(
            "flip",
            title: Bilingual(
                en: "The same kernel, laid on and turned", es: "El mismo núcleo, tal cual y girado"),
            caption: Bilingual(
                en: """
                    Above, correlation: light seems to fall from one side. Below, convolution: the kernel is turned \
                    by half a turn, and the light falls from the other. The two differ by up to \(Int(largest)) levels.
                    """,
                es: """
                    Arriba, correlación: la luz parece venir de un lado. Abajo, convolución: el núcleo está girado \
                    media vuelta y la luz viene del otro. Ambas difieren hasta en \(Int(largest)) niveles.
                    """),
            alternative: Bilingual(
                en: "An embossed picture by correlation and by convolution; the relief seems lit from opposite sides.",
                es: """
                    La imagen en relieve por correlación y por convolución; el relieve parece iluminado desde lados \
                    opuestos.
                    """),
            BeforeAfter([
                .init(
                    before: .gray(gray), kernel: .emboss, after: .gray(correlation),
                    afterCaption: Bilingual(en: "correlation", es: "correlación")),
                .init(
                    before: .gray(gray), kernel: Kernel.emboss.flipped, after: .gray(convolution),
                    afterCaption: Bilingual(en: "convolution", es: "convolución")),
            ]))
    }
}
