import Languages
import Notebook

extension Kernels {
    /// What was learned, and the next question.
    func close(_ page: inout Page) {
        page.prose(
            en: """
                ## What you take with you

                Lay the kernel on, multiply, add, move on: that is all a filter does. The weights decide whether it \
                copies, blurs or sharpens; padding and stride decide how large the result is. In the next lesson \
                the weights will add up to zero, and edges light up.
                """,
            es: """
                ## Lo que te llevas

                Apoyar el núcleo, multiplicar, sumar, avanzar: eso es todo lo que hace un filtro. Los pesos deciden \
                si copia, desenfoca o afila; el relleno y el paso deciden el tamaño del resultado. En la próxima \
                lección los pesos sumarán cero y los bordes se encenderán.
                """)
        page.question(
            Bilingual(
                en: "Which kernel moves the whole picture one pixel to the right?",
                es: "¿Qué núcleo desplaza toda la imagen un píxel a la derecha?"),
            answer: Bilingual(
                en: """
                    The one with a single one left of the centre, `0 0 0 / 1 0 0 / 0 0 0`: every pixel takes the \
                    value of its left neighbour. Under *convolution* the one would have to stand on the right.
                    """,
                es: """
                    El que tiene un único uno a la izquierda del centro, `0 0 0 / 1 0 0 / 0 0 0`: cada píxel toma el \
                    valor de su vecino izquierdo. Con una *convolución*, el uno tendría que estar a la derecha.
                    """))
        page.attempt(
            "course lesson kernels",
            purpose: Bilingual(
                en: "Writes this lesson alone, and touches no other.",
                es: "Escribe solo esta lección y no toca ninguna otra."))
    }
}
