/// Bars of a histogram of intensities, each of as many whole levels as any other: bars of an uneven share of the 256
/// levels would stand out where nothing but the count of their levels does.
enum LevelBins {
    /// Levels of a bar.
    static let levels = 4
    /// How many bars there are.
    static let count = 256 / levels

    /// How many values each bar holds.
    ///
    /// - Parameter histogram: how often each of the 256 levels occurs.
    static func counts(of histogram: [Int]) -> [Int] {
        stride(from: 0, to: histogram.count, by: levels).map { start in
            histogram[start..<min(histogram.count, start + levels)].reduce(0, +)
        }
    }

    /// Where the bars begin and end, for levels that were divided by `scale`.
    static func edges(dividedBy scale: Double = 1) -> [Double] {
        (0...count).map { Double($0 * levels) / scale }
    }
}
