import Figures
import Imaging
import Languages
import Notebook

/// Lesson 1: images are matrices.
struct Pixels: Lesson {
    static let about: LessonDescription? = LessonDescription(
        id: "pixels",
        title: Bilingual(en: "Images are matrices", es: "Las imágenes son matrices"),
        question: Bilingual(
            en: "How does an elephant fit into a table of numbers?",
            es: "¿Cómo cabe un elefante en una tabla de números?"),
        goals: [
            Bilingual(
                en: "what a computer holds where you see a picture: rows, columns and intensities",
                es: "qué guarda el ordenador donde tú ves una imagen: filas, columnas e intensidades"),
            Bilingual(
                en: "how three colour planes become one grey one",
                es: "cómo tres planos de color se reducen a uno gris"),
            Bilingual(
                en: "why a single pixel can never tell whether it lies on an edge",
                es: "por qué un píxel, por sí solo, nunca sabe si está en un borde"),
        ],
        minutes: 9,
        figures: ["scene", "channels", "zoom", "window", "profile"])

    func write(on page: inout Page, using course: Course) throws {
        let scene = try course.scene
        let gray = scene.gray
        try seeing(scene, on: &page)
        try planes(of: scene, gray, on: &page)
        try magnifying(gray, on: &page)
        try edge(on: &page)
        try profile(of: gray, on: &page)
        close(&page)
    }

    private func seeing(_ scene: ColorImage, on page: inout Page) throws {
        page.prose(
            en: """
                Look at this picture for one second, then look away. You will remember an elephant, a house, a few \
                hills. You will not remember a single colour value. Your eye went straight to the places where one \
                thing stops and the next begins: the rim of an ear against the sky, the corner of a wall. Those \
                places are called **edges**, and this course is about teaching a program to find them.
                """,
            es: """
                Mira esta imagen durante un segundo y aparta la vista. Recordarás un elefante, una casa, unas \
                colinas. No recordarás ni un solo valor de color. Tu ojo fue derecho a los lugares donde algo \
                termina y empieza lo siguiente: el contorno de una oreja contra el cielo, la esquina de una pared. \
                Esos lugares se llaman **bordes**, y este curso trata de enseñarle a un programa a encontrarlos.
                """)
        try page.figure(
            "scene",
            title: Bilingual(en: "What you see", es: "Lo que ves"),
            caption: Bilingual(
                en: """
                    The picture that this course works on. The program drew it itself; it holds edges in every \
                    direction, sharp ones and soft ones.
                    """,
                es: """
                    La imagen con la que trabaja este curso. La dibujó el propio programa y tiene bordes en todas \
                    las direcciones, unos nítidos y otros suaves.
                    """),
            alternative: Bilingual(
                en: "A drawn landscape with an elephant, a house, a fence, a tree, hills and a sun.",
                es: "Un paisaje dibujado con un elefante, una casa, una valla, un árbol, colinas y un sol."),
            Pictures([.init(.color(scene))], maximumHeight: 320))
    }

    private func planes(of scene: ColorImage, _ gray: GrayImage, on page: inout Page) throws {
        page.prose(
            en: """
                ## What the computer sees

                For the computer there is no elephant. There is a table with \(scene.height) rows and \
                \(scene.width) columns, and each cell of it, a **pixel**, holds four whole numbers from 0 to 255: \
                how much red, how much green, how much blue, and how opaque the pixel is. Rows are counted from the \
                top, columns from the left, both from zero, so that `[row, column]` is the address of a pixel.
                """,
            es: """
                ## Lo que ve el ordenador

                Para el ordenador no hay ningún elefante. Hay una tabla de \(scene.height) filas y \
                \(scene.width) columnas, y cada una de sus celdas, un **píxel**, guarda cuatro números enteros \
                entre 0 y 255: cuánto rojo, cuánto verde, cuánto azul y qué opacidad. Las filas se cuentan desde \
                arriba y las columnas desde la izquierda, ambas a partir de cero, de modo que `[fila, columna]` es \
                la dirección de un píxel.
                """)
        // snippet.inspect
        let corner = scene[0, 0]
        let report = """
            \(scene.height) rows x \(scene.width) columns x 4 numbers = \(scene.pixels.count) bytes
            [0, 0]: red \(corner.red), green \(corner.green), blue \(corner.blue), opacity \(corner.alpha)
            """
        // snippet.end
        try page.code("inspect")
        page.output(report)
        page.record("width", scene.width)
        page.record("height", scene.height)
        page.prose(
            en: """
                Red, green and blue are three tables of one number each, laid over one another. To find edges one \
                table is enough, so we mix the three into a single **grey** value. The eye does not weigh them \
                alike: a green light looks much brighter than a blue one of the same strength. The usual weights \
                say so (ITU-R BT.601):

                $$ Y = \(tex: 0.299, digits: 3)\\,R + \(tex: 0.587, digits: 3)\\,G + \(tex: 0.114, digits: 3)\\,B $$

                From here on a picture is one matrix: 0 is black, 255 is white.
                """,
            es: """
                Rojo, verde y azul son tres tablas de un solo número por celda, superpuestas. Para encontrar bordes \
                basta con una, así que mezclamos las tres en un único valor de **gris**. El ojo no las pondera por \
                igual: una luz verde parece mucho más brillante que una azul de la misma intensidad. Los pesos \
                habituales lo recogen (ITU-R BT.601):

                $$ Y = \(tex: 0.299, digits: 3)\\,R + \(tex: 0.587, digits: 3)\\,G + \(tex: 0.114, digits: 3)\\,B $$

                De aquí en adelante una imagen es una sola matriz: 0 es negro y 255 es blanco.
                """)
        try page.code("gray", from: "Imaging")
        try page.figure(
            "channels",
            title: Bilingual(en: "One picture, three planes, one grey", es: "Una imagen, tres planos, un gris"),
            caption: Bilingual(
                en: """
                    Each plane in its own tint, and the grey mixture. Look at the sky: it is bright in blue, dim in \
                    red, and the grey lies between them.
                    """,
                es: """
                    Cada plano con su tinte, y la mezcla gris. Fíjate en el cielo: es claro en el azul, oscuro en \
                    el rojo, y el gris queda entre ambos.
                    """),
            alternative: Bilingual(
                en: "The picture's red, green and blue planes, and its grey version, side by side.",
                es: "Los planos rojo, verde y azul de la imagen y su versión en gris, uno junto a otro."),
            Pictures(
                [
                    .init(.color(scene.tinted(.red)), caption: Bilingual(en: "red", es: "rojo")),
                    .init(.color(scene.tinted(.green)), caption: Bilingual(en: "green", es: "verde")),
                    .init(.color(scene.tinted(.blue)), caption: Bilingual(en: "blue", es: "azul")),
                    .init(.gray(gray), caption: Bilingual(en: "grey", es: "gris")),
                ], columns: 2))
    }
}
