import Languages
import Notebook

extension Denoising {
    /// What to weigh when building one.
    func considerations(on page: inout Page) {
        page.prose(
            en: """
                ## If you build one yourself

                - **The noise.** Train against what you will meet, in kind and in strength. With too little, the \
                network learns to copy; with too much, it can only guess.
                - **The capacity.** More layers and more filters repair finer things, cost more arithmetic, and are \
                quicker to learn their examples by heart.
                - **The neck.** Wide enough for what makes a garment, too narrow for what makes noise. With none at \
                all, copying the input is an easy way out.
                - **The measure.** MSE and PSNR count pixels. They forgive a blurred edge more readily than an eye \
                does; for photographs there are measures that compare structures rather than pixels.
                - **The test.** Other data and other noises, as above. One number on one test set says little of a \
                network that is to work elsewhere.
                """,
            es: """
                ## Si construyes uno tú

                - **El ruido.** Entrena contra el que vayas a encontrar, en clase y en intensidad. Con demasiado poco, \
                la red aprende a copiar; con demasiado, solo puede adivinar.
                - **La capacidad.** Más capas y más filtros reparan cosas más finas, cuestan más aritmética y se \
                aprenden antes los ejemplos de memoria.
                - **El cuello.** Ancho para lo que hace que una prenda sea una prenda, estrecho para lo que es ruido. \
                Sin cuello, copiar la entrada es la salida fácil.
                - **La medida.** El ECM y la PSNR cuentan píxeles. Perdonan un borde borroso antes que el ojo; para \
                fotografías hay medidas que comparan estructuras en lugar de píxeles.
                - **La prueba.** Otros datos y otros ruidos, como arriba. Un número sobre un conjunto de prueba dice \
                poco de una red que ha de trabajar en otra parte.
                """)
    }

    /// What was learned, questions to discuss, something to try.
    func close(_ page: inout Page) {
        page.prose(
            en: """
                ## What you take with you

                The same layers that named a digit can repaint a garment; only the end of the network and its loss have \
                changed. A network that is shown pairs learns the way from the one to the other, no more and no less, \
                and it pays for every certainty with some detail. You began this course with nine weights that \
                somebody had chosen; you end it with tens of thousands that nobody chose, and you can read what they \
                do.
                """,
            es: """
                ## Lo que te llevas

                Las mismas capas que nombraban un dígito pueden repintar una prenda; solo han cambiado el final de la \
                red y su pérdida. Una red a la que se le muestran parejas aprende el camino de la una a la otra, ni más \
                ni menos, y paga cada certeza con algo de detalle. Empezaste este curso con nueve pesos que alguien \
                había elegido; lo terminas con decenas de miles que no eligió nadie, y sabes leer lo que hacen.
                """)
        page.question(
            Bilingual(
                en: "Go back to the first figure. Which details return, and which do not?",
                es: "Vuelve a la primera figura. ¿Qué detalles regresan y cuáles no?"),
            answer: Bilingual(
                en: """
                    Outlines, sleeves, the gap between two trouser legs: what extends over many pixels and what many \
                    garments share. Prints, seams and buttons do not; a pattern of one or two pixels looks to the \
                    network like what it was trained to remove.
                    """,
                es: """
                    Los contornos, las mangas, el hueco entre las dos perneras: lo que abarca muchos píxeles y comparten \
                    muchas prendas. Los estampados, las costuras y los botones, no; un dibujo de uno o dos píxeles le \
                    parece a la red justo aquello que aprendió a quitar.
                    """))
        page.question(
            Bilingual(
                en: "What remains of the noise in the cleaned pictures?",
                es: "¿Qué queda del ruido en las imágenes reconstruidas?"),
            answer: Bilingual(
                en: """
                    Seldom grain. What remains are soft clouds in even cloth and edges that waver: several neighbouring \
                    pixels happened to be spoiled in the same direction, and together they looked like something.
                    """,
                es: """
                    Rara vez grano. Lo que queda son nubes suaves en la tela lisa y bordes que vacilan: varios píxeles \
                    vecinos se estropearon por casualidad en la misma dirección y, juntos, parecían algo.
                    """))
        page.question(
            Bilingual(
                en: "Why do the cleaned pictures look a little out of focus?",
                es: "¿Por qué las imágenes reconstruidas parecen algo desenfocadas?"),
            answer: Bilingual(
                en: """
                    Under the noise an edge may lie here or one pixel farther. Both losses, cross-entropy and squared \
                    error, are smallest for the mean of all pictures that are possible, and the mean of two sharp edges \
                    is a soft one. Up-sampling by repetition helps the softness along.
                    """,
                es: """
                    Bajo el ruido, un borde puede estar aquí o un píxel más allá. Tanto la entropía cruzada como el error \
                    cuadrático son mínimos para la media de todas las imágenes posibles, y la media de dos bordes nítidos \
                    es un borde suave. El sobremuestreo por repetición contribuye a esa suavidad.
                    """))
        page.attempt(
            "course train denoising --epochs 2 --limit 6000",
            purpose: Bilingual(
                en: "Trains the autoencoder on a tenth of the images for two epochs; compare its loss with the curve.",
                es: """
                    Entrena el autocodificador con la décima parte de las imágenes durante dos épocas; compara su pérdida \
                    con la curva.
                    """))
    }
}
