import Drawing
import Languages

/// Lines over a number line, labelled at their ends; one panel or several side by side.
public struct Curves: Figure {
    /// How the values of a series are drawn.
    public enum Form: Hashable, Sendable {
        case line, points, lineAndPoints
        /// A flat piece for each value, as wide as the distance to the next: pixels along a row.
        case steps
    }

    /// One line.
    public struct Series: Hashable, Sendable {
        /// Stands at the line's end.
        public let name: Localized?
        /// Where the values stand, rising.
        public let x: [Double]
        /// The values, as many as `x`; one that is not a number leaves a gap.
        public let y: [Double]
        /// What the line is; decides its colour and dash.
        public let role: Role
        /// How the values are drawn.
        public let form: Form

        /// - Parameters:
        ///   - name: stands at the line's end.
        ///   - x: as many as `y`, rising.
        ///   - y: a value that is not a number leaves a gap.
        ///   - role: the colour; validation is dashed.
        public init(name: Localized? = nil, x: [Double], y: [Double], role: Role = .ink, form: Form = .line) {
            self.name = name
            self.x = x
            self.y = y
            self.role = role
            self.form = form
        }

        /// Values at `start`, `start + 1`, …: epochs are counted from 1.
        public init(name: Localized? = nil, y: [Double], from start: Int = 1, role: Role = .ink, form: Form = .line) {
            self.init(name: name, x: y.indices.map { Double($0 + start) }, y: y, role: role, form: form)
        }
    }

    /// A vertical line that points at a place.
    public struct Mark: Hashable, Sendable {
        /// Where the line stands.
        public let x: Double
        /// Stands at the line's upper end.
        public let label: Localized
        /// What the line points at; decides its colour.
        public let role: Role

        /// A dashed line over the whole height at `x`.
        public init(x: Double, label: Localized, role: Role = .kernel) {
            self.x = x
            self.label = label
            self.role = role
        }
    }

    /// One pair of axes.
    public struct Panel: Hashable, Sendable {
        /// What is written around it.
        public let names: PlotNames
        /// The lines, drawn in this order.
        public let series: [Series]
        /// Vertical lines that point at places.
        public let marks: [Mark]
        /// What the vertical axis covers; what the values need by default.
        public let yRange: ClosedRange<Double>?
        /// Whether the vertical axis includes zero.
        public let startsAtZero: Bool

        /// Lines over a horizontal axis that covers their x.
        public init(
            title: Localized? = nil, xName: Localized? = nil, yName: Localized? = nil, series: [Series],
            marks: [Mark] = [], yRange: ClosedRange<Double>? = nil, startsAtZero: Bool = false
        ) {
            names = PlotNames(title: title, x: xName, y: yName)
            self.series = series
            self.marks = marks
            self.yRange = yRange
            self.startsAtZero = startsAtZero
        }
    }

    /// The pairs of axes, from left to right.
    public let panels: [Panel]
    /// How high the data stand, in points.
    public let plotHeight: Double
    /// How many panels stand on a line.
    public let columns: Int
    /// How much of a page's width the figure asks for.
    public let breadth: Breadth

    /// - Parameters:
    ///   - plotHeight: how high the data stand, in points.
    ///   - columns: how many panels side by side; all by default.
    public init(_ panels: [Panel], plotHeight: Double = 150, columns: Int? = nil, breadth: Breadth = .column) {
        self.panels = panels
        self.plotHeight = plotHeight
        self.columns = max(1, columns ?? panels.count)
        self.breadth = breadth
    }

    /// With fewer panels on a line.
    public var arrangements: [any Figure] {
        Balance.columns(of: panels.count, butNot: min(columns, panels.count)).map {
            Curves(panels, plotHeight: plotHeight, columns: $0, breadth: breadth)
        }
    }

    /// Where each line begins and ends, and its lowest and highest value.
    public var alternative: Localized {
        let parts = panels.flatMap { panel in panel.series.compactMap { Self.inWords($0, of: panel) } }
        let head = Localized(.curvesHead)
        return ([head] + parts).joined(by: " ")
    }

    private static func inWords(_ series: Series, of panel: Panel) -> Localized? {
        let values = series.y.filter(\.isFinite)
        guard let first = values.first, let last = values.last, let low = values.min(), let high = values.max() else {
            return nil
        }
        let digits = high - low < 0.05 ? 4 : high - low < 5 ? 3 : high - low < 100 ? 1 : 0
        let names = [panel.names.title ?? panel.names.y, series.name].compactMap { $0 }
        func number(_ value: Double) -> Argument { .phrase("\(value, digits: digits)") }
        return Localized(
            .curvesLine,
            [
                "name": .localized(names.isEmpty ? Localized(.curvesUnnamed) : names.joined(by: ", ")),
                "first": number(first), "last": number(last), "low": number(low), "high": number(high),
            ])
    }

    /// Lays out the panels in lines, their data level with each other.
    ///
    /// - Throws: `FigureError` without panels or values, for counts that don't fit, and for values that are infinite.
    public func layout(width: Double, in context: FigureContext) throws -> Block {
        guard !panels.isEmpty else { throw FigureError.empty(figure: "A line chart", what: "panel") }
        let gap = 20.0
        let across = min(columns, panels.count)
        let room = (width - gap * Double(across - 1)) / Double(across)
        let lines = try panels.lines(of: across).map { line in
            var plots = try line.map { try CurvePanel($0, width: room, height: plotHeight, context) }
            let header = plots.map(\.header).max() ?? 0
            for index in plots.indices { plots[index].level(to: header) }
            return Block.row(plots.map(\.block), gap: gap)
        }
        return .column(lines, gap: 16)
    }
}

/// One panel of a line chart, measured.
struct CurvePanel {
    private let panel: Curves.Panel
    private let width: Double
    private var plot: Plot
    private let names: [TypesetText?]
    private let context: FigureContext

    init(_ panel: Curves.Panel, width: Double, height: Double, _ context: FigureContext) throws {
        for series in panel.series {
            guard series.x.count == series.y.count else {
                throw FigureError.mismatch(
                    figure: "A line chart", what: "values of y", expected: series.x.count, got: series.y.count)
            }
            guard series.x.allSatisfy(\.isFinite), !series.y.contains(where: \.isInfinite) else {
                throw FigureError.notFinite(figure: "A line chart", what: "a line")
            }
        }
        let ys = panel.series.flatMap(\.y).filter(\.isFinite)
        let xs = panel.series.flatMap(\.x)
        guard !ys.isEmpty else { throw FigureError.empty(figure: "A line chart", what: "value") }
        let y =
            if let range = panel.yRange, range.upperBound > range.lowerBound {
                Axis(from: range.lowerBound, to: range.upperBound, isTight: true)
            } else {
                Axis(covering: ys, includingZero: panel.startsAtZero)
            }
        let isWhole = xs.allSatisfy { $0 == $0.rounded() }
        let span = (xs.max() ?? 0) - (xs.min() ?? 0)
        let count = isWhole ? max(1, min(8, Int(min(span, 1e6)))) : 6
        let hasSteps = panel.series.contains { $0.form == .steps }
        let room = hasSteps ? 0.5 : isWhole && span == 0 ? 1 : 0
        let x = Axis(covering: xs.flatMap { [$0 - room, $0 + room] }, ticks: count, isTight: true)
        names = try panel.series.map { series in try series.name.map { try context.set($0, .label, width: width * 0.4) }
        }
        let margin = (names.compactMap { $0?.width }.max().map { $0 + 10 }) ?? 8
        self.panel = panel
        self.width = width
        self.context = context
        plot = try Plot(
            x: x, y: y, names: panel.names, width: width, dataHeight: height,
            rightMargin: margin, xIsWhole: isWhole, in: context)
        if !panel.marks.isEmpty { plot.extraHeader = try context.set("X", .label).height }
    }

    /// Everything above the data.
    var header: Double { plot.header }

    /// Makes the data stand level with those of a neighbour.
    mutating func level(to header: Double) { plot.extraHeader += header - plot.header }

    var block: Block {
        Block(Size(width: width, height: plot.height)) { canvas, origin in
            plot.draw(on: canvas, at: origin, width: width)
            let data = plot.data(at: origin, width: width)
            try drawMarks(on: canvas, data)
            canvas.isolated {
                canvas.clip(to: Path(data.inset(-3)))
                for series in panel.series { draw(series, on: canvas, data) }
            }
            drawNames(on: canvas, data)
        }
    }

    private func draw(_ series: Curves.Series, on canvas: Canvas, _ data: Rectangle) {
        let color = context.theme.color(series.role)
        let stroke = Stroke(width: 1.25, join: .round, dash: context.theme.dash(series.role))
        if series.form != .points {
            var path = Path()
            var isDown = false
            for (index, value) in series.y.enumerated() {
                guard value.isFinite else {
                    isDown = false
                    continue
                }
                let places =
                    series.form == .steps
                    ? [-0.5, 0.5].map { plot.place(series.x[index] + $0, value, in: data) }
                    : [plot.place(series.x[index], value, in: data)]
                for place in places {
                    isDown ? path.line(to: place) : path.move(to: place)
                    isDown = true
                }
            }
            canvas.stroke(path, color, stroke)
        }
        func isFinite(_ index: Int) -> Bool { series.y.indices.contains(index) && series.y[index].isFinite }
        for (index, y) in series.y.enumerated() where y.isFinite {
            // A value between two gaps makes no line, so it is shown as a point.
            let isAlone = series.form == .line && !isFinite(index - 1) && !isFinite(index + 1)
            guard series.form == .points || series.form == .lineAndPoints || isAlone else { continue }
            series.role.mark.draw(
                at: plot.place(series.x[index], y, in: data), color, paper: context.theme.paper, on: canvas)
        }
    }

    private func drawMarks(on canvas: Canvas, _ data: Rectangle) throws {
        for mark in panel.marks where mark.x.isFinite && mark.x >= plot.x.lower && mark.x <= plot.x.upper {
            let at = plot.place(mark.x, plot.y.lower, in: data)
            let color = context.theme.color(mark.role)
            canvas.stroke(Path([Point(at.x, data.minY - 1), at]), color, Stroke(width: 1, dash: [2, 2]))
            let label = try context.set(mark.label, .label)
            let isLate = at.x + label.width + 4 > data.maxX + plot.rightMargin
            canvas.draw(
                label, at: Point(isLate ? at.x + 3 : at.x - 3, data.minY - 3),
                Anchor(isLate ? .trailing : .leading, .bottom),
                color: color)
        }
    }

    private func drawNames(on canvas: Canvas, _ data: Rectangle) {
        var labels: [(text: TypesetText, end: Point, color: Color)] = []
        for (series, name) in zip(panel.series, names) {
            guard let name, let last = series.y.lastIndex(where: \.isFinite) else { continue }
            let end = plot.place(series.x[last], series.y[last], in: data)
            labels.append((name, end, context.theme.color(series.role)))
        }
        let places = LabelSpread.places(
            labels.map(\.end.y), extents: labels.map(\.text.height), within: (data.minY - 6)...(data.maxY + 8))
        for (label, y) in zip(labels, places) {
            if abs(y - label.end.y) > 6 {
                let line = [Point(label.end.x + 2, label.end.y), Point(data.maxX + 6, y)]
                canvas.stroke(Path(line), label.color.opacity(0.5), width: 0.5)
            }
            canvas.draw(label.text, at: Point(data.maxX + 8, y), .leading, color: label.color)
        }
    }
}
