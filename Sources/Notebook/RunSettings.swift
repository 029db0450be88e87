import Datasets
import Languages

/// Which of the course's two sets of pictures something is computed from.
public enum CourseData: String, CaseIterable, Sendable {
    /// MNIST, or the digits that the program draws.
    case digits
    /// Fashion-MNIST, or the garments that the program draws.
    case garments
}

/// What the numbers of a run depend on. Two runs with the same settings show the same numbers.
public struct RunSettings: Hashable, Sendable {
    /// Where every random stream begins.
    public var seed: UInt64
    /// Whether networks train on a small budget, to see the whole course quickly.
    public var isQuick: Bool
    /// Whether networks train for a moment only, on next to nothing: enough to see that every page can be written. Its
    /// numbers mean nothing, and it is always a quick run too.
    public var isSketch = false
    /// Where the digits come from.
    public var digits: DatasetSource
    /// Where the garments come from.
    public var garments: DatasetSource

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

    /// Where one of the two sets comes from.
    public func source(of data: CourseData) -> DatasetSource {
        switch data {
        case .digits: digits
        case .garments: garments
        }
    }

    /// What a reader must know of how the numbers came about. Empty for a full run on real data.
    public var notices: [RunNotice] {
        CourseData.allCases.filter { source(of: $0).isDrawn }.map(RunNotice.drawn) + (isQuick ? [.quick] : [])
    }
}
