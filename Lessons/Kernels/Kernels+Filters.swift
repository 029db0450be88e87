import Figures
import Imaging
import Languages
import Notebook

extension Kernels {
    /// Five kernels and what each does to the picture.
    func gallery(of gray: GrayImage, on page: inout Page) throws {
        page.prose(
            en: """
                ## Other weights, other pictures

                The mechanics never change; the weights decide everything. Here are five sets of them, from the one \
                that does nothing to the one that makes a picture crisp.
                """,
            es: """
                ## Otros pesos, otras imágenes

                La mecánica no cambia nunca; los pesos lo deciden todo. Estos son cinco juegos, desde el que no hace \
                nada hasta el que afila la imagen.
                """)
        // snippet.filters
        let identity = gray.correlated(with: .identity, border: .replicate)
        let sum = gray.correlated(with: .boxSum, border: .replicate)
        let blur = gray.correlated(with: .boxBlur, border: .replicate)
        let gaussian = gray.correlated(with: .gaussian5, border: .replicate)
        let sharp = gray.correlated(with: .sharpen, border: .replicate)
        // snippet.end
        try page.code("filters")
        try page.figure(
            "identity",
            title: Bilingual(en: "Identity: nothing happens", es: "Identidad: no ocurre nada"),
            caption: Bilingual(
                en: "One in the middle, zeros around it: each pixel is copied.",
                es: "Un uno en el centro y ceros alrededor: cada píxel se copia."),
            alternative: before(after: Bilingual(en: "they are equal", es: "son iguales")),
            BeforeAfter(.gray(gray), .identity, .gray(identity)))
        let white = Double(sum.pixels.count { $0 > 255 }) / Double(sum.pixels.count)
        page.record("boxsum.white", white)
        try page.figure(
            "boxsum",
            title: Bilingual(en: "Nine ones: the sum of the neighbourhood", es: "Nueve unos: la suma del vecindario"),
            caption: Bilingual(
                en: """
                    Every pixel counts as much as the main one, and the sum overflows: \(white, percent: 0) of the \
                    values pass 255, and a screen shows them white. Below, the same sums on a scale that reaches to \
                    nine times 255: the picture is still there, but its edges are soft.
                    """,
                es: """
                    Cada píxel cuenta tanto como el principal y la suma se desborda: el \(white, percent: 0) de los \
                    valores supera 255 y una pantalla los muestra blancos. Debajo, las mismas sumas en una escala que \
                    llega a nueve veces 255: la imagen sigue ahí, pero sus bordes son blandos.
                    """),
            alternative: before(
                after: Bilingual(
                    en: "clipped at 255 it is almost white, rescaled it is blurred",
                    es: "recortada en 255 es casi blanca; reescalada, está desenfocada")),
            BeforeAfter([
                .init(
                    before: .gray(gray), kernel: .boxSum, after: .gray(sum),
                    afterCaption: Bilingual(en: "clipped at 255", es: "recortada en 255")),
                .init(
                    before: .gray(gray), kernel: .boxSum, after: .gray(sum, from: 0, to: 9 * 255),
                    afterCaption: Bilingual(en: "rescaled", es: "reescalada")),
            ]))
        try page.figure(
            "blur",
            title: Bilingual(en: "Nine ninths: the average", es: "Nueve novenos: el promedio"),
            caption: Bilingual(
                en: """
                    Dividing by nine turns the sum into a mean. Brightness is back to what it was, and every edge \
                    is spread over three pixels: a **box blur**.
                    """,
                es: """
                    Dividir entre nueve convierte la suma en una media. El brillo vuelve a ser el de antes y cada \
                    borde se reparte entre tres píxeles: es un **desenfoque de caja**.
                    """),
            alternative: before(after: Bilingual(en: "it is slightly blurred", es: "está ligeramente desenfocada")),
            BeforeAfter(.gray(gray), .boxBlur, .gray(blur)))
        try page.figure(
            "gaussian",
            title: Bilingual(en: "A bell of five by five", es: "Una campana de cinco por cinco"),
            caption: Bilingual(
                en: """
                    A **Gaussian** kernel gives near pixels more say than far ones. It blurs more smoothly than a \
                    box, and is the first step of most edge detectors: what it removes is noise.
                    """,
                es: """
                    Un núcleo **gaussiano** da más voz a los píxeles cercanos que a los lejanos. Desenfoca con más \
                    suavidad que una caja y es el primer paso de casi todos los detectores de bordes: lo que \
                    elimina es ruido.
                    """),
            alternative: before(after: Bilingual(en: "it is softly blurred", es: "tiene un desenfoque suave")),
            BeforeAfter(.gray(gray), .gaussian5, .gray(gaussian)))
        try page.figure(
            "sharpen",
            title: Bilingual(en: "Sharpen: exaggerate the difference", es: "Enfocar: exagerar la diferencia"),
            caption: Bilingual(
                en: """
                    Five times the pixel minus its four direct neighbours. Where all are equal, five minus four \
                    leaves the pixel as it is; where they differ, the difference grows.
                    """,
                es: """
                    Cinco veces el píxel menos sus cuatro vecinos directos. Donde todos son iguales, cinco menos \
                    cuatro deja el píxel como estaba; donde difieren, la diferencia crece.
                    """),
            alternative: before(after: Bilingual(en: "its edges are crisper", es: "sus bordes son más nítidos")),
            BeforeAfter(.gray(gray), .sharpen, .gray(sharp)))
        page.prose(
            en: """
                One rule helps to read a kernel at a glance: **add up its weights**. If the sum is one, as with \
                identity, blur and sharpen, even areas keep their brightness. If it is nine, they become nine times \
                as bright. And if it is zero, they turn black, and only differences survive. That case is the next \
                lesson.
                """,
            es: """
                Hay una regla para leer un núcleo de un vistazo: **suma sus pesos**. Si la suma es uno, como en la \
                identidad, el desenfoque y el enfoque, las zonas uniformes conservan su brillo. Si es nueve, brillan \
                nueve veces más. Y si es cero, se vuelven negras y solo sobreviven las diferencias. Ese caso es la \
                próxima lección.
                """)
    }

    private func before(after change: Bilingual) -> Bilingual {
        Bilingual(
            en: "The grey picture, the kernel as a matrix, and the picture after it: \(change.en).",
            es: "La imagen gris, el núcleo como matriz y la imagen resultante: \(change.es).")
    }

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
                    A window of the house under a wide blur of nine by nine, to make the rules easy to tell apart. *Valid* loses four pixels on each side, *zero* draws a dark rim that was never there, \
                    *replicate* and *reflect* look natural.
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

    /// What was learned, and the next question.
    func close(_ page: inout Page) {
        page.prose(
            en: """
                ## What you take with you

                Lay the kernel on, multiply, add, move on: that is all a filter does. The weights decide whether it \
                copies, blurs or sharpens; padding and stride decide how large the result is. In the next lesson \
                the weights will add up to zero, and edges light up.
                """,
            es: """
                ## Lo que te llevas

                Apoyar el núcleo, multiplicar, sumar, avanzar: eso es todo lo que hace un filtro. Los pesos deciden \
                si copia, desenfoca o afila; el relleno y el paso deciden el tamaño del resultado. En la próxima \
                lección los pesos sumarán cero y los bordes se encenderán.
                """)
        page.question(
            Bilingual(
                en: "Which kernel moves the whole picture one pixel to the right?",
                es: "¿Qué núcleo desplaza toda la imagen un píxel a la derecha?"),
            answer: Bilingual(
                en: """
                    The one with a single one left of the centre, `0 0 0 / 1 0 0 / 0 0 0`: every pixel takes the \
                    value of its left neighbour. Under *convolution* the one would have to stand on the right.
                    """,
                es: """
                    El que tiene un único uno a la izquierda del centro, `0 0 0 / 1 0 0 / 0 0 0`: cada píxel toma el \
                    valor de su vecino izquierdo. Con una *convolución*, el uno tendría que estar a la derecha.
                    """))
        page.attempt(
            "course lesson kernels --lang en",
            purpose: Bilingual(
                en: "writes this lesson alone, and touches no other",
                es: "escribe solo esta lección y no toca ninguna otra"))
    }
}
