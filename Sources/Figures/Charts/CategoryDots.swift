import Drawing
import Languages

/// One mark a category and series, with a whisker where it is known how far the truth may lie from it. Unlike bars the
/// marks need no zero, so the axis is spent on what differs; those of one category stand side by side and none hides
/// another.
public struct CategoryDots: Figure {
    /// Marks of one meaning, one a category.
    public struct Series: Hashable, Sendable {
        /// What the marks are; stands in the key.
        public let name: Localized?
        /// How high each mark stands, one a category.
        public let values: [Double]
        /// Category by category where the true value lies; `nil` where that is not known.
        public let intervals: [ClosedRange<Double>?]
        /// What the marks stand for; decides their colour and their shape.
        public let role: Role

        /// Marks of one meaning; without intervals, none is known.
        public init(
            name: Localized? = nil, values: [Double], intervals: [ClosedRange<Double>?]? = nil, role: Role = .input
        ) {
            self.name = name
            self.values = values
            self.intervals = intervals ?? values.map { _ in nil }
            self.role = role
        }
    }

    /// A level that marks are compared with.
    public struct Level: Hashable, Sendable {
        /// How high it lies.
        public let value: Double
        /// Stands in the key: at the line marks would cover it.
        public let label: Localized

        /// A dashed line over the whole width.
        public init(_ value: Double, label: Localized) {
            self.value = value
            self.label = label
        }
    }

    /// What stands under each group, all of them.
    public let categories: [Localized]
    /// The marks, series by series.
    public let series: [Series]
    /// The horizontal axis's name.
    public let categoryName: Localized?
    /// The vertical axis's name with its unit.
    public let valueName: Localized?
    /// Decimals that words about the marks need.
    public let digits: Int
    /// What marks are compared with.
    public let level: Level?
    /// What the vertical axis covers, or `nil` for what is there.
    public let range: ClosedRange<Double>?
    /// How high the data stand, in points.
    public let plotHeight: Double
    /// How much of a page's width the figure asks for.
    public let breadth: Breadth

    /// Marks over categories; the vertical axis covers what is there.
    public init(
        categories: [Localized], series: [Series], categoryName: Localized? = nil, valueName: Localized? = nil,
        digits: Int = 2, level: Level? = nil, range: ClosedRange<Double>? = nil, plotHeight: Double = 150,
        breadth: Breadth = .column
    ) {
        self.categories = categories
        self.series = series
        self.categoryName = categoryName
        self.valueName = valueName
        self.digits = digits
        self.level = level
        self.range = range
        self.plotHeight = plotHeight
        self.breadth = breadth
    }

    private static let figure = "A chart of dots"
    fileprivate static let levelStroke = Stroke(width: 0.9, dash: [3, 2])

    /// The lowest and the highest mark of each series.
    public var alternative: Localized {
        Bars(
            categories: categories, series: series.map { .init(name: $0.name, values: $0.values, role: $0.role) },
            digits: digits
        ).extremes(after: Localized(.dots, ["count": .integer(categories.count)]))
    }

    /// Lays out the marks, and a key above them if the series have names.
    ///
    /// - Throws: `FigureError` without marks, for counts that don't fit, and for values that are not finite.
    public func layout(width: Double, in context: FigureContext) throws -> Block {
        try check()
        let chart = try DotsPlot(self, width: width, context).block
        let named = series.compactMap { series in series.name.map { (series.role, $0) } }
        guard !named.isEmpty || level != nil else { return chart }
        return .column([try .markKey(named, level?.label, width: width, in: context), chart], gap: 6)
    }

    private func check() throws {
        guard !categories.isEmpty, !series.isEmpty else { throw FigureError.empty(figure: Self.figure, what: "mark") }
        for series in series {
            for count in [series.values.count, series.intervals.count] where count != categories.count {
                throw FigureError.mismatch(figure: Self.figure, what: "values", expected: categories.count, got: count)
            }
            let bounds = series.intervals.compactMap { $0 }.flatMap { [$0.lowerBound, $0.upperBound] }
            guard (series.values + bounds + [level?.value ?? 0]).allSatisfy(\.isFinite) else {
                throw FigureError.notFinite(figure: Self.figure, what: "a mark")
            }
        }
    }
}

/// A chart of dots, measured.
private struct DotsPlot {
    private let chart: CategoryDots
    private let columns: CategoryPlot
    private let theme: Theme

    init(_ chart: CategoryDots, width: Double, _ context: FigureContext) throws {
        let values = chart.series.flatMap { series in
            series.values + series.intervals.compactMap { $0 }.flatMap { [$0.lowerBound, $0.upperBound] }
        }
        let plot = try Plot(
            x: Axis(from: 0, to: Double(chart.categories.count), isTight: true),
            y: Axis(
                covering: chart.range.map { [$0.lowerBound, $0.upperBound] }
                    ?? values + [chart.level?.value].compactMap { $0 }),
            names: PlotNames(y: chart.valueName), width: width, dataHeight: chart.plotHeight, rightMargin: 2,
            showsXAxis: false, in: context)
        columns = try CategoryPlot(chart.categories, on: plot, name: chart.categoryName, width: width, context)
        self.chart = chart
        theme = context.theme
    }

    private var plot: Plot { columns.plot }

    var block: Block {
        let step = min(14, columns.slot / Double(chart.series.count + 1))
        return columns.block(under: drawLevel) { category, middle, canvas, data in
            for index in chart.series.indices {
                let offset = (Double(index) - Double(chart.series.count - 1) / 2) * step
                draw(index, category, at: middle + offset, radius: min(2.6, step * 0.42), on: canvas, data)
            }
        }
    }

    private func drawLevel(on canvas: Canvas, _ data: Rectangle) {
        guard let value = chart.level?.value else { return }
        let y = canvas.crispLine(y: plot.place(0, value, in: data).y, width: 0.9)
        let line = Path([Point(data.minX, y), Point(data.maxX, y)])
        canvas.stroke(line, theme.quiet, CategoryDots.levelStroke)
    }

    private func draw(
        _ index: Int, _ category: Int, at x: Double, radius: Double, on canvas: Canvas, _ data: Rectangle
    ) {
        let series = chart.series[index]
        let color = theme.color(series.role)
        if let interval = series.intervals[category] {
            let ends = [interval.upperBound, interval.lowerBound].map { Point(x, plot.place(0, $0, in: data).y) }
            canvas.stroke(Path(ends), color, width: 0.9)
            for end in ends {
                canvas.stroke(Path([end - Point(radius, 0), end + Point(radius, 0)]), color, width: 0.9)
            }
        }
        let place = Point(x, plot.place(0, series.values[category], in: data).y)
        series.role.mark.draw(at: place, radius: radius, color, paper: theme.paper, on: canvas)
    }
}

extension Block {
    /// Which mark means what, in a line that wraps. Stands above the data, so it covers none.
    ///
    /// - Parameter level: what a dashed line means.
    fileprivate static func markKey(
        _ entries: [(Role, Localized)], _ level: Localized?, width: Double, in context: FigureContext
    ) throws -> Block {
        var blocks = try entries.map { role, label in
            try keyEntry(label, behind: 11, width: width, in: context) { canvas, origin, height in
                role.mark.draw(
                    at: origin + Point(4, height / 2), radius: 2.6, context.theme.color(role),
                    paper: context.theme.paper, on: canvas)
            }
        }
        if let level {
            blocks.append(
                try keyEntry(level, behind: 25, width: width, in: context) { canvas, origin, height in
                    let middle = origin.y + height / 2
                    let line = Path([Point(origin.x, middle), Point(origin.x + 20, middle)])
                    canvas.stroke(line, context.theme.quiet, CategoryDots.levelStroke)
                })
        }
        return .wrapped(blocks, gap: 16, lineGap: 3, width: width)
    }
}
