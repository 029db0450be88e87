import Foundation
import Languages

/// One axis of a plot: which values it covers, where its ticks stand, how they are written.
struct Axis {
    enum Kind: Hashable { case linear, log }

    let kind: Kind
    let lower: Double
    let upper: Double
    let ticks: [Double]
    private let digits: Int

    /// A linear axis that covers the values, its ends at round numbers.
    init(
        covering values: some Sequence<Double>, includingZero: Bool = false, ticks count: Int = 5, isTight: Bool = false
    ) {
        let finite = values.filter(\.isFinite)
        var low = finite.min() ?? 0
        var high = finite.max() ?? 1
        if includingZero { (low, high) = (min(low, 0), max(high, 0)) }
        if low == high {
            let room = low == 0 ? 1 : abs(low) * 0.1
            (low, high) = includingZero && low >= 0 ? (low, high + room) : (low - room, high + room)
        }
        self.init(from: low, to: high, ticks: count, isTight: isTight)
    }

    /// A linear axis. Unless it is tight, its ends move out to the next tick.
    init(from low: Double, to high: Double, ticks count: Int = 5, isTight: Bool = false) {
        let step = Self.step(for: (high - low) / Double(max(1, count)))
        // Numbers so large that a step vanishes in them still give two ticks.
        let first = (isTight ? (low / step - 1e-9).rounded(.up) : (low / step + 1e-9).rounded(.down)) * step
        let last = (isTight ? (high / step + 1e-9).rounded(.down) : (high / step - 1e-9).rounded(.up)) * step
        let intervals = max(0, min(50, Int(((last - first) / step).rounded())))
        kind = .linear
        ticks = (0...intervals).map { index in
            let value = first + Double(index) * step
            return abs(value) < step * 1e-6 ? 0 : value
        }
        lower = isTight ? low : min(low, first)
        upper = isTight ? high : max(high, last)
        digits = max(0, Int((-log10(step) - 1e-9).rounded(.up)))
    }

    /// A logarithmic axis for counts, from half a decade below the smallest to a whole decade above.
    init(logCovering values: some Sequence<Double>) {
        let positive = values.filter { $0 > 0 && $0.isFinite }
        let low = log10(positive.min() ?? 1).rounded(.down)
        let high = max(low + 1, (log10(positive.max() ?? 1) - 1e-9).rounded(.up))
        let stride = max(1, Int((high - low) / 6 + 0.999))
        kind = .log
        lower = pow(10, low) / 2
        upper = pow(10, high)
        ticks = Swift.stride(from: Int(low), through: Int(high), by: stride).map { pow(10, Double($0)) }
        digits = 0
    }

    /// Where a value stands: 0 at the lower end, 1 at the upper.
    func share(of value: Double) -> Double {
        switch kind {
        case .linear: (value - lower) / (upper - lower)
        case .log: (log10(max(value, lower)) - log10(lower)) / (log10(upper) - log10(lower))
        }
    }

    /// A tick's number.
    func label(_ tick: Double, _ format: NumberFormat) -> String {
        let needed = kind == .log && tick < 1 ? Int((-log10(tick)).rounded()) : digits
        return format.decimal(tick, digits: min(9, needed))
    }

    /// The smallest of 1, 2, 5, 10, 20, 50, … that is not below `rough`.
    static func step(for rough: Double) -> Double {
        guard rough > 0, rough.isFinite else { return 1 }
        let decade = pow(10, log10(rough).rounded(.down))
        let share = rough / decade
        for nice in [1.0, 2, 5] where share <= nice * (1 + 1e-9) { return nice * decade }
        return 10 * decade
    }
}
