import Languages
import Notebook
import Publishing

/// A small course with every kind of cell, for tests and for looking at.
enum Sample {
    /// Pages show files of figures; none is drawn to make one.
    private struct NotDrawn: Error {}

    static let kernels = LessonDescription(
        id: "kernels",
        title: Bilingual(en: "A kernel visits every pixel", es: "Un núcleo visita cada píxel"),
        question: Bilingual(
            en: "How can nine numbers change a whole picture?",
            es: "¿Cómo pueden nueve números cambiar una imagen entera?"),
        goals: [
            Bilingual(
                en: "Multiply a window by a kernel and add, by hand.",
                es: "Multiplicar una ventana por un núcleo y sumar, a mano."),
            Bilingual(en: "Say what happens at the border.", es: "Decir qué pasa en el borde."),
            Bilingual(
                en: "Tell convolution from correlation.", es: "Distinguir la convolución de la correlación."),
        ], minutes: 12)

    static let edges = LessonDescription(
        id: "edges",
        title: Bilingual(en: "Kernels that find edges", es: "Núcleos que encuentran bordes"),
        question: Bilingual(
            en: "Which nine numbers answer only where the picture changes?",
            es: "¿Qué nueve números responden solo donde la imagen cambia?"),
        goals: [Bilingual(en: "Read a signed response.", es: "Leer una respuesta con signo.")], minutes: 1)

    static func report(languages: [Language] = [.en, .es]) -> Report {
        Report(
            title: Bilingual(en: "Convolution from pixels", es: "La convolución desde los píxeles"),
            introduction: Bilingual(
                en: """
                    Networks see with *convolutions*. This course builds one from nothing: pixels first, then kernels, \
                    then a network that reads digits, every number computed by the code that you read.
                    """,
                es: """
                    Las redes ven con *convoluciones*. Este curso construye una desde cero: primero los píxeles, \
                    luego los núcleos y al final una red que lee dígitos; cada número lo calcula el código que lees.
                    """),
            lessons: [kernels, edges], languages: languages,
            notices: [
                Bilingual(
                    en: "A quick run: networks were trained for moments only, and their numbers say little.",
                    es: "Ejecución rápida: las redes se entrenaron solo unos momentos y sus números dicen poco.")
            ],
            provenance: [
                Provenance(label: Bilingual(en: "Seed", es: "Semilla"), value: "7"),
                Provenance(label: Bilingual(en: "Data", es: "Datos"), value: "3f9a01c2"),
                Provenance(label: Bilingual(en: "Program", es: "Programa"), value: "course 1.0.0"),
            ],
            source: "https://example.org/course/blob/main/")
    }

    static func figure(_ id: String, number: Int) -> Cell {
        .figure(
            FigureCell(
                id: id, number: number, title: Bilingual(en: "Title", es: "Título"),
                caption: Bilingual(
                    en: "The kernel on the window at $137$: nine products, and their sum in teal.",
                    es: "El núcleo sobre la ventana en $137$: nueve productos, y su suma en verde azulado."),
                alternative: Bilingual(
                    en: "A grid of numbers with a \"frame\" of three by three.",
                    es: "Una cuadrícula de números con un «marco» de tres por tres."),
                figure: { throw NotDrawn() }))
    }

    static func kernelsPage() -> Page {
        var page = Page(lesson: kernels, number: 1)
        for cell in cells { page.append(cell) }
        return page
    }

    static func edgesPage() -> Page {
        var page = Page(lesson: edges, number: 2)
        page.prose(
            en: "The kernel of [](kernels.html), and [its figure](kernels.html#fig-overlay).",
            es: "El núcleo de la [](kernels.html), y [su figura](kernels.html#fig-overlay).")
        page.append(figure("similar", number: 1))
        return page
    }

    /// A figure as Cairo writes it: a letter, a picture of pixels, a line.
    static func svg(paper: String, ink: String, pixels: String = "iVBORw0KGgo=") -> [UInt8] {
        Array(
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="453.54pt" \
            height="252pt" viewBox="0 0 453.543307 252" version="1.1">
            <defs>
            <g>
            <symbol overflow="visible" id="glyph0-1">
            <path style="stroke:none;" d="M 0.796875 0 L 5.765625 -1.21875 Z M 0.796875 0 "/>
            </symbol>
            <symbol overflow="visible" id="glyph0-2">
            <path style="stroke:none;" d=""/>
            </symbol>
            </g>
            <clipPath id="clip1">
              <path d="M 6 28.3125 L 105.886719 28.3125 L 105.886719 94.902344 L 6 94.902344 Z M 6 28.3125 "/>
            </clipPath>
            <image id="image1" width="24" height="16" xlink:href="data:image/png;base64,\(pixels)"/>
            <pattern id="pattern1" patternUnits="userSpaceOnUse" width="24" height="16"  \
            patternTransform="matrix(4.161913,0,0,4.161913,6,28.3125)">
              <use xlink:href="#image1"/>
            </pattern>
            </defs>
            <g id="surface1">
            <rect x="0" y="0" width="453.543307" height="252" style="fill:\(paper);fill-opacity:1;stroke:none;"/>
            <g style="fill:\(ink);fill-opacity:1;">
              <use xlink:href="#glyph0-1" x="119.457031" y="231.03125"/>
              <use xlink:href="#glyph0-2" x="124" y="231.03125"/>
            </g>
            <g clip-path="url(#clip1)" clip-rule="nonzero">
            <rect x="0" y="0" width="453.543307" height="252" style="fill:url(#pattern1);stroke:none;"/>
            </g>
            <path style="fill:none;stroke-width:0.5;stroke-linecap:butt;stroke-linejoin:miter;stroke:\(ink);\
            stroke-opacity:1;stroke-miterlimit:10;" d="M 6 28.3125 L 105.886719 28.3125 "/>
            </g>
            </svg>

            """.utf8)
    }

    /// One drawing for all figures, in both themes.
    static var drawing: ThemedDrawing {
        get throws {
            try ThemedDrawing(
                named: "kernels/overlay",
                light: svg(paper: "rgb(99%,98%,97%)", ink: "rgb(10.980392%,10.588235%,13.333333%)"),
                dark: svg(paper: "rgb(9%,9%,10%)", ink: "rgb(91.372549%,90.196078%,87.45098%)"))
        }
    }

    /// A picture for other formats, which look no further than its first bytes.
    static func picture(_ figure: FigureCell) -> ExportedPicture? {
        ExportedPicture(
            fileName: "\(figure.id).es.png", bytes: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0],
            width: 1260,
            height: 700)
    }

    static func figures(_ lesson: String, _ figure: String, _ language: Language) -> FigureFile? {
        let isWide = figure == "slide"
        return FigureFile(
            path: "figures/\(lesson)/\(figure).\(language).png", width: isWide ? 1890 : 1260,
            height: isWide ? 640 : 700)
    }
}
