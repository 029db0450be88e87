import Elementary

/// Whether two sets of weights differ by more than chance on the same images: McNemar's test, exact.
///
/// Images that both classify correctly, or both don't, tell nothing of a difference. Of the others, if there were none,
/// each would fall to either side like a coin.
///
/// Source: Q. McNemar, *Note on the Sampling Error of the Difference Between Correlated Proportions or Percentages*,
/// Psychometrika 12, 1947.
public struct McNemar: Hashable, Sendable {
    /// How many images the first classifies correctly and the second does not.
    public let firstAlone: Int
    /// How many images the second classifies correctly and the first does not.
    public let secondAlone: Int
    /// How many tests a verdict rests on: each is the stricter, the more there are (Bonferroni's rule).
    public let comparisons: Int

    /// How often, at most, a difference is claimed where there is none, over all comparisons.
    public static let level = 0.05

    /// - Precondition: no count is negative, and there is at least one comparison.
    public init(firstAlone: Int, secondAlone: Int, comparisons: Int = 1) {
        precondition(firstAlone >= 0 && secondAlone >= 0, "\(firstAlone) and \(secondAlone) images")
        precondition(comparisons > 0, "\(comparisons) comparisons")
        (self.firstAlone, self.secondAlone, self.comparisons) = (firstAlone, secondAlone, comparisons)
    }

    /// Compares what two networks answered to the same images.
    ///
    /// - Parameters:
    ///   - first: whether the first network is right, image by image.
    ///   - second: the same of the second.
    ///   - comparisons: how many tests the verdict rests on.
    /// - Precondition: both are of as many images.
    public init(_ first: [Bool], _ second: [Bool], comparisons: Int = 1) {
        precondition(first.count == second.count, "\(first.count) and \(second.count) images")
        let pairs = zip(first, second)
        self.init(
            firstAlone: pairs.count { $0 && !$1 }, secondAlone: pairs.count { !$0 && $1 },
            comparisons: comparisons)
    }

    /// How likely so uneven a split, or one more uneven, is where there is no difference: 0 to 1.
    public var probability: Double {
        let count = firstAlone + secondAlone
        // The terms of the binomial distribution from 0 on, in logarithms: two to the ten-thousandth is no number.
        var logarithm = -Double(count) * .log(2)
        var sum = Double.exp(logarithm)
        for successes in 0..<min(firstAlone, secondAlone) {
            logarithm += .log(Double(count - successes) / Double(successes + 1))
            sum += .exp(logarithm)
        }
        return min(1, 2 * sum)
    }

    /// Who is better, where that is more than chance.
    public var verdict: Verdict {
        guard probability < Self.level / Double(comparisons) else { return .withinChance }
        return firstAlone > secondAlone ? .first : .second
    }
}

/// What a rule of statistics says of two contenders.
public enum Verdict: String, CaseIterable, Sendable {
    /// The first is better.
    case first
    /// The second is better.
    case second
    /// Chance alone may have made the difference.
    case withinChance
}
