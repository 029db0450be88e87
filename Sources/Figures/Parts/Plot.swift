import Drawing
import Languages

/// What is written around a plot.
public struct PlotNames: Hashable, Sendable {
    /// Stands above the plot, at the left.
    public let title: Localized?
    /// The horizontal axis's name with its unit.
    public let x: Localized?
    /// The vertical axis's name with its unit.
    public let y: Localized?

    /// Names; what is `nil` is not written.
    public init(title: Localized? = nil, x: Localized? = nil, y: Localized? = nil) {
        self.title = title
        self.x = x
        self.y = y
    }
}

/// The paper of a chart with two axes: title and the vertical axis's name above, numbers at the left and
/// below, the horizontal axis's name under them, grid lines where values are read off, no box.
struct Plot {
    let x: Axis
    let y: Axis
    /// Room for what stands right of the data.
    let rightMargin: Double
    let dataHeight: Double
    private let title: TypesetText?
    private let xName: TypesetText?
    private let yName: TypesetText?
    private let xLabels: [TypesetText]
    private let yLabels: [TypesetText]
    private let context: FigureContext
    private let showsYAxis: Bool
    /// Whether there is anything between the numbers under the plot: nothing is between one epoch and the next.
    private let xHasMinorTicks: Bool
    /// Room between the names and the data: for labels of marks, or to stand level with another plot.
    var extraHeader = 0.0

    init(
        x: Axis, y: Axis, names: PlotNames, width: Double, dataHeight: Double,
        rightMargin: Double = 8, showsXAxis: Bool = true, showsYAxis: Bool = true, xIsWhole: Bool = false,
        in context: FigureContext
    ) throws {
        self.y = y
        self.rightMargin = rightMargin
        self.dataHeight = dataHeight
        self.context = context
        self.showsYAxis = showsYAxis
        title = try names.title.map { try context.set($0, .heading, width: width) }
        xName = try names.x.map { try context.set($0, .label, width: width) }
        yName = try names.y.map { try context.set($0, .label, width: width) }
        func labels(_ axis: Axis) throws -> [TypesetText] {
            try axis.ticks.map { try context.set(axis.label($0, context.format), .small) }
        }
        let yLabels = try showsYAxis ? labels(y) : []
        let room = width - rightMargin - (yLabels.map(\.width).max() ?? 0)
        var axis = x
        var xLabels = try showsXAxis ? labels(x) : []
        while Self.areCrowded(xLabels, on: axis, width: room), let coarser = axis.coarser {
            (axis, xLabels) = (coarser, try labels(coarser))
        }
        self.x = axis
        xHasMinorTicks = !xIsWhole || axis.minorTicks.allSatisfy { abs($0 - $0.rounded()) < 1e-6 }
        self.xLabels = xLabels
        self.yLabels = yLabels
        if width - leftMargin - rightMargin < Legibility.leastPlot { context.notes?.add(.smallPlot) }
    }

    /// Room between numbers under an axis.
    private static let labelGap = 5.0

    private static func areCrowded(_ labels: [TypesetText], on axis: Axis, width: Double) -> Bool {
        zip(zip(labels, axis.ticks), zip(labels, axis.ticks).dropFirst()).contains { left, right in
            let distance = (axis.share(of: right.1) - axis.share(of: left.1)) * width
            return distance < (left.0.width + right.0.width) / 2 + labelGap
        }
    }

    /// Room at the left for numbers.
    var leftMargin: Double { showsYAxis ? (yLabels.map(\.width).max() ?? 0) + 6 : 0 }

    /// Everything above the data.
    var header: Double { (title.map { $0.height + 6 } ?? 0) + (yName.map { $0.height + 7 } ?? 5) + extraHeader }

    private var footer: Double {
        (xLabels.map(\.height).max().map { $0 + 5 } ?? 4) + (xName.map { $0.height + 1 } ?? 0)
    }

    /// Everything above, of and under the data.
    var height: Double { header + dataHeight + footer }

    /// Where the data stand if the plot's upper left corner is at `origin`.
    func data(at origin: Point, width: Double) -> Rectangle {
        Rectangle(
            x: origin.x + leftMargin, y: origin.y + header, width: max(1, width - leftMargin - rightMargin),
            height: dataHeight)
    }

    func place(_ valueX: Double, _ valueY: Double, in data: Rectangle) -> Point {
        Point(data.minX + x.share(of: valueX) * data.width, data.maxY - y.share(of: valueY) * data.height)
    }

    /// Draws the words, the grid and the axes; the data come on top.
    func draw(on canvas: Canvas, at origin: Point, width: Double) {
        let theme = context.theme
        let data = data(at: origin, width: width)
        if let title { canvas.draw(title, at: origin, .topLeading, color: theme.ink) }
        if let yName {
            canvas.draw(
                yName, at: Point(origin.x, origin.y + (title.map { $0.height + 6 } ?? 0)), .topLeading,
                color: theme.quiet)
        }
        for (tick, label) in zip(y.ticks, yLabels) {
            let at = data.maxY - y.share(of: tick) * data.height
            let line = canvas.crispLine(y: at, width: 0.5)
            canvas.stroke(Path([Point(data.minX, line), Point(data.maxX, line)]), theme.hairline, width: 0.5)
            canvas.draw(label, at: Point(data.minX - 6, at), .trailing, color: theme.quiet)
        }
        if y.kind == .linear, y.lower < 0, y.upper > 0 {
            let zero = canvas.crispLine(y: place(x.lower, 0, in: data).y, width: 0.75)
            canvas.stroke(Path([Point(data.minX, zero), Point(data.maxX, zero)]), theme.quiet, width: 0.75)
        }
        for (tick, label) in zip(x.ticks, xLabels) {
            let at = data.minX + x.share(of: tick) * data.width
            let line = canvas.crispLine(x: at, width: 0.5)
            canvas.stroke(Path([Point(line, data.maxY), Point(line, data.maxY + 3)]), theme.quiet, width: 0.5)
            canvas.draw(label, at: Point(at, data.maxY + 5), .top, color: theme.quiet)
        }
        drawMinorTicks(on: canvas, data)
        // Bars that stand on zero need no second floor.
        if !xLabels.isEmpty || y.lower >= 0 || y.upper <= 0 {
            let base = canvas.crispLine(y: data.maxY, width: 0.75)
            canvas.stroke(Path([Point(data.minX, base), Point(data.maxX, base)]), theme.quiet, width: 0.75)
        }
        if let xName {
            let top = data.maxY + footer - xName.height
            canvas.draw(xName, at: Point(data.maxX, top), .topTrailing, color: theme.quiet)
        }
    }

    /// Short ticks without numbers: under the horizontal axis, and beside a logarithmic one, which shows by them that
    /// it is one. The lines of a linear vertical axis are near enough to each other.
    private func drawMinorTicks(on canvas: Canvas, _ data: Rectangle) {
        let color = context.theme.quiet
        if !xLabels.isEmpty, x.hasRoomForMinorTicks(over: data.width), xHasMinorTicks {
            for tick in x.minorTicks {
                let at = canvas.crispLine(x: data.minX + x.share(of: tick) * data.width, width: 0.5)
                canvas.stroke(Path([Point(at, data.maxY), Point(at, data.maxY + 1.8)]), color, width: 0.5)
            }
        }
        if !yLabels.isEmpty, y.kind == .log, y.hasRoomForMinorTicks(over: data.height) {
            for tick in y.minorTicks {
                let at = canvas.crispLine(y: data.maxY - y.share(of: tick) * data.height, width: 0.5)
                canvas.stroke(Path([Point(data.minX - 2.4, at), Point(data.minX, at)]), color, width: 0.5)
            }
        }
    }
}

extension Axis {
    /// Whether the nearest ticks of a length in points can still be told apart.
    fileprivate func hasRoomForMinorTicks(over length: Double) -> Bool {
        let places = (ticks + minorTicks).map { share(of: $0) * length }.sorted()
        let nearest = zip(places, places.dropFirst()).map { $1 - $0 }.min() ?? 0
        return nearest >= (kind == .log ? 1 : 3)
    }
}
