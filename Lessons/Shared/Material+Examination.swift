import Figures
import Languages
import Notebook

extension Material {
    /// Hands over the confusion matrix as the figure `confusion`, and what reads it: its title `{confusionTitle}`, the
    /// caption `{confusionKey}`, the alternative text `{confusionAlternative}`.
    mutating func confusion(_ evaluation: Evaluation, _ classes: Classes) {
        record("confusion", evaluation.confusion)
        record("precision", evaluation.precision)
        record("recall", evaluation.recall)
        value("confusionTitle", .score(of: evaluation.count, wrong: evaluation.count - evaluation.right, classes))
        value("confusionKey", .shared("confusion.key"))
        value(
            "confusionAlternative",
            .shared(
                "confusion.alternative",
                [
                    "isOwn": .isSo(classes.isOwn), "classes": .integer(classes.count),
                    "right": .integer(evaluation.right), "count": .integer(evaluation.count),
                    "worst": .mostFrequentConfusion(in: evaluation.confusion, classes),
                ]))
        figure("confusion") { _ in ConfusionChart(counts: evaluation.confusion, classes: classes.names) }
    }

    /// Keeps for `results/<lesson>.json` how a network did on the test images.
    mutating func record(_ evaluation: Evaluation) {
        record("testAccuracy", evaluation.accuracy)
        record("testLoss", evaluation.loss)
        record("testCount", evaluation.count)
    }
}
