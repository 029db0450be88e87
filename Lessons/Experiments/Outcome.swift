import Notebook

/// What the experiments have shown in this run, whichever way they came out.
struct Outcome: Sendable {
    /// Whether the convolutional network makes fewer mistakes than the dense one.
    let convolutionsPay: Bool
    /// Whether many images seen seldom beat few images seen often.
    let examplesPay: Bool
    /// Whether the gap between known and new images is smaller with many images.
    let gapCloses: Bool
    /// Whether a shift costs the convolutional network anything.
    let shiftCosts: Bool

    /// Hands each over under its name.
    func hand(to material: inout Material) {
        material.outcome("convolutionsPay", convolutionsPay)
        material.outcome("examplesPay", examplesPay)
        material.outcome("gapCloses", gapCloses)
        material.outcome("shiftCosts", shiftCosts)
    }
}

extension Outcome {
    /// Reads the runs.
    init(_ lab: Laboratory, _ shift: ShiftTest) {
        let sizes = Runs.sizes.map { lab[$0] }
        let gaps = sizes.map { $0.trainingAccuracy - $0.testAccuracy }
        self.init(
            convolutionsPay: lab[Runs.reference].mistakes < lab[Runs.baseline].mistakes,
            examplesPay: (sizes.last?.mistakes ?? 0) < (sizes.first?.mistakes ?? 0),
            gapCloses: (gaps.first ?? 0) > max(0, gaps.last ?? 0),
            shiftCosts: (shift.convolutional.last ?? 0) < (shift.convolutional.first ?? 0))
    }
}
