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
    public func concerns(_ unit: any CourseUnit) -> Bool {
        switch self {
        case .drawnDigits: unit.data.contains(.digits)
        case .drawnGarments: unit.data.contains(.garments)
        case .quick: unit.usesTraining
        }
    }

    /// A sentence for the head of a page.
    public var sentence: Localized { Localized(word: "pages.notice.\(key)") }

    /// A few words for the foot of a figure.
    public var label: Localized { Localized(word: "pages.notice.\(key)Label") }

    private var key: String {
        switch self {
        case .drawnDigits: "digits"
        case .drawnGarments: "garments"
        case .quick: "quick"
        }
    }
}
