import Drawing
import Imaging

/// The course's own picture: an elephant between a house and a tree, under a striped balloon. It has edges of
/// every direction, straight and round, hard and soft, and colours that the three planes see differently.
public enum Scene {
    /// The picture is drawn on paper of this size.
    static let paper = Size(width: 480, height: 320)

    /// Draws the picture; its height is two thirds of its width.
    ///
    /// - Parameter width: in pixels.
    /// - Throws: `DrawingError.surfaceSize` for a width below 2 or above 32,767.
    public static func image(width: Int = 480) throws(DrawingError) -> ColorImage {
        let height = width.multipliedReportingOverflow(by: 2).partialValue / 3
        let canvas = try Canvas(pixelsWide: width, high: height)
        canvas.scale(x: Double(width) / paper.width, y: Double(height) / paper.height)
        drawSky(on: canvas)
        drawBalloon(on: canvas, at: Point(196, 54), radius: 34)
        drawHills(on: canvas)
        drawHouse(on: canvas)
        drawTree(on: canvas)
        drawFence(on: canvas)
        drawMeadow(on: canvas)
        drawElephant(on: canvas)
        drawFlowers(on: canvas)
        return try canvas.image()
    }
}

extension Scene {
    /// From one colour at `top` to another at `bottom`.
    static func fade(_ upper: UInt32, _ lower: UInt32, from top: Double, to bottom: Double) -> Paint {
        .gradient(
            from: Point(0, top), to: Point(0, bottom),
            stops: [GradientStop(0, Color(upper)), GradientStop(1, Color(lower))])
    }

    /// A smooth line through points that begins `start` wide and ends `end` wide, as a trunk does.
    static func tapered(_ points: [Point], from start: Double, to end: Double) -> Path {
        let places = Spline.through(points, steps: 12)
        var left: [Point] = []
        var right: [Point] = []
        for (index, place) in places.enumerated() {
            let along = places[min(places.count - 1, index + 1)] - places[max(0, index - 1)]
            let length = max((along.x * along.x + along.y * along.y).squareRoot(), 1e-9)
            let share = Double(index) / Double(places.count - 1)
            let half = (start + (end - start) * share) / 2
            let across = Point(-along.y, along.x) * (half / length)
            left.append(place + across)
            right.append(place - across)
        }
        return Path(left + right.reversed(), closed: true)
    }

    /// A closed smooth outline through points.
    static func outline(_ points: [Point]) -> Path {
        let around = Array(points.suffix(2)) + points + Array(points.prefix(2))
        let places = Spline.through(around, steps: 10)
        return Path(Array(places[20..<(places.count - 11)]), closed: true)
    }

    /// A circle.
    static func circle(_ x: Double, _ y: Double, _ radius: Double) -> Path {
        Path(circleAt: Point(x, y), radius: radius)
    }

    /// An ellipse about a middle.
    static func ellipse(_ x: Double, _ y: Double, _ width: Double, _ height: Double) -> Path {
        Path(ellipseIn: Rectangle(center: Point(x, y), size: Size(width: width, height: height)))
    }
}
