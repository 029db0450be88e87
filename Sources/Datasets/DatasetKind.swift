import Platform
import Languages

/// A data set of the course: ten classes, 60,000 images to learn from and 10,000 to be tested with.
public enum DatasetKind: String, CaseIterable, Sendable {
    /// Handwritten digits, by Y. LeCun, C. Cortes and C. Burges (CC BY-SA 3.0).
    case mnist
    /// Articles of clothing, by H. Xiao, K. Rasul and R. Vollgraf of Zalando Research (MIT licence).
    case fashionMNIST = "fashion-mnist"

    /// The sides of every image.
    public static let side = 28
    /// The count of classes.
    public static let classes = 10

    /// The data set's own name.
    public var name: String {
        switch self {
        case .mnist: "MNIST"
        case .fashionMNIST: "Fashion-MNIST"
        }
    }

    /// Where the data set lies below a folder that somebody named. Both sets use the same file names, so files beside
    /// the folder of Fashion-MNIST's name are taken to be MNIST's.
    public func folder(below named: URL) -> URL {
        switch self {
        case .mnist: named
        case .fashionMNIST: named.appending(path: rawValue, directoryHint: .isDirectory)
        }
    }

    /// What each label stands for, label 0 first.
    public var classNames: [Bilingual] {
        switch self {
        case .mnist: (0...9).map { Bilingual(both: Phrase(String($0))) }
        case .fashionMNIST:
            [
                Bilingual(en: "T-shirt", es: "Camiseta"), Bilingual(en: "Trouser", es: "Pantalón"),
                Bilingual(en: "Pullover", es: "Suéter"), Bilingual(en: "Dress", es: "Vestido"),
                Bilingual(en: "Coat", es: "Abrigo"), Bilingual(en: "Sandal", es: "Sandalia"),
                Bilingual(en: "Shirt", es: "Camisa"), Bilingual(en: "Sneaker", es: "Zapatilla"),
                Bilingual(en: "Bag", es: "Bolso"), Bilingual(en: "Ankle boot", es: "Botín"),
            ]
        }
    }
}
