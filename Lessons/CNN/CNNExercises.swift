import Imaging
import Notebook

extension CNN {
    /// The small data of the lesson's exercises, and the answers.
    static func exercises(_ material: inout Material) {
        let filters = 16
        material.value("firstFilters", filters)
        material.exercise("firstParameters", filters * (5 * 5 + 1))

        let (side, maps) = (20, 8)
        material.value("wayFrom", side)
        material.value("wayMaps", maps)
        func pooled(_ side: Int) -> Int { outputSize(input: outputSize(input: side, kernel: 3), kernel: 2, stride: 2) }
        material.value("wayMiddle", pooled(side))
        material.value("wayEnd", pooled(pooled(side)))
        material.exercise("way", pooled(pooled(side)) * pooled(pooled(side)) * maps)

        let losses = [0.42, 0.31, 0.27, 0.25, 0.26, 0.29]
        material.series("bestLosses", losses, digits: 2)
        material.exercise("bestEpoch", (losses.indices.min { losses[$0] < losses[$1] } ?? 0) + 1)

        let confusion: [[Float]] = [[8, 1, 1], [2, 6, 2], [0, 1, 9]]
        material.grid("tableConfusion", confusion)
        let predicted = confusion.reduce(0) { $0 + $1[1] }
        material.value("tableRight", Int(confusion[1][1]))
        material.value("tablePredicted", Int(predicted))
        material.value("tableTrue", Int(confusion[1].reduce(0, +)))
        material.exercise("tablePrecision", Double(confusion[1][1] / predicted))
        material.exercise("tableRecall", Double(confusion[1][1] / confusion[1].reduce(0, +)))
    }
}
