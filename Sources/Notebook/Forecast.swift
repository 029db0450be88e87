import NeuralNetwork
import Synchronization
import Tensors

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

    /// Looks which of these units, and of those that they need, are missing, and times some steps of each training.
    ///
    /// - Throws: `TrainingError` for a network whose layers do not fit.
    public init(of units: [any CourseUnit], using course: Course) throws {
        items = try course.missing(units).map { unit in
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

extension Training {
    /// About how many seconds it takes, by some steps on pictures that mean nothing.
    func expectedSeconds(using course: Course) throws -> Double {
        var configuration = configuration(in: course.settings)
        let count = imageCount(in: course.settings)
        let split = try configuration.split(count)
        let batch = min(configuration.batch, split.training.count)
        let steps = 4
        let probe = try probe(count: batch * steps)
        let total = Double(split.training.count * configuration.epochs)
        // Looking costs a third of learning, which goes through the layers forward, backward, and to the weights.
        let looked = Double(split.validation.count * configuration.epochs) / 3
        (configuration.epochs, configuration.validation) = (1, 0)
        var network = try Network(model.model, seed: configuration.seed)
        let clock = ContinuousClock()
        var times: [ContinuousClock.Instant] = []
        _ = try network.fit(probe, configuration, options: RunOptions(threads: course.threads)) { progress in
            if progress.record == nil { times.append(clock.now) }
        }
        // The first step is not counted: it meets cold memory.
        let fastest = zip(times.dropFirst(), times).map { $0 - $1 }.min() ?? .zero
        return (total + looked) * (fastest / .seconds(1)) / Double(batch)
    }
}

extension Training {
    /// As many examples as are wanted, of the shapes that the network reads and answers with.
    private func probe(count: Int) throws -> Examples {
        var stream = RandomStream(seed: 1, purpose: .noise)
        let shape = model.model.input
        let pixels = (0..<count * shape.count).map { _ in UInt8(truncatingIfNeeded: stream.next()) }
        guard case .noisy = transform else {
            let classes = try model.model.output.count
            let labels = (0..<count).map { UInt8($0 % classes) }
            return try Examples(.bytes(pixels), shape: shape, labels: labels, classes: classes)
        }
        return try Examples(.floats(pixels.map { Float($0) / 255 }), shape: shape, cleaned: .bytes(pixels))
    }
}

/// How long a run takes yet, by what is forecast and by how fast it has been so far.
public final class Outlook: Sendable {
    private let items: [String: Double]
    private let progress: Mutex<Progress>

    private struct Progress {
        /// The share of each unit that is done; 1 for those that have ended.
        var shares: [String: Double] = [:]
        var begin: ContinuousClock.Instant?
        /// Time that went by while nothing was computed, such as for drawing.
        var pages: (left: Int, written: Int, seconds: Double)
    }

    /// - Parameters:
    ///   - forecast: what is to be computed.
    ///   - pages: how many pages are to be written.
    public init(_ forecast: Forecast, pages: Int) {
        items = Dictionary(forecast.items.map { ($0.name, $0.seconds) }, uniquingKeysWith: max)
        progress = Mutex(Progress(pages: (pages, 0, 0)))
    }

    /// Takes note of what has become of a unit.
    public func note(_ event: UnitEvent) {
        progress.withLock { progress in
            if progress.begin == nil { progress.begin = .now }
            switch event {
            case .began(let name): progress.shares[name] = 0
            case .moved(let name, let share): progress.shares[name] = share
            case .ended(let name): progress.shares[name] = 1
            }
        }
    }

    /// Takes note of a page that was drawn and written.
    public func notePage(seconds: Double) {
        progress.withLock { progress in
            progress.pages.left = max(0, progress.pages.left - 1)
            progress.pages.written += 1
            progress.pages.seconds += seconds
        }
    }

    /// Seconds until all is computed and written.
    public var secondsLeft: Double {
        progress.withLock { progress in
            let done = items.reduce(0) { $0 + $1.value * (progress.shares[$1.key] ?? 0) }
            let left = items.reduce(0) { $0 + $1.value * (1 - (progress.shares[$1.key] ?? 0)) }
            let page = progress.pages.seconds / Double(max(progress.pages.written, 1))
            let elapsed = progress.begin.map { (ContinuousClock.now - $0) / .seconds(1) } ?? 0
            // Only what has taken a while says how fast this machine is now.
            let computing = elapsed - progress.pages.seconds
            let correction = done > 2 && computing > 2 ? computing / done : 1
            return left * correction + Double(progress.pages.left) * page
        }
    }
}
