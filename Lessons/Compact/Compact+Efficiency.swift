import Figures
import Languages
import NeuralNetwork
import Notebook
import Tensors

extension Compact {
    /// What sharing weights saves, layer against layer and network against network.
    func efficiency(on page: inout Page) throws {
        page.prose(
            en: """
                ## What sharing saves

                A convolution uses the same few weights at every place. This is called **weight sharing**. A fully \
                connected layer with the same input and the same output has a weight of its own for every pair of \
                them. Let the program build both and count.
                """,
            es: """
                ## Lo que ahorra compartir

                Una convolución usa los mismos pocos pesos en todos los lugares. A eso se le llama **compartir \
                pesos**. Una capa totalmente conectada con la misma entrada y la misma salida tiene un peso propio \
                para cada par. Que el programa construya las dos y cuente.
                """)
        // snippet.pair
        func pair(_ input: Shape, filters: Int) throws -> (shared: Int, connected: Int) {
            let shared = Model(name: "shared", input: input, layers: [.conv2D(filters: filters, kernel: 3)])
            let units = try shared.output.count
            let connected = Model(name: "connected", input: input, layers: [.flatten, .dense(units)])
            return (try shared.parameterCount, try connected.parameterCount)
        }
        let first = try pair([28, 28, 1], filters: 32)
        let second = try pair([13, 13, 32], filters: 64)
        // snippet.end
        try page.code("pair")
        page.output("first \(first)   second \(second)")
        let whole = (try CourseModels.compact.model.parameterCount, try CourseModels.baseline.model.parameterCount)
        let savings: [(Bilingual, Int, Int)] = [
            (Bilingual(en: "first convolution", es: "primera convolución"), first.shared, first.connected),
            (Bilingual(en: "second convolution", es: "segunda convolución"), second.shared, second.connected),
            (
                Bilingual(
                    en: "the whole network, against the network of dense layers",
                    es: "la red entera, frente a la red de capas densas"), whole.0, whole.1
            ),
        ]
        page.record("savings", savings.map { 1 - Double($0.1) / Double($0.2) })
        page.table(
            caption: Bilingual(en: "Shared weights against full connection", es: "Pesos compartidos y conexión total"),
            columns: [
                (Bilingual(en: "what is compared", es: "qué se compara"), .leading),
                (Bilingual(en: "shared", es: "compartidos"), .trailing),
                (Bilingual(en: "fully connected", es: "conexión total"), .trailing),
                (Bilingual(en: "saved", es: "ahorro"), .trailing),
            ],
            rows: savings.map { name, shared, connected in
                [
                    name, Bilingual(both: "\(shared)"), Bilingual(both: "\(connected)"),
                    Bilingual(both: "\(1 - Double(shared) / Double(connected), percent: 3)"),
                ]
            })
        let saved = 1 - Double(whole.0) / Double(whole.1)
        page.prose(
            en: """
                One often reads that sharing saves “about \(0.98, percent: 0)”. The table shows that such a number \
                means nothing until one says what is compared. Against a layer that does the same job it saves more \
                than that by far. Against the course's network of dense layers, which is a different network, the \
                whole of this one saves \(saved, percent: 1).
                """,
            es: """
                A menudo se lee que compartir ahorra «cerca del \(0.98, percent: 0)». La tabla muestra que un número \
                así no dice nada mientras no se diga con qué se compara. Frente a una capa que hace el mismo trabajo, \
                ahorra mucho más que eso. Frente a la red de capas densas del curso, que es otra red, esta entera \
                ahorra el \(saved, percent: 1).
                """)
    }

    /// What was learned, and the next question.
    func close(_ page: inout Page) {
        page.prose(
            en: """
                ## What you take with you

                Parameters can be counted with a pencil. Weights that are shared cost little and see much; weights \
                that connect everything with everything cost most and see least. A small network that looks at \
                pictures the right way can keep up with one many times its size. What exactly do its few kernels look \
                for? The next lesson opens the network and looks inside.
                """,
            es: """
                ## Lo que te llevas

                Los parámetros se pueden contar con un lápiz. Los pesos compartidos cuestan poco y ven mucho; los que \
                conectan todo con todo son los que más cuestan y los que menos ven. Una red pequeña que mira las \
                imágenes de la manera adecuada puede seguir el paso a otra varias veces mayor. ¿Qué buscan exactamente \
                sus pocos núcleos? La próxima lección abre la red y mira dentro.
                """)
        page.question(
            Bilingual(
                en: "If pictures had 56 by 56 pixels, how many parameters would the three layers have?",
                es: "Si las imágenes tuvieran 56 por 56 píxeles, ¿cuántos parámetros tendrían las tres capas?"),
            answer: Bilingual(
                en: """
                    The convolutions would not change: a kernel does not know how large the picture is. The maps would: \
                    56, 54, 27, 25, 12 pixels wide, so 12 × 12 × 64 flattened values instead of 5 × 5 × 64, and a last \
                    layer almost six times as large. Sharing weights over places saves in the convolutions only.
                    """,
                es: """
                    Las convoluciones no cambiarían: un núcleo no sabe lo grande que es la imagen. Los mapas, sí: 56, \
                    54, 27, 25, 12 píxeles de ancho, es decir, 12 × 12 × 64 valores aplanados en lugar de 5 × 5 × 64, y \
                    una última capa casi seis veces mayor. Compartir los pesos entre lugares solo ahorra en las \
                    convoluciones.
                    """))
        page.attempt(
            "course train compact --epochs 3 --weights compact.safetensors",
            purpose: Bilingual(
                en: "Trains the small network for three epochs and keeps its weights; look at the size of the file.",
                es: "Entrena la red pequeña durante tres épocas y guarda sus pesos; mira el tamaño del archivo."))
    }
}
