import Tensors

/// What test images tell of a network.
public struct Examination: Sendable {
    /// The mean of the loss that it was trained with.
    public let loss: Double
    /// The mean squared error of a network that answers with pictures; nil where it tells classes.
    public let meanSquaredError: Double?
    /// What it answered, a row an image; nil where it answers with pictures, of which only the error is kept.
    public let answers: Tensor?
    /// What was taken for what; nil where it answers with pictures.
    public let confusion: ConfusionMatrix?
    /// How many images there were.
    public let count: Int

    /// - Parameter classes: how many classes there are.
    /// - Throws: ``TrainingError`` where the examples do not fit, or the answers are no finite numbers.
    public init(
        of network: Network, on examples: Examples, loss: Loss, classes: Int, options: RunOptions = RunOptions()
    ) throws(TrainingError) {
        let evaluation = try network.evaluate(examples, loss: loss, options: options)
        self.loss = evaluation.loss
        count = evaluation.count
        if examples.labels.isEmpty {
            confusion = nil
            answers = nil
            meanSquaredError = try network.evaluate(examples, loss: .meanSquaredError, options: options).loss
        } else {
            let answers = try network.predict(examples, options: options)
            self.answers = answers
            let predicted = answers.largestInRows()
            confusion = ConfusionMatrix(
                truth: examples.labels.map(Int.init), predicted: predicted, classes: classes)
            meanSquaredError = nil
        }
        guard self.loss.isFinite, (meanSquaredError ?? 0).isFinite else {
            throw .parametersDoNotFit(model: network.model.name, reason: "its answers are no finite numbers")
        }
    }
}
