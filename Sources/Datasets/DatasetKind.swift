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
}
