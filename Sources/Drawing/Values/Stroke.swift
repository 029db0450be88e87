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

    /// The line so many times as thick, its dashes as many times as long.
    func scaled(by factor: Double) -> Stroke {
        factor == 1
            ? self : Stroke(width: width * factor, cap: cap, join: join, dash: dash.map { $0 * factor })
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
