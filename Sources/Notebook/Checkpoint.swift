import Platform
import NeuralNetwork
import Storage

/// Where a training stands, in the store while it runs: one that was stopped, by whatever it was, goes on from there
/// and ends with the same bits.
///
/// The file is written whole or not at all, like every other, and removed when the result is kept. It is a
/// `safetensors` file: weights, the optimiser's moments, epoch, step and history.
final class Checkpoint {
    private let url: URL
    private let key: UnitKey
    private let model: Model
    private let configuration: TrainingConfiguration
    private let reporter: Reporter
    private var last = ContinuousClock.now
    private var isUseless = false

    /// What is lost at most when the machine stops, in time.
    private static let interval = Duration.seconds(5)

    /// Names the training in the file: everything that its result depends on.
    private static let identity = "unit"

    /// - Parameter key: says everything that the training's result depends on.
    init(of key: UnitKey, _ model: Model, _ configuration: TrainingConfiguration, in course: Course) {
        url = Self.location(of: key, in: course.store)
        self.key = key
        self.model = model
        self.configuration = configuration
        reporter = course.reporter
    }

    /// Forgets where a training stood.
    static func remove(of key: UnitKey, in store: ResultStore) {
        try? FileManager.default.removeItem(at: location(of: key, in: store))
    }

    /// Where the file lies.
    static func location(of key: UnitKey, in store: ResultStore) -> URL {
        store.location(of: key, kind: "checkpoint")
    }

    /// The training as it stood when it was stopped; nil where there is nothing to go on from.
    ///
    /// - Parameter begin: begins the training where a state says, or finds that the state does not belong to this training.
    func resumed(_ begin: (TrainingState) throws -> TrainingRun) -> TrainingRun? {
        guard FileManager.default.fileExists(atPath: url.path) else { return nil }
        do {
            let file = try Safetensors(decoding: Files.read(url))
            guard file.metadata[Self.identity] == key.digest else { return nil }
            let state = try TrainingState(file, of: model, configuration)
            let run = try begin(state)
            let isOver = state.epoch == configuration.epochs
            reporter.say(
                model.name
                    + (isOver
                        ? "  was trained before" : "  resumes after step \(state.step) of epoch \(state.epoch + 1)"))
            return run
        } catch {
            reporter.warn("\(url.path) can't be used (\(error)); \(model.name) is trained from the start")
            return nil
        }
    }

    /// Whether the last one is old.
    var isDue: Bool { !isUseless && ContinuousClock.now - last >= Self.interval }

    /// Keeps where the training stands. A disk that can't take it is told of once, and the training goes on.
    func keep(_ state: TrainingState) {
        do {
            let file = try state.safetensors(of: model, configuration, metadata: [Self.identity: key.digest])
            try Files.write(file.encoded(), to: url)
        } catch {
            if !isUseless { reporter.warn("\(error); should \(model.name) be stopped, it starts again") }
            isUseless = true
        }
        last = .now
    }
}
