import Datasets
import Imaging
import Languages
import Synchronization

/// What a lesson can ask for: the picture, the digits, trained networks, measurements.
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

    private let loadedScene: Once<ColorImage>
    private let loadedDigits: Once<ImageDataset>
    private let values = Mutex<[String: any Sendable]>([:])

    /// A course for one run; nothing is loaded or computed yet.
    public init(settings: RunSettings, store: ResultStore, threads: Int, reporter: Reporter = .silent) {
        self.settings = settings
        self.store = store
        self.threads = threads
        self.reporter = reporter
        loadedScene = Once { try Scene.image() }
        loadedDigits = Once {
            if settings.digits.isDrawn {
                reporter.say("Drawing digits: no MNIST was given, so the program draws its own")
            }
            return try settings.digits.load(threads: threads)
        }
    }

    /// The course's colour picture, drawn by the program.
    public var scene: ColorImage { get throws { try loadedScene.get() } }

    /// 60,000 + 10,000 digits. Slow to load; lessons ask for it inside a ``CourseMeasurement`` only.
    public var digits: ImageDataset { get throws { try loadedDigits.get() } }

    /// What a reader must know of how the numbers came about.
    public var notices: [RunNotice] { settings.notices }

    /// The value of a unit: as computed in this run, else from the store, else computed now and kept.
    public func value<Unit: CourseUnit>(of unit: Unit) throws -> Unit.Value {
        let digest = unit.key(in: settings).digest
        if let known = values.withLock({ $0[digest] }) as? Unit.Value { return known }
        let value: Unit.Value
        if let stored = try unit.stored(in: self) {
            value = stored
        } else {
            value = try unit.compute(using: self)
            try unit.keep(value, in: self)
        }
        values.withLock { $0[digest] = value }
        return value
    }
}
