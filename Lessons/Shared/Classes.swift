import Datasets
import Languages
import Notebook

/// What the classes are called of what is read in the place of the digits.
struct Classes: Sendable {
    private let data: DatasetDescription

    /// Of the pictures of a run.
    init(_ settings: RunSettings) { self.init(of: settings.digits.kind) }

    private init(of data: DatasetDescription) { self.data = data }

    /// MNIST's own.
    static let digits = Classes(of: .mnist)

    /// Whether they are those of somebody's own data.
    var isOwn: Bool { !data.isPublished }

    /// How many there are.
    var count: Int { data.classes.count }

    /// The names in their order, for an axis.
    var names: [Localized] { (0..<count).map(name) }

    /// One name, for an axis or beneath a picture.
    func name(_ label: Int) -> Localized { data.className(label) }

    /// In a sentence: 3, or “cat” in its language's marks.
    func word(_ label: Int) -> Material.Value {
        isOwn ? .shared("class", ["name": .name(name(label))]) : .integer(label)
    }

    /// “a 3”, “an 8”, or the name.
    func one(_ label: Int) -> Material.Value { isOwn ? word(label) : .digit(label) }

    /// “the 3”, or the name.
    func the(_ label: Int) -> Material.Value { isOwn ? word(label) : .theDigit(label) }

    /// This class, or the last one where there are not so many: for lessons that show one as an example.
    func example(_ label: Int) -> Int { min(label, count - 1) }
}

/// Where the pictures come from that a lesson reads, for sentences that tell of it.
enum DataOrigin: String, CaseIterable {
    case drawn, own, published

    init(_ source: DatasetSource) { self = source.isDrawn ? .drawn : source.isOwn ? .own : .published }
}
