import Figures
import Imaging
import Languages
import Notebook

extension Denoising {
    /// Pairs made to order, and what noise does to the histogram.
    func spoiling(_ cleaning: Cleaning, on page: inout Page) throws {
        guard case .gaussian(let mean, let deviation) = Training.syllabusNoise else { return }
        page.prose(
            en: """
                ## Spoiling on purpose

                To learn cleaning, a network needs pairs: a spoiled picture and what it should have been. Nobody has \
                photographed the same shoe once with noise and once without. But we can start from the clean picture \
                and spoil it ourselves, and then we know the answer to every exercise.

                We add **Gaussian noise**: to every pixel a random amount, drawn from a bell-shaped distribution with \
                mean \(Double(mean), digits: 0) and standard deviation \(Double(deviation), digits: 1), where black \
                is 0 and white is 1. What falls below black or above white is clipped.

                $$ \\tilde{x} = \\min(1, \\max(0, x + \\sigma z)), \\qquad z \\sim \\mathcal{N}(0, 1) $$
                """,
            es: """
                ## Estropear a propósito

                Para aprender a limpiar, una red necesita parejas: una imagen estropeada y lo que debería haber sido. \
                Nadie ha fotografiado el mismo zapato una vez con ruido y otra sin él. Pero podemos partir de la \
                imagen limpia y estropearla nosotros; así conocemos la solución de cada ejercicio.

                Sumamos **ruido gaussiano**: a cada píxel, una cantidad al azar tomada de una distribución en forma de \
                campana de media \(Double(mean), digits: 0) y desviación típica \(Double(deviation), digits: 1), donde \
                el negro es 0 y el blanco, 1. Lo que queda por debajo del negro o por encima del blanco se recorta.

                $$ \\tilde{x} = \\min(1, \\max(0, x + \\sigma z)), \\qquad z \\sim \\mathcal{N}(0, 1) $$
                """)
        try page.code("gaussian-noise", from: "Imaging")
        let count = cleaning.pairs.count
        page.record("noise", Training.syllabusNoise.canonicalDescription)
        try page.figure(
            "noisy",
            title: Bilingual(en: "The exercise and its solution", es: "El ejercicio y su solución"),
            caption: Bilingual(
                en:
                    "The first \(count) training images, clean above and with noise below. The network is shown the lower row and marked against the upper one.",
                es:
                    "Las \(count) primeras imágenes de entrenamiento: arriba limpias, abajo con ruido. A la red se le enseña la fila inferior y se la corrige con la superior."
            ),
            alternative: Bilingual(
                en: "Two rows of \(count) garments; the lower ones are the upper ones under heavy grain.",
                es: "Dos filas de \(count) prendas; las de abajo son las de arriba bajo un grano intenso."),
            ImageGrid(
                cleaning.pairs.map { cleaning.item($0.clean) } + cleaning.pairs.map { cleaning.item($0.noisy) },
                columns: max(count, 1)))

        let (black, white) = (edge(cleaning.noisyHistogram, \.first), edge(cleaning.noisyHistogram, \.last))
        let (cleanBlack, cleanWhite) = (edge(cleaning.cleanHistogram, \.first), edge(cleaning.cleanHistogram, \.last))
        page.record("noisyHistogram", cleaning.noisyHistogram)
        page.record("cleanHistogram", cleaning.cleanHistogram)
        page.prose(
            en: """
                What has the noise done to the histogram? Black was a needle with \(cleanBlack, percent: 1) of all \
                pixels; half of those were pushed up and now fill the dark greys. The other half would have become \
                darker than black, so clipping has piled them up in the first bar, which still holds \
                \(black, percent: 1). At the bright end the last bar has gone from \(cleanWhite, percent: 1) to \
                \(white, percent: 1). Clipping loses information for good: of a pixel at 0 nobody can say how far \
                below it would have been.
                """,
            es: """
                ¿Qué le ha hecho el ruido al histograma? El negro era una aguja con el \(cleanBlack, percent: 1) de \
                todos los píxeles; la mitad fue empujada hacia arriba y ahora llena los grises oscuros. La otra mitad \
                habría quedado más oscura que el negro, así que el recorte la amontona en la primera barra, que aún \
                contiene el \(black, percent: 1). En el extremo claro, la última barra ha pasado del \
                \(cleanWhite, percent: 1) al \(white, percent: 1). El recorte pierde información para siempre: de un \
                píxel que vale 0 nadie puede decir cuánto más abajo habría estado.
                """)
        try page.figure(
            "noisehist",
            title: Bilingual(en: "Noise smears the needle", es: "El ruido emborrona la aguja"),
            caption: Bilingual(
                en: """
                    Intensities of all training images from 0 to 1 in 50 bins, clean on the left and with noise on the \
                    right; both vertical axes are logarithmic.
                    """,
                es: """
                    Intensidades de todas las imágenes de entrenamiento de 0 a 1 en 50 intervalos: limpias a la \
                    izquierda, con ruido a la derecha; ambos ejes verticales son logarítmicos.
                    """),
            alternative: Bilingual(
                en: """
                    Two histograms. The clean one has a tall bar at black; the noisy one runs almost evenly from dark \
                    to bright between two tall bars, where values were clipped.
                    """,
                es: """
                    Dos histogramas. El limpio tiene una barra alta en el negro; el ruidoso va casi parejo de lo oscuro \
                    a lo claro entre dos barras altas, donde se recortaron los valores.
                    """),
            HistogramChart(
                [
                    (Bilingual(en: "clean", es: "limpias"), cleaning.cleanHistogram),
                    (Bilingual(en: "with noise", es: "con ruido"), cleaning.noisyHistogram),
                ].map { title, counts in
                    .init(
                        edges: (0...counts.count).map { Double($0) / Double(counts.count) }, counts: counts, axis: .log,
                        title: title, xName: Bilingual(en: "intensity", es: "intensidad"),
                        yName: Bilingual(en: "pixels", es: "píxeles"))
                }, breadth: .wide))
    }

    /// The share of all values that the first or the last bin holds.
    private func edge(_ counts: [Int], _ end: KeyPath<[Int], Int?>) -> Double {
        Double(counts[keyPath: end] ?? 0) / Double(max(counts.reduce(0, +), 1))
    }
}
