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
        let run = try TrainingRun(self, examples, configuration, options: options)
        try run.run(progress: progress)
        self = run.network
        return run.history
    }
}
