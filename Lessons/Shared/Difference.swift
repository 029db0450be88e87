/// What two counts of mistakes on equally many test images differ by.
enum Difference: String, CaseIterable {
    /// Nothing.
    case equal
    /// No more than the choice of the images may have done.
    case chance
    /// More than that. Whether another seed would say the same, counts of single trainings can't tell.
    case real

    /// Reads two counts.
    ///
    /// A rare count wavers by about its root, the difference of two by the root of their sum; twice that is chance.
    init(_ one: Int, _ other: Int) {
        let difference = abs(one - other)
        let isLuck = Double(difference) <= 2 * Double(one + other).squareRoot()
        self = difference == 0 ? .equal : isLuck ? .chance : .real
    }
}

/// In which direction a count, or a share, has gone, or that chance alone may have moved it.
enum Change: String, CaseIterable {
    case less, chance, more
}

extension Change {
    /// From one count of mistakes to another, by ``Difference``.
    init(from before: Int, to after: Int) {
        self = Difference(before, after) != .real ? .chance : after < before ? .less : .more
    }
}
