import Figures
import Imaging
import Languages
import Notebook

extension Pixels {
    /// One row of the picture as a curve.
    func profile(of gray: GrayImage, on page: inout Page) throws {
        // snippet.profile
        let row = gray.height * 9 / 20
        let intensities = gray.rows[row]
        let jumps = zip(intensities, intensities.dropFirst()).map { abs($1 - $0) }
        let jump = jumps.indices.max { jumps[$0] < jumps[$1] } ?? 0
        // snippet.end
        page.prose(
            en: """
                ## An edge is a cliff

                Walk along row \(row) of the picture from left to right and write down the intensity at each step. \
                The walk is level where a surface is even, and falls or climbs like a cliff where one thing gives \
                way to another.
                """,
            es: """
                ## Un borde es un acantilado

                Recorre la fila \(row) de la imagen de izquierda a derecha y anota la intensidad a cada paso. El \
                camino es llano donde una superficie es uniforme, y cae o se eleva como un acantilado donde una \
                cosa deja paso a otra.
                """)
        try page.code("profile")
        page.record("profile.row", row)
        page.record("profile.jumpColumn", jump)
        page.record("profile.jump", Int(jumps[jump].rounded()))
        try page.figure(
            "profile",
            title: Bilingual(en: "One row of the picture, as a curve", es: "Una fila de la imagen, como curva"),
            caption: Bilingual(
                en: """
                    Intensity along row \(row). The mark stands at the greatest jump: \(Int(jumps[jump].rounded())) \
                    levels between columns \(jump) and \(jump + 1).
                    """,
                es: """
                    Intensidad a lo largo de la fila \(row). La marca señala el mayor salto: \
                    \(Int(jumps[jump].rounded())) niveles entre las columnas \(jump) y \(jump + 1).
                    """),
            alternative: Bilingual(
                en: """
                    A curve of intensity against column, level in places and with steep steps; the steepest, of \
                    \(Int(jumps[jump].rounded())) levels, is marked at column \(jump).
                    """,
                es: """
                    Una curva de intensidad por columna, llana a trechos y con escalones bruscos; el mayor, de \
                    \(Int(jumps[jump].rounded())) niveles, está marcado en la columna \(jump).
                    """),
            Curves([
                .init(
                    xName: Bilingual(en: "column", es: "columna"),
                    yName: Bilingual(en: "intensity", es: "intensidad"),
                    series: [.init(y: intensities.map(Double.init), from: 0, role: .input)],
                    marks: [
                        .init(x: Double(jump) + 0.5, label: Bilingual(en: "the greatest jump", es: "el mayor salto"))
                    ], yRange: 0...255)
            ]))
    }

    /// What was learned, and the next question.
    func close(_ page: inout Page) {
        page.prose(
            en: """
                ## What you take with you

                A grey picture is a matrix of numbers from 0 to 255. An edge is a strong change between neighbours, \
                so it can only be found by looking at several pixels together. The next lesson builds the tool that \
                does so: a small matrix that visits every pixel and takes its neighbours into account.
                """,
            es: """
                ## Lo que te llevas

                Una imagen gris es una matriz de números entre 0 y 255. Un borde es un cambio fuerte entre vecinos, \
                de modo que solo se encuentra mirando varios píxeles juntos. La próxima lección construye la \
                herramienta que lo hace: una matriz pequeña que visita cada píxel y tiene en cuenta a sus vecinos.
                """)
        page.question(
            Bilingual(
                en: """
                    Suppose that every value of the picture is raised by 20 (and none passes 255). Do the edges \
                    move? Do they become stronger?
                    """,
                es: """
                    Supón que a todos los valores de la imagen se les suma 20 (y ninguno pasa de 255). ¿Se mueven \
                    los bordes? ¿Se hacen más fuertes?
                    """),
            answer: Bilingual(
                en: """
                    Neither. An edge is a difference, and adding the same number to both neighbours leaves their \
                    difference as it was. Doubling every value would double every difference, and the edges with it.
                    """,
                es: """
                    Ni lo uno ni lo otro. Un borde es una diferencia, y sumar lo mismo a ambos vecinos no la cambia. \
                    En cambio, duplicar todos los valores duplicaría todas las diferencias y, con ellas, los bordes.
                    """))
        page.attempt(
            "course figures pixels/profile --dpi 300 --output slides",
            purpose: Bilingual(
                en: "Draws the curve again, large enough for a slide.",
                es: "Vuelve a dibujar la curva, lo bastante grande para una diapositiva."))
    }
}
