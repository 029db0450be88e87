import Figures
import Imaging
import Languages
import NeuralNetwork
import Notebook

extension Denoising {
    /// The hourglass, and what passes through its neck.
    func architecture(_ cleaning: Cleaning, on page: inout Page) throws {
        let model = Self.training.model.model
        let summary = try model.summary()
        let narrow = summary.last { $0.kind == "MaxPooling2D" }?.output
        let latentCount = narrow?.count ?? 0
        let latentShape = (narrow?.extents ?? []).map(String.init).joined(separator: " × ")
        page.prose(
            en: """
                ## An hourglass

                An **autoencoder** consists of two halves. The **encoder** is what you know from the classifiers: \
                convolution, ReLU, pooling, twice over, until 784 pixels have become small maps of answers. The \
                **decoder** walks the same way back: convolution, then **up-sampling**, which simply repeats every \
                value in a square of two by two, until the picture has its old size. The last convolution has a single \
                filter and a sigmoid: one number between 0 and 1 for every pixel.
                """,
            es: """
                ## Un reloj de arena

                Un **autocodificador** (*autoencoder*) tiene dos mitades. El **codificador** es lo que ya conoces de \
                los clasificadores: convolución, ReLU y agrupación, dos veces, hasta que 784 píxeles se han convertido \
                en pequeños mapas de respuestas. El **decodificador** recorre el camino de vuelta: convolución y \
                **sobremuestreo** (*up-sampling*), que sencillamente repite cada valor en un cuadrado de dos por dos, \
                hasta que la imagen recupera su tamaño. La última convolución tiene un solo filtro y una sigmoide: un \
                número entre 0 y 1 por cada píxel.
                """)
        try page.code("denoising", from: "NeuralNetwork")
        try page.architecture(
            of: model,
            title: Bilingual(en: "Down to seven by seven, and up again", es: "Hasta siete por siete, y vuelta a subir"),
            caption: Bilingual(
                en: """
                    Faces to scale; depth is the number of maps. Padding is *same* throughout, so that only pooling and \
                    up-sampling change the size.
                    """,
                es: """
                    Las caras están a escala; el fondo es el número de mapas. El relleno es siempre *same*, de modo que \
                    solo la agrupación y el sobremuestreo cambian el tamaño.
                    """))
        page.prose(
            en: """
                The narrow place, **latent space**, holds \(latentShape) numbers, \(latentCount) in all. That \
                is more than the 784 that went in, so it would be wrong to call it a compression in the sense of a \
                zip file. What is narrow is the *place*: seven by seven positions. Whatever a single pixel said of \
                itself has to be expressed as a pattern over a neighbourhood, and noise, which differs from one pixel \
                to the next, forms no such pattern.
                """,
            es: """
                La parte estrecha, el **espacio latente**, contiene \(latentShape) números, \(latentCount) en \
                total. Son más que los 784 de la entrada, así que sería un error llamarlo compresión como la de un \
                archivo zip. Lo estrecho es el *lugar*: siete por siete posiciones. Lo que cada píxel decía de sí \
                mismo tiene que expresarse como un patrón sobre una vecindad, y el ruido, que cambia de un píxel al \
                siguiente, no forma patrones así.
                """)
        try latent(cleaning, on: &page)
    }

    private func latent(_ cleaning: Cleaning, on page: inout Page) throws {
        let strengths = cleaning.latent.map { $0.reduce(0, +) }
        let strongest = strengths.indices.sorted { (strengths[$1], $0) < (strengths[$0], $1) }.prefix(24).sorted()
        let silent = strengths.count { $0 == 0 }
        let name = Self.names[cleaning.first.first?.label ?? 0]
        page.record("silentLatentMaps", silent)
        let silence = Self.wording(ofSilent: silent, among: strengths.count)
        try page.figure(
            "latent",
            title: Bilingual(en: "What passes through the neck", es: "Lo que pasa por el cuello"),
            caption: Bilingual(
                en: """
                    The \(strongest.count) strongest of the \(cleaning.latent.count) latent maps of the first test image \
                    (*\(name.en)*), each with its number. \(silence.en)
                    """,
                es: """
                    Los \(strongest.count) mapas latentes más intensos, de \(cleaning.latent.count), de la primera imagen \
                    de prueba (*\(name.es)*), cada uno con su número. \(silence.es)
                    """),
            alternative: Bilingual(
                en: """
                    A grid of coarse maps, seven pixels wide. In many of them the outline of the garment can still be \
                    made out.
                    """,
                es: """
                    Una cuadrícula de mapas toscos, de siete píxeles de ancho. En muchos aún se adivina el contorno de \
                    la prenda.
                    """),
            ImageGrid(
                strongest.map { map in
                    ImageGrid.Item(
                        .magnitude(
                            GrayImage(
                                width: cleaning.latentSide, height: cleaning.latentSide, pixels: cleaning.latent[map])),
                        label: Bilingual(both: "\(plain: map + 1)"))
                }, columns: 12, legend: Bilingual(en: "answer", es: "respuesta")))
    }

    /// How many maps have nothing to say of this picture.
    private static func wording(ofSilent silent: Int, among count: Int) -> Bilingual {
        switch silent {
        case 0: Bilingual(en: "None of the \(count) is silent.", es: "Ninguno de los \(count) calla.")
        case 1: Bilingual(en: "One of the \(count) is silent.", es: "Uno de los \(count) calla.")
        case count: Bilingual(en: "All of them are silent.", es: "Todos callan.")
        default: Bilingual(en: "\(silent) of the \(count) are silent.", es: "\(silent) de los \(count) callan.")
        }
    }
}
