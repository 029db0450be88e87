/// Whether a stage must take over the weights anew, which it keeps in a form of its own.
struct LoadedWeights {
    private var step: Int?
    private var isLoaded = false

    /// Weights that nobody moves are taken over once; in training, once for all shards of a step.
    mutating func isStale(in pass: Pass, learns: Bool) -> Bool {
        defer { (isLoaded, step) = (true, pass.isTraining ? pass.step : nil) }
        guard isLoaded else { return true }
        return learns && (!pass.isTraining || step != pass.step)
    }
}
