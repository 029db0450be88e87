import Languages
import Notebook

extension Sample {
    /// Every kind of cell, in the order of a lesson.
    static let cells: [Cell] = [
        .prose(
            Localized(
                en: """
                    A **kernel** is a small matrix of numbers. It is laid on the picture, each of its numbers is \
                    multiplied by the pixel below, and the products are added: one new pixel. Then it moves on by one \
                    pixel, as [](#fig-overlay) shows, and answers again. Nothing else happens in a *convolution*; \
                    [](edges.html) chooses the nine numbers so that they answer at edges.

                    ## Multiply and add

                    For a kernel $K$ of size $k \\times k$ and a picture $I$, the new pixel in row $i$ and column $j$ is

                    $$S(i, j) = \\sum_{m=0}^{k-1} \\sum_{n=0}^{k-1} I(i + m, j + n)\\, K(m, n)$$

                    where $m$ and $n$ run over the kernel. On \(1_234) windows the identity kernel \
                    $\\begin{bmatrix} 0 & 0 & 0 \\\\ 0 & 1 & 0 \\\\ 0 & 0 & 0 \\end{bmatrix}$ gives back the pixel \
                    itself, \(137).

                    > Deep learning says *convolution* and computes a correlation: the kernel is not flipped.
                    """,
                es: """
                    Un **núcleo** es una pequeña matriz de números. Se coloca sobre la imagen, cada uno de sus números \
                    se multiplica por el píxel que tiene debajo y los productos se suman: un píxel nuevo. Luego avanza \
                    un píxel, como muestra la [](#fig-overlay), y responde otra vez. Nada más ocurre en una \
                    *convolución*; la [](edges.html) elige los nueve números para que respondan en los bordes.

                    ## Multiplicar y sumar

                    Para un núcleo $K$ de tamaño $k \\times k$ y una imagen $I$, el píxel nuevo de la fila $i$ y la \
                    columna $j$ es

                    $$S(i, j) = \\sum_{m=0}^{k-1} \\sum_{n=0}^{k-1} I(i + m, j + n)\\, K(m, n)$$

                    donde $m$ y $n$ recorren el núcleo. En \(1_234) ventanas el núcleo identidad \
                    $\\begin{bmatrix} 0 & 0 & 0 \\\\ 0 & 1 & 0 \\\\ 0 & 0 & 0 \\end{bmatrix}$ devuelve el propio \
                    píxel, \(137).

                    > El aprendizaje profundo dice *convolución* y calcula una correlación: el núcleo no se voltea.
                    """)),
        .code(
            Listing(
                name: "correlate", file: "Sources/Imaging/Correlation.swift", firstLine: 57,
                source: """
                    /// The response of `kernel` at one place: multiply and add.
                    func response(of kernel: Kernel, at row: Int, _ column: Int) -> Float {
                        var sum: Float = 0
                        for m in 0..<kernel.rows {
                            for n in 0..<kernel.columns {
                                sum += self[row + m, column + n] * kernel[m, n]  // no flip: a correlation
                            }
                        }
                        return sum
                    }

                    print("identity at the middle: \\(Int(window.response(of: .identity, at: 0, 0)))")
                    """)),
        .output(Localized(same: "identity at the middle: 137\n")),
        figure("overlay", number: 1),
        .prose(
            Localized(
                en: """
                    ### What a border does

                    At the border the kernel has no pixels below some of its numbers. There are four ways out:

                    1. skip those pixels (`valid`): the picture shrinks;
                    2. take zeros;
                    3. repeat the last pixel;
                    4. reflect the picture.

                    With padding $p$ and stride $s$ a side of $n$ pixels becomes
                    $$n' = \\left\\lfloor \\frac{n + 2p - k}{s} \\right\\rfloor + 1, \\qquad \
                    \\theta = \\operatorname{atan2}(v, h), \\quad \\lVert g \\rVert = \\sqrt{h^2 + v^2}$$
                    and the loss of a batch is $\\mathcal{L} = -\\frac{1}{N} \\sum_i \\log \\hat{y}_i$.

                    | Kernel | Sum | What it does |
                    |:-------|----:|--------------|
                    | identity | \(1) | nothing |
                    | box | \(1.0, digits: 2) | blurs |
                    """,
                es: """
                    ### Lo que hace un borde

                    En el borde algunos números del núcleo no tienen píxeles debajo. Hay cuatro salidas:

                    1. saltarse esos píxeles (`valid`): la imagen encoge;
                    2. tomar ceros;
                    3. repetir el último píxel;
                    4. reflejar la imagen.

                    Con relleno $p$ y paso $s$, un lado de $n$ píxeles pasa a medir
                    $$n' = \\left\\lfloor \\frac{n + 2p - k}{s} \\right\\rfloor + 1, \\qquad \
                    \\theta = \\operatorname{atan2}(v, h), \\quad \\lVert g \\rVert = \\sqrt{h^2 + v^2}$$
                    y la pérdida de un lote es $\\mathcal{L} = -\\frac{1}{N} \\sum_i \\log \\hat{y}_i$.

                    | Núcleo | Suma | Qué hace |
                    |:-------|----:|--------------|
                    | identidad | \(1) | nada |
                    | caja | \(1.0, digits: 2) | desenfoca |
                    """)),
        .margin(
            Localized(
                en: "Networks mostly take *zeros*, with $p = 1$ for a kernel of three, so that the size stays.",
                es: "Las redes suelen tomar *ceros*, con $p = 1$ para un núcleo de tres, y así el tamaño no cambia.")),
        figure("slide", number: 2),
        .table(
            Table(
                caption: Localized(en: "Layers of the network.", es: "Capas de la red."),
                columns: [
                    (Localized(en: "Layer", es: "Capa"), .leading), (Localized(en: "Shape", es: "Forma"), .leading),
                    (Localized(en: "Parameters", es: "Parámetros"), .trailing),
                ],
                rows: [
                    [
                        Localized(same: "`Conv2D`"), Localized(same: "$26 \\times 26 \\times 32$"),
                        Localized(same: "\(320)"),
                    ],
                    [
                        Localized(same: "`Dense`"), Localized(same: "$128$"), Localized(same: "\(204_928)"),
                    ],
                ])),
        .comparison([
            Comparison(
                quantity: Localized(en: "Test accuracy", es: "Exactitud en prueba"),
                material: Localized(same: "\(0.9886, digits: 4)"), measured: Localized(same: "\(0.9901, digits: 4)")),
            Comparison(
                quantity: Localized(en: "Test loss", es: "Pérdida en prueba"),
                material: Localized(same: "\(0.052, digits: 4)"), measured: Localized(same: "\(0.0493, digits: 4)")),
        ]),
        .question(
            Localized(
                en: "What does a kernel of ones over nine give on a white picture?",
                es: "¿Qué da un núcleo de unos entre nueve sobre una imagen blanca?"),
            answer: Localized(
                en: "White: $9 \\cdot \\frac{1}{9} \\cdot 255 = 255$.",
                es: "Blanco: $9 \\cdot \\frac{1}{9} \\cdot 255 = 255$.")),
        .exercise(
            Localized(
                en: """
                    Write the numbers of a kernel of three by three

                    - that moves the picture by one pixel to the left, and
                    - whose answer to a picture of one colour is zero.
                    """,
                es: """
                    Escribe los números de un núcleo de tres por tres

                    - que desplace la imagen un píxel a la izquierda, y
                    - que responda con cero a una imagen de un solo color.
                    """),
            solution: Localized(
                en: "A one in the middle row at the right, all else zero; any nine numbers with the sum zero.",
                es: """
                    Un uno en la fila central, a la derecha, y ceros en lo demás; cualesquiera nueve números que \
                    sumen cero.
                    """)),
        .attempt(
            command: "course convolve photo.png --kernel \"0,-1,0;-1,5,-1;0,-1,0\" --output sharp.png",
            purpose: Localized(en: "Sharpen a picture of your own.", es: "Enfoca una imagen tuya.")),
    ]
}
