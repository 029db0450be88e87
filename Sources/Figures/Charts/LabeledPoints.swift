import Drawing
import Languages

/// A few points over two axes, each with its name beside it and, where it is uncertain, a whisker.
public struct LabeledPoints: Figure {
    /// One point.
    public struct Item: Hashable, Sendable {
        /// Stands beside the point.
        public let name: Localized
        /// Where it lies.
        public let x: Double
        /// How high it lies.
        public let y: Double
        /// How far the whisker reaches up and down; none at 0.
        public let margin: Double
        /// The point's colour.
        public let role: Role

        /// A point at (x, y) that may as well lie `margin` higher or lower.
        public init(_ name: Localized, x: Double, y: Double, margin: Double = 0, role: Role = .input) {
            self.name = name
            self.x = x
            self.y = y
            self.margin = margin
            self.role = role
        }
    }

    /// The points.
    public let items: [Item]
    /// The names of the axes, with units.
    public let xName: Localized?
    /// The vertical axis's name with its unit.
    public let yName: Localized?
    /// How high the data stand, in points.
    public let plotHeight: Double

    /// Points over a horizontal axis from zero; the vertical axis covers what is there.
    public init(_ items: [Item], xName: Localized? = nil, yName: Localized? = nil, plotHeight: Double = 190) {
        self.items = items
        self.xName = xName
        self.yName = yName
        self.plotHeight = plotHeight
    }

    private static let figure = "A chart of points"

    /// The place of every point.
    public var alternative: Localized {
        let digits = Digits.needed(for: items.map(\.y), atMost: 4)
        let places = items.map { item in
            item.name
                + Localized(same: " (\(Int(item.x.rounded())); \(item.y, digits: digits))")
        }.listed
        return Localized(.pointsHead, ["count": .integer(items.count), "places": .localized(places)])
    }

    /// Lays out axes, points and names.
    public func layout(width: Double, in context: FigureContext) throws -> Block {
        guard !items.isEmpty else { throw FigureError.empty(figure: Self.figure, what: "point") }
        guard items.allSatisfy({ $0.x.isFinite && $0.y.isFinite && $0.margin.isFinite && abs($0.x) < 1e15 }) else {
            throw FigureError.notFinite(figure: Self.figure, what: "a point")
        }
        let plot = try Plot(
            x: Axis(covering: items.map(\.x), includingZero: true),
            y: Axis(covering: items.flatMap { [$0.y - $0.margin, $0.y + $0.margin] }),
            names: PlotNames(x: xName, y: yName), width: width, dataHeight: plotHeight,
            rightMargin: 16 * context.theme.typeScale, in: context)
        let names = try items.map { try context.set($0.name, .label, width: width * 0.4) }
        return Block(Size(width: width, height: plot.height)) { canvas, origin in
            plot.draw(on: canvas, at: origin, width: width)
            let data = plot.data(at: origin, width: width)
            let places = items.map { plot.place($0.x, $0.y, in: data) }
            for (item, place) in zip(items, places) {
                let color = context.theme.color(item.role)
                if item.margin > 0 {
                    let top = plot.place(item.x, item.y + item.margin, in: data)
                    let bottom = plot.place(item.x, item.y - item.margin, in: data)
                    canvas.stroke(Path([top, bottom]), color, width: 1)
                    for end in [top, bottom] {
                        canvas.stroke(Path([end - Point(3, 0), end + Point(3, 0)]), color, width: 1)
                    }
                }
                canvas.fill(Path(circleAt: place, radius: 3), color)
            }
            drawNames(names, at: places, on: canvas, data, context)
        }
    }

    /// A name stands right of its point, or left of it where the right has no room; names of one side that would
    /// touch are pushed apart.
    private func drawNames(
        _ names: [TypesetText], at places: [Point], on canvas: Canvas, _ data: Rectangle, _ context: FigureContext
    ) {
        let gap = 7.0
        for isLeft in [false, true] {
            let side = items.indices.filter { (places[$0].x + gap + names[$0].width > data.maxX + 10) == isLeft }
            let heights = LabelSpread.places(
                side.map { places[$0].y }, extents: side.map { names[$0].height },
                within: data.minY - 6...data.maxY)
            for (index, y) in zip(side, heights) {
                // Only neighbours can touch, so a name far from all others keeps its height.
                let isCrowded = side.contains { other in
                    other != index && abs(places[other].x - places[index].x) < names[other].width + 2 * gap
                }
                let color = context.theme.color(items[index].role)
                let place = Point(places[index].x + (isLeft ? -gap : gap), isCrowded ? y : places[index].y)
                canvas.draw(names[index], at: place, isLeft ? .trailing : .leading, color: color)
            }
        }
    }
}
