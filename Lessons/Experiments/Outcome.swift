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
    /// Reads the runs.
    init(_ lab: Laboratory, _ shift: ShiftTest) {
        let (reference, dense) = (lab[Runs.reference], lab[Runs.baseline])
        let (few, many) = (lab[Runs.sizes[0]], lab[Runs.sizes[Runs.sizes.count - 1]])
        let moved = shift.convolutional.map { Int(((1 - $0) * Double(reference.testCount)).rounded()) }
        self.init(
            convolutionsPay: Change(from: dense.mistakes, to: reference.mistakes) == .less,
            examplesPay: Change(from: few.mistakes, to: many.mistakes) == .less,
            gapCloses: few.gap.width > 0 && Change(from: few.gap, to: many.gap) == .less,
            shiftCosts: Change(from: moved[0], to: moved[moved.count - 1]) == .more)
    }
}

extension Run.Result {
    /// How much more often it is right on what it learned from.
    fileprivate var gap: Gap {
        Gap(known: .init(trainingAccuracy, of: min(images, Self.reviewed)), new: .init(testAccuracy, of: testCount))
    }
}
