import Platform

/// How many of some answers are right, and how sure that share is.
public struct Share: Hashable, Sendable {
    /// How many are right.
    public let right: Int
    /// How many there are.
    public let count: Int

    /// - Precondition: `right` is in 0...`count`.
    public init(_ right: Int, of count: Int) {
        precondition(right >= 0 && right <= count, "\(right) of \(count)")
        self.right = right
        self.count = count
    }

    /// The share, 0 to 1; 0 where there is nothing.
    public var value: Double { count == 0 ? 0 : Double(right) / Double(count) }

    /// In how many cases of all ``interval`` holds the true share.
    public static let confidence = 0.95

    /// Where the true share lies in 95 cases of 100; 0 to 1 where there is nothing. Also near 0 and 1, where 1.96
    /// standard errors would leave them.
    ///
    /// Source: E. B. Wilson, *Probable Inference, the Law of Succession, and Statistical Inference*, JASA 22, 1927.
    public var interval: ClosedRange<Double> {
        guard count > 0 else { return 0...1 }
        let (n, z) = (Double(count), 1.959963984540054)
        let middle = (value + z * z / (2 * n)) / (1 + z * z / n)
        let reach = z / (1 + z * z / n) * (value * (1 - value) / n + z * z / (4 * n * n)).squareRoot()
        // The bounds are exact at the ends, where rounding would leave them a little beside.
        return (right == 0 ? 0 : max(0, middle - reach))...(right == count ? 1 : min(1, middle + reach))
    }
}

extension ConfusionMatrix {
    /// How many of all are classified correctly.
    public var right: Share { Share((0..<classes).reduce(0) { $0 + counts[$1][$1] }, of: total) }

    /// How many of one class are classified correctly.
    public func right(of label: Int) -> Share { Share(counts[label][label], of: counts[label].reduce(0, +)) }
}
