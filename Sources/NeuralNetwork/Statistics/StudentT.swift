import Elementary

/// Student's distribution: how far the mean of a few measurements may lie from the truth.
///
/// Source: M. Abramowitz and I. A. Stegun, *Handbook of Mathematical Functions*, 26.7.3 and 26.7.4.
public struct StudentT: Hashable, Sendable {
    /// One less than there are measurements.
    public let degreesOfFreedom: Int

    /// - Precondition: there is at least one degree of freedom.
    public init(degreesOfFreedom: Int) {
        precondition(degreesOfFreedom > 0, "\(degreesOfFreedom) degrees of freedom")
        self.degreesOfFreedom = degreesOfFreedom
    }

    /// The probability of a value between `-t` and `t`.
    ///
    /// - Precondition: `t` is not negative.
    public func probability(within t: Double) -> Double {
        precondition(t >= 0, "\(t)")
        let angle = Double.atan2(t, Double(degreesOfFreedom).squareRoot())
        let (sine, cosine) = (Double.sin(angle), Double.cos(angle))
        let isOdd = !degreesOfFreedom.isMultiple(of: 2)
        var term = isOdd ? cosine : 1
        var sum = 0.0
        for step in stride(from: isOdd ? 1 : 0, to: degreesOfFreedom - 1, by: 2) {
            sum += term
            term *= cosine * cosine * Double(step + 1) / Double(step + 2)
        }
        return isOdd ? 2 / Double.pi * (angle + sine * sum) : sine * sum
    }

    /// The `t` between whose negative and itself so large a share of all values lies.
    ///
    /// - Parameter share: from 0 to below 1; as close to 1 as 1e-9.
    public func bound(of share: Double) -> Double {
        precondition(share >= 0 && share < 1, "\(share)")
        var (low, high) = (0.0, 1.0)
        while probability(within: high) < share, high < 1e12 { high *= 2 }
        // A hundred halvings: as near as numbers are.
        for _ in 0..<100 {
            let middle = (low + high) / 2
            if probability(within: middle) < share { low = middle } else { high = middle }
        }
        return high
    }
}
