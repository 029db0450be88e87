import Elementary

/// How a line is drawn.
public struct Stroke: Hashable, Sendable {
    /// How a line ends.
    public enum Cap: Hashable, Sendable {
        case butt, round, square
    }

    /// How two pieces of a line meet.
    public enum Join: Hashable, Sendable {
        case miter, round, bevel
    }

    /// How thick, in the canvas's units.
    public var width: Double
    /// How its ends look.
    public var cap: Cap
    /// How its corners look.
    public var join: Join
    /// Lengths drawn and left out in turn; empty for a solid line.
    public var dash: [Double]

    /// A line's look; solid and with plain ends unless something else is asked for.
    public init(width: Double, cap: Cap = .butt, join: Join = .miter, dash: [Double] = []) {
        self.width = width
        self.cap = cap
        self.join = join
        self.dash = dash
    }
}

/// What a shape is filled or stroked with.
public enum Paint: Hashable, Sendable {
    case color(Color)
    /// Colours along a line, each with its share of the way from 0 to 1; beyond the ends the last one goes on.
    case gradient(from: Point, to: Point, stops: [GradientStop])
    /// Lines or dots on a ground. A line drawn with it has the hatch's ink.
    case hatch(Hatch)
}

/// One colour of a gradient and its share of the way.
public struct GradientStop: Hashable, Sendable {
    /// How far along the gradient, from 0 to 1.
    public let share: Double
    /// The colour there.
    public let color: Color

    /// A colour at a share of the way.
    public init(_ share: Double, _ color: Color) {
        self.share = share
        self.color = color
    }
}

/// Where a canvas puts what is drawn: a linear map and a shift, as Cairo and PostScript have it.
///
/// A point (x, y) goes to (xx·x + xy·y + x0, yx·x + yy·y + y0).
public struct Transform: Hashable, Sendable {
    public var xx, yx, xy, yy, x0, y0: Double

    /// A map by its six numbers; by default the one that moves nothing.
    public init(
        xx: Double = 1, yx: Double = 0, xy: Double = 0, yy: Double = 1, x0: Double = 0, y0: Double = 0
    ) {
        (self.xx, self.yx, self.xy, self.yy, self.x0, self.y0) = (xx, yx, xy, yy, x0, y0)
    }

    /// A turn about the origin by an angle in radians, clockwise as seen. Quarters of a turn are exact.
    public static func rotation(_ angle: Double) -> Transform {
        let quarters = angle / (.pi / 2)
        if quarters == quarters.rounded() {
            let (cosine, sine) = [(1.0, 0.0), (0, 1), (-1, 0), (0, -1)][((Int(quarters) % 4) + 4) % 4]
            return Transform(xx: cosine, yx: sine, xy: -sine, yy: cosine)
        }
        return Transform(xx: .cos(angle), yx: .sin(angle), xy: -.sin(angle), yy: .cos(angle))
    }

    /// The point's place after the transform.
    public func apply(_ point: Point) -> Point {
        Point(xx * point.x + xy * point.y + x0, yx * point.x + yy * point.y + y0)
    }
}
