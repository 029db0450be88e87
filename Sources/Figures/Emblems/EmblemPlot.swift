import Drawing

/// Lines, points or bars in a small box over a base line, without a number.
struct EmblemPlot: Sendable {
    /// One line, or the points of one series.
    struct Series: Sendable {
        let points: [Point]
        let role: Role
        let isLine: Bool
    }

    let series: [Series]
    let bars: [(value: Double, role: Role)]
    /// Whether a base line and an upright one stand at the left and below.
    let hasAxes: Bool

    init(series: [Series], hasAxes: Bool = true) {
        self.series = series
        bars = []
        self.hasAxes = hasAxes
    }

    init(bars: [(value: Double, role: Role)]) {
        series = []
        self.bars = bars
        hasAxes = true
    }

    func block(_ size: Size, _ context: FigureContext) -> Block {
        Block(size) { canvas, origin in
            let inside = Rectangle(x: origin.x + 3, y: origin.y + 3, width: size.width - 6, height: size.height - 6)
            if hasAxes {
                let axes = Path([
                    Point(inside.minX, inside.minY), Point(inside.minX, inside.maxY), Point(inside.maxX, inside.maxY),
                ])
                canvas.stroke(axes, context.theme.quiet, width: 1)
            }
            draw(series, in: inside, on: canvas, context)
            drawBars(in: inside, on: canvas, context)
        }
    }

    private func draw(_ series: [Series], in frame: Rectangle, on canvas: Canvas, _ context: FigureContext) {
        let points = series.flatMap(\.points).filter { $0.x.isFinite && $0.y.isFinite }
        guard let left = points.map(\.x).min(), let right = points.map(\.x).max(),
            let low = points.map(\.y).min(), let high = points.map(\.y).max()
        else { return }
        func place(_ point: Point) -> Point {
            let x = right > left ? (point.x - left) / (right - left) : 0.5
            let y = high > low ? (point.y - low) / (high - low) : 0.5
            return Point(frame.minX + (0.06 + 0.9 * x) * frame.width, frame.maxY - (0.08 + 0.86 * y) * frame.height)
        }
        for series in series {
            let color = context.theme.color(series.role)
            let places = series.points.filter { $0.x.isFinite && $0.y.isFinite }.map(place)
            if series.isLine, places.count > 1 {
                canvas.stroke(
                    Path(places), color, Stroke(width: 1.75, join: .round, dash: context.theme.dash(series.role)))
            } else {
                for point in places { canvas.fill(Path(circleAt: point, radius: 2), color) }
            }
        }
    }

    private func drawBars(in frame: Rectangle, on canvas: Canvas, _ context: FigureContext) {
        guard let most = bars.map(\.value).filter(\.isFinite).max(), most > 0 else { return }
        let step = frame.width / Double(bars.count)
        for (index, bar) in bars.enumerated() where bar.value.isFinite && bar.value > 0 {
            let height = 0.94 * frame.height * bar.value / most
            canvas.fill(
                Rectangle(
                    x: frame.minX + (Double(index) + 0.15) * step, y: frame.maxY - height, width: step * 0.7,
                    height: height), context.theme.color(bar.role))
        }
    }
}
