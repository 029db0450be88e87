import Datasets
import Figures
import Imaging
import Languages
import Notebook

extension Denoising {
    /// What the garments are, and how many there are of each.
    func garments(_ survey: Survey, _ source: DatasetSource, on page: inout Page) throws {
        page.record("trainCounts", survey.trainCounts)
        page.record("testCounts", survey.testCounts)
        page.prose(
            en: "## Something to wear\n\n\(source.isDrawn ? Self.drawn.en : Self.published.en)",
            es: "## Algo que ponerse\n\n\(source.isDrawn ? Self.drawn.es : Self.published.es)")
        let labels = survey.firstNine.map { Self.names[$0.label] }
        let english = Wording.list(labels.map(\.en), "and")
        let spanish = Wording.list(labels.map(\.es), "y")
        try page.figure(
            "classes",
            title: Bilingual(en: "Nine garments and what they are called", es: "Nueve prendas y cómo se llaman"),
            caption: Bilingual(
                en: "The first nine training images. There are ten classes, and the network is told none of them.",
                es: """
                    Las nueve primeras imágenes de entrenamiento. Hay diez clases, y a la red no se le dice ninguna.
                    """),
            alternative: Bilingual(
                en: "Nine small grey pictures: \(english).", es: "Nueve imágenes pequeñas en gris: \(spanish)."),
            ImageGrid(
                survey.firstNine.map {
                    ImageGrid.Item(.gray($0.image(survey)), label: Self.names[$0.label])
                }, columns: 9))
        let (least, most) = (survey.trainCounts.min() ?? 0, survey.trainCounts.max() ?? 0)
        let balance: Bilingual =
            least == most
            ? Bilingual(
                en: "Here every class has exactly \(most) training images.",
                es: "Aquí cada clase tiene exactamente \(most) imágenes de entrenamiento.")
            : Bilingual(
                en: "Here the rarest class has \(least) training images and the most frequent one \(most).",
                es: """
                    Aquí la clase menos frecuente tiene \(least) imágenes de entrenamiento y la más frecuente, \(most).
                    """)
        page.prose(
            en: """
                Count the classes as you did with the digits, although this network will not use them: a garment that \
                is rare in training is a garment that the network has little practice with. \(balance.en)
                """,
            es: """
                Cuenta las clases como hiciste con los dígitos, aunque esta red no vaya a usarlas: una prenda rara en \
                el entrenamiento es una prenda con la que la red tiene poca práctica. \(balance.es)
                """)
        try page.figure(
            "distribution",
            title: Bilingual(en: "Images of each garment", es: "Imágenes de cada prenda"),
            caption: Bilingual(
                en: "Training and test images of the ten classes.",
                es: "Imágenes de entrenamiento y de prueba de las diez clases."),
            alternative: Bilingual(
                en: "Bars for ten garments. \(balance.en)", es: "Barras de diez prendas. \(balance.es)"),
            Bars(
                categories: Self.names,
                series: [
                    .init(
                        name: Bilingual(en: "training", es: "entrenamiento"),
                        values: survey.trainCounts.map(Double.init), role: .training),
                    .init(
                        name: Bilingual(en: "test", es: "prueba"), values: survey.testCounts.map(Double.init),
                        role: .output),
                ], valueName: Bilingual(en: "images", es: "imágenes"), breadth: .wide))
    }

    private static let published = Bilingual(
        en: """
            Digits are thin strokes on black; a cleaner of digits would have an easy life. **Fashion-MNIST**, gathered \
            by Han Xiao, Kashif Rasul and Roland Vollgraf from the pictures of an online shop, has the same sizes and \
            counts as MNIST, but its shirts, bags and boots have folds, seams, prints and half-tones.
            """,
        es: """
            Los dígitos son trazos finos sobre negro; quien solo limpiara dígitos tendría una vida fácil. \
            **Fashion-MNIST**, que Han Xiao, Kashif Rasul y Roland Vollgraf reunieron con las fotos de una tienda en \
            línea, tiene los mismos tamaños y recuentos que MNIST, pero sus camisas, bolsos y botines tienen pliegues, \
            costuras, estampados y medios tonos.
            """)

    private static let drawn = Bilingual(
        en: """
            Digits are thin strokes on black; a cleaner of digits would have an easy life. The course was written for \
            Fashion-MNIST, pictures of clothes from an online shop. No copy of it was at hand when this report was \
            made, so **the program drew its own garments**: ten silhouettes with folds and textures. Every number on \
            this page is measured on them.
            """,
        es: """
            Los dígitos son trazos finos sobre negro; quien solo limpiara dígitos tendría una vida fácil. El curso se \
            escribió para Fashion-MNIST, fotos de ropa de una tienda en línea. Al hacer este informe no había ninguna \
            copia disponible, así que **el programa dibujó sus propias prendas**: diez siluetas con pliegues y \
            texturas. Todos los números de esta página están medidos sobre ellas.
            """)

    /// How bright the garments are, before and after dividing by 255.
    func intensities(_ survey: Survey, on page: inout Page) throws {
        let black = Double(survey.histogram[0]) / Double(max(survey.histogram.reduce(0, +), 1))
        let bins = (0..<Cleaning.bins).map { bin in
            survey.histogram.enumerated().reduce(0) {
                $1.offset * Cleaning.bins / 256 == bin ? $0 + $1.element : $0
            }
        }
        page.record("blackShare", black)
        page.record("histogram50", bins)
        page.prose(
            en: """
                Their histogram differs from that of the digits. \(black, percent: 1) of the pixels are black; all the \
                others spread over the whole range, because cloth, unlike ink, comes in every grey.
                """,
            es: """
                Su histograma no se parece al de los dígitos. El \(black, percent: 1) de los píxeles es negro; todos \
                los demás se reparten por el intervalo entero, porque la tela, al contrario que la tinta, existe en \
                todos los grises.
                """)
        try page.figure(
            "intensities",
            title: Bilingual(en: "Cloth comes in every grey", es: "La tela existe en todos los grises"),
            caption: Bilingual(
                en: "Intensities of all training images in 50 bins. The vertical axis is logarithmic.",
                es:
                    "Intensidades de todas las imágenes de entrenamiento en 50 intervalos. El eje vertical es logarítmico."
            ),
            alternative: Bilingual(
                en: "A histogram: one tall bar at black, all other intensities frequent.",
                es: "Un histograma: una barra alta en el negro y todas las demás intensidades frecuentes."),
            HistogramChart([
                .init(
                    edges: (0...Cleaning.bins).map { Double($0) * 256 / Double(Cleaning.bins) }, counts: bins,
                    axis: .log, xName: Bilingual(en: "intensity", es: "intensidad"),
                    yName: Bilingual(en: "pixels", es: "píxeles"))
            ]))
        page.prose(
            en: """
                As always the pixels are divided by 255. Here it is more than good manners: the network ends in a \
                sigmoid, which can answer nothing but numbers between 0 and 1, so its targets must lie there too.
                """,
            es: """
                Como siempre, los píxeles se dividen entre 255. Aquí es más que buena educación: la red termina en una \
                sigmoide, que solo sabe responder números entre 0 y 1, de modo que sus objetivos también deben estar \
                ahí.
                """)
        let six = survey.firstNine.prefix(6).map { $0.image(survey).map { $0 / 255 } }
        try page.figure(
            "normalized",
            title: Bilingual(en: "The same pictures, from 0 to 1", es: "Las mismas imágenes, de 0 a 1"),
            caption: Bilingual(
                en: """
                    Six training images after the division, each with its mean value. Nothing has changed for the eye: \
                    black is 0, white is 1.
                    """,
                es: """
                    Seis imágenes de entrenamiento tras la división, cada una con su valor medio. Para el ojo nada ha \
                    cambiado: el negro es 0 y el blanco, 1.
                    """),
            alternative: Bilingual(
                en: "Six garments that look as before; their values lie between 0 and 1.",
                es: "Seis prendas con el mismo aspecto de antes; sus valores están entre 0 y 1."),
            ImageGrid(
                six.map { image in
                    let mean = image.pixels.reduce(0) { $0 + Double($1) } / Double(max(image.pixels.count, 1))
                    return ImageGrid.Item(
                        .gray(image, from: 0, to: 1),
                        label: Bilingual(en: "mean \(mean, digits: 3)", es: "media \(mean, digits: 3)"))
                }, columns: 6))
    }
}
