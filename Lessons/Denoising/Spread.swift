import Imaging
import Notebook

extension Cleaning {
    /// Many errors in a few numbers.
    struct Spread: Codable, Sendable {
        let minimum: Double
        let maximum: Double
        let mean: Double
        let median: Double
        /// The first and the third quartile.
        let quartiles: [Double]
        /// The mean of the pictures' peak signal-to-noise ratios, in decibels; none where a picture has no error, since
        /// its ratio is infinite.
        let ratio: Double?
    }
}

extension Cleaning.Spread {
    /// - Precondition: there is at least one error.
    init(of errors: [Double]) {
        let sorted = errors.sorted()
        /// Between neighbours in proportion, as NumPy's percentile does.
        func quantile(_ share: Double) -> Double {
            let place = share * Double(sorted.count - 1)
            let below = Int(place)
            let above = min(below + 1, sorted.count - 1)
            return sorted[below] + (place - Double(below)) * (sorted[above] - sorted[below])
        }
        self.init(
            minimum: sorted[0], maximum: sorted[sorted.count - 1],
            mean: errors.reduce(0, +) / Double(errors.count), median: quantile(0.5),
            quartiles: [quantile(0.25), quantile(0.75)],
            ratio: sorted[0] > 0
                ? errors.map { peakSignalToNoiseRatio(meanSquaredError: $0) }.reduce(0, +) / Double(errors.count) : nil)
    }

    /// - Throws: `ImpossibleValue` for numbers that no run can have measured.
    func check(_ name: String) throws(ImpossibleValue) {
        try Expect.number("\(name).minimum", minimum, in: Expect.errors)
        try Expect.number("\(name).maximum", maximum, in: Expect.errors)
        try Expect.number("\(name).mean", mean, in: Expect.errors)
        try Expect.number("\(name).median", median, in: Expect.errors)
        try Expect.numbers("\(name).quartiles", quartiles, count: 2, in: Expect.errors)
        if let ratio { try Expect.number("\(name).ratio", ratio, in: Expect.magnitudes) }
    }
}
