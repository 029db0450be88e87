import NeuralNetwork
import Notebook

extension Experiments {
    /// The small data of the lesson's exercises, and the answers.
    static func exercises(_ material: inout Material) {
        let (sizes, widths, seeds) = (4, 3, 3)
        material.value("planSizes", sizes)
        material.value("planWidths", widths)
        material.value("planSeeds", seeds)
        material.value("planSettings", sizes + widths - 1)
        material.exercise("planOne", (sizes + widths - 1) * seeds)
        material.exercise("planAll", sizes * widths * seeds)

        let channels = 8
        material.value("stackChannels", channels)
        material.value("stackSmall", 2 * 9 * channels * channels)
        material.value("stackLarge", 25 * channels * channels)
        material.exercise("stack", (25 - 2 * 9) * channels * channels)

        let (few, error) = (1000, 0.08)
        material.value("moreFew", few)
        material.value("moreMany", few * 100)
        material.value("moreError", error)
        material.exercise("more", error / 4)

        let differences: [Double] = [2, 4, 3, 5, 1]
        let pairs = PairedDifferences(differences, differences.map { _ in 0 })
        let factor = StudentT(degreesOfFreedom: differences.count - 1).bound(of: 0.95)
        material.series("luckDifferences", differences)
        material.value("luckMean", pairs.mean)
        material.value("luckDeviation", pairs.deviation)
        material.value("luckFactor", factor)
        material.exercise("luck", pairs.interval?.lowerBound ?? pairs.mean)

        let comparisons = 20
        material.value("manyComparisons", comparisons)
        material.exercise("many", 0.05 / Double(comparisons))
    }
}
