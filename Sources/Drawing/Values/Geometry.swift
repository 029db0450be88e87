/// A place on a canvas: `x` to the right, `y` downwards, in points unless a transform says otherwise.
public struct Point: Hashable, Sendable {
    /// How far right.
    public var x: Double
    /// How far down.
    public var y: Double

    /// A place `x` to the right and `y` down.
    public init(x: Double, y: Double) {
        self.x = x
        self.y = y
    }

    /// A place `x` to the right and `y` down.
    public init(_ x: Double, _ y: Double) { self.init(x: x, y: y) }

    /// The upper left corner of a page.
    public static let zero = Point(0, 0)

    /// Both places' distances from the origin added up.
    public static func + (left: Point, right: Point) -> Point { Point(left.x + right.x, left.y + right.y) }
    /// The way from the right place to the left one.
    public static func - (left: Point, right: Point) -> Point { Point(left.x - right.x, left.y - right.y) }
    /// The place `factor` times as far from the origin.
    public static func * (left: Point, factor: Double) -> Point { Point(left.x * factor, left.y * factor) }

    /// The place at `share` of the way from `start` to `end`.
    public static func between(_ start: Point, _ end: Point, share: Double) -> Point {
        start + (end - start) * share
    }
}

/// A width and a height.
public struct Size: Hashable, Sendable {
    /// From left to right.
    public var width: Double
    /// From top to bottom.
    public var height: Double

    /// A width and a height.
    public init(width: Double, height: Double) {
        self.width = width
        self.height = height
    }

    /// No room at all.
    public static let zero = Size(width: 0, height: 0)
}

/// A rectangle with sides along the axes, given by its upper left corner and its size.
public struct Rectangle: Hashable, Sendable {
    /// Where the left side is.
    public var x: Double
    /// Where the upper side is.
    public var y: Double
    /// From the left side to the right one.
    public var width: Double
    /// From the upper side to the lower one.
    public var height: Double

    /// A rectangle with its upper left corner at (`x`, `y`).
    public init(x: Double, y: Double, width: Double, height: Double) {
        self.x = x
        self.y = y
        self.width = width
        self.height = height
    }

    /// A rectangle of a size about a point.
    public init(center: Point, size: Size) {
        self.init(
            x: center.x - size.width / 2, y: center.y - size.height / 2, width: size.width, height: size.height)
    }

    /// Where the left side is.
    public var minX: Double { x }
    /// Where the upper side is.
    public var minY: Double { y }
    /// Half way from the left side to the right one.
    public var midX: Double { x + width / 2 }
    /// Half way from the upper side to the lower one.
    public var midY: Double { y + height / 2 }
    /// Where the right side is.
    public var maxX: Double { x + width }
    /// Where the lower side is.
    public var maxY: Double { y + height }
    /// The width and the height.
    public var size: Size { Size(width: width, height: height) }
    /// The point in the middle.
    public var center: Point { Point(midX, midY) }

    /// The rectangle with `dx` taken off at left and right and `dy` above and below; negative values enlarge.
    public func inset(_ dx: Double, _ dy: Double) -> Rectangle {
        Rectangle(x: x + dx, y: y + dy, width: width - 2 * dx, height: height - 2 * dy)
    }

    /// The rectangle with the same margin taken off on every side; a negative margin enlarges.
    public func inset(_ margin: Double) -> Rectangle { inset(margin, margin) }

    /// The rectangle moved.
    public func moved(x dx: Double = 0, y dy: Double = 0) -> Rectangle {
        Rectangle(x: x + dx, y: y + dy, width: width, height: height)
    }

    /// Whether the two share more than an edge, `tolerance` allowed.
    public func overlaps(_ other: Rectangle, tolerance: Double = 1e-6) -> Bool {
        minX + tolerance < other.maxX && other.minX + tolerance < maxX
            && minY + tolerance < other.maxY && other.minY + tolerance < maxY
    }

    /// Whether `other` lies inside, edges included, `tolerance` allowed.
    public func contains(_ other: Rectangle, tolerance: Double = 1e-6) -> Bool {
        other.minX >= minX - tolerance && other.maxX <= maxX + tolerance
            && other.minY >= minY - tolerance && other.maxY <= maxY + tolerance
    }

    /// The smallest rectangle that holds both.
    public func union(_ other: Rectangle) -> Rectangle {
        let left = min(minX, other.minX)
        let top = min(minY, other.minY)
        return Rectangle(
            x: left, y: top, width: max(maxX, other.maxX) - left, height: max(maxY, other.maxY) - top)
    }
}
