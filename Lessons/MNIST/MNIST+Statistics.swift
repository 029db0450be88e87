import Figures
import Imaging
import Languages
import Notebook

extension MNIST {
    /// How many of each class, and what the average digit looks like.
    func classes(_ survey: Survey, on page: inout Page) throws {
        let most = survey.trainCounts.indices.max { survey.trainCounts[$0] < survey.trainCounts[$1] } ?? 0
        let least = survey.trainCounts.indices.min { survey.trainCounts[$0] < survey.trainCounts[$1] } ?? 0
        let extremes = Survey.extremes(of: survey.trainCounts)
        page.record("trainCounts", survey.trainCounts)
        page.record("testCounts", survey.testCounts)
        page.prose(
            en: """
                ## Are the classes balanced?

                If nine of ten images showed a 1, a network could be right nine times out of ten without looking. So \
                count first. \(extremes.en) That is close enough to a tenth \
                each for accuracy to be a fair measure.
                """,
            es: """
                ## ¿Están equilibradas las clases?

                Si nueve de cada diez imágenes mostraran un 1, una red podría acertar nueve de cada diez veces sin \
                mirar. Así que primero se cuenta. \(extremes.es) Se acerca lo bastante a una décima parte para cada \
                uno como para que la exactitud sea una medida justa.
                """)
        try page.figure(
            "classes",
            title: Bilingual(en: "Images per class", es: "Imágenes por clase"),
            caption: Bilingual(
                en: "Training and test images of each digit. Both parts have the same mixture.",
                es: "Imágenes de entrenamiento y de prueba de cada dígito. Ambas partes tienen la misma mezcla."),
            alternative: Bilingual(
                en: """
                    Bars for ten classes: between \(survey.trainCounts[least]) and \(survey.trainCounts[most]) training \
                    images each, and about a sixth of that for testing.
                    """,
                es: """
                    Barras de las diez clases: entre \(survey.trainCounts[least]) y \(survey.trainCounts[most]) imágenes \
                    de entrenamiento cada una, y alrededor de un sexto de eso para la prueba.
                    """),
            Bars(
                categories: (0..<10).map { Bilingual(both: "\(plain: $0)") },
                series: [
                    .init(
                        name: Bilingual(en: "training", es: "entrenamiento"),
                        values: survey.trainCounts.map(Double.init),
                        role: .training),
                    .init(
                        name: Bilingual(en: "test", es: "prueba"), values: survey.testCounts.map(Double.init),
                        role: .output),
                ],
                categoryName: Bilingual(en: "digit", es: "dígito"), valueName: Bilingual(en: "images", es: "imágenes")))
        page.table(
            caption: Bilingual(en: "Images per class", es: "Imágenes por clase"),
            columns: [
                (Bilingual(en: "digit", es: "dígito"), .trailing),
                (Bilingual(en: "training", es: "entrenamiento"), .trailing),
                (Bilingual(en: "test", es: "prueba"), .trailing),
                (Bilingual(en: "share of training", es: "parte del entrenamiento"), .trailing),
            ],
            rows: (0..<10).map { digit in
                let share = Double(survey.trainCounts[digit]) / Double(max(survey.trainCount, 1))
                return [
                    Bilingual(both: "\(plain: digit)"), Bilingual(both: "\(survey.trainCounts[digit])"),
                    Bilingual(both: "\(survey.testCounts[digit])"), Bilingual(both: "\(share, percent: 1)"),
                ]
            })
        page.prose(
            en: """
                Lay all images of a class on top of each other and divide by their number. What comes out is the \
                **mean image**: sharp where everybody writes alike, foggy where they don't.
                """,
            es: """
                Superpón todas las imágenes de una clase y divide entre cuántas son. El resultado es la **imagen \
                media**: nítida donde todos escriben igual, brumosa donde no.
                """)
        try page.code("means")
        try page.figure(
            "means",
            title: Bilingual(en: "Ten average digits", es: "Diez dígitos promedio"),
            caption: Bilingual(
                en: "The mean of all training images of each class. The slimmer the stroke, the more the hands agree.",
                es:
                    "La media de las imágenes de entrenamiento de cada clase. Cuanto más fino el trazo, más coinciden las manos."
            ),
            alternative: Bilingual(
                en: "Ten blurred digits, the averages of their classes.",
                es: "Diez dígitos borrosos, los promedios de sus clases."),
            ImageGrid(
                survey.means.enumerated().map { digit, pixels in
                    ImageGrid.Item(
                        .gray(GrayImage(width: survey.columns, height: survey.rows, pixels: pixels)),
                        label: Bilingual(both: "\(plain: digit)"))
                }, columns: 10))
    }

    /// The histogram and the statistics, before and after dividing by 255.
    func intensities(_ survey: Survey, on page: inout Page) throws {
        let black = Double(survey.histogram[0]) / Double(max(survey.histogram.reduce(0, +), 1))
        page.record("blackShare", black)
        page.record("raw", survey.raw)
        page.record("normalised", survey.normalised)
        page.prose(
            en: """
                ## Mostly black

                Count how often each intensity occurs in all training images. \(black, percent: 1) of the pixels are \
                exactly zero: paper. The rest is ink, most of it near 255, and some of it in between, along the rims \
                of the strokes. On a plain axis only the paper can be seen; a logarithmic one shows the ink.
                """,
            es: """
                ## Sobre todo negro

                Cuenta cuántas veces aparece cada intensidad en todas las imágenes de entrenamiento. El \
                \(black, percent: 1) de los píxeles vale exactamente cero: es papel. El resto es tinta, casi toda \
                cerca de 255 y una parte intermedia en la orilla de los trazos. En un eje normal solo se ve el \
                papel; uno logarítmico muestra la tinta.
                """)
        try page.code("statistics")
        let bins = (0..<50).map { bin in
            survey.histogram.enumerated().reduce(0) { $1.offset * 50 / 256 == bin ? $0 + $1.element : $0 }
        }
        page.record("histogram50", bins)
        try page.figure(
            "intensities",
            title: Bilingual(en: "Paper and ink", es: "Papel y tinta"),
            caption: Bilingual(
                en:
                    "Pixel intensities of all training images in 50 bins: plain axis on the left, logarithmic on the right.",
                es:
                    "Intensidades de todas las imágenes de entrenamiento en 50 intervalos: eje normal y eje logarítmico."
            ),
            alternative: Bilingual(
                en:
                    "Two histograms of intensity with one towering bar at zero; the logarithmic one shows a rise near 255.",
                es:
                    "Dos histogramas de intensidad con una barra enorme en cero; el logarítmico muestra una subida cerca de 255."
            ),
            HistogramChart(
                [HistogramChart.CountAxis.linear, .log].map { axis in
                    .init(
                        edges: (0...50).map { Double($0) * 256 / 50 }, counts: bins, axis: axis,
                        xName: Bilingual(en: "intensity", es: "intensidad"),
                        yName: Bilingual(en: "pixels", es: "píxeles"))
                }, breadth: .wide))
        func row(_ name: Bilingual, _ value: (Survey.Statistics) -> Double) -> [Bilingual] {
            [
                name, Bilingual(both: "\(value(survey.raw), digits: 2)"),
                Bilingual(both: "\(value(survey.normalised), digits: 4)"),
            ]
        }
        page.table(
            caption: Bilingual(
                en: "Intensities of the training images", es: "Intensidades de las imágenes de entrenamiento"),
            columns: [
                (Bilingual(en: "statistic", es: "estadístico"), .leading),
                (Bilingual(en: "0 to 255", es: "de 0 a 255"), .trailing),
                (Bilingual(en: "divided by 255", es: "divididas entre 255"), .trailing),
            ],
            rows: [
                row(Bilingual(en: "minimum", es: "mínimo"), \.minimum),
                row(Bilingual(en: "maximum", es: "máximo"), \.maximum), row(Bilingual(en: "mean", es: "media"), \.mean),
                row(Bilingual(en: "standard deviation", es: "desviación típica"), \.standardDeviation),
                row(Bilingual(en: "median", es: "mediana"), \.median),
            ])
    }
}
