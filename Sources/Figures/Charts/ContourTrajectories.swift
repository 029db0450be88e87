import Drawing
import Imaging
import Languages

/// The paths of points over a landscape: lines of equal height, and how several ways of walking go down it.
public struct ContourTrajectories: Figure {
    /// One walk.
    public struct Trajectory: Hashable, Sendable {
        /// Stands in the key above.
        public let name: Localized
        /// The places, in the order in which they were visited.
        public let x: [Double]
        /// Where the walk stood at each step, upwards; as many as `x`.
        public let y: [Double]
        /// The line's colour; the mark at each place differs as well.
        public let role: Role

        /// A walk through the points (x, y).
        public init(name: Localized, x: [Double], y: [Double], role: Role) {
            self.name = name
            self.x = x
            self.y = y
            self.role = role
        }
    }

    /// Heights on a regular grid; the first row is at the lower end of `yRange`.
    public let heights: [[Double]]
    /// What the landscape's columns cover.
    public let xRange: ClosedRange<Double>
    /// What its rows cover, the first row lowest.
    public let yRange: ClosedRange<Double>
    /// The heights at which lines are drawn.
    public let levels: [Double]
    /// The walks, told apart by colour and mark.
    public let trajectories: [Trajectory]
    /// The horizontal axis's name.
    public let xName: Localized?
    /// The vertical axis's name.
    public let yName: Localized?
    /// How high the landscape stands, in points.
    public let plotHeight: Double

    /// - Parameters:
    ///   - heights: on a regular grid over both ranges, rows from low to high y.
    ///   - levels: where lines of equal height are drawn.
    ///   - plotHeight: how high the landscape stands, in points.
    public init(
        heights: [[Double]], x: ClosedRange<Double>, y: ClosedRange<Double>, levels: [Double],
        trajectories: [Trajectory], xName: Localized? = nil, yName: Localized? = nil, plotHeight: Double = 230
    ) {
        self.heights = heights
        xRange = x
        yRange = y
        self.levels = levels
        self.trajectories = trajectories
        self.xName = xName
        self.yName = yName
        self.plotHeight = plotHeight
    }

    private static let figure = "A contour chart"

    /// Where each walk begins and ends, and in how many steps.
    public var alternative: Localized {
        let head = Localized(.contoursHead, ["count": .integer(trajectories.count)])
        return trajectories.reduce(head) { text, walk in
            guard let x = walk.x.last, let y = walk.y.last else { return text }
            let steps = walk.x.count - 1
            return text
                + Localized(same: " ")
                + Localized(
                    .contoursWalk,
                    [
                        "name": .localized(walk.name), "x": .phrase("\(x, digits: 2)"), "y": .phrase("\(y, digits: 2)"),
                        "steps": .integer(steps),
                    ])
        }
    }

    /// Lays out key, axes and landscape.
    public func layout(width: Double, in context: FigureContext) throws -> Block {
        try check()
        let plot = try Plot(
            x: Axis(from: xRange.lowerBound, to: xRange.upperBound, ticks: 8, isTight: true),
            y: Axis(from: yRange.lowerBound, to: yRange.upperBound, isTight: true),
            names: PlotNames(x: xName, y: yName), width: width, dataHeight: plotHeight, in: context)
        let segments = ContourLines.segments(of: heights, at: levels)
        let chart = Block(Size(width: width, height: plot.height)) { canvas, origin in
            plot.draw(on: canvas, at: origin, width: width)
            let data = plot.data(at: origin, width: width)
            canvas.fill(data, context.theme.paper)
            canvas.isolated {
                canvas.clip(to: Path(data))
                draw(segments, on: canvas, data, context)
                for (index, walk) in trajectories.enumerated() {
                    draw(walk, mark: index, on: canvas, context) { plot.place($0, $1, in: data) }
                }
            }
        }
        guard !trajectories.isEmpty else { return chart }
        return .column([try key(width: width, context), chart], gap: 6)
    }

    private func check() throws {
        let columns = heights.first?.count ?? 0
        guard heights.count > 1, columns > 1 else { throw FigureError.empty(figure: Self.figure, what: "height") }
        for row in heights where row.count != columns {
            throw FigureError.mismatch(figure: Self.figure, what: "heights in a row", expected: columns, got: row.count)
        }
        guard heights.joined().allSatisfy(\.isFinite), levels.allSatisfy(\.isFinite) else {
            throw FigureError.notFinite(figure: Self.figure, what: "a height")
        }
        guard xRange.lowerBound < xRange.upperBound, yRange.lowerBound < yRange.upperBound else {
            throw FigureError.empty(figure: Self.figure, what: "extent")
        }
        for walk in trajectories {
            guard walk.x.count == walk.y.count else {
                throw FigureError.mismatch(
                    figure: Self.figure, what: "values of y", expected: walk.x.count, got: walk.y.count)
            }
            guard (walk.x + walk.y).allSatisfy(\.isFinite) else {
                throw FigureError.notFinite(figure: Self.figure, what: "a walk")
            }
        }
    }

    private func draw(
        _ segments: [(Point, Point)], on canvas: Canvas, _ data: Rectangle, _ context: FigureContext
    ) {
        let across = data.width / Double((heights.first?.count ?? 2) - 1)
        let up = data.height / Double(heights.count - 1)
        var lines = Path()
        for (start, end) in segments {
            lines.move(to: Point(data.minX + start.x * across, data.maxY - start.y * up))
            lines.line(to: Point(data.minX + end.x * across, data.maxY - end.y * up))
        }
        canvas.stroke(lines, context.theme.tint(.quiet, 0.45), Stroke(width: 0.6, cap: .round))
    }

    private func draw(
        _ walk: Trajectory, mark: Int, on canvas: Canvas, _ context: FigureContext,
        place: (Double, Double) -> Point
    ) {
        let points = zip(walk.x, walk.y).map(place)
        let color = context.theme.color(walk.role)
        canvas.stroke(Path(points), color, Stroke(width: 1, join: .round))
        for point in points { drawMark(mark, at: point, on: canvas, color, context) }
    }

    /// What tells walks apart without their colour.
    private func drawMark(_ index: Int, at point: Point, on canvas: Canvas, _ color: Color, _ context: FigureContext) {
        let mark = PointMark.allCases[index % PointMark.allCases.count]
        mark.draw(at: point, color, paper: context.theme.paper, on: canvas)
    }

    private func key(width: Double, _ context: FigureContext) throws -> Block {
        let entries = try trajectories.enumerated().map { index, walk in
            let text = try context.set(walk.name, .label, width: width - 30)
            let color = context.theme.color(walk.role)
            return Block(Size(width: 28 + text.width, height: text.height)) { canvas, origin in
                let middle = origin.y + text.height / 2
                canvas.stroke(Path([Point(origin.x, middle), Point(origin.x + 22, middle)]), color, width: 1)
                drawMark(index, at: Point(origin.x + 11, middle), on: canvas, color, context)
                canvas.draw(text, at: origin + Point(28, 0), .topLeading, color: context.theme.ink)
            }
        }
        return .wrapped(entries, gap: 18, lineGap: 3, width: width)
    }
}
