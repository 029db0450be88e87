import Datasets
import Figures
import Imaging
import Languages
import Notebook

/// Lesson 7: exploring the data.
struct MNIST: Lesson {
    static let about: LessonDescription? = LessonDescription(
        id: "mnist",
        title: Bilingual(en: "Seventy thousand digits", es: "Setenta mil dígitos"),
        question: Bilingual(
            en: "What should you know of your data before a network sees it?",
            es: "¿Qué conviene saber de los datos antes de que los vea una red?"),
        goals: [
            Bilingual(
                en: "what a data set of handwritten digits holds, and how much memory it really takes",
                es: "qué contiene un conjunto de dígitos manuscritos y cuánta memoria ocupa de verdad"),
            Bilingual(
                en: "how the ten classes and the intensities are distributed",
                es: "cómo se reparten las diez clases y las intensidades"),
            Bilingual(
                en: "why pixels are divided by 255 and labels become vectors",
                es: "por qué los píxeles se dividen entre 255 y las etiquetas se vuelven vectores"),
        ],
        minutes: 10,
        figures: ["first9", "digits", "variety", "classes", "means", "intensities", "onehot"])

    static let units: [any CourseUnit] = [Survey.measurement]

    func write(on page: inout Page, using course: Course) throws {
        let survey = try course.value(of: Survey.measurement)
        let name: Bilingual =
            course.settings.digits.isDrawn
            ? Bilingual(en: "the drawn digits", es: "los dígitos dibujados") : Bilingual(both: "MNIST")
        try contents(survey, name, course.settings.digits.isDrawn, on: &page)
        try classes(survey, on: &page)
        try intensities(survey, on: &page)
        try shapes(survey, on: &page)
        try preparation(survey, on: &page)
        close(&page)
    }

    private func contents(_ survey: Survey, _ name: Bilingual, _ isDrawn: Bool, on page: inout Page) throws {
        if isDrawn {
            page.prose(
                en: """
                    A network learns from examples, and it learns what is in them, not what we wish were in them. \
                    The course was written for MNIST, a collection of digits written by hand. No copy of it was at \
                    hand when this report was made, so **the program drew its own digits**: ten skeletons of \
                    strokes, varied in slant, width and curve. Every number on this page is measured on them.
                    """,
                es: """
                    Una red aprende de ejemplos, y aprende lo que hay en ellos, no lo que nos gustaría que hubiera. \
                    El curso se escribió para MNIST, una colección de dígitos escritos a mano. Al hacer este informe \
                    no había ninguna copia disponible, así que **el programa dibujó sus propios dígitos**: diez \
                    esqueletos de trazos con inclinación, grosor y curvatura variables. Todos los números de esta \
                    página están medidos sobre ellos.
                    """)
        } else {
            page.prose(
                en: """
                    A network learns from examples, and it learns what is in them, not what we wish were in them. So \
                    the first hour belongs to the data. **MNIST** is a collection of digits written by hand, half of \
                    them by clerks of the American census bureau, half by school students. Yann LeCun, Corinna \
                    Cortes and Christopher Burges prepared it, and for a generation it has been the first test that \
                    a network for pictures takes.
                    """,
                es: """
                    Una red aprende de ejemplos, y aprende lo que hay en ellos, no lo que nos gustaría que hubiera. \
                    Por eso la primera hora es para los datos. **MNIST** es una colección de dígitos escritos a mano, \
                    la mitad por empleados de la oficina del censo de Estados Unidos y la otra mitad por \
                    estudiantes. La prepararon Yann LeCun, Corinna Cortes y Christopher Burges, y durante una \
                    generación ha sido el primer examen de toda red que trata imágenes.
                    """)
        }
        page.prose(
            en: """
                There are \(survey.trainCount) images to train on and \(survey.testCount) to test with. The two are \
                kept apart for good: a network that has seen the questions proves nothing by answering them.
                """,
            es: """
                Hay \(survey.trainCount) imágenes para entrenar y \(survey.testCount) para la prueba. Ambas partes \
                se mantienen separadas para siempre: una red que ya ha visto las preguntas no demuestra nada al \
                responderlas.
                """)
        page.table(
            caption: Bilingual(en: "Shapes of the data", es: "Formas de los datos"),
            columns: [
                (Bilingual(en: "part", es: "parte"), .leading), (Bilingual(en: "images", es: "imágenes"), .trailing),
                (Bilingual(en: "shape", es: "forma"), .leading), (Bilingual(en: "labels", es: "etiquetas"), .trailing),
            ],
            rows: [
                (Bilingual(en: "training", es: "entrenamiento"), survey.trainCount),
                (Bilingual(en: "test", es: "prueba"), survey.testCount),
            ].map { part, count in
                [
                    part, Bilingual(both: "\(count)"),
                    Bilingual(both: "(\(plain: count), \(plain: survey.rows), \(plain: survey.columns))"),
                    Bilingual(both: "\(count)"),
                ]
            })
        page.record("trainCount", survey.trainCount)
        page.record("testCount", survey.testCount)
        try page.figure(
            "first9",
            title: Bilingual(en: "The first nine, with their labels", es: "Los nueve primeros, con sus etiquetas"),
            caption: Bilingual(
                en: "Nine images in the order in which \(name.en) holds them. The label says which digit was meant.",
                es:
                    "Nueve imágenes en el orden en que las guarda \(name.es). La etiqueta dice qué dígito se quiso escribir."
            ),
            alternative: labels(of: survey.firstNine),
            ImageGrid(survey.firstNine.map { $0.item(survey) }, columns: 9))
        try page.figure(
            "digits",
            title: Bilingual(en: "One of each class", es: "Uno de cada clase"),
            caption: Bilingual(
                en: "The first example of each digit. Ten classes, from 0 to 9.",
                es: "El primer ejemplo de cada dígito. Diez clases, del 0 al 9."),
            alternative: labels(of: survey.onePerClass),
            ImageGrid(survey.onePerClass.map { $0.item(survey) }, columns: 10))
        try page.figure(
            "variety",
            title: Bilingual(
                en: "Many hands, one digit: the \(Survey.variedDigit)",
                es: "Muchas manos, un dígito: el \(Survey.variedDigit)"),
            caption: Bilingual(
                en:
                    "\(survey.variety.count) times the same digit. Open or closed, upright or slanted: all of this must end in one answer.",
                es:
                    "\(survey.variety.count) veces el mismo dígito. Abierto o cerrado, recto o inclinado: todo debe dar una sola respuesta."
            ),
            alternative: Bilingual(
                en: "\(survey.variety.count) different handwritten fours.",
                es: "\(survey.variety.count) cuatros manuscritos, todos distintos."),
            ImageGrid(survey.variety.map { ImageGrid.Item(.gray($0.image(survey))) }, columns: 10))
    }

    private func labels(of samples: [Survey.Sample]) -> Bilingual {
        let list = samples.map { String($0.label) }.joined(separator: ", ")
        return Bilingual(
            en: "Small images of digits, labelled \(list).",
            es: "Imágenes pequeñas de dígitos, con las etiquetas \(list).")
    }
}

extension Survey.Sample {
    /// The picture, white on black.
    func image(_ survey: Survey) -> GrayImage {
        GrayImage(width: survey.columns, height: survey.rows, bytes: pixels)
    }

    /// The picture with its label beneath.
    func item(_ survey: Survey) -> ImageGrid.Item {
        ImageGrid.Item(.gray(image(survey)), label: Bilingual(both: "\(label)"))
    }
}
