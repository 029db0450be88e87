/// The mean of a few measurements, such as one a seed, and how far it may lie from the truth.
public struct SampleMean: Hashable, Sendable {
    /// The measurements.
    public let values: [Double]

    /// Of these measurements.
    public init(_ values: [Double]) { self.values = values }

    /// 0 where there is none.
    public var mean: Double { values.isEmpty ? 0 : values.reduce(0, +) / Double(values.count) }

    /// The standard deviation of a sample: over one less than there are measurements; 0 of a single one.
    public var deviation: Double {
        guard values.count > 1 else { return 0 }
        let squares = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
        return (squares / Double(values.count - 1)).squareRoot()
    }

    /// Where the true mean lies so often, by Student's distribution; nil of fewer than two measurements, which say nothing
    /// of it.
    ///
    /// - Parameter share: how often, from 0 to below 1.
    public func interval(_ share: Double = 0.95) -> ClosedRange<Double>? {
        guard values.count > 1 else { return nil }
        let reach =
            StudentT(degreesOfFreedom: values.count - 1).bound(of: share) * deviation
            / Double(values.count).squareRoot()
        return (mean - reach)...(mean + reach)
    }
}
