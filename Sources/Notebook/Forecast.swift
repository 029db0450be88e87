/// What is still to be computed, and about how long that takes on this machine.
public struct Forecast: Sendable {
    /// A unit whose value is not in the store.
    public struct Item: Sendable {
        /// The unit's name.
        public let name: String
        /// The network that it trains; nil for a measurement.
        public let model: String?
        /// Seconds with all threads of the course.
        public let seconds: Double
    }

    /// In the order in which they are computed.
    public let items: [Item]

    /// Seconds for all of them, one after another.
    public var seconds: Double { items.reduce(0) { $0 + $1.seconds } }

    /// The names of the networks that are to be trained, each once.
    public var models: [String] {
        items.compactMap(\.model).reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
    }

    /// Times some steps of each training.
    ///
    /// - Parameter missing: what ``Course/missing(_:)`` has found.
    /// - Throws: `TrainingError` for a network whose layers do not fit.
    public init(of missing: [any CourseUnit], using course: Course) throws {
        items = try missing.map { unit in
            guard let training = unit as? Training else {
                return Item(name: unit.name, model: nil, seconds: Self.measurement)
            }
            return Item(
                name: unit.name, model: training.model.name, seconds: try training.expectedSeconds(using: course))
        }
    }

    /// What a measurement takes, about: reading pictures and asking a network for ten thousand answers. Trainings
    /// outweigh them by far, so that nobody times them beforehand.
    private static let measurement = 0.3
}

extension Course {
    /// Those of these units, and of all that computing them reads, whose values are not at hand; behind what they need.
    public func missing(_ units: [any CourseUnit]) -> [any CourseUnit] {
        var seen: Set<String> = []
        func missing(_ unit: any CourseUnit) -> [any CourseUnit] {
            let key = unit.key(in: settings)
            guard seen.insert(key.digest).inserted, !isAtHand(key) else { return [] }
            return unit.requirements.flatMap(missing) + [unit]
        }
        return units.flatMap(missing)
    }
}
