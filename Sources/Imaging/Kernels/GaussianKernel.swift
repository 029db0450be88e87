import Elementary

extension Kernel {
    /// A bell of any width: exp(−(x² + y²) / 2σ²) at whole pixels, out to three deviations, scaled so that the
    /// weights add up to one.
    ///
    /// - Parameter deviation: σ in pixels; at most 64.
    /// - Precondition: the deviation is positive and within that limit.
    public static func gaussian(deviation: Float) -> Kernel {
        precondition(deviation > 0 && deviation <= 64, "a bell of deviation \(deviation)")
        let radius = Int((3 * deviation).rounded(.up))
        let row = (-radius...radius).map { Float.exp(-Float($0 * $0) / (2 * deviation * deviation)) }
        let sum = row.reduce(0, +)
        return Kernel(id: "gaussian-\(deviation)", row.map { weight in row.map { weight * $0 / (sum * sum) } })
    }
}
