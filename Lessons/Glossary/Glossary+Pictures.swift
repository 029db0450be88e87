import Languages
import Notebook

extension Glossary {
    /// Words of lesson `pixels`.
    static let pictures = [
        Term(
            "pixel", en: "pixel|pixels", es: "píxel|píxeles", lesson: "pixels",
            Bilingual(
                en: "One cell of a picture: a place with a row, a column and a value for each channel.",
                es: "Una celda de la imagen: un lugar con su fila, su columna y un valor por canal.")),
        Term(
            "intensity", en: "intensity|intensities", es: "intensidad|intensidades", lesson: "pixels",
            Bilingual(
                en: "How bright a pixel is: from 0, black, to 255, white, or from 0 to 1 after division.",
                es: "Cuánto brilla un píxel: de 0, negro, a 255, blanco, o de 0 a 1 tras la división.")),
        Term(
            "channel", en: "channel|channels", es: "canal|canales", lesson: "mnist",
            Bilingual(
                en: "One of the values that every pixel has: red, green or blue; later, any map of a layer.",
                es:
                    "Uno de los valores que tiene cada píxel: rojo, verde o azul; más adelante, cualquier mapa de una capa."
            )),
        Term(
            "edge", en: "edge|edges", es: "borde|bordes", lesson: "pixels",
            Bilingual(
                en: "A place where neighbouring pixels differ strongly. No single pixel shows it.",
                es: "Un lugar donde los píxeles vecinos difieren mucho. Ningún píxel lo muestra por sí solo.")),
    ]

    /// Words of lessons `kernels` and `edges`.
    static let filters = [
        Term(
            "kernel", en: "kernel|kernels", es: "núcleo|núcleos", lesson: "kernels",
            Bilingual(
                en: "A small matrix of weights that is laid on every place of a picture.",
                es: "Una matriz pequeña de pesos que se apoya en cada lugar de una imagen.")),
        Term(
            "weight", en: "weight|weights", es: "peso|pesos", lesson: "kernels",
            Bilingual(
                en: "A number that an input is multiplied by before everything is added up.",
                es: "Un número por el que se multiplica una entrada antes de sumarlo todo.")),
        Term(
            "main-pixel", en: "main pixel", es: "píxel principal", lesson: "kernels",
            Bilingual(
                en: "The pixel under the centre of a kernel; the result is written at its place.",
                es: "El píxel que queda bajo el centro del núcleo; el resultado se escribe en su lugar.")),
        Term(
            "cross-correlation", en: "cross-correlation|correlation", es: "correlación cruzada|correlación",
            lesson: "kernels",
            Bilingual(
                en: "Lay a kernel on every place, multiply and add. It is what networks compute.",
                es: "Apoyar un núcleo en cada lugar, multiplicar y sumar. Es lo que calculan las redes.")),
        Term(
            "convolution", en: "convolution|convolutions", es: "convolución|convoluciones", lesson: "kernels",
            Bilingual(
                en: """
                    In mathematics, a correlation whose kernel was turned by half a turn first. In networks, the layer \
                    that correlates a picture with kernels that it learns.
                    """,
                es: """
                    En matemáticas, una correlación cuyo núcleo se ha girado antes media vuelta. En las redes, la capa \
                    que correlaciona una imagen con núcleos que ella misma aprende.
                    """)),
        Term(
            "padding", en: "padding", es: "relleno", lesson: "kernels",
            Bilingual(
                en: "Pixels invented around a picture, so that a kernel can visit its rim.",
                es: "Píxeles que se inventan alrededor de una imagen para que el núcleo pueda visitar su orilla.")),
        Term(
            "stride", en: "stride|strides", es: "paso (stride)|stride", lesson: "kernels",
            Bilingual(
                en: "How many pixels a window moves from one visit to the next.",
                es: "Cuántos píxeles avanza una ventana de una visita a la siguiente.")),
        Term(
            "identity-kernel", en: "identity kernel|identity", es: "núcleo identidad|identidad", lesson: "kernels",
            Bilingual(
                en: "The kernel with a one in its middle and zeros around it: it copies the picture.",
                es: "El núcleo con un uno en el centro y ceros alrededor: copia la imagen.")),
        Term(
            "box-blur", en: "box blur", es: "desenfoque de caja", lesson: "kernels",
            Bilingual(
                en: "The filter that replaces every pixel by the mean of its window.",
                es: "El filtro que sustituye cada píxel por la media de su ventana.")),
        Term(
            "gaussian-kernel", en: "Gaussian kernel|Gaussian", es: "núcleo gaussiano|gaussiano|gaussiana",
            lesson: "kernels",
            Bilingual(
                en: "A kernel in the shape of a bell: near pixels count for more than far ones.",
                es: "Un núcleo con forma de campana: los píxeles cercanos cuentan más que los lejanos.")),
        Term(
            "laplacian", en: "Laplacian", es: "laplaciano", lesson: "edges",
            Bilingual(
                en: "A kernel that compares a pixel with all of its neighbours; its weights add up to zero.",
                es: "Un núcleo que compara un píxel con todos sus vecinos; sus pesos suman cero.")),
    ]

    /// Words of lesson `gradients`.
    static let gradients = [
        Term(
            "gradient", en: "gradient|gradients", es: "gradiente|gradientes", lesson: "gradients",
            Bilingual(
                en: """
                    The direction in which something grows fastest, and how fast. Of a picture: towards the lighter side \
                    of an edge. Of a loss: a number for every parameter.
                    """,
                es: """
                    La dirección en la que algo crece más deprisa, y con qué rapidez. En una imagen: hacia el lado claro \
                    de un borde. En una pérdida: un número por cada parámetro.
                    """)),
        Term(
            "magnitude", en: "magnitude|magnitudes", es: "magnitud|magnitudes", lesson: "gradients",
            Bilingual(
                en: "The length of the gradient: how strong an edge is, whichever way it runs.",
                es: "La longitud del gradiente: la fuerza de un borde, corra hacia donde corra.")),
        Term(
            "non-maximum-suppression", en: "non-maximum suppression", es: "supresión de no máximos",
            lesson: "gradients",
            Bilingual(
                en: "Keeping a pixel only where no neighbour along the gradient is stronger: thick edges become thin.",
                es: """
                    Conservar un píxel solo donde ningún vecino en la dirección del gradiente es más fuerte: los bordes \
                    gruesos se vuelven finos.
                    """)),
        Term(
            "hysteresis", en: "hysteresis", es: "histéresis", lesson: "gradients",
            Bilingual(
                en: "Keeping doubtful edge pixels if they hang on to a certain one.",
                es: "Conservar los píxeles de borde dudosos si están unidos a uno seguro.")),
    ]

    /// Words of lesson `pooling`.
    static let features = [
        Term(
            "feature-map", en: "feature map|feature maps", es: "mapa de características|mapas de características",
            lesson: "pooling",
            Bilingual(
                en: "A picture of answers: it shows where in a picture a kernel found its pattern.",
                es: "Una imagen de respuestas: muestra en qué lugares encontró un núcleo su patrón.")),
        Term(
            "relu", en: "ReLU|rectified linear unit", es: "ReLU|unidad lineal rectificada", lesson: "pooling",
            Bilingual(
                en: "The function that keeps positive numbers and turns negative ones into zero.",
                es: "La función que conserva los números positivos y convierte en cero los negativos.")),
        Term(
            "max-pooling", en: "max pooling", es: "max pooling", lesson: "pooling",
            Bilingual(
                en: "Cutting a map into windows and keeping the largest value of each.",
                es: "Cortar un mapa en ventanas y quedarse con el mayor valor de cada una.")),
        Term(
            "average-pooling", en: "average pooling", es: "average pooling|agrupación por el promedio",
            lesson: "pooling",
            Bilingual(
                en: "Cutting a map into windows and keeping the mean of each.",
                es: "Cortar un mapa en ventanas y quedarse con la media de cada una.")),
        Term(
            "pooling", en: "pooling|poolings", es: "agrupación|agrupaciones", lesson: "pooling",
            Bilingual(
                en: "Making a map smaller by letting one value speak for each window.",
                es: "Encoger un mapa dejando que un solo valor hable por cada ventana.")),
        Term(
            "flattening", en: "flattening|flattened|flatten", es: "aplanar|aplanan|aplana|aplanados|aplanada",
            lesson: "pooling",
            Bilingual(
                en: "Writing all values of maps into one long list, row by row.",
                es: "Escribir todos los valores de los mapas en una sola lista larga, fila a fila.")),
    ]
}
