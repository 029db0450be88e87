import Figures
import Imaging
import Languages
import Notebook

/// Lesson 4: Sobel, magnitude and angle.
struct Gradients: Lesson {
    static let about: LessonDescription? = LessonDescription(
        id: "gradients",
        title: Bilingual(en: "Sobel, magnitude and angle", es: "Sobel, magnitud y ángulo"),
        question: Bilingual(
            en: "How strong is an edge, and which way does it face?",
            es: "¿Qué fuerza tiene un borde y hacia dónde mira?"),
        goals: [
            Bilingual(
                en: "how two kernels measure the change across and the change down",
                es: "cómo dos núcleos miden el cambio en horizontal y en vertical"),
            Bilingual(
                en: "how Pythagoras turns both into a strength, and atan2 into an angle",
                es: "cómo Pitágoras los convierte en una fuerza y atan2 en un ángulo"),
            Bilingual(
                en: "what Canny's five steps add to Sobel",
                es: "qué añaden a Sobel los cinco pasos de Canny"),
        ],
        minutes: 11,
        figures: ["sobel", "straight", "magnitude", "angle", "arrows", "orientations", "canny", "thresholds"])

    func write(on page: inout Page, using course: Course) throws {
        let gray = try course.scene.gray
        let gradient = try components(of: gray, on: &page)
        try triangles(on: &page)
        try polar(gradient, gray, on: &page)
        try orientations(of: gradient, gray, on: &page)
        try canny(gray, on: &page)
        close(&page)
    }

    private func components(of gray: GrayImage, on page: inout Page) throws -> Gradient {
        page.prose(
            en: """
                The Laplacian tells that there is an edge, not which way it runs. For that, ask two questions: how \
                fast does the picture change from **left to right**, and how fast from **top to bottom**? Irwin \
                Sobel gave one kernel to each:

                $$ S_x = \\begin{bmatrix} -1 & 0 & 1 \\\\ -2 & 0 & 2 \\\\ -1 & 0 & 1 \\end{bmatrix} \
                \\qquad S_y = \\begin{bmatrix} -1 & -2 & -1 \\\\ 0 & 0 & 0 \\\\ 1 & 2 & 1 \\end{bmatrix} $$

                Both leave the main pixel out: its column (or row) has weight zero. $S_x$ subtracts what is on the \
                left from what is on the right, so it answers to **vertical** edges. $S_y$ subtracts what is above \
                from what is below, so it answers to **horizontal** ones. The nearer neighbours count twice.
                """,
            es: """
                El laplaciano dice que hay un borde, pero no hacia dónde corre. Para saberlo hay que hacer dos \
                preguntas: ¿con qué rapidez cambia la imagen **de izquierda a derecha** y con qué rapidez **de \
                arriba abajo**? Irwin Sobel dedicó un núcleo a cada una:

                $$ S_x = \\begin{bmatrix} -1 & 0 & 1 \\\\ -2 & 0 & 2 \\\\ -1 & 0 & 1 \\end{bmatrix} \
                \\qquad S_y = \\begin{bmatrix} -1 & -2 & -1 \\\\ 0 & 0 & 0 \\\\ 1 & 2 & 1 \\end{bmatrix} $$

                Los dos dejan fuera el píxel principal: su columna (o su fila) pesa cero. $S_x$ resta lo que hay a \
                la izquierda de lo que hay a la derecha, así que responde a los bordes **verticales**. $S_y$ resta \
                lo de arriba de lo de abajo, así que responde a los **horizontales**. Los vecinos más próximos \
                cuentan doble.
                """)
        // snippet.sobel
        let gradient = Gradient(of: gray, border: .replicate)
        let horizontal = gradient.horizontal
        let vertical = gradient.vertical
        // snippet.end
        try page.code("sobel")
        let strong = max(horizontal.strongValue, vertical.strongValue)
        try page.figure(
            "sobel",
            title: Bilingual(en: "Change across, change down", es: "Cambio en horizontal, cambio en vertical"),
            caption: Bilingual(
                en: """
                    Orange: brighter on the right (or below). Blue: darker there. Find the house: its walls light up \
                    on the left only, its floor line on the right only, its roof in both.
                    """,
                es: """
                    Naranja: más claro a la derecha (o abajo). Azul: más oscuro. Busca la casa: sus paredes solo se \
                    encienden en la imagen izquierda, la línea del suelo solo en la derecha, y el tejado en ambas.
                    """),
            alternative: Bilingual(
                en: "Two signed maps: Sobel x shows vertical outlines, Sobel y horizontal ones, slanted ones in both.",
                es:
                    "Dos mapas con signo: Sobel x muestra contornos verticales; Sobel y, horizontales; los inclinados, ambos."
            ),
            Pictures([
                .init(
                    .signed(horizontal, limit: strong),
                    caption: Bilingual(en: "Sobel x: vertical edges", es: "Sobel x: bordes verticales")),
                .init(
                    .signed(vertical, limit: strong),
                    caption: Bilingual(en: "Sobel y: horizontal edges", es: "Sobel y: bordes horizontales")),
            ]))
        return gradient
    }

    private func triangles(on page: inout Page) throws {
        // snippet.straight
        let size = 9
        let slopes: [(across: Float, down: Float)] = [(0, 1), (1, 0), (1, 1)]
        let patches = slopes.map { slope in
            let middle = Float(size - 1) / 2
            return GrayImage(
                rows: (0..<size).map { row in
                    (0..<size).map { column in
                        let side = slope.across * (Float(column) - middle) + slope.down * (Float(row) - middle)
                        return side < 0 ? 40 : side > 0 ? 200 : 120
                    }
                })
        }
        let answers = patches.map { patch in
            (
                x: patch.correlated(with: .sobelX, border: .replicate)[size / 2, size / 2],
                y: patch.correlated(with: .sobelY, border: .replicate)[size / 2, size / 2]
            )
        }
        // snippet.end
        page.prose(
            en: """
                ## Two numbers make an arrow

                Each pixel now has two numbers. Together they form an arrow, the **gradient**: so far to the right, \
                so far down. It points to where the picture brightens fastest, straight across the edge.
                """,
            es: """
                ## Dos números forman una flecha

                Cada píxel tiene ahora dos números. Juntos forman una flecha, el **gradiente**: tanto hacia la \
                derecha, tanto hacia abajo. Apunta hacia donde la imagen se aclara más deprisa, justo a través del \
                borde.
                """)
        try page.code("straight")
        let names = [
            Bilingual(en: "horizontal edge", es: "borde horizontal"),
            Bilingual(en: "vertical edge", es: "borde vertical"),
            Bilingual(en: "slanted edge", es: "borde inclinado"),
        ]
        let printed = zip(names, answers).map { name, answer in
            Bilingual(
                en: "\(name.en): x \(plain: Int(answer.x)), y \(plain: Int(answer.y))\n",
                es: "\(name.es): x \(plain: Int(answer.x)), y \(plain: Int(answer.y))\n")
        }
        page.append(
            .output(
                Bilingual(
                    en: "\(printed[0].en)\(printed[1].en)\(printed[2].en)",
                    es: "\(printed[0].es)\(printed[1].es)\(printed[2].es)")))
        page.record("straight", answers.map { [Int($0.x), Int($0.y)] })
        try page.figure(
            "straight",
            title: Bilingual(en: "Three edges and their arrows", es: "Tres bordes y sus flechas"),
            caption: Bilingual(
                en: """
                    The two answers at the centre are the legs of a right triangle; the gradient is the hypotenuse. \
                    Only the slanted edge has both legs.
                    """,
                es: """
                    Las dos respuestas en el centro son los catetos de un triángulo rectángulo; el gradiente es la \
                    hipotenusa. Solo el borde inclinado tiene los dos catetos.
                    """),
            alternative: Bilingual(
                en: "A horizontal, a vertical and a slanted edge, each with its two components as a right triangle.",
                es: "Un borde horizontal, uno vertical y uno inclinado, cada uno con sus componentes como triángulo."),
            GradientTriangles(
                zip(zip(patches, answers), names).map { pair, name in
                    .init(patch: pair.0, x: Double(pair.1.x), y: Double(pair.1.y), caption: name)
                }))
    }
}
