import Drawing
import Elementary

extension Scene {
    /// The sky, the sun with its rays, and two clouds.
    static func drawSky(on canvas: Canvas) {
        canvas.fill(Path(Rectangle(x: 0, y: 0, width: 480, height: 230)), fade(0x4a97c9, 0xfbead0, from: 0, to: 215))
        let sun = Point(408, 60)
        for ring in 0..<12 {
            canvas.fill(Path(circleAt: sun, radius: 90 - 4.6 * Double(ring)), Color(0xfff0b8, alpha: 0.045))
        }
        for ray in 0..<16 {
            let angle = Double(ray) * .pi / 8
            let length = ray.isMultiple(of: 2) ? 54.0 : 46
            let path = Path(
                [
                    sun + Point(.cos(angle - 0.07), .sin(angle - 0.07)) * 36,
                    sun + Point(.cos(angle), .sin(angle)) * length,
                    sun + Point(.cos(angle + 0.07), .sin(angle + 0.07)) * 36,
                ], closed: true)
            canvas.fill(path, Color(0xffdc6b))
        }
        canvas.fill(Path(circleAt: sun, radius: 29), fade(0xfff3b0, 0xffc93c, from: 31, to: 89))
        drawCloud(on: canvas, at: Point(296, 48), size: 0.92)
        drawCloud(on: canvas, at: Point(48, 40), size: 0.72)
    }

    private static func drawCloud(on canvas: Canvas, at place: Point, size: Double) {
        canvas.isolated {
            canvas.translate(x: place.x, y: place.y)
            canvas.scale(x: size, y: size)
            var cloud = Path(Rectangle(x: -46, y: -10, width: 91, height: 26), cornerRadius: 13)
            for (x, y, radius) in [(-15.0, -10.0, 18.0), (13, -13, 17), (27, -5, 13)] {
                cloud.append(circle(x, y, radius))
            }
            canvas.fill(cloud, fade(0xffffff, 0xd3e0ea, from: -8, to: 16))
        }
    }

    /// A balloon with upright stripes, its ropes and its basket.
    static func drawBalloon(on canvas: Canvas, at middle: Point, radius: Double) {
        canvas.isolated {
            canvas.translate(x: middle.x, y: middle.y)
            canvas.scale(x: radius / 34, y: radius / 34)
            for x in [-8.0, -3, 3, 8] {
                canvas.stroke(Path([Point(x * 1.7, 30), Point(x * 0.8, 58)]), Color(0x5b4636), width: 1)
            }
            let envelope = outline([
                Point(0, -36), Point(25, -26), Point(35, 0), Point(24, 25), Point(10, 41), Point(0, 42), Point(-10, 41),
                Point(-24, 25), Point(-35, 0), Point(-25, -26),
            ])
            canvas.isolated {
                canvas.clip(to: envelope)
                canvas.fill(Rectangle(x: -40, y: -40, width: 80, height: 90), Color(0xfdf3df))
                // Gores: seen from the front, the ones at the sides are narrow.
                for (index, color) in [0xd1495b, 0x2e6f95, 0xd1495b, 0x2e6f95, 0xd1495b].enumerated() {
                    let edges = [-36.0, -24, -20, -11.5, -4.6, 4.6, 11.5, 20, 24, 36]
                    let (left, right) = (edges[2 * index], edges[2 * index + 1])
                    canvas.fill(gore(left, right), Color(UInt32(color)))
                }
                canvas.fill(
                    Path(Rectangle(x: -40, y: -40, width: 80, height: 90)),
                    .gradient(
                        from: Point(-30, -20), to: Point(36, 20),
                        stops: [
                            GradientStop(0, Color.white.opacity(0.22)), GradientStop(1, Color(0x23203a, alpha: 0.3)),
                        ]))
            }
            canvas.fill(Path(Rectangle(x: -8, y: 57, width: 16, height: 12), cornerRadius: 2), Color(0x8a5a2b))
            canvas.fill(Rectangle(x: -9, y: 56, width: 18, height: 3), Color(0x5b3a1a))
        }
    }

    /// The strip of a balloon between two places on its waist; both sides meet above and below.
    private static func gore(_ left: Double, _ right: Double) -> Path {
        var path = Path()
        path.move(to: Point(0, -37))
        path.curve(to: Point(left * 0.3, 43), control1: Point(left * 1.32, -30), control2: Point(left * 1.32, 18))
        path.line(to: Point(right * 0.3, 43))
        path.curve(to: Point(0, -37), control1: Point(right * 1.32, 18), control2: Point(right * 1.32, -30))
        path.close()
        return path
    }
}
