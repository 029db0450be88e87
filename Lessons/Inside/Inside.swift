import Figures
import Imaging
import Languages
import Notebook

/// Lesson 12: what the network sees.
struct Inside: Lesson {
    static let about: LessonDescription? = LessonDescription(
        id: "inside",
        title: Bilingual(en: "What the network sees", es: "Lo que ve la red"),
        question: Bilingual(
            en: "Nobody told the network what to look for. What did it decide to look for?",
            es: "Nadie le dijo a la red qué buscar. ¿Qué decidió buscar?"),
        goals: [
            Bilingual(
                en: "what learned kernels look like beside those that you know by name",
                es: "qué aspecto tienen los núcleos aprendidos al lado de los que conoces por su nombre"),
            Bilingual(
                en: "how one digit changes from layer to layer, down to ten probabilities",
                es: "cómo cambia un dígito de capa en capa, hasta diez probabilidades"),
            Bilingual(
                en: "two ways to ask a network what it goes by: the patches that it answers to, and covering parts",
                es: "dos maneras de preguntarle a una red en qué se fija: los trozos a los que responde y tapar partes"),
        ],
        minutes: 10,
        figures: ["filters", "maps1", "maps2", "walk", "onemap", "patches", "occlusion"])

    static let units: [any CourseUnit] = [Maps.measurement, Patches.measurement, Occlusion.measurement]

    func write(on page: inout Page, using course: Course) throws {
        let maps = try course.value(of: Maps.measurement)
        page.record("seed", course.settings.seed)
        page.record("dataHash", course.settings.digits.identity)
        page.record("quick", course.settings.isQuick)
        try filters(maps, on: &page)
        try firstMaps(maps, on: &page)
        try secondMaps(maps, on: &page)
        try walk(maps, on: &page)
        try oneMap(maps, on: &page)
        try patches(course.value(of: Patches.measurement), on: &page)
        try occlusion(course.value(of: Occlusion.measurement), on: &page)
        close(&page)
    }

    private func filters(_ maps: Maps, on page: inout Page) throws {
        let side = maps.kernelSide
        // A kernel that answers nothing to an even picture has weights that cancel.
        let balanced = maps.filters.count { abs($0.reduce(0, +)) < 0.25 * $0.map(abs).reduce(0, +) }
        page.record("filters", maps.filters)
        page.record("balancedFilters", balanced)
        page.prose(
            en: """
                In [](edges.html) a kernel had a name and a purpose before it had touched a picture. The kernels of \
                [](cnn.html) began as random numbers, and nobody has looked at them since. Let us open the network \
                and look.

                Here are the \(maps.filters.count) kernels of its first convolution. Blue weights are negative, orange \
                ones positive. A kernel with orange on one side and blue on the other is a relative of Sobel's: it answers \
                where the picture changes. One that is orange all over is a relative of the box blur: it answers where \
                there is ink.
                """,
            es: """
                En la [](edges.html) un núcleo tenía nombre y propósito antes de tocar una imagen. Los núcleos de la \
                [](cnn.html) empezaron siendo números al azar, y nadie los ha mirado desde entonces. Abramos la red y \
                miremos.

                Estos son los \(maps.filters.count) núcleos de su primera convolución. Los pesos azules son negativos; los \
                naranjas, positivos. Un núcleo con naranja a un lado y azul al otro es pariente del de Sobel: responde \
                donde la imagen cambia. Uno naranja por entero es pariente del desenfoque de caja: responde donde hay \
                tinta.
                """)
        try page.figure(
            "filters",
            title: Bilingual(
                en: "Nine weights each, chosen by nobody", es: "Nueve pesos cada uno, que no eligió nadie"),
            caption: Bilingual(
                en: "The learned kernels of the first convolution, numbered, on one scale of colour.",
                es: "Los núcleos aprendidos de la primera convolución, numerados, con una misma escala de color."),
            alternative: Bilingual(
                en: """
                    \(maps.filters.count) squares of three by three weights. \(balanced) of them have weights that nearly \
                    cancel, as an edge kernel has.
                    """,
                es: """
                    \(maps.filters.count) cuadrados de tres por tres pesos. En \(balanced) de ellos los pesos casi se \
                    cancelan, como en un núcleo de bordes.
                    """),
            ImageGrid(
                maps.filters.enumerated().map { index, weights in
                    ImageGrid.Item(
                        .signed(GrayImage(width: side, height: side, pixels: weights)),
                        label: Bilingual(both: "\(plain: index + 1)"))
                }, columns: 11, legend: Bilingual(en: "weight", es: "peso")))
        page.prose(
            en: """
                Remember the test for an edge kernel: its weights add up to zero, so an even surface leaves it cold. \
                Kernels here whose weights cancel to within a quarter: \(balanced) of \(maps.filters.count). Any \
                other mixes an edge with a fondness for light or for dark. Do not look for beauty: the network was \
                never asked for kernels that we would understand, only for kernels that help.
                """,
            es: """
                Recuerda la prueba del núcleo de bordes: sus pesos suman cero, así que una superficie lisa lo deja \
                frío. Núcleos cuyos pesos se cancelan aquí, con un margen de una cuarta parte: \(balanced) de \
                \(maps.filters.count). Cualquier otro mezcla un borde con cierta afición a lo claro o a lo oscuro. No \
                busques belleza: a la red nunca se le pidieron núcleos que pudiéramos entender, solo núcleos que \
                ayudaran.
                """)
    }
}

extension Maps.LayerMaps {
    /// The share of the layer's numbers that are exactly zero.
    var quietShare: Double {
        let values = maps.joined()
        return Double(values.count { $0 == 0 }) / Double(max(values.count, 1))
    }
}

extension Maps {
    /// The digit that walks through the network.
    var picture: GrayImage { GrayImage(width: columns, height: rows, bytes: digit) }
}
