import Figures
import Languages
import NeuralNetwork
import Notebook
import Tensors

extension Networks {
    /// Backpropagation on one neuron, and three ways downhill.
    func descent(on page: inout Page) throws {
        page.prose(
            en: """
                ## Which way is down?

                The loss depends on every parameter of the network. Its **gradient** says for each of them how much the \
                loss would grow if that one grew a little. It is found from back to front by the chain rule, layer by \
                layer, and so it is called **backpropagation**. A dense layer that is told the gradient $g$ of its \
                answers can tell those of its weights, its bias and its inputs:

                $$ \\frac{\\partial L}{\\partial w_{i,o}} = x_i\\, g_o \\qquad \
                \\frac{\\partial L}{\\partial b_o} = g_o \\qquad \
                \\frac{\\partial L}{\\partial x_i} = \\sum_{o} g_o\\, w_{i,o} $$

                The last one goes on to the layer before, which does the same. Here is the neuron from the beginning, \
                told that its answer was too small: $g = -1$.
                """,
            es: """
                ## ¿Por dónde se baja?

                La pérdida depende de todos los parámetros de la red. Su **gradiente** dice, para cada uno, cuánto \
                crecería la pérdida si ese creciera un poco. Se averigua de atrás hacia delante con la regla de la \
                cadena, capa por capa, y por eso se llama **retropropagación**. Una capa densa a la que se le dice el \
                gradiente $g$ de sus respuestas sabe decir los de sus pesos, su sesgo y sus entradas:

                $$ \\frac{\\partial L}{\\partial w_{i,o}} = x_i\\, g_o \\qquad \
                \\frac{\\partial L}{\\partial b_o} = g_o \\qquad \
                \\frac{\\partial L}{\\partial x_i} = \\sum_{o} g_o\\, w_{i,o} $$

                El último pasa a la capa anterior, que hace lo mismo. Esta es la neurona del principio, a la que se le \
                dice que su respuesta fue demasiado pequeña: $g = -1$.
                """)
        try page.code("dense-backward", from: "NeuralNetwork")
        // snippet.backward
        let input = Tensor([1, 3], [0.5, 1, 0.25])
        let weights = [Tensor([3, 1], [0.8, -0.4, 1.2]), Tensor([1], [0.1])]
        let found = Layer.dense(1).definition.backward(Tensor([1, 1], [-1]), input: input, weights, in: .inference)
        // snippet.end
        page.record("backward", found.parameters.map(\.elements))
        try page.code("backward")
        page.output(
            found.parameters.map { Printed.list($0.elements, digits: 2) }.joined(separator: "   ")
                + "   \(Printed.list(found.input.elements, digits: 2))")
        page.prose(
            en: """
                **Gradient descent** takes a small step against the gradient, its length set by the **learning rate** \
                $\\eta$. With **momentum** the step remembers its direction and keeps rolling:

                $$ w \\leftarrow w - \\eta\\, g \\qquad\\qquad v \\leftarrow \\mu\\, v - \\eta\\, g, \\quad \
                w \\leftarrow w + v $$
                """,
            es: """
                El **descenso por gradiente** da un paso corto en contra del gradiente; lo largo que es lo fija la \
                **tasa de aprendizaje** $\\eta$. Con **momento** (*momentum*), el paso recuerda su dirección y sigue rodando:

                $$ w \\leftarrow w - \\eta\\, g \\qquad\\qquad v \\leftarrow \\mu\\, v - \\eta\\, g, \\quad \
                w \\leftarrow w + v $$
                """)
        try page.code("descent", from: "NeuralNetwork")
        try page.code("momentum", from: "NeuralNetwork")
        try page.code("valley")
        try page.code("walks")
        let ends = [Landscape.plain, Landscape.momentum, Landscape.adam].map { Landscape.height($0.last ?? [0, 0]) }
        page.record("descent.ends", ends)
        page.output(
            "plain \(Printed.number(ends[0], digits: 5))   momentum \(Printed.number(ends[1], digits: 5))"
                + "   Adam \(Printed.number(ends[2], digits: 5))")
        let figure = Landscape.figure
        try page.figure(
            "descent",
            title: Bilingual(en: "Three ways down the same valley", es: "Tres maneras de bajar al mismo valle"),
            caption: Bilingual(
                en: """
                    Lines of equal loss, and \(Landscape.steps) steps of each walker from the same place at the left. \
                    Plain descent bounces from slope to slope, momentum swings past the goal and comes back, Adam goes \
                    at first as fast along the valley as across it.
                    """,
                es: """
                    Curvas de igual pérdida y \(Landscape.steps) pasos de cada caminante desde el mismo lugar, a la \
                    izquierda. El descenso simple rebota de ladera en ladera, el momento se pasa de largo y vuelve, \
                    Adam avanza al principio tan deprisa a lo largo del valle como a lo ancho.
                    """),
            alternative: figure.alternative, figure)
    }

    /// Adam, and its first step by hand.
    func adam(on page: inout Page) throws {
        page.prose(
            en: """
                **Adam** gives every weight a pace of its own. It keeps two running means of each gradient $g_t$: the \
                first moment $m$, of the gradient itself, and the second moment $v$, of its square. Both start at zero \
                and would be too small at first, which the **bias correction** makes good. Then the weight moves by \
                the quotient:

                $$ m_t = \\beta_1 m_{t-1} + (1 - \\beta_1)\\, g_t \\qquad v_t = \\beta_2 v_{t-1} + (1 - \\beta_2)\\, g_t^2 $$

                $$ \\hat{m}_t = \\frac{m_t}{1 - \\beta_1^t} \\qquad \\hat{v}_t = \\frac{v_t}{1 - \\beta_2^t} \\qquad \
                w_t = w_{t-1} - \\eta\\, \\frac{\\hat{m}_t}{\\sqrt{\\hat{v}_t} + \\epsilon} $$

                Compute the first step by hand, for two weights whose gradients differ by a factor of a thousand.
                """,
            es: """
                **Adam** da a cada peso su propio ritmo. Lleva dos medias móviles de cada gradiente $g_t$: el primer \
                momento, $m$, del gradiente mismo, y el segundo momento, $v$, de su cuadrado. Las dos empiezan en cero y \
                al principio se quedarían cortas, cosa que arregla la **corrección del sesgo**. Después, el peso se \
                mueve según el cociente:

                $$ m_t = \\beta_1 m_{t-1} + (1 - \\beta_1)\\, g_t \\qquad v_t = \\beta_2 v_{t-1} + (1 - \\beta_2)\\, g_t^2 $$

                $$ \\hat{m}_t = \\frac{m_t}{1 - \\beta_1^t} \\qquad \\hat{v}_t = \\frac{v_t}{1 - \\beta_2^t} \\qquad \
                w_t = w_{t-1} - \\eta\\, \\frac{\\hat{m}_t}{\\sqrt{\\hat{v}_t} + \\epsilon} $$

                Calcula a mano el primer paso para dos pesos cuyos gradientes difieren en un factor de mil.
                """)
        // snippet.first-step
        let (g, beta1, beta2, rate, epsilon) = ([0.2, 0.0002], 0.9, 0.999, 0.001, 1e-7)
        let m = g.map { (1 - beta1) * $0 }
        let v = g.map { (1 - beta2) * $0 * $0 }
        let corrected = zip(m, v).map { ($0 / (1 - beta1), $1 / (1 - beta2)) }
        let moves = corrected.map { rate * $0 / ($1.squareRoot() + epsilon) }
        // snippet.end
        page.record("adam.m", m)
        page.record("adam.v", v)
        page.record("adam.moves", moves)
        try page.code("first-step")
        page.output(
            """
            m \(m.map { Printed.number($0, digits: 5) })   v \(v.map { Printed.number($0, digits: 12) })
            corrected m \(corrected.map { Printed.number($0.0) })   v \(corrected.map { Printed.number($0.1, digits: 9) })
            moves \(moves.map { Printed.number($0, digits: 6) })
            """)
        page.prose(
            en: """
                Both weights move by about the learning rate: Adam heeds the direction of a gradient and how steadily \
                it points there, hardly its size. The program's own Adam does the same in one loop. It folds both \
                corrections into the rate, as its inventors propose, so its $\\epsilon$ stands beside the uncorrected \
                root: a difference far behind the decimal point.
                """,
            es: """
                Los dos pesos se mueven más o menos lo que dice la tasa de aprendizaje: Adam hace caso de la dirección \
                de un gradiente y de lo constante que es, apenas de su tamaño. El Adam del programa hace lo mismo en un \
                solo bucle. Mete las dos correcciones en la tasa, como proponen sus inventores, así que su $\\epsilon$ \
                está junto a la raíz sin corregir: una diferencia muy por detrás de la coma.
                """)
        try page.code("adam", from: "NeuralNetwork")
    }
}
