import Figures
import Imaging
import Languages
import Notebook

extension Kernels {
    /// Five kernels and what each does to the picture.
    func gallery(of gray: GrayImage, on page: inout Page) throws {
        page.prose(
            en: """
                ## Other weights, other pictures

                The mechanics never change; the weights decide everything. Here are five sets of them, from the one \
                that does nothing to the one that makes a picture crisp.
                """,
            es: """
                ## Otros pesos, otras imágenes

                La mecánica no cambia nunca; los pesos lo deciden todo. Estos son cinco juegos, desde el que no hace \
                nada hasta el que afila la imagen.
                """)
        // snippet.filters
        let identity = gray.correlated(with: .identity, border: .replicate)
        let sum = gray.correlated(with: .boxSum, border: .replicate)
        let blur = gray.correlated(with: .boxBlur, border: .replicate)
        let gaussian = gray.correlated(with: .gaussian5, border: .replicate)
        let sharp = gray.correlated(with: .sharpen, border: .replicate)
        // snippet.end
        try page.code("filters")
        try page.figure(
            "identity",
            title: Bilingual(en: "Identity: nothing happens", es: "Identidad: no ocurre nada"),
            caption: Bilingual(
                en: "One in the middle, zeros around it: each pixel is copied.",
                es: "Un uno en el centro y ceros alrededor: cada píxel se copia."),
            alternative: before(after: Bilingual(en: "they are equal", es: "son iguales")),
            BeforeAfter(.gray(gray), .identity, .gray(identity)))
        let white = Double(sum.pixels.count { $0 > 255 }) / Double(sum.pixels.count)
        page.record("boxsum.white", white)
        try page.figure(
            "boxsum",
            title: Bilingual(en: "Nine ones: the sum of the neighbourhood", es: "Nueve unos: la suma del vecindario"),
            caption: Bilingual(
                en: """
                    Every pixel counts as much as the main one, and the sum overflows: \(white, percent: 0) of the \
                    values pass 255, and a screen shows them white. Below, the same sums on a scale that reaches to \
                    nine times 255: the picture is still there, but its edges are soft.
                    """,
                es: """
                    Cada píxel cuenta tanto como el principal y la suma se desborda: el \(white, percent: 0) de los \
                    valores supera 255 y una pantalla los muestra blancos. Debajo, las mismas sumas en una escala que \
                    llega a nueve veces 255: la imagen sigue ahí, pero sus bordes son blandos.
                    """),
            alternative: before(
                after: Bilingual(
                    en: "clipped at 255 it is almost white, rescaled it is blurred",
                    es: "recortada en 255 es casi blanca; reescalada, está desenfocada")),
            BeforeAfter([
                .init(
                    before: .gray(gray), kernel: .boxSum, after: .gray(sum),
                    afterCaption: Bilingual(en: "clipped at 255", es: "recortada en 255")),
                .init(
                    before: .gray(gray), kernel: .boxSum, after: .gray(sum, from: 0, to: 2_295),  // nine times 255
                    afterCaption: Bilingual(en: "rescaled", es: "reescalada")),
            ]))
        try page.figure(
            "blur",
            title: Bilingual(en: "Nine ninths: the average", es: "Nueve novenos: el promedio"),
            caption: Bilingual(
                en: """
                    Dividing by nine turns the sum into a mean. Brightness is back to what it was, and every edge \
                    is spread over three pixels: a **box blur**.
                    """,
                es: """
                    Dividir entre nueve convierte la suma en una media. El brillo vuelve a ser el de antes y cada \
                    borde se reparte entre tres píxeles: es un **desenfoque de caja**.
                    """),
            alternative: before(after: Bilingual(en: "it is slightly blurred", es: "está ligeramente desenfocada")),
            BeforeAfter(.gray(gray), .boxBlur, .gray(blur)))
        page.prose(
            en: """
                A **box blur** lets all nine neighbours vote alike. A **Gaussian kernel** listens more to those that \
                are near.
                """,
            es: """
                Un **desenfoque de caja** deja votar a los nueve vecinos por igual. Un **núcleo gaussiano** escucha \
                más a los que están cerca.
                """)
        try page.figure(
            "gaussian",
            title: Bilingual(en: "A bell of five by five", es: "Una campana de cinco por cinco"),
            caption: Bilingual(
                en: """
                    A **Gaussian** kernel gives near pixels more say than far ones. It blurs more smoothly than a \
                    box, and is the first step of most edge detectors: what it removes is noise.
                    """,
                es: """
                    Un núcleo **gaussiano** da más voz a los píxeles cercanos que a los lejanos. Desenfoca con más \
                    suavidad que una caja y es el primer paso de casi todos los detectores de bordes: lo que \
                    elimina es ruido.
                    """),
            alternative: before(after: Bilingual(en: "it is softly blurred", es: "tiene un desenfoque suave")),
            BeforeAfter(.gray(gray), .gaussian5, .gray(gaussian)))
        try page.figure(
            "sharpen",
            title: Bilingual(en: "Sharpen: exaggerate the difference", es: "Enfocar: exagerar la diferencia"),
            caption: Bilingual(
                en: """
                    Five times the pixel minus its four direct neighbours. Where all are equal, five minus four \
                    leaves the pixel as it is; where they differ, the difference grows.
                    """,
                es: """
                    Cinco veces el píxel menos sus cuatro vecinos directos. Donde todos son iguales, cinco menos \
                    cuatro deja el píxel como estaba; donde difieren, la diferencia crece.
                    """),
            alternative: before(after: Bilingual(en: "its edges are crisper", es: "sus bordes son más nítidos")),
            BeforeAfter(.gray(gray), .sharpen, .gray(sharp)))
        page.prose(
            en: """
                One rule helps to read a kernel at a glance: **add up its weights**. If the sum is one, as with \
                identity, blur and sharpen, even areas keep their brightness. If it is nine, they become nine times \
                as bright. And if it is zero, they turn black, and only differences survive. That case is the next \
                lesson.
                """,
            es: """
                Hay una regla para leer un núcleo de un vistazo: **suma sus pesos**. Si la suma es uno, como en la \
                identidad, el desenfoque y el enfoque, las zonas uniformes conservan su brillo. Si es nueve, brillan \
                nueve veces más. Y si es cero, se vuelven negras y solo sobreviven las diferencias. Ese caso es la \
                próxima lección.
                """)
    }

    private func before(after change: Bilingual) -> Bilingual {
        Bilingual(
            en: "The grey picture, the kernel as a matrix, and the picture after it: \(change.en).",
            es: "La imagen gris, el núcleo como matriz y la imagen resultante: \(change.es).")
    }
}
