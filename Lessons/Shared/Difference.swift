import NeuralNetwork

/// What two trained networks differ by on the same images.
enum Difference: String, CaseIterable {
    /// They make as many mistakes.
    case equal
    /// By no more than the choice of the images may have done.
    case chance
    /// By more than that. Whether another seed would say the same, single trainings can't tell.
    case real

    /// Compares two networks by McNemar's test.
    init(_ one: Correctness, _ other: Correctness) {
        let isLuck = McNemar(one.isRight, other.isRight).verdict == .withinChance
        self = one.mistakes == other.mistakes ? .equal : isLuck ? .chance : .real
    }
}

/// In which direction a count, or a share, has gone, or that chance alone may have moved it.
enum Change: String, CaseIterable {
    case less, chance, more
}

extension Change {
    /// What became of the mistakes from one network to another, by McNemar's test.
    ///
    /// - Parameter comparisons: how many such tests a verdict rests on.
    init(from before: Correctness, to after: Correctness, comparisons: Int = 1) {
        self =
            switch McNemar(before.isRight, after.isRight, comparisons: comparisons).verdict {
            case .first: .more
            case .second: .less
            case .withinChance: .chance
            }
    }
}
