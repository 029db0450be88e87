import Elementary

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

    /// The map that moves nothing.
    static let identity = Transform()

    /// The map that does this one first and then `other`.
    func followed(by other: Transform) -> Transform {
        let origin = other.apply(Point(x0, y0))
        return Transform(
            xx: xx * other.xx + yx * other.xy, yx: xx * other.yx + yx * other.yy,
            xy: xy * other.xx + yy * other.xy, yy: xy * other.yx + yy * other.yy, x0: origin.x, y0: origin.y)
    }

    /// How many times as large areas become, below zero for a mirror image.
    var determinant: Double { xx * yy - xy * yx }

    /// The way back; `nil` from a line or a point, or where a number is not finite.
    var inverse: Transform? {
        guard isFinite, determinant != 0, (1 / determinant).isFinite else { return nil }
        if xy == 0, yx == 0 { return Transform(xx: 1 / xx, yy: 1 / yy, x0: -x0 / xx, y0: -y0 / yy) }
        let linear = Transform(
            xx: yy / determinant, yx: -yx / determinant, xy: -xy / determinant, yy: xx / determinant)
        let origin = linear.apply(Point(x0, y0))
        return Transform(
            xx: linear.xx, yx: linear.yx, xy: linear.xy, yy: linear.yy, x0: -origin.x, y0: -origin.y)
    }

    /// Whether all six numbers are finite.
    var isFinite: Bool { (xx + yx + xy + yy + x0 + y0).isFinite }

    /// How many times as long lines become, if that is so in every direction, so that circles stay circles.
    var scale: Double? {
        let (first, second) = (xx * xx + yx * yx, xy * xy + yy * yy)
        let isSimilarity = abs(first - second) <= 1e-9 * first && abs(xx * xy + yx * yy) <= 1e-9 * first
        return isSimilarity && first > 0 ? first.squareRoot() : nil
    }
}
