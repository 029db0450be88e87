import Languages

/// What the experiments have shown in this run, in sentences that hold whichever way they came out.
struct Outcome: Sendable {
    /// Whether the convolutional network makes fewer mistakes than the dense one.
    let convolutionsPay: Bool
    /// Whether many images seen seldom beat few images seen often.
    let examplesPay: Bool
    /// Whether the gap between known and new images is smaller with many images.
    let gapCloses: Bool
    /// Whether a shift costs the convolutional network anything.
    let shiftCosts: Bool

    /// What was learned, a sentence for each experiment.
    var summary: Bilingual {
        let parts = [
            convolutionsPay
                ? Bilingual(
                    en: "Convolutions pay: fewer mistakes under the same conditions, at the price of arithmetic.",
                    es: "Las convoluciones compensan: menos errores en las mismas condiciones, a cambio de aritmética.")
                : Bilingual(
                    en: "In this run convolutions have cost arithmetic and have not paid for it.",
                    es: "En esta ejecución las convoluciones han costado aritmética y no la han compensado."),
            examplesPay
                ? Bilingual(
                    en: "More examples bring more than more epochs.",
                    es: "Más ejemplos aportan más que más épocas.")
                : Bilingual(
                    en: "In this run more examples have not brought more than more epochs.",
                    es: "En esta ejecución más ejemplos no han aportado más que más épocas."),
            shiftCosts
                ? Bilingual(
                    en: "And a convolutional network tolerates a shift, but it is not indifferent to it.",
                    es: "Y una red convolucional tolera un desplazamiento, pero no le es indiferente.")
                : Bilingual(
                    en: "And in this run a shift has cost the convolutional network nothing.",
                    es: "Y en esta ejecución un desplazamiento no le ha costado nada a la red convolucional."),
        ]
        return Bilingual(
            en: "\(parts[0].en) \(parts[1].en) \(parts[2].en)", es: "\(parts[0].es) \(parts[1].es) \(parts[2].es)")
    }

    /// The title of the figure about the number of examples.
    var examplesTitle: Bilingual {
        examplesPay
            ? Bilingual(en: "Examples beat repetition", es: "Más vale un ejemplo nuevo que uno repetido")
            : Bilingual(en: "Examples against repetition", es: "Ejemplos nuevos contra ejemplos repetidos")
    }

    /// What the two bars of each size say of learning by heart.
    func gap(of few: Int) -> Bilingual {
        gapCloses
            ? Bilingual(
                en: """
                    It has got \(few) pictures by heart rather than learned to read. The distance between the two bars is \
                    **overfitting**, drawn as plainly as it gets, and it closes as images are added.
                    """,
                es: """
                    Más que aprender a leer, se ha aprendido \(few) imágenes. La distancia entre las dos barras es el \
                    **sobreajuste**, dibujado con toda claridad, y se cierra al añadir imágenes.
                    """)
            : Bilingual(
                en: """
                    The distance between the two bars is **overfitting**; in this run it has not become smaller as \
                    images were added.
                    """,
                es: """
                    La distancia entre las dos barras es el **sobreajuste**; en esta ejecución no se ha reducido al \
                    añadir imágenes.
                    """)
    }
}

extension Outcome {
    /// Reads the runs.
    init(_ lab: Laboratory, _ shift: ShiftTest) {
        let sizes = Runs.sizes.map { lab[$0] }
        let gaps = sizes.map { $0.trainingAccuracy - $0.testAccuracy }
        self.init(
            convolutionsPay: lab[Runs.reference].mistakes < lab[Runs.baseline].mistakes,
            examplesPay: (sizes.last?.mistakes ?? 0) < (sizes.first?.mistakes ?? 0),
            gapCloses: (gaps.first ?? 0) > max(0, gaps.last ?? 0),
            shiftCosts: (shift.convolutional.last ?? 0) < (shift.convolutional.first ?? 0))
    }
}
