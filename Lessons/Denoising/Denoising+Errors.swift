import Figures
import Imaging
import Languages
import Notebook

extension Denoising {
    /// The error of every test image: table and histogram.
    func errors(_ cleaning: Cleaning, on page: inout Page) throws {
        let (before, after) = (cleaning.before, cleaning.after)
        page.record("errorBefore", before)
        page.record("errorAfter", after)
        page.record("errorHistogram", cleaning.errorHistogram)
        page.prose(
            en: """
                ## How clean is clean?

                The eye is easily pleased, so let us measure. Every test image is spoiled and cleaned.
                """,
            es: """
                ## ¿Qué quiere decir limpio?

                El ojo se conforma con poco, así que midamos. Cada imagen de prueba se estropea y se limpia.
                """)
        try page.code("clean")
        page.prose(
            en: """
                The **mean squared error** (MSE) of a picture is the mean of its squared differences from the original, \
                black 0 and white 1.

                $$ \\mathrm{MSE} = \\frac{1}{n} \\sum_{i=1}^{n} (x_i - \\hat{x}_i)^2 $$
                """,
            es: """
                El **error cuadrático medio** (ECM, en inglés MSE) de una imagen es la media de los cuadrados de sus \
                diferencias con la original, con el negro en 0 y el blanco en 1.

                $$ \\mathrm{ECM} = \\frac{1}{n} \\sum_{i=1}^{n} (x_i - \\hat{x}_i)^2 $$
                """)
        try page.code("mean-squared-error", from: "Imaging")
        page.prose(
            en: """
                Engineers prefer the same thing in decibels, the **peak signal-to-noise ratio** (PSNR), where $p$ is \
                the largest value that a pixel can have, here 1. Ten decibels more are a tenth of the error.

                $$ \\mathrm{PSNR} = 10 \\log_{10} \\frac{p^2}{\\mathrm{MSE}} $$
                """,
            es: """
                Los ingenieros prefieren lo mismo en decibelios, la **relación señal-ruido de pico** (PSNR), donde $p$ \
                es el mayor valor que puede tener un píxel, aquí 1. Diez decibelios más son la décima parte del error.

                $$ \\mathrm{PSNR} = 10 \\log_{10} \\frac{p^2}{\\mathrm{ECM}} $$
                """)
        try page.code("peak-signal-to-noise-ratio", from: "Imaging")
        func row(_ name: Bilingual, _ value: KeyPath<Cleaning.Spread, Double>, digits: Int) -> [Bilingual] {
            [
                name, Bilingual(both: "\(before[keyPath: value], digits: digits)"),
                Bilingual(both: "\(after[keyPath: value], digits: digits)"),
            ]
        }
        let count = cleaning.errorHistogram.reduce(0, +)
        page.table(
            caption: Bilingual(
                en: "Errors of \(count) test images, before and after",
                es: "Errores de \(count) imágenes de prueba, antes y después"),
            columns: [
                (Bilingual(en: "per image", es: "por imagen"), .leading),
                (Bilingual(en: "noisy", es: "ruidosas"), .trailing),
                (Bilingual(en: "cleaned", es: "reconstruidas"), .trailing),
            ],
            rows: [
                row(Bilingual(en: "MSE, minimum", es: "ECM, mínimo"), \.minimum, digits: 4),
                row(Bilingual(en: "MSE, maximum", es: "ECM, máximo"), \.maximum, digits: 4),
                row(Bilingual(en: "MSE, mean", es: "ECM, media"), \.mean, digits: 4),
                row(Bilingual(en: "MSE, median", es: "ECM, mediana"), \.median, digits: 4),
                row(Bilingual(en: "PSNR in dB, mean", es: "PSNR en dB, media"), \.ratio, digits: 2),
            ])
        let gain = before.mean / max(after.mean, .leastNormalMagnitude)
        page.prose(
            en: """
                On average the network divides the error by \(gain, digits: 1). Means hide the unlucky, though, so look \
                at the whole distribution.
                """,
            es: """
                De media, la red divide el error entre \(gain, digits: 1). Pero las medias esconden a los desafortunados, \
                así que mira la distribución entera.
                """)
        try page.figure(
            "mse",
            title: Bilingual(
                en: "Half of the garments come back with an error below \(after.median, digits: 4)",
                es: "La mitad de las prendas vuelve con un error menor que \(after.median, digits: 4)"),
            caption: Bilingual(
                en: "Mean squared errors of the cleaned test images in \(cleaning.errorHistogram.count) bins.",
                es: """
                    Errores cuadráticos medios de las imágenes de prueba reconstruidas, en \
                    \(cleaning.errorHistogram.count) intervalos.
                    """),
            alternative: Bilingual(
                en: """
                    A histogram of errors from \(after.minimum, digits: 4) to \(after.maximum, digits: 4) with the mean \
                    at \(after.mean, digits: 4).
                    """,
                es: """
                    Un histograma de errores de \(after.minimum, digits: 4) a \(after.maximum, digits: 4), con la media \
                    en \(after.mean, digits: 4).
                    """),
            HistogramChart([
                .init(
                    edges: (0...cleaning.errorHistogram.count).map {
                        Double($0) * after.maximum / Double(cleaning.errorHistogram.count)
                    }, counts: cleaning.errorHistogram,
                    xName: Bilingual(en: "mean squared error of an image", es: "error cuadrático medio de una imagen"),
                    yName: Bilingual(en: "images", es: "imágenes"), role: .output)
            ]))
    }

    /// The pictures with the highest errors, and the garments that are hardest.
    func worst(_ cleaning: Cleaning, on page: inout Page) throws {
        let order = cleaning.classErrors.indices.sorted {
            (cleaning.classErrors[$0], $0) < (cleaning.classErrors[$1], $1)
        }
        guard let easiest = order.first, let hardest = order.last, let first = cleaning.worst.first else { return }
        let (easy, hard) = (Self.names[easiest], Self.names[hardest])
        page.record("classErrors", cleaning.classErrors)
        page.record("unusual", cleaning.unusual)
        page.record("fence", cleaning.fence)
        page.record("worst", cleaning.worst.map(\.index))
        page.prose(
            en: """
                A customary fence for “unusually high” is the third quartile plus one and a half times the distance \
                between the quartiles, here \(cleaning.fence, digits: 4). Test images beyond it: \(cleaning.unusual). \
                The garment that comes back best is *\(easy.en)* (mean error \
                \(cleaning.classErrors[easiest], digits: 4)), the hardest *\(hard.en)* \
                (\(cleaning.classErrors[hardest], digits: 4)). Below are the highest errors of all: look for stripes, \
                prints and sharp contrasts.
                """,
            es: """
                Una valla habitual para lo «inusualmente alto» es el tercer cuartil más una vez y media la distancia \
                entre los cuartiles; aquí, \(cleaning.fence, digits: 4). Imágenes de prueba al otro lado: \
                \(cleaning.unusual). La prenda que mejor vuelve es *\(easy.es)* (error medio de \
                \(cleaning.classErrors[easiest], digits: 4)) y la más difícil, *\(hard.es)* \
                (\(cleaning.classErrors[hardest], digits: 4)). Abajo están los errores más altos de todos: busca rayas, \
                estampados y contrastes fuertes.
                """)
        try page.figure(
            "worst",
            title: Bilingual(en: "The hardest pictures to clean", es: "Las imágenes más difíciles de limpiar"),
            caption: Bilingual(
                en: "The test images with the highest errors: clean, noisy, cleaned, with the MSE of the last row.",
                es:
                    "Las imágenes de prueba con los errores más altos: limpias, ruidosas y reconstruidas, con el ECM de la última fila."
            ),
            alternative: Bilingual(
                en: """
                    Three rows of \(cleaning.worst.count) garments. The highest error is \
                    \(first.cleanedError, digits: 4), of a garment called “\(Self.names[first.label].en)”.
                    """,
                es: """
                    Tres filas de \(cleaning.worst.count) prendas. El error más alto es \(first.cleanedError, digits: 4), \
                    de una prenda llamada «\(Self.names[first.label].es)».
                    """),
            ImageGrid(
                cleaning.worst.map { cleaning.item($0.clean, Self.names[$0.label]) }
                    + cleaning.worst.map { cleaning.item($0.noisy) }
                    + cleaning.worst.map {
                        cleaning.item(
                            $0.cleaned, Bilingual(both: "\($0.cleanedError, digits: 4)"), role: .error)
                    }, columns: cleaning.worst.count))
        page.prose(
            en: """
                Such a list is more than a curiosity. A network that was trained on flawless parts gives back flawless \
                parts; where the picture of a part and its reconstruction differ by an unusual amount, something is \
                there that the network does not know. This is how autoencoders find **anomalies**: defects of \
                manufacture, or things that do not belong.
                """,
            es: """
                Una lista así es más que una curiosidad. Una red entrenada con piezas sin defectos devuelve piezas sin \
                defectos; donde la imagen de una pieza y su reconstrucción difieren de manera insólita, hay algo que la \
                red no conoce. Así encuentran **anomalías** los autocodificadores: defectos de fabricación o cosas que \
                no deberían estar.
                """)
    }
}
