/// Lines or dots on a ground: what tells areas apart where there are no hues.
public struct Hatch: Hashable, Sendable {
    /// What is drawn on the ground, again and again.
    public enum Pattern: Hashable, Sendable {
        /// Parallel lines at each of the angles, in radians from the x axis, growing clockwise as seen.
        case lines(angles: [Double])
        /// Round dots on a square grid.
        case dots
    }

    /// What is repeated.
    public var pattern: Pattern
    /// From line to line or from dot to dot, in the canvas's units.
    public var spacing: Double
    /// How thick a line is, or how wide a dot.
    public var width: Double
    /// The colour of lines or dots.
    public var ink: Color
    /// The colour between them.
    public var ground: Color

    /// A pattern on a ground.
    public init(_ pattern: Pattern, spacing: Double, width: Double, ink: Color, ground: Color) {
        self.pattern = pattern
        self.spacing = spacing
        self.width = width
        self.ink = ink
        self.ground = ground
    }

    /// The most lines or dots in a direction, so that no area however large takes for ever.
    private static let most = 4_000.0

    /// The lines that cover a rectangle, or the dots, to be clipped to what is filled. They stand at multiples of
    /// the spacing from the origin, so that neighbours go on in each other.
    func path(covering frame: Rectangle) -> Path {
        let step = max(spacing, max(frame.width, frame.height) / Self.most, 1e-6)
        switch pattern {
        case .lines(let angles): return angles.reduce(into: Path()) { $0.append(Self.lines($1, step, frame)) }
        case .dots:
            var path = Path()
            for y in Self.multiples(of: step, from: frame.minY - width, to: frame.maxY + width) {
                for x in Self.multiples(of: step, from: frame.minX - width, to: frame.maxX + width) {
                    path.append(Path(circleAt: Point(x, y), radius: width / 2))
                }
            }
            return path
        }
    }

    private static func lines(_ angle: Double, _ step: Double, _ frame: Rectangle) -> Path {
        let transform = Transform.rotation(angle)
        let (along, across) = (transform.apply(Point(1, 0)), transform.apply(Point(0, 1)))
        func distance(_ point: Point, _ axis: Point) -> Double { point.x * axis.x + point.y * axis.y }
        let corners = [
            Point(frame.minX, frame.minY), Point(frame.maxX, frame.minY), Point(frame.minX, frame.maxY),
            Point(frame.maxX, frame.maxY),
        ]
        let (starts, offsets) = (corners.map { distance($0, along) }, corners.map { distance($0, across) })
        let (start, end) = (starts.min() ?? 0, starts.max() ?? 0)
        var path = Path()
        for offset in multiples(of: step, from: offsets.min() ?? 0, to: offsets.max() ?? 0) {
            path.move(to: along * start + across * offset)
            path.line(to: along * end + across * offset)
        }
        return path
    }

    private static func multiples(of step: Double, from low: Double, to high: Double) -> [Double] {
        guard low.isFinite, high.isFinite, high >= low else { return [] }
        let first = (low / step).rounded(.up)
        let count = max(0, min(2 * most, (high / step).rounded(.down) - first))
        return (0...Int(count)).map { (first + Double($0)) * step }
    }
}
