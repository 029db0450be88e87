import Datasets
import Languages

/// What the numbers of a run depend on. Two runs with the same settings show the same numbers.
public struct RunSettings: Hashable, Sendable {
    /// Where every random stream begins.
    public var seed: UInt64
    /// Whether networks train on a small budget, to see the whole course quickly.
    public var isQuick: Bool
    /// Whether networks train for a moment only, on next to nothing: enough to see that every page can be written. Its
    /// numbers mean nothing, and it is always a quick run too.
    public var isSketch = false
    /// What is read where a lesson reads MNIST: that, drawn digits, or somebody's own data.
    public var digits: DatasetSource
    /// What is read where a lesson reads Fashion-MNIST: that, or drawn garments.
    public var garments: DatasetSource
    /// What the lessons on pictures show in the place of the course's own picture; nil where they show that.
    public var picture: OwnScene?

    /// Settings from what was typed, configured or assumed; garments that nobody named are drawn.
    public init(
        seed: UInt64, isQuick: Bool, digits: DatasetSource,
        garments: DatasetSource = DatasetSource(.fashionMNIST, from: .drawn(seed: 1))
    ) {
        self.seed = seed
        self.isQuick = isQuick
        self.digits = digits
        self.garments = garments
    }

    /// Settings under which the whole course is written in seconds: a handful of drawn images, a step of training.
    public static let sketch: RunSettings = {
        let size = DatasetSource.Size(train: 600, test: 200)
        var settings = RunSettings(
            seed: defaultSeed, isQuick: true, digits: DatasetSource(.mnist, from: .drawn(seed: 1), size: size),
            garments: DatasetSource(.fashionMNIST, from: .drawn(seed: 1), size: size))
        settings.isSketch = true
        return settings
    }()

    /// The seed of a run that names none.
    public static let defaultSeed: UInt64 = 1

    /// What is read where a unit reads one of the published sets.
    public func source(of data: DatasetDescription) -> DatasetSource { data == .fashionMNIST ? garments : digits }

    /// Has another source read where units read one of the published sets.
    public mutating func read(_ source: DatasetSource, for data: DatasetDescription) {
        if data == .fashionMNIST { garments = source } else { digits = source }
    }

    /// What a reader must know of how the numbers came about. Empty for a full run on real data.
    public var notices: [RunNotice] {
        let origins = DatasetDescription.published.compactMap { RunNotice(of: $0, from: source(of: $0)) }
        return origins + (picture == nil ? [] : [.ownPicture]) + (isQuick ? [.quick] : [])
    }
}
