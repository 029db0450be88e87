/// Whether two ways of training differ by more than chance: runs in pairs, each pair from one seed.
///
/// One run of each says little, since another seed would have given other numbers. So each way is run from several
/// seeds, and what counts is the mean of the differences within the pairs, with the interval in which the true mean lies
/// in 95 cases of 100.
public struct PairedDifferences: Hashable, Sendable {
    /// First minus second, seed by seed.
    public let differences: [Double]
    /// How many comparisons are made side by side: the more there are, the wider the interval, since one of many is far
    /// off by chance more often than one alone (Bonferroni's rule).
    public let comparisons: Int

    /// How often, at most, a difference is claimed where there is none, over all comparisons.
    public static let level = 0.05

    /// - Precondition: both are of as many runs, and there is at least one comparison.
    public init(_ first: [Double], _ second: [Double], comparisons: Int = 1) {
        precondition(first.count == second.count, "\(first.count) and \(second.count) runs")
        precondition(comparisons > 0, "\(comparisons) comparisons")
        differences = zip(first, second).map { $0 - $1 }
        self.comparisons = comparisons
    }

    private var sample: SampleMean { SampleMean(differences) }

    /// The mean difference; 0 where there is no pair.
    public var mean: Double { sample.mean }

    /// The standard deviation of the differences, as a sample of all seeds; 0 of a single one.
    public var deviation: Double { sample.deviation }

    /// Where the true mean difference lies in 95 cases of 100, over all comparisons together; nil of fewer than two pairs,
    /// which say nothing of it.
    public var interval: ClosedRange<Double>? { sample.interval(1 - Self.level / Double(comparisons)) }

    /// Which of both has the smaller numbers, such as mistakes, where that is more than chance.
    public var fewer: Verdict {
        guard let interval, !interval.contains(0) else { return .withinChance }
        return mean < 0 ? .first : .second
    }
}
