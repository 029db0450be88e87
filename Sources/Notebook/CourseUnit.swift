import Datasets
import Storage

/// Something costly that is computed once and kept: a training, a measurement.
///
/// A unit is a value that can tell what its result depends on before anything is computed. The store finds the
/// result by that, so nothing is computed twice and nothing stale is ever shown.
public protocol CourseUnit<Value>: Sendable {
    associatedtype Value: Sendable

    /// Unique in the course: `lesson/what`.
    var name: String { get }

    /// Everything that the value depends on, by name, for these settings.
    func inputs(in settings: RunSettings) -> [String: String]

    /// The published sets that it reads, or what is read in their place, directly or through a trained network.
    var data: Set<DatasetDescription> { get }

    /// Whether the value comes from a trained network.
    var usesTraining: Bool { get }

    /// The units whose values it reads. None by default.
    var requirements: [any CourseUnit] { get }

    /// Computes the value from nothing but the inputs.
    func compute(using course: Course) throws -> Value

    /// Reads the value from the store.
    ///
    /// - Returns: `nil` where there is none, or where it is damaged; the reporter has then been warned.
    func stored(in course: Course) throws -> Value?

    /// Puts a computed value into the store.
    func keep(_ value: Value, in course: Course) throws
}

extension CourseUnit {
    /// None: it reads pictures alone.
    public var requirements: [any CourseUnit] { [] }

    /// The unit's place in the store for these settings.
    public func key(in settings: RunSettings) -> UnitKey {
        UnitKey(unit: name, inputs: inputs(in: settings))
    }
}

extension CourseUnit {
    /// Reads the value from a sealed entry.
    ///
    /// - Parameters:
    ///   - misfit: what to say where the entry is whole and its payload none of this unit's.
    ///   - remedy: what happens where there is no value.
    ///   - restore: makes the value from the payload.
    /// - Returns: `nil` where there is none, or, with a warning, where it is damaged or does not fit.
    func stored(in course: Course, misfit: String, remedy: String, _ restore: ([UInt8]) throws -> Value) -> Value? {
        switch course.store.read(key(in: course.settings)) {
        case .absent: return nil
        case .damaged(let problem):
            course.reporter.warn("\(problem); \(remedy)")
            return nil
        case .found(let payload):
            do { return try restore(payload) } catch {
                course.reporter.warn("\(misfit) (\(error)); \(remedy)")
                return nil
            }
        }
    }
}

extension CourseUnit where Value: StoredValue {
    /// Reads the value from a sealed JSON entry; warns of one that is damaged or does not fit.
    public func stored(in course: Course) throws -> Value? {
        stored(in: course, misfit: "the stored \(name) does not fit this program", remedy: "it is computed again") {
            let value = try CanonicalJSON.decode(Value.self, from: $0)
            try value.check()
            let classes = Set(data.map { course.settings.source(of: $0).kind.classes.count })
            if let told = value.classCount, !classes.contains(told) {
                throw ImpossibleValue("it has \(told) classes, which the data do not")
            }
            return value
        }
    }

    /// Writes the value as a sealed JSON entry.
    public func keep(_ value: Value, in course: Course) throws {
        try course.store.write(CanonicalJSON.encode(value), for: key(in: course.settings))
    }
}

/// A unit whose value is numbers that a lesson shows: counts, predictions, feature maps.
public struct CourseMeasurement<Value: StoredValue>: CourseUnit {
    /// What a measurement depends on besides its own code.
    public enum Need: Sendable {
        /// A published set, or what is read in its place.
        case pictures(DatasetDescription)
        /// A trained network.
        case training(Training)

        /// The digits: MNIST, drawn ones, own data.
        public static var digits: Need { .pictures(.mnist) }
        /// The garments, drawn or real.
        public static var garments: Need { .pictures(.fashionMNIST) }
    }

    /// Unique in the course: `lesson/what`.
    public let name: String
    private let version: Int
    private let needs: [Need]
    private let body: @Sendable (Course) throws -> Value

    /// - Parameters:
    ///   - name: `lesson/what`.
    ///   - version: raised whenever the computation or the value's form changes.
    ///   - needs: what the computation reads.
    ///   - body: the computation.
    public init(
        _ name: String, version: Int, needs: [Need], _ body: @escaping @Sendable (Course) throws -> Value
    ) {
        self.name = name
        self.version = version
        self.needs = needs
        self.body = body
    }

    /// The version of the code, and the identity of all that it reads.
    public func inputs(in settings: RunSettings) -> [String: String] {
        var inputs = ["version": String(version)]
        for need in needs {
            switch need {
            case .pictures(let data): inputs[data.pictures] = settings.source(of: data).identity
            case .training(let training): inputs[training.name] = training.key(in: settings).digest
            }
        }
        return inputs
    }

    /// What it reads, and what the networks that it reads have read.
    public var data: Set<DatasetDescription> {
        needs.reduce(into: []) { data, need in
            switch need {
            case .pictures(let pictures): data.insert(pictures)
            case .training(let training): data.formUnion(training.data)
            }
        }
    }

    /// Whether it reads a trained network.
    public var usesTraining: Bool {
        needs.contains { if case .training = $0 { true } else { false } }
    }

    /// The networks that it reads.
    public var requirements: [any CourseUnit] {
        needs.compactMap { if case .training(let training) = $0 { training } else { nil } }
    }

    /// Runs the body.
    public func compute(using course: Course) throws -> Value { try body(course) }
}
