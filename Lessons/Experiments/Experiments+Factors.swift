import Figures
import Languages
import NeuralNetwork
import Notebook

extension Experiments {
    /// Kernels of three, five and seven.
    func kernelSize(_ lab: Laboratory, on page: inout Page) throws {
        let sizes = [3, 5, 7].map { Bilingual(both: "\(plain: $0) × \(plain: $0)") }
        let work = try Runs.kernels.map { try $0.model.multiplyAdds }
        let ratio = Double(work[2]) / Double(work[0])
        let verdict = lab.verdict(on: Runs.kernels, sizes)
        page.prose(
            en: """
                ## How large should a kernel be?

                A larger kernel sees more at a glance. Without padding it would also make the maps smaller, and the \
                dense layer behind them with it: two changes at a time. So here, and only here, the padding is *same*, \
                which leaves every map the size that it had, and the network has half its filters, so that the largest \
                kernel stays affordable.
                """,
            es: """
                ## ¿Qué tamaño debe tener un núcleo?

                Un núcleo mayor abarca más de un vistazo. Sin relleno, además haría los mapas más pequeños, y con ellos \
                la capa densa que viene detrás: dos cambios a la vez. Por eso aquí, y solo aquí, el relleno es *same*, \
                que deja cada mapa del tamaño que tenía, y la red tiene la mitad de filtros, para que el núcleo más \
                grande no salga demasiado caro.
                """)
        try page.figure(
            "kernelsize",
            title: Bilingual(en: "A wider view, and what it costs", es: "Una mirada más amplia, y lo que cuesta"),
            caption: Bilingual(
                en:
                    "Three networks that differ in the size of their kernels alone: test images told wrong, and multiply-adds an image.",
                es:
                    "Tres redes que solo se distinguen en el tamaño de sus núcleos: imágenes de prueba mal reconocidas, y multiplicaciones y sumas por imagen."
            ),
            alternative: Bilingual(
                en: "Two groups of three bars, mistakes and multiply-adds. \(verdict.en)",
                es: "Dos grupos de tres barras, errores y multiplicaciones. \(verdict.es)"),
            Composition(
                .row,
                [
                    lab.part(Self.mistakes, Runs.kernels, sizes, .error) { Double($1.mistakes) },
                    lab.part(Self.work, Runs.kernels, sizes, .input) { run, _ in Double(try run.model.multiplyAdds) },
                ]))
        page.prose(
            en: """
                \(verdict.en) The largest kernel needs \(ratio, digits: 1) times the arithmetic of the smallest. There \
                is a cheaper way to a wide view: two kernels of three on top of each other see five pixels, three of \
                them seven, with fewer weights and a ReLU in between. That is why modern networks are built of many \
                small kernels.
                """,
            es: """
                \(verdict.es) El núcleo mayor necesita \(ratio, digits: 1) veces la aritmética del menor. Hay un camino \
                más barato hacia la mirada amplia: dos núcleos de tres, uno tras otro, ven cinco píxeles; tres ven siete, \
                con menos pesos y una ReLU entre medias. Por eso las redes modernas se construyen con muchos núcleos \
                pequeños.
                """)
    }

    /// Eight to sixty-four filters, and one to three convolutions.
    func filters(_ lab: Laboratory, on page: inout Page) throws {
        let runs = Runs.fewFilters + [Runs.reference, Runs.manyFilters]
        let names = runs.map { run in
            Bilingual(both: Phrase(run.model.filterCounts.map(String.init).joined(separator: " + ")))
        }
        let verdict = lab.verdict(on: runs, names)
        page.prose(
            en: """
                ## How many filters?

                Each filter is one thing that the network can look for. The reference has 32 in its first convolution \
                and 64 in its second.
                """,
            es: """
                ## ¿Cuántos filtros?

                Cada filtro es una cosa que la red puede buscar. La referencia tiene 32 en su primera convolución y 64 en \
                la segunda.
                """)
        try page.figure(
            "filters",
            title: Bilingual(en: "More to look for", es: "Más cosas que buscar"),
            caption: Bilingual(
                en:
                    "Networks with more and more filters, those of the first convolution plus those of the second: test images told wrong, and parameters.",
                es:
                    "Redes con cada vez más filtros, los de la primera convolución más los de la segunda: imágenes de prueba mal reconocidas y parámetros."
            ),
            alternative: Bilingual(
                en: "Two groups of four bars, mistakes and parameters. \(verdict.en)",
                es: "Dos grupos de cuatro barras, errores y parámetros. \(verdict.es)"),
            Composition(
                .row,
                [
                    lab.part(Self.mistakes, runs, names, .error) { Double($1.mistakes) },
                    lab.part(Self.parameters, runs, names, .kernel) { run, _ in Double(try run.model.parameterCount) },
                ], breadth: .wide))
        let depths = [Runs.depths[0], Runs.reference, Runs.depths[1]]
        let depthNames = [
            Bilingual(en: "one convolution", es: "una convolución"),
            Bilingual(en: "two convolutions", es: "dos convoluciones"),
            Bilingual(en: "three convolutions", es: "tres convoluciones"),
        ]
        let deep = lab.verdict(on: depths, depthNames)
        let shallow = try Runs.depths[0].model.parameterCount
        let reference = try Runs.reference.model.parameterCount
        page.prose(
            en: """
                \(verdict.en) Every doubling costs more; see for yourself how much each still brings.

                **Depth** is the other way to grow. \(deep.en) Mind a paradox: the network with a single convolution has \
                the *most* parameters, \(shallow) against \(reference), because its maps are still large when they meet \
                the dense layer. Convolutions and poolings do not only see; they make small what has to be remembered.
                """,
            es: """
                \(verdict.es) Cada duplicación cuesta más; mira tú cuánto aporta todavía cada una.

                La **profundidad** es la otra manera de crecer. \(deep.es) Fíjate en una paradoja: la red de una sola \
                convolución es la que *más* parámetros tiene, \(shallow) frente a \(reference), porque sus mapas aún son \
                grandes cuando llegan a la capa densa. Las convoluciones y agrupaciones no solo ven: reducen lo que hay \
                que recordar.
                """)
    }

    /// Maximum or mean, and dropout.
    func pooling(_ lab: Laboratory, on page: inout Page) throws {
        let runs = [Runs.reference, Runs.average]
        let names = [
            Bilingual(en: "max pooling", es: "max pooling"),
            Bilingual(en: "average pooling", es: "agrupación por el promedio"),
        ]
        let verdict = lab.verdict(on: runs, names)
        page.prose(
            en: """
                ## The strongest answer, or the mean?

                Max pooling keeps the strongest of four answers and forgets where it stood; average pooling lets all four \
                vote. Neither has a single parameter, so this comparison is as clean as they come.
                """,
            es: """
                ## ¿La respuesta más fuerte o la media?

                El max pooling se queda con la más fuerte de cuatro respuestas y olvida dónde estaba; la agrupación \
                por el promedio deja votar a las cuatro. Ninguna de las dos tiene un solo parámetro, así que no hay \
                comparación más limpia.
                """)
        try page.figure(
            "pooling",
            title: Bilingual(en: "Maximum against mean", es: "El máximo contra la media"),
            caption: Bilingual(
                en: "The reference network and the same network with average pooling: test images told wrong.",
                es:
                    "La red de referencia y la misma red con agrupación por el promedio: imágenes de prueba mal reconocidas."
            ),
            alternative: Bilingual(en: "Two bars. \(verdict.en)", es: "Dos barras. \(verdict.es)"),
            Bars(
                categories: names, series: [.init(values: runs.map { Double(lab[$0].mistakes) }, role: .error)],
                valueName: Self.mistakes, digits: 0))
        let (plain, dropped) = (lab[Runs.reference], lab[Runs.dropout])
        page.prose(
            en: """
                \(verdict.en) There is something to say for each. Strokes are sparse: in most windows a single answer \
                matters, and a mean dilutes it with the silence around. A mean, for its part, is not so easily fooled by \
                one loud pixel.

                **Dropout**, the other layer without parameters, makes \(dropped.mistakes) mistakes where the reference \
                makes \(plain.mistakes). Do not judge it by that. It works against learning by heart, and in so few \
                epochs nobody has learned much by heart: asked about its own training images, the reference is right in \
                \(plain.trainingAccuracy, percent: 1), the network with dropout in \
                \(dropped.trainingAccuracy, percent: 1). It gets the time that it needs in [](dropout.html).
                """,
            es: """
                \(verdict.es) Hay algo que decir en favor de cada una. Los trazos son escasos: en casi todas las ventanas \
                importa una sola respuesta, y la media la diluye en el silencio de alrededor. La media, por su parte, no se \
                deja engañar tan fácilmente por un solo píxel ruidoso.

                El **dropout**, la otra capa sin parámetros, comete \(dropped.mistakes) errores donde la referencia comete \
                \(plain.mistakes). No lo juzgues por eso. Sirve contra el aprendizaje de memoria, y en tan pocas épocas \
                nadie se ha aprendido gran cosa de memoria: preguntada por sus propias imágenes de entrenamiento, la \
                referencia acierta el \(plain.trainingAccuracy, percent: 1) y la red con dropout, el \
                \(dropped.trainingAccuracy, percent: 1). El tiempo que necesita lo tiene en la [](dropout.html).
                """)
    }
}

extension Model {
    /// The filters of each convolution.
    fileprivate var filterCounts: [Int] {
        ((try? summary()) ?? []).filter { $0.kind == "Conv2D" }.map { $0.output[2] }
    }
}
