import Elementary
import Languages

/// One axis of a plot: which values it covers, where its ticks stand, how they are written.
struct Axis {
    enum Kind: Hashable { case linear, log }

    let kind: Kind
    let lower: Double
    let upper: Double
    let ticks: [Double]
    /// Places between the ticks that have no number: halves, fifths or tenths of a step, of a decade its 2 to 9.
    let minorTicks: [Double]
    private let digits: Int
    private let step: Double

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
        digits = max(0, Int((-.log10(step) - 1e-9).rounded(.up)))
        self.step = step
        minorTicks = Self.minor(step: step, first: first, from: lower, to: upper)
    }

    /// Fifths of a step of 1 or 5 times a power of ten, halves of one of 2 times it.
    private static func minor(step: Double, first: Double, from low: Double, to high: Double) -> [Double] {
        let mantissa = step / .pow(10, .log10(step * (1 + 1e-9)).rounded(.down))
        let parts = abs(mantissa - 2) < 1e-6 ? 2 : 5
        let minor = step / Double(parts)
        let (start, end) = (((low - first) / minor - 1e-9).rounded(.up), ((high - first) / minor + 1e-9).rounded(.down))
        guard start.isFinite, end.isFinite, end - start < 300, end >= start else { return [] }
        return (Int(start)...Int(end)).filter { !$0.isMultiple(of: parts) }.map { first + Double($0) * minor }
    }

    /// The same axis with fewer ticks, for labels that would touch; `nil` where no more than two are left.
    var coarser: Axis? {
        guard ticks.count > 2 else { return nil }
        switch kind {
        case .linear:
            return Axis(from: lower, to: upper, ticks: max(1, Int((upper - lower) / (step * 1.5))), isTight: true)
        case .log: return Axis(logFrom: lower, to: upper, decades: ticks.enumerated().filter { $0.0 % 2 == 0 }.map(\.1))
        }
    }

    /// A logarithmic axis for counts, from half a decade below the smallest to a whole decade above.
    init(logCovering values: some Sequence<Double>) {
        let positive = values.filter { $0 > 0 && $0.isFinite }
        let low = Double.log10(positive.min() ?? 1).rounded(.down)
        let high = max(low + 1, (.log10(positive.max() ?? 1) - 1e-9).rounded(.up))
        let stride = max(1, Int((high - low) / 6 + 0.999))
        self.init(
            logFrom: .pow(10, low) / 2, to: .pow(10, high),
            decades: Swift.stride(from: Int(low), through: Int(high), by: stride).map { Double.pow(10, Double($0)) })
    }

    private init(logFrom low: Double, to high: Double, decades: [Double]) {
        kind = .log
        lower = low
        upper = high
        ticks = decades
        digits = 0
        step = 10
        let isEvery = decades.count < 2 || decades[1] / decades[0] < 11
        minorTicks =
            isEvery ? decades.flatMap { decade in (2...9).map { Double($0) * decade } }.filter { $0 < high } : []
    }

    /// Where a value stands: 0 at the lower end, 1 at the upper.
    func share(of value: Double) -> Double {
        switch kind {
        case .linear: (value - lower) / (upper - lower)
        case .log: (.log10(max(value, lower)) - .log10(lower)) / (.log10(upper) - .log10(lower))
        }
    }

    /// A tick's number.
    func label(_ tick: Double, _ format: NumberFormat) -> String {
        let needed = kind == .log && tick < 1 ? Int((-.log10(tick)).rounded()) : digits
        return format.decimal(tick, digits: min(9, needed))
    }

    /// The smallest of 1, 2, 5, 10, 20, 50, … that is not below `rough`.
    static func step(for rough: Double) -> Double {
        guard rough > 0, rough.isFinite else { return 1 }
        let decade = Double.pow(10, .log10(rough).rounded(.down))
        let share = rough / decade
        for nice in [1.0, 2, 5] where share <= nice * (1 + 1e-9) { return nice * decade }
        return 10 * decade
    }
}
