import Figures
import Imaging
import Languages
import Notebook

extension Pixels {
    /// Eyes and numbers on the same region.
    func magnifying(_ gray: GrayImage, on page: inout Page) throws {
        // snippet.zoom
        let region = (row: 176, column: 244, height: 10, width: 12)
        let detail = gray.cropped(
            row: region.row, column: region.column, width: region.width, height: region.height
        ).map { $0.rounded() }
        // snippet.end
        page.prose(
            en: """
                ## Close enough to read

                Come closer, and the elephant dissolves into squares. Closer still, and every square shows its \
                number. Nothing has been lost on the way: the numbers *are* the picture.
                """,
            es: """
                ## Tan cerca que se puede leer

                Acércate y el elefante se deshace en cuadrados. Acércate más y cada cuadrado muestra su número. No \
                se ha perdido nada por el camino: los números *son* la imagen.
                """)
        try page.code("zoom")
        try page.figure(
            "zoom",
            title: Bilingual(en: "From the elephant to its numbers", es: "Del elefante a sus números"),
            caption: Bilingual(
                en: "The framed region on the left is the grid on the right: one cell a pixel, one number a cell.",
                es: """
                    La región enmarcada a la izquierda es la cuadrícula de la derecha: una celda por píxel, un \
                    número por celda.
                    """),
            alternative: Bilingual(
                en: """
                    The grey picture with a small frame, and beside it the \(region.height) by \(region.width) \
                    pixels inside the frame with their intensities.
                    """,
                es: """
                    La imagen gris con un pequeño marco y, al lado, los \(region.height) por \(region.width) píxeles \
                    de su interior con sus intensidades.
                    """),
            Composition(
                .row,
                [
                    .init(
                        Pictures([
                            .init(
                                .gray(gray),
                                frames: [
                                    .init(
                                        rows: region.row..<region.row + region.height,
                                        columns: region.column..<region.column + region.width)
                                ])
                        ])),
                    .init(PixelGrid(detail)),
                ], breadth: .wide))
    }

    /// The worked window: is the pixel of value 175 an edge?
    func edge(on page: inout Page) throws {
        // snippet.neighbours
        let window = Windows.edge
        let (row, column) = (2, 5)
        let center = window[row, column]
        var differences: [Float] = []
        for y in row - 1...row + 1 {
            for x in column - 1...column + 1 where (y, x) != (row, column) {
                differences.append(abs(window[y, x] - center))
            }
        }
        let steepest = differences.max() ?? 0
        // snippet.end
        page.prose(
            en: """
                ## Is this pixel on an edge?

                Here are a few pixels from another picture. Take the one whose value is \(Int(center)), in the third \
                row. Does it lie on an edge? Stare at the number for as long as you like, it will not say. A value \
                of \(Int(center)) may sit in the middle of a grey wall or on the rim of a shadow.

                The answer is in its company. The neighbours above and to the left have values close to its own. \
                Those on the right do not.
                """,
            es: """
                ## ¿Está este píxel en un borde?

                Estos son unos pocos píxeles de otra imagen. Toma el que vale \(Int(center)), en la tercera fila. \
                ¿Pertenece a un borde? Por mucho que mires el número, no te lo dirá. Un \(Int(center)) puede estar \
                en medio de una pared gris o en el filo de una sombra.

                La respuesta está en su compañía. Los vecinos de arriba y de la izquierda tienen valores parecidos \
                al suyo. Los de la derecha, no.
                """)
        try page.figure(
            "window",
            title: Bilingual(en: "A pixel and its eight neighbours", es: "Un píxel y sus ocho vecinos"),
            caption: Bilingual(
                en: """
                    The framed pixel and the eight around it. The light area ends in the middle of this frame: on \
                    its right side the values fall by up to \(Int(steepest)).
                    """,
                es: """
                    El píxel enmarcado y los ocho que lo rodean. La zona clara termina en medio de este marco: a su \
                    derecha los valores caen hasta en \(Int(steepest)) niveles.
                    """),
            alternative: Bilingual(
                en: "A grid of grey values, light on the left and dark on the right; a pixel between both is framed.",
                es: """
                    Una cuadrícula de grises, clara a la izquierda y oscura a la derecha; hay un píxel enmarcado \
                    entre ambas zonas.
                    """),
            PixelGrid(
                window,
                frames: [
                    .init(rows: row - 1..<row + 2, columns: column - 1..<column + 2, role: .kernel),
                    .init(rows: row..<row + 1, columns: column..<column + 1, role: .input),
                ]))
        try page.code("neighbours")
        page.output("largest difference to a neighbour: \(Int(steepest))")
        page.record("window.center", Int(center))
        page.record("window.largestDifference", Int(steepest))
        page.prose(
            en: """
                A difference of \(Int(steepest)) levels out of 255 from one pixel to the next is a strong change, \
                and so we answer: yes, an edge runs through here. Notice what we did. We never asked how bright the \
                pixel is. We asked **how much it differs from those around it**. Everything that follows is a way \
                of asking this question for all pixels at once.
                """,
            es: """
                Una diferencia de \(Int(steepest)) niveles sobre 255 de un píxel al siguiente es un cambio fuerte, \
                así que respondemos: sí, por aquí pasa un borde. Observa lo que hemos hecho. Nunca preguntamos \
                cuánto brilla el píxel. Preguntamos **cuánto se distingue de los que tiene alrededor**. Todo lo que \
                sigue son maneras de hacer esa pregunta a todos los píxeles a la vez.
                """)
    }
}
