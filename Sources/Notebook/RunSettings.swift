import Datasets
import Languages

/// What the numbers of a run depend on. Two runs with the same settings show the same numbers.
public struct RunSettings: Hashable, Sendable {
    /// Where every random stream begins.
    public var seed: UInt64
    /// Whether networks train on a small budget, to see the whole course quickly.
    public var isQuick: Bool
    /// Where the digits come from.
    public var digits: DatasetSource

    /// Settings from what was typed, configured or assumed.
    public init(seed: UInt64, isQuick: Bool, digits: DatasetSource) {
        self.seed = seed
        self.isQuick = isQuick
        self.digits = digits
    }

    /// The seed of a run that names none.
    public static let defaultSeed: UInt64 = 1

    /// What a reader must know of how the numbers came about. Empty for a full run on real data.
    public var notices: [RunNotice] {
        (digits.isDrawn ? [.drawnDigits] : []) + (isQuick ? [.quick] : [])
    }
}

/// Something that a reader must know before trusting a number.
public enum RunNotice: Hashable, Sendable {
    case drawnDigits
    case quick

    /// A sentence for the head of a page.
    public var sentence: Bilingual {
        switch self {
        case .drawnDigits:
            Bilingual(
                en: "Drawn digits: the program drew these images itself, they are not MNIST.",
                es: "Dígitos dibujados: estas imágenes las dibujó el propio programa, no son de MNIST.")
        case .quick:
            Bilingual(
                en: "Quick run: the networks saw few images for few epochs; a full run does better.",
                es: """
                    Ejecución rápida: las redes vieron pocas imágenes durante pocas épocas; una ejecución completa \
                    da mejores resultados.
                    """)
        }
    }

    /// A few words for the foot of a figure.
    public var label: Bilingual {
        switch self {
        case .drawnDigits: Bilingual(en: "Drawn digits, not MNIST", es: "Dígitos dibujados, no MNIST")
        case .quick: Bilingual(en: "Quick run", es: "Ejecución rápida")
        }
    }
}
