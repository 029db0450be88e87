import Datasets
import Imaging
import Languages
import Storage
import Threads

/// What a lesson can ask for: the picture, the digits, the garments, trained networks, measurements.
///
/// Everything is made when it is first asked for, and computed results come from the store where they are
/// there. A lesson that shows stored results therefore never opens a data set.
public final class Course: Sendable {
    /// What the numbers depend on.
    public let settings: RunSettings
    /// Where results are kept.
    public let store: ResultStore
    /// Who is told how it goes.
    public let reporter: Reporter
    /// How many threads compute. No result depends on it.
    public let threads: Int
    /// Asked between the steps of a training: whether the run is to end. Nothing that was computed is lost then.
    public let isCancelled: @Sendable () -> Bool

    private let loadedScene: Once<ColorImage>
    private let loadedDigits: Once<ImageDataset>
    private let loadedGarments: Once<ImageDataset>
    private let values: KnownValues
    private let keeping: StoreKeeping

    /// A course for one run; nothing is loaded or computed yet.
    ///
    /// - Parameter needsStore: whether a value that can't be kept is an error: for commands that compute in order to keep.
    ///   Otherwise there is a warning, and the run goes on with what it has computed.
    public init(
        settings: RunSettings, store: ResultStore, threads: Int, reporter: Reporter = .silent, needsStore: Bool = true,
        isCancelled: @escaping @Sendable () -> Bool = { false }
    ) {
        values = KnownValues()
        keeping = StoreKeeping(isNeeded: needsStore, reporter)
        self.isCancelled = isCancelled
        self.settings = settings
        self.store = store
        self.threads = threads
        self.reporter = reporter
        loadedScene = Once { try settings.picture?.image ?? Scene.image() }
        func load(_ data: DatasetDescription) -> Once<ImageDataset> {
            let source = settings.source(of: data)
            return Once {
                if source.isDrawn {
                    reporter.say("Drawing \(data.pictures): no \(data.name) was given, so the program draws its own")
                }
                return try source.load(threads: threads)
            }
        }
        loadedDigits = load(.mnist)
        loadedGarments = load(.fashionMNIST)
    }

    /// The same course, computed by another number of threads or telling somebody else. Pictures are loaded once for
    /// both, and what one computes the other knows.
    private init(_ other: Course, threads: Int? = nil, reporter: Reporter? = nil) {
        values = other.values
        keeping = other.keeping
        settings = other.settings
        store = other.store
        self.reporter = reporter ?? other.reporter
        isCancelled = other.isCancelled
        self.threads = threads ?? other.threads
        loadedScene = other.loadedScene
        loadedDigits = other.loadedDigits
        loadedGarments = other.loadedGarments
    }

    /// The same course, whose progress somebody else is told of.
    public func telling(_ reporter: Reporter) -> Course { Course(self, reporter: reporter) }

    /// The course's colour picture, drawn by the program, or the reader's own in its place.
    public var scene: ColorImage { get throws { try loadedScene.get() } }

    /// The picture's brightness in whole levels, as a file would hold it: filters of whole weights then give whole
    /// answers, and nothing is a little more or less than zero by rounding alone.
    public var grayScene: GrayImage { get throws { try scene.gray.map { $0.rounded() } } }

    /// 60,000 + 10,000 digits, or what was named in their place. Slow to load; lessons ask for it inside a ``CourseMeasurement`` only.
    public var digits: ImageDataset { get throws { try loadedDigits.get() } }

    /// 60,000 + 10,000 garments; as slow to load as the digits.
    public var garments: ImageDataset { get throws { try loadedGarments.get() } }

    /// The pictures that are read where a unit reads one of the published sets.
    public func dataset(_ data: DatasetDescription) throws -> ImageDataset {
        try data == .fashionMNIST ? garments : digits
    }

    /// The value of a unit: as computed in this run, else from the store, else computed now and kept.
    public func value<Unit: CourseUnit>(of unit: Unit) throws -> Unit.Value {
        let digest = unit.key(in: settings).digest
        if let known = values[digest] as? Unit.Value { return known }
        let value: Unit.Value
        if let stored = try unit.stored(in: self) {
            value = stored
        } else {
            // Better known before hours of training than after.
            let place = store.location(of: unit.key(in: settings))
            try keeping.attempt {
                try Files.checkWritable(place.deletingLastPathComponent(), needing: 4 << 20)
                try Files.checkReplaceable(place)
            }
            reporter.unit(.began(unit.name))
            value = try unit.compute(using: self)
            reporter.unit(.ended(unit.name))
            try keeping.attempt { try unit.keep(value, in: self) }
        }
        values[digest] = value
        return value
    }

    /// Whether a value has been computed in this run, or lies in the store and verifies.
    func isAtHand(_ key: UnitKey) -> Bool {
        values[key.digest] != nil || store.holds(key)
    }

    /// Makes sure that the values of these units are known: those that are missing are computed at once, each
    /// on a single thread, which keeps a machine busier than one after another on all of them. The values are the
    /// same.
    ///
    /// - Parameter units: independent of each other, the longest first.
    public func prepare(_ units: [any CourseUnit]) throws {
        let single = Course(self, threads: 1)
        let outcomes = Parallel.map(units.count, threads: threads) { index -> Result<Void, any Error> in
            let unit = units[index]
            return single.outcome(of: unit)
        }
        for outcome in outcomes { try outcome.get() }
    }

    private func outcome(of unit: some CourseUnit) -> Result<Void, any Error> {
        Result { _ = try value(of: unit) }
    }
}
