import Figures
import Imaging
import Languages
import Notebook

/// Lesson 3: kernels that find edges.
struct Edges: Lesson {
    static let about = LessonDescription(
        id: "edges",
        title: Bilingual(en: "Kernels that find edges", es: "Núcleos que encuentran bordes"),
        question: Bilingual(
            en: "Which nine numbers make everything disappear but the outlines?",
            es: "¿Qué nueve números hacen desaparecer todo menos los contornos?"),
        goals: [
            Bilingual(
                en: "why weights that add up to zero answer to differences only",
                es: "por qué unos pesos que suman cero responden solo a las diferencias"),
            Bilingual(
                en: "how to read a negative result, and four ways to show it",
                es: "cómo leer un resultado negativo y cuatro maneras de mostrarlo"),
            Bilingual(
                en: "what each named kernel of the course does to one picture",
                es: "qué le hace a una misma imagen cada núcleo del curso"),
        ],
        minutes: 7,
        figures: ["similar", "different", "laplacian", "negatives", "gallery"])

    func write(on page: inout Page, using course: Course) throws {
        let gray = try course.scene.gray
        try worked(on: &page)
        try picture(gray, on: &page)
        try gallery(gray, on: &page)
        close(&page)
    }

    private func worked(on page: inout Page) throws {
        // snippet.two-windows
        let similar = Windows.similar.correlated(with: .laplacian8, border: .valid)[0, 0]
        let different = Windows.different.correlated(with: .laplacian8, border: .valid)[0, 0]
        // snippet.end
        let (quiet, loud) = (Int(similar), Int(different))
        page.record("similar", quiet)
        page.record("different", loud)
        page.prose(
            en: """
                We want a new picture that is dark where nothing happens and bright where an edge runs. The rule \
                from the last lesson says how: the weights must add up to zero. Here is the simplest such kernel, \
                a **Laplacian**. It takes eight times the main pixel and subtracts each of its eight neighbours:

                $$ K = \\begin{bmatrix} -1 & -1 & -1 \\\\ -1 & 8 & -1 \\\\ -1 & -1 & -1 \\end{bmatrix} $$

                Try it on a pixel of 100 among neighbours of about 100.
                """,
            es: """
                Queremos una imagen nueva que sea oscura donde no pasa nada y clara donde corre un borde. La regla \
                de la lección anterior dice cómo: los pesos deben sumar cero. Este es el núcleo más sencillo que lo \
                cumple, un **laplaciano**. Toma ocho veces el píxel principal y le resta cada uno de sus ocho vecinos:

                $$ K = \\begin{bmatrix} -1 & -1 & -1 \\\\ -1 & 8 & -1 \\\\ -1 & -1 & -1 \\end{bmatrix} $$

                Pruébalo en un píxel de 100 entre vecinos de alrededor de 100.
                """)
        try page.figure(
            "similar",
            title: Bilingual(en: "Among its like: nearly zero", es: "Entre iguales: casi cero"),
            caption: Bilingual(
                en: """
                    800 from the main pixel, 809 taken away by its neighbours: \(quiet). Close to zero, so no edge. \
                    (Some texts print 9 here; the sign is lost there, the conclusion is not.)
                    """,
                es: """
                    800 del píxel principal menos 809 de sus vecinos: \(quiet). Casi cero, así que no hay borde. \
                    (Algunos textos escriben aquí 9: pierden el signo, aunque no la conclusión.)
                    """),
            alternative: Bilingual(
                en: "The Laplacian on nine similar pixels; the products add up to \(quiet).",
                es: "El laplaciano sobre nueve píxeles parecidos; los productos suman \(quiet)."),
            KernelOverlay(window: Windows.similar, kernel: .laplacian8, row: 1, column: 1))
        page.prose(
            en: "And now on a dark pixel that has three bright neighbours on its right.",
            es: "Y ahora en un píxel oscuro que tiene tres vecinos claros a su derecha.")
        try page.figure(
            "different",
            title: Bilingual(en: "Beside an edge: far from zero", es: "Junto a un borde: lejos de cero"),
            caption: Bilingual(
                en: "160 minus 400 is \(loud): a large answer. The minus says that the main pixel is on the dark side.",
                es: """
                    160 menos 400 es \(loud): una respuesta grande. El signo menos dice que el píxel principal está \
                    en el lado oscuro.
                    """),
            alternative: Bilingual(
                en: "The Laplacian on a dark pixel with three bright neighbours; the products add up to \(loud).",
                es: "El laplaciano sobre un píxel oscuro con tres vecinos claros; los productos suman \(loud)."),
            KernelOverlay(window: Windows.different, kernel: .laplacian8, row: 1, column: 1))
        try page.code("two-windows")
        page.output("similar: \(quiet)   different: \(loud)")
    }

    private func picture(_ gray: GrayImage, on page: inout Page) throws {
        // snippet.laplacian
        let edges = gray.correlated(with: .laplacian8, border: .replicate)
        // snippet.end
        page.prose(
            en: "## The whole picture\n\nOne line does for every pixel what we have just done for two.",
            es: "## La imagen entera\n\nUna sola línea hace con cada píxel lo que acabamos de hacer con dos.")
        try page.code("laplacian")
        try page.figure(
            "laplacian",
            title: Bilingual(en: "Only the outlines are left", es: "Solo quedan los contornos"),
            caption: Bilingual(
                en: "Even areas turn black whatever their brightness was. Every outline stays.",
                es: "Las zonas uniformes se vuelven negras, tuvieran el brillo que tuvieran. Los contornos permanecen."),
            alternative: Bilingual(
                en: "The grey picture, the Laplacian kernel, and the result: bright outlines on black.",
                es: "La imagen gris, el núcleo laplaciano y el resultado: contornos claros sobre negro."),
            BeforeAfter(.gray(gray), .laplacian8, .gray(edges)))
        let negative = Double(edges.pixels.count { $0 < 0 }) / Double(edges.pixels.count)
        page.record("laplacian.negativeShare", negative)
        page.record("laplacian.minimum", Int(edges.pixels.min() ?? 0))
        page.record("laplacian.maximum", Int(edges.pixels.max() ?? 0))
        page.prose(
            en: """
                ## What to do with a negative number

                The result is no picture yet: \(negative, percent: 0) of its values are below zero, and a screen \
                has no colour darker than black. There are four honest ways out. **Clip**: everything below zero \
                becomes black; half of each edge is lost, and networks do just that, as [](pooling.html) shows with ReLU. \
                **Absolute value**: the strength stays, the side is lost. **Rescale**: the smallest value becomes \
                black, the largest white; nothing is lost, but zero is now some grey, and the eye takes it for \
                something. **Signed**: a scale of two hues with zero in the middle; nothing is lost, and nothing looks \
                like what it is not.
                """,
            es: """
                ## Qué hacer con un número negativo

                El resultado aún no es una imagen: el \(negative, percent: 0) de sus valores es menor que cero, y una \
                pantalla no tiene color más oscuro que el negro. Hay cuatro salidas honradas. **Recortar**: lo que \
                baja de cero se vuelve negro; se pierde la mitad de cada borde, y eso mismo hacen las redes, como \
                muestra la [](pooling.html) con ReLU. **Valor absoluto**: queda la fuerza, se pierde el lado. \
                **Reescalar**: el valor menor pasa a ser negro y el mayor, blanco; no se pierde nada, pero el cero es \
                ahora un gris cualquiera y el ojo lo toma por algo. **Con signo**: una escala de dos tonos con el \
                cero en el centro; no se pierde nada y nada parece lo que no es.
                """)
        // snippet.negatives
        let clipped = edges.clipped()
        let absolute = edges.absolute().clipped()
        // snippet.end
        try page.code("negatives")
        try page.figure(
            "negatives",
            title: Bilingual(en: "One result, three of the four ways", es: "Un resultado, tres de las cuatro maneras"),
            caption: Bilingual(
                en: """
                    In the signed map, orange is brighter than its surroundings and blue is darker: along each \
                    outline the two run side by side. The strongest hundredth shares the deepest colour.
                    """,
                es: """
                    En el mapa con signo, el naranja es más claro que su entorno y el azul más oscuro: a lo largo de \
                    cada contorno corren los dos juntos. La centésima parte más fuerte comparte el color más intenso.
                    """),
            alternative: Bilingual(
                en: "The Laplacian's result clipped at zero, as absolute value, and in diverging colours.",
                es: "El resultado del laplaciano recortado en cero, en valor absoluto y en colores divergentes."),
            Pictures([
                .init(.gray(clipped), caption: Bilingual(en: "clipped", es: "recortado")),
                .init(.gray(absolute), caption: Bilingual(en: "absolute value", es: "valor absoluto")),
                .init(.signed(edges, limit: edges.strongValue), caption: Bilingual(en: "signed", es: "con signo")),
            ]))
    }
}
