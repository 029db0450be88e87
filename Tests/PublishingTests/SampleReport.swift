import Drawing
import Imaging
import Languages
import Notebook
import Publishing

/// A small course with every kind of cell, for tests and for looking at.
enum Sample {
    /// Pages show files of figures; none is drawn to make one.
    private struct NotDrawn: Error {}

    static let kernels = LessonDescription(
        id: "kernels",
        title: Localized(en: "A kernel visits every pixel", es: "Un núcleo visita cada píxel"),
        question: Localized(
            en: "How can nine numbers change a whole picture?",
            es: "¿Cómo pueden nueve números cambiar una imagen entera?"),
        goals: [
            Localized(
                en: "Multiply a window by a kernel and add, by hand.",
                es: "Multiplicar una ventana por un núcleo y sumar, a mano."),
            Localized(en: "Say what happens at the border.", es: "Decir qué pasa en el borde."),
            Localized(
                en: "Tell convolution from correlation.", es: "Distinguir la convolución de la correlación."),
        ], minutes: 12, emblem: "overlay")

    static let edges = LessonDescription(
        id: "edges",
        title: Localized(en: "Kernels that find edges", es: "Núcleos que encuentran bordes"),
        question: Localized(
            en: "Which nine numbers answer only where the picture changes?",
            es: "¿Qué nueve números responden solo donde la imagen cambia?"),
        goals: [Localized(en: "Read a signed response.", es: "Leer una respuesta con signo.")], minutes: 1,
        emblem: "slide")

    static func report(languages: [Language] = [.en, .es]) -> Report {
        Report(
            title: Localized(en: "Convolution from pixels", es: "La convolución desde los píxeles"),
            introduction: Localized(
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
                Localized(
                    en: "A quick run: networks were trained for moments only, and their numbers say little.",
                    es: "Ejecución rápida: las redes se entrenaron solo unos momentos y sus números dicen poco.")
            ],
            provenance: [
                Provenance(label: Localized(en: "Seed", es: "Semilla"), value: "7"),
                Provenance(label: Localized(en: "Data", es: "Datos"), value: "3f9a01c2"),
                Provenance(label: Localized(en: "Program", es: "Programa"), value: "course 1.0.0"),
            ],
            source: "https://example.org/course/blob/main/")
    }

    static func figure(_ id: String, number: Int) -> Cell {
        .figure(
            FigureCell(
                id: id, number: number, title: Localized(en: "Title", es: "Título"),
                caption: Localized(
                    en: "The kernel on the window at $137$: nine products, and their sum in teal.",
                    es: "El núcleo sobre la ventana en $137$: nueve productos, y su suma en verde azulado."),
                alternative: Localized(
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

    /// A drawing with letters, a picture of pixels enlarged, and a line.
    static func drawing(paper: Color, ink: Color, pixel: ColorImage.Pixel = .black) throws -> VectorDrawing {
        let canvas = try Canvas(.svg, page: Size(width: 453.543307, height: 252))
        canvas.paint(paper)
        canvas.draw(try Typesetter().set("I I", TextStyle(size: 9)), at: Point(119, 231), color: ink)
        try canvas.draw(
            ColorImage(width: 24, height: 16, repeating: pixel), in: Rectangle(x: 6, y: 28, width: 100, height: 66))
        canvas.stroke(Path([Point(6, 28), Point(106, 28)]), ink, width: 0.5)
        return try canvas.drawing()
    }

    /// One drawing for all figures, in both themes.
    static var drawing: ThemedDrawing {
        get throws {
            ThemedDrawing(
                light: try drawing(paper: Color(0xfdfcf8), ink: Color(0x1c1b22)),
                dark: try drawing(paper: Color(0x17171c), ink: Color(0xe9e6df)))
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
