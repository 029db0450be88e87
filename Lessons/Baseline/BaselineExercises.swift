import Notebook

extension Baseline {
    /// The small data of the lesson's exercises, and the answers.
    static func exercises(_ material: inout Material) {
        let (pictures, frequent, right) = (200, 60, 150)
        material.value("gainPictures", pictures)
        material.value("gainFrequent", frequent)
        material.value("gainRight", right)
        material.value("gainGuess", Double(frequent) / Double(pictures))
        material.value("gainNetwork", Double(right) / Double(pictures))
        material.exercise("gain", (right - frequent) * 100 / pictures)

        let (side, hidden, answers) = (12, 16, 4)
        material.value("countSide", side)
        material.value("countHidden", hidden)
        material.value("countAnswers", answers)
        material.value("countInputs", side * side)
        material.exercise("count", (side * side + 1) * hidden + (hidden + 1) * answers)

        let (input, delta, rate, weight) = (0.5, -0.4, 0.1, 0.3)
        material.value("moveInput", input)
        material.value("moveDelta", delta)
        material.value("moveRate", rate)
        material.value("moveWeight", weight)
        material.value("moveGradient", input * delta)
        material.exercise("move", weight - rate * input * delta)

        let (row, moved, weights) = ([0, 0, 9, 9, 0, 0], [0, 0, 0, 9, 9, 0], [0, 0, 1, 1, 0, 0])
        func answer(_ row: [Int]) -> Int { zip(row, weights).reduce(0) { $0 + $1.0 * $1.1 } }
        material.series("movedRow", row.map(Double.init))
        material.series("movedWeights", weights.map(Double.init))
        material.value("movedBefore", answer(row))
        material.exercise("movedAfter", answer(moved))
    }
}
