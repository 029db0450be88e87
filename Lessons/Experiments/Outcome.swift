import NeuralNetwork
import Notebook

/// What the experiments have shown in this run, whichever way they came out. What chance alone may have done, they have
/// not shown.
struct Outcome: Sendable {
    /// Whether the convolutional network makes fewer mistakes than the dense one.
    let convolutionsPay: Bool
    /// Whether many images seen seldom beat few images seen often.
    let examplesPay: Bool
    /// Whether there is a gap between known and new images with few, and a smaller one with many.
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
    /// Reads the runs: seed by seed, each question by itself.
    init(_ lab: Laboratory, _ shift: ShiftTest) {
        let (reference, dense) = (lab[Runs.reference], lab[Runs.baseline])
        let (few, many) = (lab[Runs.sizes[0]], lab[Runs.sizes[Runs.sizes.count - 1]])
        let moved = shift.convolutional.map { line in line.map { 1 - $0 } }
        self.init(
            convolutionsPay: Change(PairedDifferences(reference.mistakes, dense.mistakes)) == .less,
            examplesPay: Change(PairedDifferences(many.mistakes, few.mistakes)) == .less,
            gapCloses: SampleMean(few.gaps).mean > 0 && Change(PairedDifferences(many.gaps, few.gaps)) == .less,
            shiftCosts: Change(
                PairedDifferences(moved.map { $0[$0.count - 1] }, moved.map { $0[0] })) == .more)
    }
}

extension Change {
    /// What became of a number, seed by seed: the first measurements are those after, the second those before.
    init(_ difference: PairedDifferences) {
        self =
            switch difference.fewer {
            case .first: .less
            case .second: .more
            case .withinChance: .chance
            }
    }
}
