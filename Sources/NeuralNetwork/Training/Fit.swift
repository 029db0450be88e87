import Tensors

extension Network {
    /// Trains the network on examples and returns what each epoch achieved.
    ///
    /// The examples are shuffled anew in every epoch, from the seed. Nothing but the seed, the data and the
    /// configuration decides the result; not the thread count.
    ///
    /// - Parameters:
    ///   - progress: called after every step, and once more after an epoch's validation.
    /// - Throws: ``TrainingError``; the network is then what it was before.
    @discardableResult
    public mutating func fit(
        _ examples: Examples, _ configuration: TrainingConfiguration, options: RunOptions = RunOptions(),
        progress: (TrainingProgress) -> Void = { _ in }
    ) throws(TrainingError) -> History {
        var trainer = try Trainer(self, examples, configuration, options: options)
        try trainer.run(progress: progress)
        parameters = trainer.session.engine.export(.weights)
        return trainer.history
    }
}

/// One training run, epoch by epoch.
struct Trainer {
    let session: Session
    private(set) var history = History()
    private let examples: Examples
    private let configuration: TrainingConfiguration
    private let options: RunOptions
    private let training: Range<Int>
    private let validation: Range<Int>
    /// Steps taken since the first epoch.
    private var step = 0

    init(
        _ network: Network, _ examples: Examples, _ configuration: TrainingConfiguration, options: RunOptions
    ) throws(TrainingError) {
        try network.check(examples, against: configuration.loss)
        (training, validation) = try configuration.split(examples.count)
        session = try Session(
            network, loss: configuration.loss, optimizer: configuration.optimizer,
            batch: min(configuration.batch, training.count), options: options)
        self.examples = examples
        self.configuration = configuration
        self.options = options
    }

    mutating func run(progress: (TrainingProgress) -> Void) throws(TrainingError) {
        for epoch in 1..<(configuration.epochs + 1) { try run(epoch, progress: progress) }
    }

    private mutating func run(_ epoch: Int, progress: (TrainingProgress) -> Void) throws(TrainingError) {
        var shuffling = RandomStream(seed: configuration.seed, purpose: .shuffling, index: UInt32(epoch))
        let order = shuffling.permutation(of: training.count).map { $0 + training.lowerBound }
        let steps = (order.count + configuration.batch - 1) / configuration.batch
        let isLabelled = !examples.labels.isEmpty
        var sum = Score()
        var seen = 0
        func report(_ done: Int, _ record: EpochRecord?) {
            progress(
                TrainingProgress(
                    model: session.model.name, epoch: epoch, epochs: configuration.epochs, step: done, steps: steps,
                    loss: sum.loss / Double(seen), accuracy: isLabelled ? Double(sum.correct) / Double(seen) : nil,
                    record: record))
        }
        for index in 0..<steps {
            if options.isCancelled() { throw .cancelled(model: session.model.name) }
            let batch = index * configuration.batch..<min((index + 1) * configuration.batch, order.count)
            let score = try order.withUnsafeBufferPointer { order throws(TrainingError) in
                try session.train(
                    examples, UnsafeBufferPointer(rebasing: order[batch]),
                    pass: Pass(isTraining: true, seed: configuration.seed, step: step), step: step + 1)
            }
            guard score.loss.isFinite else {
                throw .diverged(
                    model: session.model.name, epoch: epoch, step: index + 1,
                    learningRate: configuration.optimizer.learningRate)
            }
            step += 1
            sum += score
            seen += batch.count
            report(index + 1, nil)
        }
        let checked = validation.isEmpty ? nil : try session.evaluate(examples, validation)
        let record = EpochRecord(
            epoch: epoch, loss: sum.loss / Double(seen),
            accuracy: isLabelled ? Double(sum.correct) / Double(seen) : nil,
            validationLoss: checked?.loss, validationAccuracy: checked?.accuracy)
        history.epochs.append(record)
        report(steps, record)
    }
}
