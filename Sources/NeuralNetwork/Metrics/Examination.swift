import Tensors

/// What test images tell of a network.
public struct Examination: Sendable {
    /// The mean of the loss that it was trained with.
    public let loss: Double
    /// The mean squared error of a network that answers with pictures; nil where it tells classes.
    public let meanSquaredError: Double?
    /// Who was taken for whom; nil where it answers with pictures.
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
            meanSquaredError = try network.evaluate(examples, loss: .meanSquaredError, options: options).loss
        } else {
            let predicted = try network.predict(examples, options: options).largestInRows()
            confusion = ConfusionMatrix(
                truth: examples.labels.map(Int.init), predicted: predicted, classes: classes)
            meanSquaredError = nil
        }
        guard self.loss.isFinite, (meanSquaredError ?? 0).isFinite else {
            throw .parametersDoNotFit(model: network.model.name, reason: "its answers are no finite numbers")
        }
    }
}
