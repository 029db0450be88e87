import Languages
import Notebook

extension Glossary {
    /// Words for how a network does, and what it goes by.
    static let examination = [
        Term(
            "confusion-matrix", en: "confusion matrix", es: "matriz de confusión", lesson: "cnn",
            Bilingual(
                en: "A table that counts how often each class was taken for each other one.",
                es: "Una tabla que cuenta cuántas veces se tomó cada clase por cada una de las otras.")),
        Term(
            "recall", en: "recall", es: "exhaustividad", lesson: "cnn",
            Bilingual(
                en: "Of all images of a class, the share that was found.",
                es: "De todas las imágenes de una clase, la parte que se encontró.")),
        Term(
            "precision", en: "precision", es: "precisión", lesson: "cnn",
            Bilingual(
                en: "Of all answers that name a class, the share that is right.",
                es: "De todas las respuestas que nombran una clase, la parte que es correcta.")),
        Term(
            "overfitting", en: "overfitting", es: "sobreajuste", lesson: "dropout",
            Bilingual(
                en: "Learning the examples by heart: right on what was learned, less right on what is new.",
                es: "Aprenderse los ejemplos de memoria: acertar en lo aprendido y menos en lo nuevo.")),
        Term(
            "weight-sharing", en: "weight sharing|sharing weights", es: "compartir pesos|compartir los pesos",
            lesson: "compact",
            Bilingual(
                en: "Using one kernel at every place, instead of a weight for each pair of input and output.",
                es: "Usar un mismo núcleo en todos los lugares, en vez de un peso por cada par de entrada y salida.")),
        Term(
            "receptive-field", en: "receptive field", es: "campo receptivo", lesson: "inside",
            Bilingual(
                en: "The piece of the picture on which one value of a deep map depends.",
                es: "El trozo de la imagen del que depende un valor de un mapa profundo.")),
        Term(
            "occlusion-sensitivity", en: "occlusion sensitivity", es: "sensibilidad a la oclusión", lesson: "inside",
            Bilingual(
                en: "How much the probability of the true class drops when a part of the picture is covered.",
                es: "Cuánto cae la probabilidad de la clase verdadera cuando se tapa una parte de la imagen.")),
        Term(
            "equivariance", en: "equivariance|equivariant", es: "equivariancia|equivariante", lesson: "experiments",
            Bilingual(
                en: "Move the input and the output moves along. Convolution is so; it is not the same as indifference.",
                es:
                    "Si se mueve la entrada, la salida se mueve con ella. Así es la convolución; no es lo mismo que la indiferencia."
            )),
    ]

    /// Words of lesson `denoising`.
    static let cleaning = [
        Term(
            "autoencoder", en: "autoencoder|autoencoders", es: "autocodificador|autocodificadores", lesson: "denoising",
            Bilingual(
                en: "A network that answers a picture with a picture, through a narrow place in its middle.",
                es: "Una red que responde a una imagen con otra imagen, a través de una parte estrecha en su centro.")),
        Term(
            "encoder", en: "encoder", es: "codificador", lesson: "denoising",
            Bilingual(
                en: "The first half of an autoencoder, which turns the picture into small maps.",
                es: "La primera mitad de un autocodificador, que convierte la imagen en mapas pequeños.")),
        Term(
            "decoder", en: "decoder", es: "decodificador", lesson: "denoising",
            Bilingual(
                en: "The second half of an autoencoder, which turns the small maps back into a picture.",
                es: "La segunda mitad de un autocodificador, que vuelve a convertir los mapas pequeños en una imagen.")),
        Term(
            "latent-space", en: "latent space|latent maps", es: "espacio latente|mapas latentes", lesson: "denoising",
            Bilingual(
                en: "What passes through the narrow place of an autoencoder: its maps, taken as numbers.",
                es: "Lo que pasa por la parte estrecha de un autocodificador: sus mapas, vistos como números.")),
        Term(
            "up-sampling", en: "up-sampling", es: "sobremuestreo", lesson: "denoising",
            Bilingual(
                en: "Making a map larger by repeating every value.",
                es: "Agrandar un mapa repitiendo cada valor.")),
        Term(
            "binary-cross-entropy", en: "binary cross-entropy", es: "entropía cruzada binaria", lesson: "denoising",
            Bilingual(
                en: "The cross-entropy of a single pixel, whose target is read as the probability of white.",
                es: "La entropía cruzada de un solo píxel, cuyo objetivo se lee como la probabilidad del blanco.")),
        Term(
            "mse", en: "mean squared error|MSE", es: "error cuadrático medio|ECM", lesson: "denoising",
            Bilingual(
                en: "The mean of the squared differences between two pictures.",
                es: "La media de los cuadrados de las diferencias entre dos imágenes.")),
        Term(
            "psnr", en: "peak signal-to-noise ratio|PSNR", es: "relación señal-ruido de pico|PSNR", lesson: "denoising",
            Bilingual(
                en: "The mean squared error in decibels, set against the brightest value that is possible.",
                es: "El error cuadrático medio en decibelios, comparado con el valor más claro posible.")),
        Term(
            "gaussian-noise", en: "Gaussian noise", es: "ruido gaussiano", lesson: "denoising",
            Bilingual(
                en: "A random number added to every pixel; small ones are frequent, large ones rare.",
                es: "Un número al azar que se suma a cada píxel; los pequeños son frecuentes y los grandes, raros.")),
        Term(
            "poisson-noise", en: "Poisson noise", es: "ruido de Poisson", lesson: "denoising",
            Bilingual(
                en: "The grain of dim light: what arrives is counted, and counts waver.",
                es: "El grano de la luz escasa: lo que llega se cuenta, y las cuentas oscilan.")),
        Term(
            "speckle", en: "speckle", es: "moteado", lesson: "denoising",
            Bilingual(
                en: "Noise that multiplies instead of adding: black stays black.",
                es: "Ruido que multiplica en lugar de sumar: el negro sigue negro.")),
        Term(
            "anomaly", en: "anomaly|anomalies", es: "anomalía|anomalías", lesson: "denoising",
            Bilingual(
                en: "Something that a network has never met and therefore can't rebuild.",
                es: "Algo que una red no ha visto nunca y que por eso no sabe reconstruir.")),
    ]
}
