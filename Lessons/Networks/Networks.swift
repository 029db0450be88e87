import Figures
import Languages
import NeuralNetwork
import Notebook
import Tensors

/// Lesson 6: how a network learns.
struct Networks: Lesson {
    static let about: LessonDescription? = LessonDescription(
        id: "networks",
        title: Bilingual(en: "How a network learns", es: "Cómo aprende una red"),
        question: Bilingual(
            en: "How can multiplying and adding, over and over, turn into knowledge?",
            es: "¿Cómo puede nacer el saber de multiplicar y sumar una y otra vez?"),
        goals: [
            Bilingual(
                en: "what a neuron computes, and why layers of them need a bend",
                es: "qué calcula una neurona y por qué sus capas necesitan un quiebro"),
            Bilingual(
                en: "the six kinds of layer of a convolutional network, each with its formula",
                es: "los seis tipos de capa de una red convolucional, cada uno con su fórmula"),
            Bilingual(
                en: "how softmax, cross-entropy and Adam make a network better step by step",
                es: "cómo softmax, la entropía cruzada y Adam mejoran una red paso a paso"),
        ],
        minutes: 28,
        figures: ["neuron", "layers", "activations", "softmax", "crossentropy", "descent", "dropout"])

    func write(on page: inout Page, using course: Course) throws {
        try neuron(on: &page)
        try layers(on: &page)
        try activations(on: &page)
        try kinds(on: &page)
        try softmax(on: &page)
        try crossEntropy(on: &page)
        try descent(on: &page)
        try adam(on: &page)
        try dropout(on: &page)
        try accuracy(on: &page)
        close(&page)
    }

    private func neuron(on page: inout Page) throws {
        page.prose(
            en: """
                Laying a kernel on a picture means multiplying each pixel by a weight and adding up. An artificial \
                **neuron** does the same with any numbers at all. It has a **weight** for each of its inputs and one \
                number more, the **bias**, which says how easily it is moved. The sum then goes through an \
                **activation function**, which decides what the neuron tells the next one:

                $$ y = f\\Bigl( b + \\sum_{i=1}^{n} w_i x_i \\Bigr) $$
                """,
            es: """
                Poner un núcleo sobre una imagen es multiplicar cada píxel por un peso y sumar. Una **neurona** \
                artificial hace lo mismo con números cualesquiera. Tiene un **peso** para cada una de sus entradas y un \
                número más, el **sesgo**, que dice con cuánta facilidad se deja mover. La suma pasa después por una \
                **función de activación**, que decide qué le cuenta la neurona a la siguiente:

                $$ y = f\\Bigl( b + \\sum_{i=1}^{n} w_i x_i \\Bigr) $$
                """)
        // snippet.neuron
        let inputs: [Float] = [0.5, 1, 0.25]
        let weights: [Float] = [0.8, -0.4, 1.2]
        let bias: Float = 0.1
        let sum = zip(inputs, weights).reduce(bias) { $0 + $1.0 * $1.1 }
        let answer = relu(sum)
        // snippet.end
        page.record("neuron.sum", Double(sum))
        page.record("neuron.answer", Double(answer))
        try page.figure(
            "neuron",
            title: Bilingual(en: "Multiply, add, bend", es: "Multiplicar, sumar, quebrar"),
            caption: Bilingual(
                en: """
                    Three inputs in blue, their weights in orange, the bias under the sum. Follow the arithmetic from \
                    left to right; the activation here is ReLU.
                    """,
                es: """
                    Tres entradas en azul, sus pesos en naranja, el sesgo bajo la suma. Sigue la cuenta de izquierda a \
                    derecha; la activación es aquí ReLU.
                    """),
            alternative: Bilingual(
                en: """
                    A neuron with three inputs; the weighted sum with the bias is \(Double(sum), digits: 2), and so is \
                    its answer.
                    """,
                es: """
                    Una neurona con tres entradas; la suma ponderada con el sesgo es \(Double(sum), digits: 2), y la \
                    respuesta también.
                    """),
            NetworkGraph(
                [
                    .init(
                        name: Bilingual(en: "inputs", es: "entradas"),
                        units: inputs.map { .init(Bilingual(both: "\(Double($0), digits: 2)")) }, role: .input),
                    .init(
                        name: Bilingual(en: "weighted sum", es: "suma ponderada"),
                        units: [
                            .init(
                                Bilingual(both: "\(Double(sum), digits: 2)"),
                                note: Bilingual(both: "b = \(Double(bias), digits: 1)"))
                        ], weights: [weights.map(Double.init)]),
                    .init(
                        name: Bilingual(en: "activation", es: "activación"),
                        units: [
                            .init(
                                Bilingual(both: "\(Double(answer), digits: 2)"), note: Bilingual(both: "ReLU"))
                        ], role: .output, lines: .quiet),
                ], graphHeight: 130))
        try page.code("neuron")
        page.output("sum \(Printed.number(sum, digits: 2))   answer \(Printed.number(answer, digits: 2))")
    }

    private func layers(on page: inout Page) throws {
        page.prose(
            en: """
                ## Many neurons make a network

                Neurons that look at the same inputs form a **layer**. The **input layer** merely holds what comes \
                in. **Hidden layers** stand between, each reading the answers of the one before. The **output layer** \
                says what the network thinks: one unit for yes or no, one a class when there are several. A layer in \
                which every unit reads every input is called **dense**, or fully connected.

                A whole dense layer is one product of matrices, $y = x W + b$, for all units at once. This is how the \
                program computes it, and a small example.
                """,
            es: """
                ## Muchas neuronas hacen una red

                Las neuronas que miran las mismas entradas forman una **capa**. La **capa de entrada** se limita a \
                guardar lo que llega. Las **capas ocultas** están en medio, y cada una lee las respuestas de la \
                anterior. La **capa de salida** dice qué piensa la red: una unidad para un sí o un no, una por clase \
                cuando hay varias. Una capa en la que cada unidad lee todas las entradas se llama **densa**, o \
                totalmente conectada.

                Una capa densa entera es un solo producto de matrices, $y = x W + b$, para todas las unidades a la \
                vez. Así lo calcula el programa, y este es un ejemplo pequeño.
                """)
        try page.code("dense", from: "NeuralNetwork")
        // snippet.dense
        let x = Tensor([1, 2], [1, 2])
        let w = Tensor([2, 3], [1, 0, -1, 2, 1, 0.5])
        let b = Tensor([3], [0, 1, 0])
        let y = Layer.dense(3).definition.forward(x, [w, b], in: .inference)
        // snippet.end
        page.record("dense", y.elements)
        try page.code("dense")
        page.output("\(Printed.list(y.elements, digits: 1))")
        // snippet.small
        let small = Model(
            name: "small", input: [2, 2, 1],
            layers: [.flatten, .dense(6, activation: .relu), .dense(5, activation: .relu), .dense(3)])
        let parameters = try small.summary().map(\.parameters)
        // snippet.end
        let total = parameters.reduce(0, +)
        page.record("small.parameters", total)
        try page.figure(
            "layers",
            title: Bilingual(
                en: "\(total) parameters, of which most are lines", es: "\(total) parámetros, casi todos son líneas"),
            caption: Bilingual(
                en: """
                    Each orange line is a weight; each circle but those of the input has a bias besides. Count the \
                    lines between two columns: it is one number times the other.
                    """,
                es: """
                    Cada línea naranja es un peso; cada círculo, salvo los de entrada, tiene además un sesgo. Cuenta \
                    las líneas entre dos columnas: son un número por el otro.
                    """),
            alternative: Bilingual(
                en: "A network as a graph: four inputs, hidden layers of six and five units, three outputs.",
                es: "Una red como grafo: cuatro entradas, capas ocultas de seis y cinco unidades, tres salidas."),
            NetworkGraph([
                .init(name: Bilingual(en: "input layer", es: "capa de entrada"), count: 4, role: .input),
                .init(name: Bilingual(en: "hidden layer", es: "capa oculta"), count: 6),
                .init(name: Bilingual(en: "hidden layer", es: "capa oculta"), count: 5),
                .init(name: Bilingual(en: "output layer", es: "capa de salida"), count: 3, role: .output),
            ]))
        try page.code("small")
        page.output("\(parameters.filter { $0 > 0 }.map(String.init).joined(separator: " + ")) = \(total)")
        page.prose(
            en: """
                Weights and biases together are the **parameters**: everything that learning may change. A dense layer \
                with $n$ inputs and $u$ units has $(n + 1)\\, u$ of them.
                """,
            es: """
                Los pesos y los sesgos juntos son los **parámetros**: todo lo que el aprendizaje puede cambiar. Una \
                capa densa con $n$ entradas y $u$ unidades tiene $(n + 1)\\, u$.
                """)
    }
}
