import Figures
import Imaging
import Languages
import Notebook

extension Edges {
    /// One picture through every named kernel.
    func gallery(_ gray: GrayImage, on page: inout Page) throws {
        // snippet.gallery
        let small = gray.resized(width: gray.width / 2, height: gray.height / 2)
        let results = Kernel.named.map { kernel in
            (kernel, small.correlated(with: kernel, border: .replicate))
        }
        // snippet.end
        page.prose(
            en: """
                ## All of them at once

                Put one picture through every kernel that has a name in this course and compare. The names are the \
                ones that the command line understands.
                """,
            es: """
                ## Todos a la vez

                Pasa una misma imagen por cada núcleo que tiene nombre en este curso y compara. Los nombres son los \
                que entiende la línea de órdenes.
                """)
        try page.code("gallery")
        let limit = results.filter { abs($0.0.sum) < 1e-5 }.map { $0.1.strongValue }.max()
        page.record("gallery.kernels", Kernel.named.map(\.id))
        try page.figure(
            "gallery",
            title: Bilingual(
                en: "One picture through \(results.count) kernels",
                es: "Una imagen a través de \(results.count) núcleos"),
            caption: Bilingual(
                en: """
                    Kernels whose weights add up to zero are shown signed, orange above zero and blue below; the \
                    others as grey pictures.
                    """,
                es: """
                    Los núcleos cuyos pesos suman cero se muestran con signo, naranja por encima de cero y azul por \
                    debajo; los demás, como imágenes grises.
                    """),
            alternative: Bilingual(
                en: "A grid of \(results.count) versions of the picture, each under the name of its kernel.",
                es: "Una cuadrícula de \(results.count) versiones de la imagen, cada una con el nombre de su núcleo."),
            Pictures(
                results.map { kernel, result in
                    let name = Bilingual(both: Phrase(kernel.id))
                    let answersToChange = abs(kernel.sum) < 1e-5
                    return .init(answersToChange ? .signed(result, limit: limit) : .gray(result), caption: name)
                }, columns: 4))
    }

    /// What was learned, and the next question.
    func close(_ page: inout Page) {
        page.prose(
            en: """
                ## What you take with you

                Weights that add up to zero are blind to brightness and awake to change. A result near zero means \
                that a pixel is like its neighbours; a large one, of either sign, means an edge. But this kernel \
                answers to edges of every direction alike. Which way does an edge run? The next lesson asks two \
                kernels at once.
                """,
            es: """
                ## Lo que te llevas

                Unos pesos que suman cero son ciegos al brillo y están atentos al cambio. Un resultado cercano a \
                cero significa que el píxel se parece a sus vecinos; uno grande, de cualquier signo, que hay un \
                borde. Pero este núcleo responde igual a los bordes de todas las direcciones. ¿Hacia dónde corre un \
                borde? La próxima lección se lo pregunta a dos núcleos a la vez.
                """)
        page.question(
            Bilingual(
                en:
                    "Add the identity kernel to the one that subtracts the neighbours. Which filter do you get, and why?",
                es: "Suma el núcleo identidad al que resta los vecinos. ¿Qué filtro obtienes y por qué?"),
            answer: Bilingual(
                en: """
                    A sharpening filter: the picture itself plus its edges. Take `0 -1 0 / -1 4 -1 / 0 -1 0`, add one \
                    in the middle, and you have the `sharpen` of the last lesson. Because multiplying and adding is \
                    linear, filtering with a sum of kernels is the sum of the filtered pictures.
                    """,
                es: """
                    Un filtro de enfoque: la imagen más sus propios bordes. Toma `0 -1 0 / -1 4 -1 / 0 -1 0`, suma uno \
                    en el centro y tienes el `sharpen` de la lección anterior. Como multiplicar y sumar es lineal, \
                    filtrar con una suma de núcleos da la suma de las imágenes filtradas.
                    """))
        page.attempt(
            "course figures edges/gallery --dpi 300 --output slides",
            purpose: Bilingual(
                en: "Draws the gallery for a slide.",
                es: "Dibuja la galería para una diapositiva."))
    }
}
