import Datasets
import Figures
import Platform
import Imaging
import Languages
import NeuralNetwork
import Notebook

/// Lesson 14: an autoencoder that cleans pictures.
struct Denoising: Lesson {
    static let about: LessonDescription? = LessonDescription(
        id: "denoising",
        title: Bilingual(en: "A network that cleans pictures", es: "Una red que limpia imágenes"),
        question: Bilingual(
            en: "Can a network tell what a picture looked like before it was spoiled?",
            es: "¿Puede una red saber cómo era una imagen antes de que se estropeara?"),
        goals: [
            Bilingual(
                en: "what an autoencoder is, and what the narrow place in its middle is good for",
                es: "qué es un autocodificador y para qué sirve su parte más estrecha"),
            Bilingual(
                en: "how pairs of noisy and clean pictures are made to order, and what a network learns from them",
                es: "cómo se fabrican a medida parejas de imágenes ruidosas y limpias y qué aprende de ellas una red"),
            Bilingual(
                en: "how the quality of a picture becomes a number: MSE and PSNR",
                es: "cómo se convierte en un número la calidad de una imagen: ECM y PSNR"),
            Bilingual(
                en: "what happens when the noise is not the one that the network was trained against",
                es: "qué ocurre cuando el ruido no es aquel contra el que se entrenó la red"),
        ],
        minutes: 18,
        figures: [
            "triptych", "classes", "distribution", "intensities", "normalized", "noisy", "noisehist", "architecture",
            "latent", "curves", "mse", "worst", "noises",
        ])

    static let training = Training(ofSyllabus: CourseModels.denoising)
    static let cleaning = Cleaning.measurement(of: training)
    static let survey = CourseMeasurement("denoising/survey", version: 1, needs: [.garments]) { course in
        Survey(of: try course.garments)
    }
    static let units: [any CourseUnit] = [survey, training, cleaning]

    static let names = DatasetKind.fashionMNIST.classNames

    func write(on page: inout Page, using course: Course) throws {
        let survey = try course.value(of: Self.survey)
        let trained = try course.value(of: Self.training)
        let cleaning = try course.value(of: Self.cleaning)
        try opening(cleaning, course.settings.garments, on: &page)
        try garments(survey, course.settings.garments, on: &page)
        try intensities(survey, on: &page)
        try spoiling(cleaning, on: &page)
        try architecture(cleaning, on: &page)
        try training(trained, survey, course.settings, on: &page)
        try errors(cleaning, on: &page)
        try worst(cleaning, on: &page)
        try strangers(cleaning, on: &page)
        considerations(on: &page)
        close(&page)
    }

    private func opening(_ cleaning: Cleaning, _ source: DatasetSource, on page: inout Page) throws {
        page.prose(
            en: """
                Photographs taken in bad light are grainy. So are X-rays, pictures from the edge of the sky, and old \
                films. Lesson after lesson we have taught networks to *name* what they see; the last one teaches a \
                network to *paint* it: a spoiled picture goes in, a clean one comes out.

                Look at the result before you learn how it is done. The first row shows ten test images, the second \
                what we made of them by adding noise to every pixel. The third is the network's answer. It has never \
                seen the first row.
                """,
            es: """
                Las fotografías hechas con mala luz tienen grano. También las radiografías, las imágenes de los \
                confines del cielo y las películas antiguas. Lección tras lección hemos enseñado a las redes a \
                *nombrar* lo que ven; la última enseña a una red a *pintarlo*: entra una imagen estropeada y sale \
                una limpia.

                Mira el resultado antes de saber cómo se hace. La primera fila muestra diez imágenes de prueba; la \
                segunda, en qué las convertimos al sumar ruido a cada píxel. La tercera es la respuesta de la red, \
                que nunca ha visto la primera fila.
                """)
        page.record("first", cleaning.first.map(\.index))
        try page.figure(
            "triptych",
            title: Bilingual(en: "Clean, noisy, cleaned", es: "Limpia, ruidosa, reconstruida"),
            caption: Bilingual(
                en: """
                    Test images from \(source.label.en): as they are, with noise, and as the network gives them back. \
                    The last two rows carry their peak signal-to-noise ratio in decibels; more is better.
                    """,
                es: """
                    Imágenes de prueba de \(source.label.es): tal como son, con ruido y como las devuelve la red. Las \
                    dos últimas filas llevan su relación señal-ruido de pico en decibelios; cuanto mayor, mejor.
                    """),
            alternative: Bilingual(
                en: """
                    Three rows of ten garments. The middle row is hard to make out under its grain; the last row is \
                    free of it, with softer edges than the first.
                    """,
                es: """
                    Tres filas de diez prendas. La del medio apenas se distingue bajo el grano; la última está libre de \
                    él, con bordes más suaves que los de la primera.
                    """),
            ImageGrid(Self.triptych(cleaning.first, cleaning), columns: cleaning.first.count, breadth: .wide))
    }
}

extension Denoising {
    /// Three rows: clean with their names, noisy and cleaned with their signal-to-noise ratios.
    static func triptych(_ samples: [Cleaning.Sample], _ cleaning: Cleaning) -> [ImageGrid.Item] {
        samples.map { cleaning.item($0.clean, names[$0.label]) }
            + samples.map { cleaning.item($0.noisy, decibels($0.noisyError), role: .error) }
            + samples.map { cleaning.item($0.cleaned, decibels($0.cleanedError), role: .output) }
    }

    /// “21.3 dB”
    static func decibels(_ error: Double) -> Bilingual {
        Bilingual(both: "\(peakSignalToNoiseRatio(meanSquaredError: error), digits: 1) dB")
    }
}

extension Cleaning {
    /// A picture with its label beneath.
    func item(_ pixels: Data, _ label: Bilingual? = nil, role: Role = .ink) -> ImageGrid.Item {
        ImageGrid.Item(.gray(GrayImage(width: columns, height: rows, bytes: pixels)), label: label, role: role)
    }
}
