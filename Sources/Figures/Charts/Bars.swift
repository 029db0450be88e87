import Drawing
import Languages

/// Upright bars, one group a category. Every bar carries its number where there is room; otherwise the axis
/// does.
public struct Bars: Figure {
    /// Bars of one meaning, one a category.
    public struct Series: Hashable, Sendable {
        public let name: Bilingual?
        public let values: [Double]
        public let role: Role

        public init(name: Bilingual? = nil, values: [Double], role: Role = .input) {
            self.name = name
            self.values = values
            self.role = role
        }
    }

    public let categories: [Bilingual]
    public let series: [Series]
    public let categoryName: Bilingual?
    public let valueName: Bilingual?
    public let digits: Int?
    public let range: ClosedRange<Double>?
    public let plotHeight: Double
    public let breadth: Breadth

    /// - Parameters:
    ///   - categories: what stands under each group.
    ///   - categoryName: the name of the horizontal axis.
    ///   - valueName: the name of the vertical axis, with its unit.
    ///   - digits: decimals of the numbers on the bars; as many as the values carry by default, two at most.
    ///   - range: what the vertical axis covers; from zero by default. Bars always begin at its lower end or
    ///     at zero.
    public init(
        categories: [Bilingual], series: [Series], categoryName: Bilingual? = nil, valueName: Bilingual? = nil,
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

    public var alternative: Bilingual {
        let parts = series.compactMap { series -> Bilingual? in
            guard let low = series.values.indices.min(by: { series.values[$0] < series.values[$1] }),
                let high = series.values.indices.max(by: { series.values[$0] < series.values[$1] }),
                categories.indices.contains(low), categories.indices.contains(high)
            else { return nil }
            let name = series.name.map { Bilingual(both: " ") + $0 + Bilingual(both: ":") } ?? Bilingual(both: "")
            return name
                + Bilingual(
                    en:
                        " lowest \(series.values[low], digits: decimals) (\(categories[low].en)), highest \(series.values[high], digits: decimals) (\(categories[high].en)).",
                    es:
                        " mínimo \(series.values[low], digits: decimals) (\(categories[low].es)), máximo \(series.values[high], digits: decimals) (\(categories[high].es))."
                )
        }
        let head = Bilingual(
            en: "Bar chart of \(categories.count) categories.",
            es: "Gráfico de barras de \(categories.count) categorías.")
        return parts.reduce(head, +)
    }

    public func layout(width: Double, in context: FigureContext) throws -> Block {
        try check()
        let values = series.flatMap(\.values)
        let y =
            range.map { Axis(from: $0.lowerBound, to: $0.upperBound) } ?? Axis(covering: values, includingZero: true)
        let x = Axis(from: 0, to: Double(categories.count), isTight: true)
        let numbers = try series.map { series in
            try series.values.map { try context.set(context.format.decimal($0, digits: decimals), .small) }
        }
        let roomiest = width / Double(categories.count)
        let hasNumbers = numbers.joined().allSatisfy { number in
            number.width <= (series.count == 1 ? roomiest - 3 : min(46, roomiest * 0.8 / Double(series.count)) - 1)
        }
        // Values that stand on the bars need neither grid nor axis.
        var plot = try Plot(
            x: x, y: y, title: nil, xName: nil, yName: valueName, width: width, dataHeight: plotHeight, rightMargin: 2,
            showsXAxis: false, showsYAxis: !hasNumbers, in: context)
        if hasNumbers { plot.extraHeader = numbers.joined().map(\.height).max() ?? 0 }
        let slot = (width - plot.leftMargin - plot.rightMargin) / Double(categories.count)
        let bar = min(46, slot * 0.8 / Double(series.count))
        let names = try categories.map { try context.set($0, .label, width: slot - 3, alignment: .center) }
        let nameHeight = (names.map(\.height).max() ?? 0) + 2
        let axisName = try categoryName.map { try context.set($0, .label) }
        let plotted = plot
        let size = Size(width: width, height: plot.height + nameHeight + (axisName.map { $0.height + 2 } ?? 0))
        let chart = Block(size) { canvas, origin in
            plotted.draw(on: canvas, at: origin, width: width)
            let data = plotted.data(at: origin, width: width)
            let foot = min(max(0, y.lower), y.upper)
            for category in categories.indices {
                let middle = data.minX + slot * (Double(category) + 0.5)
                let left = middle - bar * Double(series.count) / 2
                for (index, series) in series.enumerated() {
                    let value = min(max(series.values[category], y.lower), y.upper)
                    let top = plotted.place(0, max(value, foot), in: data).y
                    let bottom = plotted.place(0, min(value, foot), in: data).y
                    let frame = Rectangle(
                        x: left + Double(index) * bar + 0.5, y: top, width: bar - 1, height: bottom - top)
                    canvas.fill(canvas.crisp(frame), context.theme.color(series.role))
                    guard hasNumbers else { continue }
                    let place = Point(frame.midX, value < foot ? bottom + 1 : top - 1)
                    let number = numbers[index][category]
                    canvas.draw(
                        number, at: place, value < foot ? .top : .bottom, color: context.theme.ink)
                }
                canvas.draw(names[category], at: Point(middle, data.maxY + 4), .top, color: context.theme.ink)
            }
            if let axisName {
                let place = Point(data.maxX, data.maxY + 4 + nameHeight)
                canvas.draw(axisName, at: place, .topTrailing, color: context.theme.quiet)
            }
        }
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

extension Block {
    /// Which colour means what, in a line that wraps. Stands above the data, so it covers none.
    static func colorKey(_ entries: [(Role, Bilingual)], width: Double, in context: FigureContext) throws -> Block {
        let blocks = try entries.map { role, label in
            let text = try context.set(label, .label, width: width - 14)
            let color = context.theme.color(role)
            return Block(Size(width: 13 + text.width, height: text.height)) { canvas, origin in
                canvas.fill(Rectangle(x: origin.x, y: origin.y + (text.height - 8) / 2, width: 8, height: 8), color)
                canvas.draw(text, at: origin + Point(13, 0), .topLeading, color: context.theme.ink)
            }
        }
        return .wrapped(blocks, gap: 16, lineGap: 3, width: width)
    }
}
