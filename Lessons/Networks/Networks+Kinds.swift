import Languages
import NeuralNetwork
import Notebook
import Tensors

extension Networks {
    /// The six kinds of layer of a convolutional network.
    func kinds(on page: inout Page) throws {
        page.prose(
            en: """
                ## Six kinds of layer

                A network for pictures is put together from six kinds of layer. Those that weigh hold parameters; the \
                others only pass on, bend, thin out or rearrange.
                """,
            es: """
                ## Seis tipos de capa

                Una red para imágenes se monta con seis tipos de capa. Los que sopesan tienen parámetros; los demás solo \
                transmiten, quiebran, aclaran o reordenan.
                """)
        func row(_ name: Bilingual, _ job: Bilingual, _ parameters: Bilingual) -> [Bilingual] {
            [name, job, parameters]
        }
        let none = Bilingual(en: "none", es: "ninguno")
        page.table(
            caption: Bilingual(
                en: "What a convolutional network is made of", es: "De qué está hecha una red convolucional"),
            columns: [
                (Bilingual(en: "layer", es: "capa"), .leading),
                (Bilingual(en: "what it does", es: "qué hace"), .leading),
                (Bilingual(en: "parameters", es: "parámetros"), .leading),
            ],
            rows: [
                row(
                    Bilingual(en: "**input**", es: "**entrada**"),
                    Bilingual(
                        en: "holds the picture: height, width, channels",
                        es: "guarda la imagen: alto, ancho, canales"), none),
                row(
                    Bilingual(en: "**convolution**", es: "**convolución**"),
                    Bilingual(
                        en: "slides its kernels over all maps at once; one new map a kernel",
                        es: "desliza sus núcleos por todos los mapas a la vez; un mapa nuevo por núcleo"),
                    Bilingual(both: "$(k^2 c + 1)\\, f$")),
                row(
                    Bilingual(en: "**activation**", es: "**activación**"),
                    Bilingual(en: "bends every value, mostly by ReLU", es: "quiebra cada valor, casi siempre con ReLU"),
                    none),
                row(
                    Bilingual(en: "**pooling**", es: "**agrupación**"),
                    Bilingual(
                        en: "keeps one value of each window, mostly the largest",
                        es: "conserva un valor de cada ventana, casi siempre el mayor"), none),
                row(
                    Bilingual(en: "**fully connected**", es: "**totalmente conectada**"),
                    Bilingual(
                        en: "flattens the maps and weighs everything against everything",
                        es: "aplana los mapas y lo sopesa todo con todo"), Bilingual(both: "$(n + 1)\\, u$")),
                row(
                    Bilingual(en: "**output**", es: "**salida**"),
                    Bilingual(
                        en: "a fully connected layer whose scores become probabilities",
                        es: "una capa totalmente conectada cuyas puntuaciones se vuelven probabilidades"),
                    Bilingual(both: "$(n + 1)\\, u$")),
            ])
        try convolution(on: &page)
        try poolingAndFlattening(on: &page)
    }

    private func convolution(on page: inout Page) throws {
        page.prose(
            en: """
                **Convolution.** It is the correlation of the first lessons with three things added: it sums over all \
                input channels $c$, it has a bias, and it ends in an activation.

                $$ y_{i,j,f} = \\operatorname{ReLU}\\Bigl( b_f + \\sum_{u,v,c} x_{i+u,\\,j+v,\\,c}\\; w_{u,v,c,f} \\Bigr) $$

                Here is one filter, Sobel x with a bias of $\(tex: -0.5, digits: 1)$, on a window with an edge in it.
                """,
            es: """
                **Convolución.** Es la correlación de las primeras lecciones con tres añadidos: suma sobre todos los \
                canales de entrada $c$, tiene un sesgo y acaba en una activación.

                $$ y_{i,j,f} = \\operatorname{ReLU}\\Bigl( b_f + \\sum_{u,v,c} x_{i+u,\\,j+v,\\,c}\\; w_{u,v,c,f} \\Bigr) $$

                Este es un filtro, Sobel x con un sesgo de $\(tex: -0.5, digits: 1)$, sobre una ventana con un borde.
                """)
        try page.code("conv2d", from: "NeuralNetwork")
        // snippet.convolution
        let window = Tensor([1, 3, 3, 1], [0, 0, 1, 0, 0, 1, 0, 0, 1])
        let sobel = Tensor([3, 3, 1, 1], [-1, 0, 1, -2, 0, 2, -1, 0, 1])
        let filter = Layer.conv2D(filters: 1, kernel: 3).definition
        let score = filter.forward(window, [sobel, Tensor([1], [-0.5])], in: .inference)
        let response = relu(score[0, 0, 0, 0])
        // snippet.end
        page.record("convolution", response)
        try page.code("convolution")
        page.output(Printed.number(response, digits: 1))
    }

    private func poolingAndFlattening(on page: inout Page) throws {
        page.prose(
            en: """
                **Max pooling** keeps the largest value of each window $R_{i,j}$; **flattening** lays a map of height \
                $h$, width $w$ and $c$ channels out in one row, so that the value at row $i$, column $j$, channel $k$ \
                comes to stand at one fixed place:

                $$ y_{i,j} = \\max_{(u,v) \\in R_{i,j}} x_{u,v} \\qquad \
                \\operatorname{place}(i, j, k) = (i\\,w + j)\\,c + k $$
                """,
            es: """
                El **max pooling** conserva el mayor valor de cada ventana $R_{i,j}$; **aplanar** extiende en una fila \
                un mapa de alto $h$, ancho $w$ y $c$ canales, de modo que el valor de la fila $i$, columna $j$ y canal \
                $k$ va a parar a un lugar fijo:

                $$ y_{i,j} = \\max_{(u,v) \\in R_{i,j}} x_{u,v} \\qquad \
                \\operatorname{lugar}(i, j, k) = (i\\,w + j)\\,c + k $$
                """)
        try page.code("max-pool", from: "NeuralNetwork")
        // snippet.pooling
        let map = Tensor([1, 2, 4, 1], [1, 3, 2, 1, 4, 2, 0, 5])
        let pooled = Layer.maxPool2D(2).definition.forward(map, [], in: .inference)
        let maps = Tensor([5, 5, 64], (0..<1600).map { Float($0) })
        let place = (1 * 5 + 2) * 64 + 3
        let isThere = maps.reshaped(to: [1600])[place] == maps[1, 2, 3]
        // snippet.end
        page.record("pooled", pooled.elements)
        page.record("place", place)
        try page.code("pooling")
        page.output("\(Printed.list(pooled.elements, digits: 0))   place \(place): \(isThere)")
    }
}
