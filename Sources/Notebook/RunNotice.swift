import Datasets
import Languages

/// Something that a reader must know before trusting a number.
public enum RunNotice: Hashable, Sendable {
    case drawnDigits
    case drawnGarments
    /// In the place of the digits stand the reader's own data, of this name.
    case ownData(String)
    /// In the place of the course's picture stands one of the reader's.
    case ownPicture
    case quick

    /// What is to be said of a source that is read in the place of a published set; `nil` where it is that set.
    init?(of data: DatasetDescription, from source: DatasetSource) {
        if source.isOwn {
            self = .ownData(source.kind.name)
        } else if source.isDrawn {
            self = data == .fashionMNIST ? .drawnGarments : .drawnDigits
        } else {
            return nil
        }
    }

    /// Whether it concerns a value that is computed by this unit.
    public func concerns(_ unit: any CourseUnit) -> Bool {
        switch self {
        case .drawnDigits, .ownData: unit.data.contains(.mnist)
        case .drawnGarments: unit.data.contains(.fashionMNIST)
        case .quick: unit.usesTraining
        // Pictures are filtered while a lesson runs; no unit reads them.
        case .ownPicture: false
        }
    }

    /// Whether it tells of the reader's own data.
    public var isOwnData: Bool { if case .ownData = self { true } else { false } }

    /// A sentence for the head of a page.
    public var sentence: Localized { Localized(word: "pages.notice.\(key)", values) }

    /// A few words for the foot of a figure.
    public var label: Localized { Localized(word: "pages.notice.\(key)Label", values) }

    private var key: String {
        switch self {
        case .drawnDigits: "digits"
        case .drawnGarments: "garments"
        case .ownData: "own"
        case .ownPicture: "picture"
        case .quick: "quick"
        }
    }

    private var values: [String: Argument] {
        if case .ownData(let name) = self { ["name": .text(name)] } else { [:] }
    }
}
