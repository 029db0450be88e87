import Figures
import Imaging
import Languages
import Notebook

extension MNIST {
    /// What the data weigh.
    func shapes(_ survey: Survey, on page: inout Page) throws {
        // snippet.memory
        let images = survey.trainCount + survey.testCount
        let bytes = images * survey.rows * survey.columns
        let asFloats = bytes * MemoryLayout<Float>.size
        // snippet.end
        let (megabytes, floatMegabytes) = (Double(bytes) / 1e6, Double(asFloats) / 1e6)
        page.record("bytes", bytes)
        page.record("bytesAsFloat32", asFloats)
        page.prose(
            en: """
                ## How much memory?

                Sooner or later somebody asks whether it fits. Do not guess, multiply.
                """,
            es: """
                ## ¿Cuánta memoria?

                Tarde o temprano alguien pregunta si cabe. No lo adivines: multiplica.
                """)
        try page.code("memory")
        page.output("\(bytes) bytes as UInt8, \(asFloats) as Float")
        page.prose(
            en: """
                As bytes all images together take \(megabytes, digits: 1) MB; as 32-bit floating-point numbers four \
                times as much, \(floatMegabytes, digits: 1) MB. One of the texts behind this course speaks of \
                \(1.4, digits: 1) GB; the multiplication shows that it can't be so. Our networks read the bytes and \
                turn them into floating-point numbers one batch at a time.
                """,
            es: """
                Como bytes, todas las imágenes ocupan \(megabytes, digits: 1) MB; como números de coma flotante de 32 \
                bits, cuatro veces más: \(floatMegabytes, digits: 1) MB. Uno de los textos en que se basa este curso \
                habla de \(1.4, digits: 1) GB; la multiplicación muestra que no puede ser. Nuestras redes leen los \
                bytes y los convierten en números de coma flotante lote a lote.
                """)
    }

    /// Dividing by 255, the channel axis, one-hot labels.
    func preparation(_ survey: Survey, on page: inout Page) throws {
        page.prose(
            en: """
                ## Ready for the network

                Three small steps turn the data into what a network eats. **Normalise**: divide by 255, so that \
                every input lies between 0 and 1. Weights start small, and inputs of a few hundred would drown them.

                $$ x' = \\frac{x}{255} $$

                **Add a channel axis**: a colour picture has three values a pixel, ours has one, and a convolution \
                wants to be told. The shape becomes ($n$, \(survey.rows), \(survey.columns), 1).

                **Write labels as vectors**: a 7 is not more than a 3, it is merely another class. So each label \
                becomes ten numbers, a one at its own place and zeros elsewhere. This is called **one-hot**.
                """,
            es: """
                ## Listos para la red

                Tres pasos pequeños convierten los datos en lo que una red sabe comer. **Normalizar**: dividir entre \
                255 para que cada entrada quede entre 0 y 1. Los pesos empiezan siendo pequeños, y unas entradas de \
                varios cientos los ahogarían.

                $$ x' = \\frac{x}{255} $$

                **Añadir un eje de canales**: una imagen en color tiene tres valores por píxel, la nuestra tiene \
                uno, y una convolución quiere saberlo. La forma pasa a ser ($n$, \(survey.rows), \(survey.columns), 1).

                **Escribir las etiquetas como vectores**: un 7 no es más que un 3, es solo otra clase. Así que cada \
                etiqueta se convierte en diez números, un uno en su lugar y ceros en los demás. Eso se llama \
                codificación ***one-hot***.
                """)
        // snippet.one-hot
        let labels = survey.firstNine.map(\.label)
        let oneHot = labels.map { label in (0..<10).map { $0 == label ? 1 : 0 } }
        // snippet.end
        try page.code("one-hot")
        if let label = labels.first, let vector = oneHot.first {
            page.output("\(label) -> \(vector)")
        }
        try page.figure(
            "onehot",
            title: Bilingual(en: "Nine labels as nine vectors", es: "Nueve etiquetas como nueve vectores"),
            caption: Bilingual(
                en: "Each row is one of the first nine labels; its single one stands in the column of its class.",
                es: "Cada fila es una de las nueve primeras etiquetas; su único uno está en la columna de su clase."),
            alternative: Bilingual(
                en: "A table of nine rows and ten columns with a single one in each row.",
                es: "Una tabla de nueve filas y diez columnas con un solo uno en cada fila."),
            OneHot(labels: labels, classes: (0..<10).map { Bilingual(both: "\(plain: $0)") }))
        page.table(
            caption: Bilingual(en: "The data at a glance", es: "Los datos de un vistazo"),
            columns: [
                (Bilingual(en: "property", es: "propiedad"), .leading),
                (Bilingual(en: "value", es: "valor"), .trailing),
            ],
            rows: [
                [
                    Bilingual(en: "training images", es: "imágenes de entrenamiento"),
                    Bilingual(both: "\(survey.trainCount)"),
                ],
                [Bilingual(en: "test images", es: "imágenes de prueba"), Bilingual(both: "\(survey.testCount)")],
                [
                    Bilingual(en: "size", es: "tamaño"),
                    Bilingual(both: "\(plain: survey.rows) × \(plain: survey.columns)"),
                ],
                [Bilingual(en: "channels", es: "canales"), Bilingual(both: "1")],
                [Bilingual(en: "classes", es: "clases"), Bilingual(both: "\(survey.trainCounts.count)")],
                [
                    Bilingual(en: "intensities", es: "intensidades"),
                    Bilingual(
                        en: "\(Int(survey.raw.minimum)) to \(Int(survey.raw.maximum))",
                        es: "de \(Int(survey.raw.minimum)) a \(Int(survey.raw.maximum))"),
                ],
                [
                    Bilingual(en: "normalised", es: "normalizadas"),
                    Bilingual(
                        en: "\(survey.normalised.minimum, digits: 0) to \(survey.normalised.maximum, digits: 0)",
                        es: "de \(survey.normalised.minimum, digits: 0) a \(survey.normalised.maximum, digits: 0)"),
                ],
            ])
    }

    /// What was learned, and the next question.
    func close(_ page: inout Page) {
        page.prose(
            en: """
                ## What you take with you

                The data are balanced, mostly black, small enough for any computer, and full of different hands. \
                Between 0 and 1, with a channel and one-hot labels, they are ready. It is time for a first network. \
                The simplest one does not care where in the picture a pixel stands; how far does it get?
                """,
            es: """
                ## Lo que te llevas

                Los datos están equilibrados, son sobre todo negros, caben en cualquier ordenador y vienen de manos \
                muy distintas. Entre 0 y 1, con un canal y etiquetas *one-hot*, están listos. Llega la hora de la \
                primera red. A la más sencilla le da igual en qué lugar de la imagen está cada píxel; ¿hasta dónde \
                llega?
                """)
        page.question(
            Bilingual(
                en: "The median intensity is the same before and after dividing by 255. How can that be?",
                es: "La mediana de las intensidades es la misma antes y después de dividir entre 255. ¿Cómo es posible?"
            ),
            answer: Bilingual(
                en: "More than half of all pixels are zero, so the median is zero, and zero divided by 255 stays zero.",
                es:
                    "Más de la mitad de los píxeles valen cero, así que la mediana es cero, y cero entre 255 sigue siendo cero."
            ))
        page.attempt(
            "course figures mnist/variety --output slides",
            purpose: Bilingual(
                en: "Draws the many hands again, from stored results.",
                es: "Vuelve a dibujar las muchas manos a partir de los resultados guardados."))
    }
}
