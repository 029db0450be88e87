import Languages
import NeuralNetwork
import Notebook

/// Lesson 9: the full convolutional network.
struct CNN: Lesson {
    static let about: LessonDescription? = LessonDescription(
        id: "cnn",
        title: Bilingual(en: "A network that learns its kernels", es: "Una red que aprende sus núcleos"),
        question: Bilingual(
            en: "Who chooses the weights when there are two hundred thousand of them?",
            es: "¿Quién elige los pesos cuando son doscientos mil?"),
        goals: [
            Bilingual(
                en: "how convolution, ReLU and pooling become a network, and where its parameters sit",
                es: "cómo la convolución, ReLU y la agrupación forman una red, y dónde están sus parámetros"),
            Bilingual(
                en: "how to read the curves of a training",
                es: "cómo leer las curvas de un entrenamiento"),
            Bilingual(
                en: "what the network gets wrong, and how sure it is when it does",
                es: "en qué se equivoca la red y lo segura que está cuando se equivoca"),
        ],
        minutes: 11,
        figures: ["architecture", "curves", "confusion", "digit5", "perclass", "mistakes"])

    static let training = Training(CourseModels.cnn)
    static let evaluation = Evaluation.measurement(of: training, lesson: "cnn")
    static let units: [any CourseUnit] = [training, evaluation]

    func write(on page: inout Page, using course: Course) throws {
        let evaluation = try course.value(of: Self.evaluation)
        let trained = try course.value(of: Self.training)
        try architecture(on: &page)
        try training(trained, course.settings, on: &page)
        try results(trained, evaluation, course.settings, on: &page)
        try confusion(evaluation, on: &page)
        try mistakes(evaluation, on: &page)
        close(&page)
    }

    private func architecture(on page: inout Page) throws {
        let model = CourseModels.cnn.model
        let summary = try model.summary()
        let total = try model.parameterCount
        page.prose(
            en: """
                In the first lessons we chose every kernel by hand: nine weights for blurring, nine for edges. A \
                **convolutional neural network** (CNN) uses the same operation, but leaves the weights open. It starts \
                with random ones and changes them, a little at a time, until its answers are right.

                Here is the whole network. Two rounds of convolution, ReLU and max pooling turn the picture into \
                small maps of answers; the maps are flattened, and two **dense** layers draw the conclusion.
                """,
            es: """
                En las primeras lecciones elegimos cada núcleo a mano: nueve pesos para desenfocar, nueve para los \
                bordes. Una **red neuronal convolucional** (en inglés, CNN) usa la misma operación, pero deja los \
                pesos por decidir. Empieza con unos al azar y los cambia poco a poco hasta que sus respuestas son \
                correctas.

                Esta es la red entera. Dos rondas de convolución, ReLU y max pooling convierten la imagen en pequeños \
                mapas de respuestas; los mapas se aplanan, y dos capas **densas** sacan la conclusión.
                """)
        try page.code("cnn", from: "NeuralNetwork")
        try page.architecture(
            of: model,
            title: Bilingual(en: "From 784 pixels to ten answers", es: "De 784 píxeles a diez respuestas"),
            caption: Bilingual(
                en: """
                    Each block is drawn to scale: its face is the size of the maps, its depth their number. Maps \
                    shrink while they multiply.
                    """,
                es: """
                    Cada bloque está dibujado a escala: su cara es el tamaño de los mapas y su fondo, cuántos hay. Los \
                    mapas encogen mientras se multiplican.
                    """))
        let flattened = summary.first { $0.kind == "Flatten" }?.output.count ?? 0
        let hidden = summary.first { $0.kind == "Dense" }?.output.count ?? 0
        let convolutional = summary.filter { $0.kind == "Conv2D" }.reduce(0) { $0 + $1.parameters }
        page.prose(
            en: """
                Count where the \(total) **parameters** sit. A kernel of the first layer has nine weights and one \
                bias, and there are 32 of them. A kernel of the second looks at all 32 maps at once. Together the \
                two convolutions hold \(convolutional) parameters, \(Double(convolutional) / Double(total), percent: 0) \
                of the total, although they do almost all of the seeing: one kernel serves every place of the \
                picture. The bulk sits in the first dense layer, where every one of \(flattened) inputs has a weight of \
                its own for each of \(hidden) units.
                """,
            es: """
                Cuenta dónde están los \(total) **parámetros**. Un núcleo de la primera capa tiene nueve pesos y un \
                sesgo, y hay 32. Un núcleo de la segunda mira los 32 mapas a la vez. Entre las dos convoluciones \
                suman \(convolutional) parámetros, el \(Double(convolutional) / Double(total), percent: 0) del total, \
                aunque son ellas las que ven casi todo: un mismo núcleo sirve para todos los lugares de la imagen. \
                El grueso está en la primera capa densa, donde cada una de las \(flattened) entradas tiene un peso \
                propio para cada una de las \(hidden) unidades.
                """)
    }
}
