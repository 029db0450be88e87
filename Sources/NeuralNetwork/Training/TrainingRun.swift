import Tensors

/// One training run, which can be stopped after any step and resumed later.
///
/// ``Network/fit(_:_:options:progress:)`` is the short way for runs that nobody stops.
public final class TrainingRun {
    private let model: Model
    private let session: Session
    private let examples: Examples
    private let configuration: TrainingConfiguration
    private let options: RunOptions
    private let training: Range<Int>
    private let validation: Range<Int>
    private let stepsPerEpoch: Int
    private let isLabelled: Bool

    /// The epochs that are over.
    public private(set) var history = History()
    /// Steps done in the epoch under way, and their sums.
    private var step = 0
    private var sum = Score()
    /// The weights after the best epoch so far, where the run is to end with those.
    private var best: Parameters?

    /// - Parameters:
    ///   - network: where to start from; its numbers are ignored when resuming.
    ///   - resuming: where an earlier run of the same model, examples and configuration stood.
    /// - Throws: ``TrainingError`` if anything does not fit.
    public convenience init(
        _ network: Network, _ examples: Examples, _ configuration: TrainingConfiguration,
        options: RunOptions = RunOptions(), resuming state: TrainingState? = nil
    ) throws(TrainingError) {
        try self.init(network, examples, configuration, options: options, resuming: state, through: { $0 })
    }

    /// - Parameter stand: what the run talks to in the engine's place; it is given the engine. So a test can listen to
    ///   what the run asks for, step by step.
    init(
        _ network: Network, _ examples: Examples, _ configuration: TrainingConfiguration, options: RunOptions,
        resuming state: TrainingState?, through stand: (any Engine) -> any Engine
    ) throws(TrainingError) {
        try network.check(examples, against: configuration.loss)
        (training, validation) = try configuration.split(examples.count)
        stepsPerEpoch = (training.count + configuration.batch - 1) / configuration.batch
        session = try Session(
            network, loss: configuration.loss, optimizer: configuration.optimizer,
            batch: min(configuration.batch, training.count), options: options, through: stand)
        model = network.model
        isLabelled = !examples.labels.isEmpty
        self.examples = examples
        self.configuration = configuration
        self.options = options
        if let state { try resume(state) }
    }

    /// The network as it stands; after the last epoch, as the configuration wants it.
    public var network: Network {
        let isOver = history.epochs.count == configuration.epochs
        return Network(model, trusted: (isOver ? best : nil) ?? session.engine.export(.weights))
    }

    /// Where the run stands: after a whole step, always.
    public var state: TrainingState {
        TrainingState(
            weights: session.engine.export(.weights),
            moments: (0..<configuration.optimizer.momentCount).map { session.engine.export(.moment($0)) },
            epoch: history.epochs.count, step: step, loss: sum.loss, correct: sum.correct, history: history, best: best)
    }

    /// Trains to the end of the last epoch.
    ///
    /// - Parameters:
    ///   - progress: called after every step, and once more after an epoch's validation; it may ask for the ``state``.
    ///   - checkpoint: called after every epoch with where the run stands.
    /// - Throws: ``TrainingError``. After ``TrainingError/cancelled(model:)`` the ``state`` can be kept and resumed.
    public func run(
        progress: (TrainingProgress) -> Void = { _ in }, checkpoint: ((TrainingState) -> Void)? = nil
    ) throws(TrainingError) {
        try session.pool.withOwnCore { () throws(TrainingError) in
            while history.epochs.count < configuration.epochs {
                try runEpoch(progress)
                if let checkpoint { checkpoint(state) }
            }
        }
    }

    private func runEpoch(_ progress: (TrainingProgress) -> Void) throws(TrainingError) {
        let epoch = history.epochs.count + 1
        var shuffling = RandomStream(
            seed: configuration.seed, purpose: .shuffling, index: UInt32(truncatingIfNeeded: epoch))
        let order = shuffling.permutation(of: training.count).map { $0 + training.lowerBound }
        while step < stepsPerEpoch {
            if options.isCancelled() { throw .cancelled(model: model.name) }
            let earlier = (epoch - 1) * stepsPerEpoch + step
            let batch = step * configuration.batch..<min((step + 1) * configuration.batch, order.count)
            let score = try order.lent { order throws(TrainingError) in
                try session.train(
                    examples, UnsafeBufferPointer(rebasing: order[batch]),
                    pass: Pass(isTraining: true, seed: configuration.seed, step: earlier), step: earlier + 1)
            }
            guard score.loss.isFinite else {
                throw .diverged(
                    model: model.name, epoch: epoch, step: step + 1,
                    learningRate: configuration.optimizer.learningRate)
            }
            step += 1
            sum += score
            progress(report(epoch, nil))
        }
        let checked = validation.isEmpty ? nil : try session.evaluate(examples, validation)
        let record = EpochRecord(
            epoch: epoch, loss: sum.loss / Double(seen), accuracy: accuracy, validationLoss: checked?.loss,
            validationAccuracy: checked?.accuracy)
        progress(report(epoch, record))
        history.epochs.append(record)
        if configuration.keeps == .best, history.best == record { best = session.engine.export(.weights) }
        step = 0
        sum = Score()
    }

    /// How many images the steps of this epoch have seen.
    private var seen: Int { min(step * configuration.batch, training.count) }

    private var accuracy: Double? { isLabelled ? Double(sum.correct) / Double(seen) : nil }

    private func report(_ epoch: Int, _ record: EpochRecord?) -> TrainingProgress {
        TrainingProgress(
            model: model.name, epoch: epoch, epochs: configuration.epochs, step: step, steps: stepsPerEpoch,
            loss: sum.loss / Double(seen), accuracy: accuracy, record: record)
    }

    private func resume(_ state: TrainingState) throws(TrainingError) {
        guard state.history.epochs.count == state.epoch, state.epoch <= configuration.epochs,
            (0...stepsPerEpoch).contains(state.step),
            state.correct <= min(state.step * configuration.batch, training.count)
        else { throw .invalidSetting("this training state does not belong to these examples and settings") }
        session.engine.load(try Network(model, parameters: state.weights).parameters, as: .weights)
        guard state.moments.count == configuration.optimizer.momentCount else {
            throw .invalidSetting("this training state belongs to another optimiser")
        }
        for (index, moment) in state.moments.enumerated() {
            session.engine.load(try Network(model, parameters: moment).parameters, as: .moment(index))
        }
        history = state.history
        best = state.best
        step = state.step
        sum = Score(loss: state.loss, correct: state.correct)
    }
}
