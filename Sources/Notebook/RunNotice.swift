import Languages

/// Something that a reader must know before trusting a number.
public enum RunNotice: Hashable, Sendable {
    case drawnDigits
    case drawnGarments
    case quick

    /// The notice that the program drew a set of pictures itself.
    static func drawn(_ data: CourseData) -> RunNotice {
        switch data {
        case .digits: .drawnDigits
        case .garments: .drawnGarments
        }
    }

    /// Whether it concerns a value that is computed by this unit.
    func concerns(_ unit: any CourseUnit) -> Bool {
        switch self {
        case .drawnDigits: unit.data.contains(.digits)
        case .drawnGarments: unit.data.contains(.garments)
        case .quick: unit.usesTraining
        }
    }

    /// A sentence for the head of a page.
    public var sentence: Localized {
        switch self {
        case .drawnDigits:
            Localized(
                en: "Drawn digits: the program drew these images itself, they are not MNIST.",
                es: "Dígitos dibujados: estas imágenes las dibujó el propio programa, no son de MNIST.")
        case .drawnGarments:
            Localized(
                en: "Drawn garments: the program drew these images itself, they are not Fashion-MNIST.",
                es: "Prendas dibujadas: estas imágenes las dibujó el propio programa, no son de Fashion-MNIST.")
        case .quick:
            Localized(
                en: "Quick run: the networks saw few images for few epochs; a full run does better.",
                es: """
                    Ejecución rápida: las redes vieron pocas imágenes durante pocas épocas; una ejecución completa \
                    da mejores resultados.
                    """)
        }
    }

    /// A few words for the foot of a figure.
    public var label: Localized {
        switch self {
        case .drawnDigits: Localized(en: "Drawn digits, not MNIST", es: "Dígitos dibujados, no MNIST")
        case .drawnGarments:
            Localized(en: "Drawn garments, not Fashion-MNIST", es: "Prendas dibujadas, no Fashion-MNIST")
        case .quick: Localized(en: "Quick run", es: "Ejecución rápida")
        }
    }
}
