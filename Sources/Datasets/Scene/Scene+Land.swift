import Drawing
import Elementary
import Tensors

extension Scene {
    /// Three ranges of hills, the farther the paler.
    static func drawHills(on canvas: Canvas) {
        let mountains = Path(
            [
                Point(0, 190), Point(34, 150), Point(62, 172), Point(108, 118), Point(150, 165), Point(186, 140),
                Point(236, 182), Point(480, 196), Point(480, 240), Point(0, 240),
            ], closed: true)
        canvas.fill(mountains, fade(0x8fa9c4, 0xc3d0d6, from: 118, to: 200))
        for (left, top, right) in [
            (Point(94, 134), Point(108, 118), Point(123, 135)), (Point(25, 161), Point(34, 150), Point(44, 158)),
        ] {
            canvas.fill(Path([left, top, right], closed: true), Color(0xf4f7f9))
        }
        canvas.fill(hill(from: 186, crest: 148, at: 330, to: 178), fade(0xb9d6a4, 0x97c286, from: 150, to: 230))
        canvas.fill(hill(from: 176, crest: 206, at: 250, to: 186), fade(0x9bc981, 0x78ae66, from: 176, to: 250))
    }

    private static func hill(from left: Double, crest: Double, at middle: Double, to right: Double) -> Path {
        var path = Path()
        path.move(to: Point(0, left))
        path.curve(to: Point(middle, crest), control1: Point(middle * 0.4, left), control2: Point(middle * 0.6, crest))
        path.curve(
            to: Point(480, right), control1: Point(middle + (480 - middle) * 0.4, crest),
            control2: Point(middle + (480 - middle) * 0.6, right))
        path.line(to: Point(480, 320))
        path.line(to: Point(0, 320))
        path.close()
        return path
    }

    /// The meadow in front, with a path that winds up to the house, and blades of grass.
    static func drawMeadow(on canvas: Canvas) {
        canvas.fill(hill(from: 232, crest: 240, at: 260, to: 228), fade(0xa6d981, 0x4b8d45, from: 226, to: 320))
        var way = Path()
        way.move(to: Point(92, 234))
        way.curve(to: Point(44, 320), control1: Point(120, 262), control2: Point(24, 272))
        way.line(to: Point(150, 320))
        way.curve(to: Point(106, 235), control1: Point(96, 280), control2: Point(152, 262))
        way.close()
        canvas.fill(way, fade(0xf0deb4, 0xd2b277, from: 234, to: 320))
        var stream = RandomStream(seed: 1, purpose: .sampling)
        for _ in 0..<420 {
            let depth = stream.between(0, 1)
            let place = Point(stream.between(-4, 484), 243 + 77 * depth)
            guard !(place.x > 30 && place.x < 150 && place.x < 150 + 40 * (depth - 1)) else { continue }
            let height = 3 + 7 * depth
            let lean = stream.between(-0.5, 0.5) * height
            let blade = tapered(
                [place, place + Point(lean * 0.3, -height * 0.6), place + Point(lean, -height)],
                from: 0.8 + depth, to: 0.2)
            let color = stream.uniform() < 0.5 ? Color(0x2f6b35, alpha: 0.7) : Color(0xb5dc86, alpha: 0.7)
            canvas.fill(blade, color)
        }
    }

    /// A tree with a knotted trunk and apples.
    static func drawTree(on canvas: Canvas) {
        let bark = fade(0x7a5230, 0x4f331d, from: 150, to: 240)
        canvas.fill(
            tapered([Point(452, 242), Point(449, 210), Point(453, 176), Point(450, 150)], from: 22, to: 11), bark)
        canvas.fill(tapered([Point(451, 192), Point(437, 174), Point(424, 166)], from: 8, to: 3), bark)
        for offset in [-4.0, 0.5, 5] {
            let line = Path([Point(450 + offset, 236), Point(449 + offset * 0.8, 212), Point(452 + offset * 0.6, 186)])
            canvas.stroke(line, Color(0x3c2615, alpha: 0.6), width: 1)
        }
        let crown: [(Double, Double, Double)] = [
            (420, 150, 22), (480, 148, 24), (436, 126, 24), (466, 120, 25), (450, 146, 28),
        ]
        for (x, y, radius) in crown { canvas.fill(circle(x, y + 3, radius), Color(0x2c5f2d)) }
        for (x, y, radius) in crown {
            canvas.fill(circle(x, y, radius - 2), fade(0x6aa84f, 0x35762f, from: y - radius, to: y + radius))
        }
        for (x, y) in [(428.0, 142.0), (446, 124), (464, 142), (440, 158), (471, 118), (455, 163)] {
            canvas.fill(circle(x, y, 4.6), Color(0xc0282d))
            canvas.fill(circle(x - 1.4, y - 1.5, 1.3), Color(0xf6b3a6))
        }
    }

    /// Pickets and two rails, in front of the tree.
    static func drawFence(on canvas: Canvas) {
        for y in [205.0, 222] {
            canvas.fill(Rectangle(x: 318, y: y, width: 162, height: 4.5), Color(0xe5dccb))
            canvas.fill(Rectangle(x: 318, y: y + 3.4, width: 162, height: 1.4), Color(0xa99c86))
        }
        for picket in 0..<12 {
            let x = 322 + 14 * Double(picket)
            let shape = [Point(x, 238), Point(x, 199), Point(x + 3.5, 193), Point(x + 7, 199), Point(x + 7, 238)]
            canvas.fill(Path(shape, closed: true), Color(0xf8f3e8))
            canvas.fill(Rectangle(x: x + 5.4, y: 199, width: 1.6, height: 39), Color(0xc9bda8))
        }
    }

    /// Flowers and a striped ball in the foreground.
    static func drawFlowers(on canvas: Canvas) {
        let flowers: [(Double, Double, UInt32)] = [
            (14, 292, 0xe84a5f), (176, 304, 0xf9c74f), (200, 292, 0xf5f3ff), (24, 258, 0xf5f3ff), (404, 306, 0xe84a5f),
            (436, 290, 0xf9c74f), (462, 308, 0xf5f3ff), (428, 268, 0xb388eb), (466, 262, 0xe84a5f),
            (186, 262, 0xb388eb),
        ]
        for (x, y, color) in flowers {
            canvas.fill(
                tapered([Point(x, y), Point(x + 1, y + 7), Point(x, y + 14)], from: 1.6, to: 1.6), Color(0x2f6b35))
            for petal in 0..<5 {
                let angle = Double(petal) * 2 * .pi / 5 - .pi / 2
                canvas.fill(circle(x + 3.6 * .cos(angle), y + 3.6 * .sin(angle), 2.9), Color(color))
            }
            canvas.fill(circle(x, y, 2.3), Color(0x7a4b12))
        }
    }
}
