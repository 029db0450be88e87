import Figures
import Languages
import NeuralNetwork
import Notebook

// Precision and recall, class by class.

extension CNN {
    /// What share of each class was found, and what share of the answers that name it is right, with the intervals in
    /// which the true shares lie.
    func perClass(_ evaluation: Evaluation, _ classes: Classes, _ material: inout Material) {
        let lowestRecall = evaluation.recall.min() ?? 0
        material.value("lowestRecall", lowestRecall)
        material.value(
            "weakest",
            .list(evaluation.recall.indices.filter { evaluation.recall[$0] == lowestRecall }.map(classes.word)))
        let (precision, recall) = (evaluation.precisionIntervals, evaluation.recallIntervals)
        material.record("precisionIntervals", precision.map { [$0.lowerBound, $0.upperBound] })
        material.record("recallIntervals", recall.map { [$0.lowerBound, $0.upperBound] })
        material.value("confidence", Share.confidence)
        let lowest = (precision + recall).map(\.lowerBound).min() ?? 0
        material.value("lowest", (evaluation.precision + evaluation.recall).min() ?? 0)
        // Bars begin at zero; the dots' axis is cut where all that is drawn lies in its upper half.
        material.outcome("isAxisCut", !classes.isOwn && lowest > 0.5)
        material.value("all", 1.0)
        material.figure("perclass") { words in
            let (category, value) = (try words("digit"), try words("share"))
            let names = (precision: try words("precision"), recall: try words("recall"))
            if classes.isOwn {
                return Bars(
                    categories: classes.names,
                    series: [
                        .init(name: names.precision, values: evaluation.precision, role: .input),
                        .init(name: names.recall, values: evaluation.recall, role: .output),
                    ], categoryName: category, valueName: value, digits: 2)
            }
            return CategoryDots(
                categories: classes.names,
                series: [
                    .init(name: names.precision, values: evaluation.precision, intervals: precision, role: .input),
                    .init(name: names.recall, values: evaluation.recall, intervals: recall, role: .output),
                ], categoryName: category, valueName: value, digits: 3)
        }
    }
}

extension Evaluation {
    /// Class by class where the true share of its images that are found lies.
    var recallIntervals: [ClosedRange<Double>] {
        confusion.indices.map { Share(confusion[$0][$0], of: confusion[$0].reduce(0, +)).interval }
    }

    /// Class by class where the true share of the answers naming it that are right lies.
    var precisionIntervals: [ClosedRange<Double>] {
        confusion.indices.map { label in
            Share(confusion[label][label], of: confusion.reduce(0) { $0 + $1[label] }).interval
        }
    }
}
