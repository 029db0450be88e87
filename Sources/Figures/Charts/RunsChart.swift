import Drawing
import Languages

/// Measurements that were repeated, one column a category: every run a ring, their mean a line, and, where it is known,
/// the interval in which the true mean lies a whisker. What differs by no more than runs of one kind do is seen at once.
public struct RunsChart: Figure {
    /// What was measured, in several categories.
    public struct Series: Hashable, Sendable {
        /// What the measurements are; stands in the key.
        public let name: Localized?
        /// Category by category every run's number.
        public let runs: [[Double]]
        /// Category by category where the true mean lies; `nil` where that is not known.
        public let intervals: [ClosedRange<Double>?]
        /// What the measurements stand for; decides their colour.
        public let role: Role

        /// Measurements of one meaning.
        public init(
            name: Localized? = nil, runs: [[Double]], intervals: [ClosedRange<Double>?], role: Role = .input
        ) {
            self.name = name
            self.runs = runs
            self.intervals = intervals
            self.role = role
        }

        /// Category by category the mean of its runs.
        public var means: [Double] { runs.map { $0.isEmpty ? 0 : $0.reduce(0, +) / Double($0.count) } }
    }

    /// What stands under each column.
    public let categories: [Localized]
    /// The measurements, series by series; those of one category stand side by side.
    public let series: [Series]
    /// The horizontal axis's name.
    public let categoryName: Localized?
    /// The vertical axis's name with its unit.
    public let valueName: Localized?
    /// Decimals of the means that are written.
    public let digits: Int
    /// How high the data stand, in points.
    public let plotHeight: Double

    /// Runs over categories; the vertical axis covers what is there.
    public init(
        categories: [Localized], series: [Series], categoryName: Localized? = nil, valueName: Localized? = nil,
        digits: Int = 0, plotHeight: Double = 150
    ) {
        self.categories = categories
        self.series = series
        self.categoryName = categoryName
        self.valueName = valueName
        self.digits = digits
        self.plotHeight = plotHeight
    }

    private static let figure = "A chart of runs"

    /// The lowest and the highest mean of each series.
    public var alternative: Localized {
        Bars(
            categories: categories,
            series: series.map { .init(name: $0.name, values: $0.means, role: $0.role) }, digits: digits
        ).extremes(after: Localized(.runs, ["count": .integer(categories.count)]))
    }

    /// Lays out the columns, and a key above them if the series have names.
    ///
    /// - Throws: `FigureError` without runs, for counts that don't fit, and for values that are not finite.
    public func layout(width: Double, in context: FigureContext) throws -> Block {
        try check()
        let chart = try RunsPlot(self, width: width, context).block
        let named = series.compactMap { series in series.name.map { (series.role, $0) } }
        guard !named.isEmpty else { return chart }
        return .column([try .colorKey(named, width: width, in: context), chart], gap: 6)
    }

    private func check() throws {
        guard !categories.isEmpty, !series.isEmpty, !series.contains(where: { $0.runs.contains(where: \.isEmpty) })
        else { throw FigureError.empty(figure: Self.figure, what: "run") }
        for series in series {
            for count in [series.runs.count, series.intervals.count] where count != categories.count {
                throw FigureError.mismatch(
                    figure: Self.figure, what: "values", expected: categories.count, got: count)
            }
            let bounds = series.intervals.compactMap { $0 }.flatMap { [$0.lowerBound, $0.upperBound] }
            guard (series.runs.joined() + bounds).allSatisfy(\.isFinite) else {
                throw FigureError.notFinite(figure: Self.figure, what: "a run")
            }
        }
    }
}

/// A chart of runs, measured.
private struct RunsPlot {
    private let chart: RunsChart
    private let columns: CategoryPlot
    private let means: [[TypesetText]]
    private let theme: Theme

    init(_ chart: RunsChart, width: Double, _ context: FigureContext) throws {
        let values = chart.series.flatMap { series in
            series.runs.joined() + series.intervals.compactMap { $0 }.flatMap { [$0.lowerBound, $0.upperBound] }
        }
        let means = try chart.series.map { series in
            try series.means.map { try context.set(context.format.decimal($0, digits: chart.digits), .small) }
        }
        // Numbers are never below zero where what they count never is, however wide an interval is.
        let floor = chart.series.allSatisfy { $0.runs.joined().allSatisfy { $0 >= 0 } } ? 0 : -Double.infinity
        var plot = try Plot(
            x: Axis(from: 0, to: Double(chart.categories.count), isTight: true),
            y: Axis(covering: values.map { max($0, floor) }), names: PlotNames(y: chart.valueName), width: width,
            dataHeight: chart.plotHeight, rightMargin: 2, showsXAxis: false, in: context)
        plot.extraHeader = means.joined().map(\.height).max() ?? 0
        columns = try CategoryPlot(chart.categories, on: plot, name: chart.categoryName, width: width, context)
        self.chart = chart
        self.means = means
        theme = context.theme
    }

    private var plot: Plot { columns.plot }

    var block: Block {
        let column = min(52, columns.slot / Double(chart.series.count))
        return columns.block { category, middle, canvas, data in
            for index in chart.series.indices {
                let offset = (Double(index) - Double(chart.series.count - 1) / 2) * column
                draw(index, category, at: middle + offset, column: column, on: canvas, data)
            }
        }
    }

    private func draw(
        _ index: Int, _ category: Int, at x: Double, column: Double, on canvas: Canvas, _ data: Rectangle
    ) {
        let series = chart.series[index]
        let color = theme.color(series.role)
        let runs = series.runs[category]
        func height(_ value: Double) -> Double {
            plot.place(0, min(max(value, plot.y.lower), plot.y.upper), in: data).y
        }
        // Runs stand left of their mean's interval, one beside the other in their order, so that none hides another.
        let reach = min(7, column * 0.18)
        if let interval = series.intervals[category] {
            let ends = [interval.upperBound, interval.lowerBound].map { Point(x + reach, height($0)) }
            canvas.stroke(Path(ends), color, width: 1)
            for end in ends { canvas.stroke(Path([end - Point(3, 0), end + Point(3, 0)]), color, width: 1) }
        }
        let mean = canvas.crispLine(y: height(series.means[category]), width: 1.5)
        canvas.stroke(Path([Point(x - 2 * reach, mean), Point(x + 2 * reach, mean)]), color, width: 1.5)
        for (run, value) in runs.enumerated() {
            let share = runs.count > 1 ? Double(run) / Double(runs.count - 1) : 0.5
            let place = Point(x - 2 * reach + share * 2 * reach, height(value))
            PointMark.ring.draw(at: place, radius: 1.8, color, paper: theme.paper, on: canvas)
        }
        let top = ([series.intervals[category]?.upperBound].compactMap { $0 } + runs).map(height).min() ?? mean
        canvas.draw(means[index][category], at: Point(x, top - 3), .bottom, color: theme.ink)
    }
}
