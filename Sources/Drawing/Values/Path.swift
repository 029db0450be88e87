/// Lines and curves to be filled or stroked, as a value.
public struct Path: Hashable, Sendable {
    enum Element: Hashable, Sendable {
        case move(Point)
        case line(Point)
        case curve(Point, control1: Point, control2: Point)
        case arc(center: Point, radius: Double, from: Double, to: Double)
        case rectangle(Rectangle)
        case close
    }

    var elements: [Element] = []

    /// A path with nothing in it.
    public init() {}

    /// A rectangle.
    public init(_ rectangle: Rectangle) { elements = [.rectangle(rectangle)] }

    /// A rectangle with round corners.
    public init(_ rectangle: Rectangle, cornerRadius: Double) {
        let radius = min(cornerRadius, rectangle.width / 2, rectangle.height / 2)
        let quarter = Double.pi / 2
        arc(center: Point(rectangle.maxX - radius, rectangle.minY + radius), radius: radius, from: -quarter, to: 0)
        arc(center: Point(rectangle.maxX - radius, rectangle.maxY - radius), radius: radius, from: 0, to: quarter)
        arc(
            center: Point(rectangle.minX + radius, rectangle.maxY - radius), radius: radius,
            from: quarter, to: 2 * quarter)
        arc(
            center: Point(rectangle.minX + radius, rectangle.minY + radius), radius: radius,
            from: 2 * quarter, to: 3 * quarter)
        close()
    }

    /// Straight lines from point to point.
    public init(_ points: [Point], closed: Bool = false) {
        for (index, point) in points.enumerated() { index == 0 ? move(to: point) : line(to: point) }
        if closed { close() }
    }

    /// A full circle.
    public init(circleAt center: Point, radius: Double) {
        arc(center: center, radius: radius, from: 0, to: 2 * .pi)
        close()
    }

    /// A full ellipse, as four cubic curves that stray from it by less than 0.03% of its radius.
    public init(ellipseIn frame: Rectangle) {
        let handle = 0.5522847498
        let (rx, ry) = (frame.width / 2, frame.height / 2)
        let center = frame.center
        func at(_ x: Double, _ y: Double) -> Point { Point(center.x + x * rx, center.y + y * ry) }
        move(to: at(1, 0))
        curve(to: at(0, 1), control1: at(1, handle), control2: at(handle, 1))
        curve(to: at(-1, 0), control1: at(-handle, 1), control2: at(-1, handle))
        curve(to: at(0, -1), control1: at(-1, -handle), control2: at(-handle, -1))
        curve(to: at(1, 0), control1: at(handle, -1), control2: at(1, -handle))
        close()
    }

    /// Whether nothing has been added yet.
    public var isEmpty: Bool { elements.isEmpty }

    /// Starts a new piece.
    public mutating func move(to point: Point) { elements.append(.move(point)) }

    /// Goes straight on.
    public mutating func line(to point: Point) { elements.append(.line(point)) }

    /// Goes on along a cubic Bézier curve.
    public mutating func curve(to point: Point, control1: Point, control2: Point) {
        elements.append(.curve(point, control1: control1, control2: control2))
    }

    /// Adds an arc, joined to where the piece stands by a line. Angles in radians from the x axis, growing
    /// clockwise as seen (`y` points down); the arc runs backwards if `end` is below `start`.
    public mutating func arc(center: Point, radius: Double, from start: Double, to end: Double) {
        elements.append(.arc(center: center, radius: radius, from: start, to: end))
    }

    /// Adds a rectangle as a piece of its own.
    public mutating func rectangle(_ rectangle: Rectangle) { elements.append(.rectangle(rectangle)) }

    /// Joins the end of the piece to its start.
    public mutating func close() { elements.append(.close) }

    /// Adds all of another path.
    public mutating func append(_ other: Path) { elements += other.elements }
}
