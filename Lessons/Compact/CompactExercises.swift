import Imaging
import NeuralNetwork
import Notebook

extension Compact {
    enum Verdict: String, CaseIterable { case chance, first, second }

    /// The small data of the lesson's exercises, and the answers.
    static func exercises(_ material: inout Material) {
        let (channels, filters) = (6, 10)
        material.value("handChannels", channels)
        material.value("handFilters", filters)
        material.exercise("hand", filters * (3 * 3 * channels + 1))

        let side = 6
        let places = outputSize(input: side, kernel: 3) * outputSize(input: side, kernel: 3)
        material.value("shareSide", side)
        material.value("sharePlaces", places)
        material.value("shareDense", side * side * places)
        material.exercise("shareFactor", side * side * places / 9)
        material.exercise("shareLocal", places * 9)

        // Two networks on the same images: what one alone and what the other alone has right.
        let (first, second) = (20, 15)
        let comparison = McNemar(firstAlone: first, secondAlone: second)
        material.value("pairFirst", first)
        material.value("pairSecond", second)
        material.value("pairProbability", comparison.probability)
        let better: Verdict =
            switch comparison.verdict {
            case .first: .first
            case .second: .second
            case .withinChance: .chance
            }
        material.exercise("pair", better)

        let (narrow, wide) = ([55.0, 53, 56], [50.0, 54, 49])
        material.series("seedsNarrow", narrow)
        material.series("seedsWide", wide)
        material.exercise("seedsMean", PairedDifferences(narrow, wide).mean)
    }
}
