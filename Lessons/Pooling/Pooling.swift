import Figures
import Imaging
import Languages
import Notebook

/// Lesson 5: from a picture to features.
struct Pooling: Lesson {
    static let about: LessonDescription? = LessonDescription(
        id: "pooling",
        title: Bilingual(en: "From a picture to features", es: "De la imagen a las características"),
        question: Bilingual(
            en: "How does a network keep what matters and forget the rest?",
            es: "¿Cómo conserva una red lo que importa y olvida lo demás?"),
        goals: [
            Bilingual(
                en: "what ReLU does to a feature map, and why it is there",
                es: "qué le hace ReLU a un mapa de características y para qué está"),
            Bilingual(
                en: "how max pooling and average pooling shrink a map",
                es: "cómo encogen un mapa el max pooling y el average pooling"),
            Bilingual(
                en: "the whole walk of a picture, from colour to a small map of answers",
                es: "el recorrido completo de una imagen, del color a un pequeño mapa de respuestas"),
        ],
        minutes: 8,
        figures: ["relu", "maxpool", "average", "shrink", "flatten", "pipeline"])

    func write(on page: inout Page, using course: Course) throws {
        let scene = try course.scene
        let gray = scene.gray
        try relu(gray, on: &page)
        try grids(on: &page)
        try shrink(gray, on: &page)
        try flatten(gray, on: &page)
        try pipeline(scene, on: &page)
        close(&page)
    }

    private func relu(_ gray: GrayImage, on page: inout Page) throws {
        page.prose(
            en: """
                A picture filtered by a kernel is called a **feature map**: it shows where in the picture the \
                kernel's pattern occurs. Where the pattern is there, the value is large; where its opposite is, the \
                value is negative. For the question “is it here?” both *no* and *the opposite* mean no. The \
                **rectified linear unit**, ReLU for short, says just that:

                $$ \\operatorname{ReLU}(x) = \\max(0, x) $$
                """,
            es: """
                Una imagen filtrada por un núcleo se llama **mapa de características**: muestra en qué lugares de \
                la imagen aparece el patrón del núcleo. Donde está el patrón, el valor es grande; donde está su \
                opuesto, es negativo. Para la pregunta «¿está aquí?», tanto *no* como *lo contrario* quieren decir \
                no. La **unidad lineal rectificada**, ReLU para abreviar, dice justo eso:

                $$ \\operatorname{ReLU}(x) = \\max(0, x) $$
                """)
        // snippet.relu
        let map = gray.correlated(with: .sobelX, border: .replicate)
        let rectified = map.rectified()
        // snippet.end
        let silenced = Double(zip(map.pixels, rectified.pixels).count { $0 != $1 }) / Double(map.pixels.count)
        page.record("relu.silenced", silenced)
        try page.code("relu")
        let strong = map.strongValue
        let inputs = stride(from: -4.0, through: 4.0, by: 0.05).map { $0 }
        try page.figure(
            "relu",
            title: Bilingual(
                en: "A bent line, and what it leaves of a map", es: "Una línea quebrada y lo que deja de un mapa"),
            caption: Bilingual(
                en: """
                    Left, the function. Right, a feature map of Sobel x before and after: all blue is gone, \
                    \(silenced, percent: 0) of the values have become zero. Without such a bend, any stack of \
                    convolutions would be a single convolution.
                    """,
                es: """
                    A la izquierda, la función. A la derecha, un mapa de Sobel x antes y después: el azul ha \
                    desaparecido y el \(silenced, percent: 0) de los valores pasa a ser cero. Sin un quiebro así, \
                    cualquier pila de convoluciones equivaldría a una sola.
                    """),
            alternative: Bilingual(
                en: "The ReLU curve, and a signed feature map before and after: the negative part is gone.",
                es: "La curva ReLU y un mapa con signo antes y después: la parte negativa ha desaparecido."),
            Composition(
                .row,
                [
                    .init(
                        Curves([
                            .init(
                                xName: Bilingual(both: "x"), yName: Bilingual(both: "ReLU(x)"),
                                series: [.init(x: inputs, y: inputs.map { max(0, $0) }, role: .output)])
                        ])),
                    .init(
                        Pictures(
                            [
                                .init(.signed(map, limit: strong), caption: Bilingual(en: "before", es: "antes")),
                                .init(
                                    .signed(rectified, limit: strong), caption: Bilingual(en: "after", es: "después")),
                            ], columns: 2), share: 2),
                ], breadth: .wide))
    }

    private func grids(on page: inout Page) throws {
        // snippet.pool
        let grid = GrayImage(rows: [[1, 3, 2, 1], [4, 8, 0, 5], [7, 2, 9, 4], [0, 6, 3, 6]])
        let strongest = grid.maxPooled(window: 2, stride: 2)
        let average = grid.averagePooled(window: 2, stride: 2)
        // snippet.end
        page.prose(
            en: """
                ## Keep the strongest answer

                If a pattern was found somewhere, it matters little whether it was one pixel further left. So the \
                map may be coarser. **Max pooling** cuts it into windows of two by two and keeps the largest number \
                of each; with a **stride** of two the windows do not overlap, and each side is halved.
                """,
            es: """
                ## Quedarse con la respuesta más fuerte

                Si un patrón se encontró en algún lugar, poco importa que estuviera un píxel más a la izquierda. Así \
                que el mapa puede ser más basto. El **max pooling** (agrupación por el máximo) lo corta en ventanas \
                de dos por dos y conserva el mayor número de cada una; con un **paso** de dos las ventanas no se \
                solapan y cada lado se reduce a la mitad.
                """)
        try page.code("pool")
        page.output(
            "max \(strongest.rows.map { $0.map { Int($0) } })   average \(average.rows)")
        page.record("maxPooled", strongest.rows)
        page.record("averagePooled", average.rows)
        try page.figure(
            "maxpool",
            title: Bilingual(en: "Four windows, four winners", es: "Cuatro ventanas, cuatro ganadores"),
            caption: Bilingual(
                en: "Each window keeps its largest number and forgets the other three, and where the winner stood.",
                es: "Cada ventana conserva su número mayor y olvida los otros tres, y también dónde estaba el ganador."),
            alternative: Bilingual(
                en: "A four by four grid max-pooled to two by two; the maximum of each window is marked.",
                es:
                    "Una cuadrícula de cuatro por cuatro reducida a dos por dos; el máximo de cada ventana está marcado."
            ),
            PoolingDiagram(grid))
        page.prose(
            en: """
                **Average pooling** takes the mean instead. It forgets less abruptly, but one strong answer among \
                three weak ones is drowned. Networks that look for features mostly take the maximum.
                """,
            es: """
                El **average pooling** (agrupación por el promedio) toma la media. Olvida de forma menos brusca, pero \
                una respuesta fuerte entre tres débiles se ahoga. Las redes que buscan características suelen tomar \
                el máximo.
                """)
        try page.figure(
            "average",
            title: Bilingual(en: "The same windows, averaged", es: "Las mismas ventanas, promediadas"),
            caption: Bilingual(
                en: "All four numbers of a window count alike.",
                es: "Los cuatro números de cada ventana cuentan por igual."),
            alternative: Bilingual(
                en: "The same four by four grid averaged to two by two.",
                es: "La misma cuadrícula de cuatro por cuatro promediada a dos por dos."),
            PoolingDiagram(grid, kind: .average))
    }
}
