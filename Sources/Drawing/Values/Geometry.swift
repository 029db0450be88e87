/// A place on a canvas: `x` to the right, `y` downwards, in points unless a transform says otherwise.
public struct Point: Hashable, Sendable {
    public var x: Double
    public var y: Double

    public init(x: Double, y: Double) {
        self.x = x
        self.y = y
    }

    public init(_ x: Double, _ y: Double) { self.init(x: x, y: y) }

    public static let zero = Point(0, 0)

    public static func + (left: Point, right: Point) -> Point { Point(left.x + right.x, left.y + right.y) }
    public static func - (left: Point, right: Point) -> Point { Point(left.x - right.x, left.y - right.y) }
    public static func * (left: Point, factor: Double) -> Point { Point(left.x * factor, left.y * factor) }

    /// The place at `share` of the way from `start` to `end`.
    public static func between(_ start: Point, _ end: Point, share: Double) -> Point {
        start + (end - start) * share
    }
}

/// A width and a height.
public struct Size: Hashable, Sendable {
    public var width: Double
    public var height: Double

    public init(width: Double, height: Double) {
        self.width = width
        self.height = height
    }

    public static let zero = Size(width: 0, height: 0)
}

/// A rectangle with sides along the axes, given by its upper left corner and its size.
public struct Rectangle: Hashable, Sendable {
    public var x: Double
    public var y: Double
    public var width: Double
    public var height: Double

    public init(x: Double, y: Double, width: Double, height: Double) {
        self.x = x
        self.y = y
        self.width = width
        self.height = height
    }

    public init(center: Point, size: Size) {
        self.init(
            x: center.x - size.width / 2, y: center.y - size.height / 2, width: size.width, height: size.height)
    }

    public var minX: Double { x }
    public var minY: Double { y }
    public var midX: Double { x + width / 2 }
    public var midY: Double { y + height / 2 }
    public var maxX: Double { x + width }
    public var maxY: Double { y + height }
    public var size: Size { Size(width: width, height: height) }
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
