import Drawing
import Languages

/// Upright bars, one group a category. Every bar carries its number where there is room; otherwise the axis
/// does.
public struct Bars: Figure {
    /// Bars of one meaning, one a category.
    public struct Series: Hashable, Sendable {
        /// What the bars are; stands in the key.
        public let name: Localized?
        /// How high each bar is, one a category.
        public let values: [Double]
        /// What the bars stand for; decides their colour and hatch.
        public let role: Role

        /// Bars of one meaning.
        public init(name: Localized? = nil, values: [Double], role: Role = .input) {
            self.name = name
            self.values = values
            self.role = role
        }
    }

    /// What stands under each group.
    public let categories: [Localized]
    /// The bars, series by series.
    public let series: [Series]
    /// The horizontal axis's name.
    public let categoryName: Localized?
    /// The vertical axis's name with its unit.
    public let valueName: Localized?
    /// Decimals of the numbers on the bars, or `nil` for as many as the values carry.
    public let digits: Int?
    /// What the vertical axis covers, or `nil` for from zero to the largest.
    public let range: ClosedRange<Double>?
    /// How high the data stand, in points.
    public let plotHeight: Double
    /// How much of a page's width the figure asks for.
    public let breadth: Breadth

    /// - Parameters:
    ///   - categories: what stands under each group.
    ///   - categoryName: the name of the horizontal axis.
    ///   - valueName: the name of the vertical axis, with its unit.
    ///   - digits: decimals of the numbers on the bars; as many as the values carry by default, two at most.
    ///   - range: what the vertical axis covers; from zero by default. Bars always begin at its lower end or
    ///     at zero.
    public init(
        categories: [Localized], series: [Series], categoryName: Localized? = nil, valueName: Localized? = nil,
        digits: Int? = nil, range: ClosedRange<Double>? = nil, plotHeight: Double = 150, breadth: Breadth = .column
    ) {
        self.categories = categories
        self.series = series
        self.categoryName = categoryName
        self.valueName = valueName
        self.digits = digits
        self.range = range
        self.plotHeight = plotHeight
        self.breadth = breadth
    }

    private var decimals: Int { digits ?? Digits.needed(for: series.flatMap(\.values), atMost: 2) }

    /// How many categories there are, and the lowest and the highest bar of each series.
    public var alternative: Localized { extremes(after: Localized(.barsHead, ["count": .integer(categories.count)])) }

    /// The lowest and the highest value of each series, behind what the chart is.
    func extremes(after head: Localized) -> Localized {
        let parts = series.compactMap { series -> Localized? in
            guard let low = series.values.indices.min(by: { series.values[$0] < series.values[$1] }),
                let high = series.values.indices.max(by: { series.values[$0] < series.values[$1] }),
                categories.indices.contains(low), categories.indices.contains(high)
            else { return nil }
            let name = series.name.map { Localized(same: " ") + $0 + Localized(same: ":") } ?? Localized(same: "")
            return name
                + Localized(same: " ")
                + Localized(
                    .barsExtremes,
                    [
                        "isNamed": .outcome(series.name == nil ? "no" : "yes"),
                        "low": .phrase("\(series.values[low], digits: decimals)"),
                        "lowest": .localized(categories[low]),
                        "high": .phrase("\(series.values[high], digits: decimals)"),
                        "highest": .localized(categories[high]),
                    ])
        }
        return parts.reduce(head, +)
    }

    /// Lays out the bars, and a key above them if the series have names.
    ///
    /// - Throws: `FigureError` without bars, for counts that don't fit, and for values that are not finite.
    public func layout(width: Double, in context: FigureContext) throws -> Block {
        try check()
        let chart = try BarPlot(self, width: width, decimals: decimals, context).block
        guard let key = try key(width: width, context) else { return chart }
        return .column([key, chart], gap: 6)
    }

    private func key(width: Double, _ context: FigureContext) throws -> Block? {
        let named = series.compactMap { series in series.name.map { (series.role, $0) } }
        guard !named.isEmpty else { return nil }
        return try .colorKey(named, width: width, in: context)
    }

    private func check() throws {
        guard !categories.isEmpty, !series.isEmpty else { throw FigureError.empty(figure: "A bar chart", what: "bar") }
        for series in series {
            guard series.values.count == categories.count else {
                throw FigureError.mismatch(
                    figure: "A bar chart", what: "values", expected: categories.count, got: series.values.count)
            }
            guard series.values.allSatisfy(\.isFinite) else {
                throw FigureError.notFinite(figure: "A bar chart", what: "a bar")
            }
        }
    }
}

/// A bar chart, measured.
private struct BarPlot {
    private let bars: Bars
    private let columns: CategoryPlot
    private let barWidth: Double
    /// The numbers on the bars, series by series; `nil` where they find no room.
    private let numbers: [[TypesetText]]?
    private let theme: Theme

    init(_ bars: Bars, width: Double, decimals: Int, _ context: FigureContext) throws {
        let count = Double(bars.categories.count)
        let numbers = try bars.series.map { series in
            try series.values.map { try context.set(context.format.decimal($0, digits: decimals), .small) }
        }
        let isSingle = bars.series.count == 1
        let room = isSingle ? width / count - 3 : Self.barWidth(width / count, bars.series.count) - 1
        let hasNumbers = numbers.joined().allSatisfy { $0.width <= room }
        let y =
            if let range = bars.range, range.upperBound > range.lowerBound {
                Axis(from: range.lowerBound, to: range.upperBound, isTight: true)
            } else {
                Axis(covering: bars.series.flatMap(\.values), includingZero: true, isTight: hasNumbers)
            }
        // Values that stand on the bars need neither grid nor axis.
        var plot = try Plot(
            x: Axis(from: 0, to: count, isTight: true), y: y, names: PlotNames(y: bars.valueName),
            width: width, dataHeight: bars.plotHeight, rightMargin: 2, showsXAxis: false, showsYAxis: !hasNumbers,
            in: context)
        let numberHeight = hasNumbers ? numbers.joined().map(\.height).max() ?? 0 : 0
        plot.extraHeader = numberHeight
        // Room for numbers under bars that go down.
        let goesDown = bars.series.contains { $0.values.contains { $0 < 0 } }
        columns = try CategoryPlot(
            bars.categories, on: plot, name: bars.categoryName, width: width,
            below: goesDown ? numberHeight : 0, context)
        self.bars = bars
        self.numbers = hasNumbers ? numbers : nil
        barWidth = Self.barWidth(columns.slot, bars.series.count)
        theme = context.theme
    }

    private var plot: Plot { columns.plot }

    private static func barWidth(_ slot: Double, _ count: Int) -> Double { min(46, slot * 0.8 / Double(count)) }

    var block: Block {
        columns.block { category, middle, canvas, data in
            let left = middle - barWidth * Double(bars.series.count) / 2
            for index in bars.series.indices {
                draw(index, category, left: left + Double(index) * barWidth, on: canvas, data)
            }
        }
    }

    private func draw(_ index: Int, _ category: Int, left: Double, on canvas: Canvas, _ data: Rectangle) {
        let series = bars.series[index]
        let foot = min(max(0, plot.y.lower), plot.y.upper)
        let value = min(max(series.values[category], plot.y.lower), plot.y.upper)
        let top = plot.place(0, max(value, foot), in: data).y
        let bottom = plot.place(0, min(value, foot), in: data).y
        let frame = Rectangle(x: left + 0.5, y: top, width: barWidth - 1, height: bottom - top)
        canvas.fillArea(canvas.crisp(frame), series.role, theme)
        guard let number = numbers?[index][category] else { return }
        let isBelow = value < foot
        let place = Point(frame.midX, isBelow ? bottom + 1 : top - 1)
        canvas.draw(number, at: place, isBelow ? .top : .bottom, color: theme.ink)
    }
}

extension Block {
    /// Which colour means what, in a line that wraps. Stands above the data, so it covers none.
    static func colorKey(_ entries: [(Role, Localized)], width: Double, in context: FigureContext) throws -> Block {
        let blocks = try entries.map { role, label in
            try keyEntry(label, behind: 13, width: width, in: context) { canvas, origin, height in
                let square = Rectangle(x: origin.x, y: origin.y + (height - 8) / 2, width: 8, height: 8)
                canvas.fillArea(square, role, context.theme)
            }
        }
        return .wrapped(blocks, gap: 16, lineGap: 3, width: width)
    }

    /// A sign and what it means.
    ///
    /// - Parameters:
    ///   - room: of the sign and the gap behind it, in points.
    ///   - draw: draws the sign into that room, as high as the text.
    static func keyEntry(
        _ label: Localized, behind room: Double, width: Double, in context: FigureContext,
        draw: @escaping (Canvas, _ origin: Point, _ height: Double) -> Void
    ) throws -> Block {
        let text = try context.set(label, .label, width: width - room - 1)
        return Block(Size(width: room + text.width, height: text.height)) { canvas, origin in
            draw(canvas, origin, text.height)
            canvas.draw(text, at: origin + Point(room, 0), .topLeading, color: context.theme.ink)
        }
    }
}
