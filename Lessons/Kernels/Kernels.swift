import Figures
import Imaging
import Languages
import Notebook

/// Lesson 2: a kernel visits every pixel.
struct Kernels: Lesson {
    static let about: LessonDescription? = LessonDescription(
        id: "kernels",
        title: Bilingual(en: "A kernel visits every pixel", es: "Un núcleo visita cada píxel"),
        question: Bilingual(
            en: "How does one small matrix change a whole picture?",
            es: "¿Cómo transforma una matriz pequeña una imagen entera?"),
        goals: [
            Bilingual(
                en: "how to compute one pixel of a filtered picture by hand",
                es: "cómo calcular a mano un píxel de una imagen filtrada"),
            Bilingual(
                en: "what happens at the border, and how large the result is",
                es: "qué ocurre en el borde y qué tamaño tiene el resultado"),
            Bilingual(
                en: "why what networks call convolution is a correlation",
                es: "por qué lo que las redes llaman convolución es una correlación"),
        ],
        minutes: 14,
        figures: ["overlay", "slide", "identity", "boxsum", "blur", "gaussian", "sharpen", "borders", "flip"])

    func write(on page: inout Page, using course: Course) throws {
        let gray = try course.scene.gray
        try arithmetic(on: &page)
        try sliding(on: &page)
        try size(on: &page)
        try gallery(of: gray, on: &page)
        try borders(of: gray, on: &page)
        try flip(gray, on: &page)
        close(&page)
    }

    private func arithmetic(on page: inout Page) throws {
        // snippet.worked-pixel
        let window = Windows.arithmetic
        let kernel = Kernel.identity
        var sum: Float = 0
        for row in 0..<3 {
            for column in 0..<3 {
                sum += kernel[row, column] * window[row, column]
            }
        }
        // snippet.end
        page.prose(
            en: """
                A **kernel** is a small matrix of weights, most often with three rows and three columns. We lay it \
                on the picture so that its centre covers one pixel, the **main pixel**. Each weight multiplies the \
                pixel beneath it, the nine products are added, and the sum becomes the value of one pixel in a \
                *new* picture, at the place of the main pixel.

                Let us do it once with pencil and paper. The kernel has a one in the middle and zeros around it, \
                and the main pixel is the first one that has neighbours on all sides.
                """,
            es: """
                Un **núcleo** (en inglés, *kernel*) es una matriz pequeña de pesos, casi siempre de tres filas y \
                tres columnas. Lo apoyamos sobre la imagen de modo que su centro cubra un píxel, el **píxel \
                principal**. Cada peso multiplica al píxel que tiene debajo, se suman los nueve productos y el \
                total pasa a ser el valor de un píxel de una imagen *nueva*, en el lugar del píxel principal.

                Hagámoslo una vez con lápiz y papel. El núcleo tiene un uno en el centro y ceros alrededor, y el \
                píxel principal es el primero que tiene vecinos por todos los lados.
                """)
        try page.figure(
            "overlay",
            title: Bilingual(en: "Nine products and their sum", es: "Nueve productos y su suma"),
            caption: Bilingual(
                en: """
                    The kernel in orange on the blue picture; each cell is weight times pixel. Eight products are \
                    zero, and the sum, \(Int(sum)), goes into the teal cell of the new picture.
                    """,
                es: """
                    El núcleo, en naranja, sobre la imagen azul; cada celda es peso por píxel. Ocho productos son \
                    cero y la suma, \(Int(sum)), va a la celda verde azulada de la imagen nueva.
                    """),
            alternative: Bilingual(
                en:
                    "The identity kernel on a window of pixels, all nine products written out; their sum is \(Int(sum)).",
                es: """
                    El núcleo identidad sobre una ventana de píxeles, con los nueve productos escritos; su suma es \
                    \(Int(sum)).
                    """),
            KernelOverlay(window: window, kernel: kernel, row: 1, column: 1))
        try page.code("worked-pixel")
        page.output("sum = \(Int(sum))")
        page.record("workedPixel", Int(sum))
        page.prose(
            en: """
                The kernel has copied the main pixel and ignored everything else. It is called the **identity** \
                kernel: boring as a filter, perfect for learning the mechanics.
                """,
            es: """
                El núcleo ha copiado el píxel principal y ha ignorado todo lo demás. Se llama núcleo **identidad**: \
                como filtro es aburrido, pero para aprender la mecánica es perfecto.
                """)
    }

    private func sliding(on page: inout Page) throws {
        // snippet.slide
        let visited = Windows.arithmetic.correlated(with: .identity, border: .valid)
        let firstSix = visited.rows[0].prefix(6).map { Int($0) }
        // snippet.end
        let list = firstSix.map(String.init).joined(separator: ", ")
        page.prose(
            en: """
                ## One pixel after another

                Now the kernel moves one pixel to the right, and the same nine multiplications give the next value; \
                then again, to the end of the row, and on to the row below. In formula, for a picture $X$ and a \
                kernel $K$ of three by three:

                $$ Y_{r,c} = \\sum_{i=-1}^{1} \\sum_{j=-1}^{1} K_{i,j} \\cdot X_{r+i,\\,c+j} $$
                """,
            es: """
                ## Un píxel tras otro

                Ahora el núcleo avanza un píxel a la derecha y las mismas nueve multiplicaciones dan el valor \
                siguiente; y otra vez, hasta el final de la fila, y luego la fila de abajo. En fórmula, para una \
                imagen $X$ y un núcleo $K$ de tres por tres:

                $$ Y_{r,c} = \\sum_{i=-1}^{1} \\sum_{j=-1}^{1} K_{i,j} \\cdot X_{r+i,\\,c+j} $$
                """)
        try page.figure(
            "slide",
            title: Bilingual(en: "Six steps of the kernel", es: "Seis pasos del núcleo"),
            caption: Bilingual(
                en: "Each step moves the orange frame by one pixel and fills one more teal cell: \(list).",
                es: """
                    Cada paso mueve el marco naranja un píxel y rellena una celda verde azulada más: \(list).
                    """),
            alternative: Bilingual(
                en:
                    "Six small drawings of the kernel moving right over the window; the new picture fills up with \(list).",
                es: """
                    Seis dibujos pequeños del núcleo que avanza a la derecha sobre la ventana; la imagen nueva se \
                    llena con \(list).
                    """),
            KernelSlide(window: Windows.arithmetic, kernel: .identity, row: 1, columns: Array(1...6)))
        try page.code("slide")
        page.output(firstSix.map(String.init).joined(separator: " "))
        page.record("firstSix", firstSix)
        page.prose(
            en: """
                This is the loop that the whole course runs on. It is written to be read, not to be fast; the code that \
                trains the networks of later lessons is fast, and is tested against loops like this one.
                """,
            es: """
                Este es el bucle sobre el que descansa todo el curso. Está escrito para leerse, no para correr; el código \
                que entrena las redes de lecciones posteriores sí es rápido, y se comprueba contra bucles como este.
                """)
        try page.code("correlation", from: "Imaging")
    }

    private func size(on page: inout Page) throws {
        // snippet.output-size
        let valid = outputSize(input: 28, kernel: 3, padding: 0, stride: 1)
        let same = outputSize(input: 28, kernel: 3, padding: 1, stride: 1)
        let strided = outputSize(input: 28, kernel: 3, padding: 1, stride: 2)
        // snippet.end
        page.prose(
            en: """
                ## How large is the new picture?

                A three by three kernel cannot be centred on a pixel of the outermost ring: part of it would hang \
                over the rim. If we skip that ring, the result loses one pixel on each side. In general, for an \
                input of $n$ pixels, a kernel of $k$, a **padding** of $p$ invented pixels on either side and a \
                **stride** of $s$ pixels from one visit to the next:

                $$ m = \\left\\lfloor \\frac{n + 2p - k}{s} \\right\\rfloor + 1 $$
                """,
            es: """
                ## ¿Qué tamaño tiene la imagen nueva?

                Un núcleo de tres por tres no puede centrarse en un píxel del anillo exterior: una parte quedaría \
                colgando fuera. Si nos saltamos ese anillo, el resultado pierde un píxel por cada lado. En general, \
                para una entrada de $n$ píxeles, un núcleo de $k$, un **relleno** (*padding*) de $p$ píxeles \
                inventados a cada lado y un **paso** (*stride*) de $s$ píxeles entre una visita y la siguiente:

                $$ m = \\left\\lfloor \\frac{n + 2p - k}{s} \\right\\rfloor + 1 $$
                """)
        try page.code("output-size")
        page.output("valid: \(valid)   same: \(same)   same, stride 2: \(strided)")
        page.record("outputSizes", [valid, same, strided])
        page.prose(
            en: """
                So a digit of 28 pixels becomes \(valid) without padding and stays at \(same) with one pixel of it; \
                with a stride of two it shrinks to \(strided).
                """,
            es: """
                Así, un dígito de 28 píxeles se queda en \(valid) sin relleno y se mantiene en \(same) con un píxel \
                de relleno; con un paso de dos se reduce a \(strided).
                """)
    }
}
