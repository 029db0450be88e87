import Languages
import Notebook

extension Glossary {
    /// Words of lesson `networks`.
    static let learning = [
        Term(
            "neuron", en: "neuron|neurons", es: "neurona|neuronas", lesson: "networks",
            Bilingual(
                en: "The unit of a network: a weighted sum of inputs, a bias, and an activation function.",
                es: "La unidad de una red: una suma ponderada de entradas, un sesgo y una función de activación.")),
        Term(
            "bias", en: "bias|biases", es: "sesgo|sesgos", lesson: "networks",
            Bilingual(
                en: "The number that a neuron adds to its weighted sum: it says how easily the neuron is moved.",
                es: "El número que una neurona añade a su suma ponderada: dice con cuánta facilidad se deja mover.")),
        Term(
            "activation-function", en: "activation function|activation|activations",
            es: "función de activación|activación|activaciones", lesson: "networks",
            Bilingual(
                en: "The bend behind a weighted sum. Without it many layers could do no more than one.",
                es: "El quiebro que sigue a una suma ponderada. Sin él, muchas capas no podrían hacer más que una.")),
        Term(
            "layer", en: "layer|layers", es: "capa|capas", lesson: "networks",
            Bilingual(
                en: "Neurons that read the same inputs; what they answer is the input of the next layer.",
                es: "Neuronas que leen las mismas entradas; lo que responden es la entrada de la capa siguiente.")),
        Term(
            "hidden-layer", en: "hidden layer|hidden layers|hidden unit|hidden units",
            es: "capa oculta|capas ocultas|unidad oculta|unidades ocultas", lesson: "networks",
            Bilingual(
                en: "A layer between the input and the answer.",
                es: "Una capa entre la entrada y la respuesta.")),
        Term(
            "dense-layer", en: "dense layer|dense layers|dense|fully connected",
            es: "capa densa|capas densas|densa|densas|totalmente conectada", lesson: "networks",
            Bilingual(
                en: "A layer in which every unit has a weight for every input.",
                es: "Una capa en la que cada unidad tiene un peso por cada entrada.")),
        Term(
            "parameter", en: "parameter|parameters", es: "parámetro|parámetros", lesson: "networks",
            Bilingual(
                en: "A weight or a bias: whatever learning may change.",
                es: "Un peso o un sesgo: todo lo que el aprendizaje puede cambiar.")),
        Term(
            "sigmoid", en: "sigmoid|sigmoids", es: "sigmoide|sigmoides", lesson: "networks",
            Bilingual(
                en: "The function that squeezes every number between 0 and 1.",
                es: "La función que aprieta cualquier número entre 0 y 1.")),
        Term(
            "vanishing-gradient", en: "vanishing gradient", es: "gradiente que se desvanece", lesson: "networks",
            Bilingual(
                en: "What happens behind many flat bends: hardly anything of a change arrives at the first layers.",
                es: "Lo que pasa tras muchos quiebros planos: a las primeras capas apenas les llega nada de un cambio.")
        ),
        Term(
            "softmax", en: "softmax", es: "softmax", lesson: "networks",
            Bilingual(
                en: "The function that turns scores into probabilities: all positive, together one.",
                es: "La función que convierte puntuaciones en probabilidades: todas positivas y que juntas suman uno.")),
        Term(
            "loss", en: "loss|losses", es: "pérdida|pérdidas", lesson: "networks",
            Bilingual(
                en: "One number that says how bad the answers of a network are; training makes it smaller.",
                es: "Un número que dice lo malas que son las respuestas de una red; entrenar es hacerlo más pequeño.")),
        Term(
            "cross-entropy", en: "categorical cross-entropy|cross-entropy",
            es: "entropía cruzada categórica|entropía cruzada", lesson: "networks",
            Bilingual(
                en: "The loss for classes: minus the logarithm of the probability that the true class was given.",
                es: "La pérdida para clases: menos el logaritmo de la probabilidad dada a la clase verdadera.")),
        Term(
            "backpropagation", en: "backpropagation", es: "retropropagación", lesson: "networks",
            Bilingual(
                en: "The chain rule, layer by layer from the loss back to the first weight.",
                es: "La regla de la cadena, capa por capa, desde la pérdida hasta el primer peso.")),
        Term(
            "gradient-descent", en: "gradient descent", es: "descenso por gradiente", lesson: "networks",
            Bilingual(
                en: "Learning by small steps against the gradient of the loss.",
                es: "Aprender con pasos cortos en contra del gradiente de la pérdida.")),
        Term(
            "learning-rate", en: "learning rate", es: "tasa de aprendizaje", lesson: "networks",
            Bilingual(
                en: "How long a step of the descent is.",
                es: "Lo largo que es un paso del descenso.")),
        Term(
            "momentum", en: "momentum", es: "momento (momentum)|momentum", lesson: "networks",
            Bilingual(
                en: "A descent that remembers its direction and keeps rolling.",
                es: "Un descenso que recuerda su dirección y sigue rodando.")),
        Term(
            "adam", en: "Adam", es: "Adam", lesson: "networks",
            Bilingual(
                en: "A descent in which every weight has a pace of its own, by two running means of its gradient.",
                es: "Un descenso en el que cada peso lleva su propio ritmo, según dos medias móviles de su gradiente.")),
        Term(
            "dropout", en: "dropout", es: "dropout", lesson: "networks",
            Bilingual(
                en: "Switching random units off in each training step, so that no other can rely on them.",
                es:
                    "Apagar unidades al azar en cada paso del entrenamiento para que ninguna otra pueda fiarse de ellas."
            )),
        Term(
            "accuracy", en: "accuracy|accuracies", es: "exactitud|exactitudes", lesson: "networks",
            Bilingual(
                en: "The share of images that are told right.",
                es: "La proporción de imágenes bien reconocidas.")),
    ]

    /// Words of lessons `mnist`, `baseline` and `cnn` about data and training.
    static let training = [
        Term(
            "class", en: "class|classes", es: "clase|clases", lesson: "mnist",
            Bilingual(
                en: "One of the answers that a network can choose from: here a digit, later a garment.",
                es: "Una de las respuestas entre las que puede elegir una red: aquí un dígito, más tarde una prenda.")),
        Term(
            "label", en: "label|labels", es: "etiqueta|etiquetas", lesson: "mnist",
            Bilingual(
                en: "The true class of an image, as somebody wrote it down.",
                es: "La clase verdadera de una imagen, tal como alguien la anotó.")),
        Term(
            "test-images", en: "test images|test image", es: "imágenes de prueba|imagen de prueba", lesson: "baseline",
            Bilingual(
                en: "Images that play no part in training; what a network knows is measured on them.",
                es: "Imágenes que no intervienen en el entrenamiento; con ellas se mide lo que sabe una red.")),
        Term(
            "normalise", en: "normalise", es: "normalizar", lesson: "mnist",
            Bilingual(
                en: "Dividing intensities by 255, so that every input lies between 0 and 1.",
                es: "Dividir las intensidades entre 255 para que cada entrada quede entre 0 y 1.")),
        Term(
            "one-hot", en: "one-hot", es: "one-hot", lesson: "mnist",
            Bilingual(
                en: "A class written as a list of zeros with a single one at its own place.",
                es: "Una clase escrita como una lista de ceros con un único uno en su lugar.")),
        Term(
            "baseline", en: "baseline", es: "línea base", lesson: "baseline",
            Bilingual(
                en: "The simplest network that could work: what comes later has to beat it.",
                es: "La red más sencilla que podría servir: lo que venga después tiene que superarla.")),
        Term(
            "validation", en: "validation", es: "validación", lesson: "baseline",
            Bilingual(
                en: "Training images that are held back to see, epoch by epoch, how a network does on what is new.",
                es:
                    "Imágenes de entrenamiento que se reservan para ver, época a época, cómo le va a la red con lo nuevo."
            )),
        Term(
            "batch", en: "batch|batches", es: "lote|lotes", lesson: "networks",
            Bilingual(
                en: "The images of one step of training.",
                es: "Las imágenes de un paso del entrenamiento.")),
        Term(
            "epoch", en: "epoch|epochs", es: "época|épocas", lesson: "baseline",
            Bilingual(
                en: "One pass over all training images.",
                es: "Una pasada por todas las imágenes de entrenamiento.")),
        Term(
            "multiply-adds", en: "multiply-adds|multiply-add", es: "multiplicaciones y sumas", lesson: "experiments",
            Bilingual(
                en: "How much arithmetic an answer takes: a multiplication and an addition count as one.",
                es: "Cuánta aritmética cuesta una respuesta: una multiplicación y una suma cuentan como una.")),
    ]
}
