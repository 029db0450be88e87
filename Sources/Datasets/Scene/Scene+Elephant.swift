import Drawing
import Platform

extension Scene {
    private static let hide = Color(0x6c6e82)
    private static let shade = Color(0x4d4f62)
    private static let fold = Color(0x363848)

    /// The elephant, seen from its left side, with a striped cloth on its back.
    static func drawElephant(on canvas: Canvas) {
        canvas.isolated {
            canvas.translate(x: 196, y: 128)
            canvas.scale(x: 0.98, y: 0.98)
            canvas.fill(ellipse(136, 170, 190, 15), Color(0x1d3a1f, alpha: 0.35))
            drawTail(on: canvas)
            drawFarLegs(on: canvas)
            drawBody(on: canvas)
            drawCloth(on: canvas)
            drawTrunkAndTusk(on: canvas)
            drawEar(on: canvas)
            drawFace(on: canvas)
        }
    }

    private static func drawTail(on canvas: Canvas) {
        canvas.fill(
            tapered([Point(208, 58), Point(221, 72), Point(222, 94), Point(226, 108)], from: 6, to: 2.4), shade)
        canvas.fill(outline([Point(225, 104), Point(231, 116), Point(226, 124), Point(221, 115)]), fold)
    }

    private static func leg(_ left: Double, _ right: Double, top: Double, bottom: Double) -> Path {
        var path = Path()
        path.move(to: Point(left - 1, top))
        path.curve(
            to: Point(left, bottom - 8), control1: Point(left + 5, top + 22), control2: Point(left + 4, bottom - 24))
        path.curve(
            to: Point(left + 2, bottom), control1: Point(left - 1.5, bottom - 4), control2: Point(left - 1, bottom))
        path.line(to: Point(right - 1, bottom))
        path.curve(
            to: Point(right, bottom - 8), control1: Point(right + 2, bottom), control2: Point(right + 2, bottom - 4))
        path.curve(
            to: Point(right + 1, top), control1: Point(right - 2, bottom - 24), control2: Point(right - 3, top + 22))
        path.close()
        return path
    }

    private static func drawFarLegs(on canvas: Canvas) {
        canvas.fill(leg(112, 138, top: 110, bottom: 164), fade(0x484a5c, 0x363847, from: 110, to: 164))
        canvas.fill(leg(150, 176, top: 110, bottom: 164), fade(0x484a5c, 0x363847, from: 110, to: 164))
    }

    private static func drawBody(on canvas: Canvas) {
        let body = outline([
            Point(62, 46), Point(84, 22), Point(118, 21), Point(160, 18), Point(196, 34), Point(211, 70),
            Point(207, 108),
            Point(182, 128), Point(140, 133), Point(100, 128), Point(74, 108),
        ])
        let near = [leg(80, 110, top: 104, bottom: 171), leg(174, 206, top: 100, bottom: 171)]
        for path in near { canvas.fill(path, hide) }
        canvas.fill(body, hide)
        canvas.isolated {
            canvas.clip(to: body)
            canvas.fill(
                Path(Rectangle(x: 50, y: 84, width: 180, height: 56)),
                .gradient(
                    from: Point(0, 96), to: Point(0, 136),
                    stops: [GradientStop(0, shade.opacity(0)), GradientStop(1, shade)]))
            canvas.fill(
                Path(Rectangle(x: 50, y: 10, width: 180, height: 40)),
                .gradient(
                    from: Point(0, 16), to: Point(0, 46),
                    stops: [GradientStop(0, Color(0x9395aa)), GradientStop(1, Color(0x9395aa, alpha: 0))]))
        }
        // The legs come out of the shadow of the belly without a seam.
        for path in near {
            canvas.fill(
                path,
                .gradient(
                    from: Point(0, 104), to: Point(0, 171),
                    stops: [
                        GradientStop(0, hide.opacity(0)), GradientStop(0.36, hide), GradientStop(1, Color(0x5c5e72)),
                    ]))
        }
        for foot in [80.0, 174] {
            for nail in 0..<3 {
                canvas.fill(ellipse(foot + 5 + 7 * Double(nail), 167.5, 5.5, 6), Color(0xe4ddd0))
            }
        }
        for (x, y) in [(84.0, 146.0), (85, 152), (178, 146), (179, 152)] {
            var crease = Path()
            crease.move(to: Point(x, y))
            crease.curve(to: Point(x + 17, y + 1), control1: Point(x + 5, y + 4), control2: Point(x + 12, y + 4))
            canvas.stroke(crease, fold.opacity(0.55), width: 1.1)
        }
    }

    private static func drawCloth(on canvas: Canvas) {
        var cloth = Path()
        cloth.move(to: Point(122, 18))
        cloth.curve(to: Point(186, 24), control1: Point(145, 13), control2: Point(170, 15))
        cloth.curve(to: Point(194, 88), control1: Point(192, 44), control2: Point(195, 66))
        cloth.curve(to: Point(120, 90), control1: Point(170, 96), control2: Point(144, 97))
        cloth.curve(to: Point(122, 18), control1: Point(125, 66), control2: Point(125, 40))
        cloth.close()
        for tassel in 0..<9 {
            let x = 123.5 + 8.5 * Double(tassel)
            let y = 92.5 - 0.06 * (x - 157) * (x - 157) / 12
            canvas.fill(
                Path([Point(x - 3.4, y - 2), Point(x + 3.4, y - 2), Point(x, y + 9)], closed: true), Color(0xf2c14e))
        }
        canvas.isolated {
            canvas.clip(to: cloth)
            canvas.fill(
                Path(Rectangle(x: 110, y: 8, width: 100, height: 92)), fade(0xe2593f, 0xb03022, from: 14, to: 94))
            for stripe in 0..<5 {
                let x = 119 + 17 * Double(stripe)
                let path = Path([Point(x, 8), Point(x + 7, 8), Point(x + 9, 100), Point(x + 1, 100)], closed: true)
                canvas.fill(path, Color(0xf7e3b0))
                canvas.fill(
                    Path([Point(x + 2.6, 8), Point(x + 4.6, 8), Point(x + 6.2, 100), Point(x + 4, 100)], closed: true),
                    Color(0x1f7a78))
            }
            canvas.fill(Rectangle(x: 110, y: 80, width: 100, height: 4), Color(0xf2c14e))
            canvas.fill(
                Path(Rectangle(x: 110, y: 8, width: 100, height: 92)),
                .gradient(
                    from: Point(120, 0), to: Point(200, 0),
                    stops: [GradientStop(0, Color.white.opacity(0.1)), GradientStop(1, Color(0x2a1a2a, alpha: 0.28))]))
        }
        canvas.stroke(cloth, Color(0xf7e3b0), width: 2)
    }

    private static func drawTrunkAndTusk(on canvas: Canvas) {
        let head = outline([
            Point(36, 62), Point(40, 36), Point(62, 20), Point(88, 26), Point(100, 54), Point(92, 88), Point(70, 104),
            Point(50, 98), Point(40, 82),
        ])
        canvas.fill(head, fade(0x83859a, 0x606277, from: 20, to: 104))
        canvas.fill(
            outline([Point(50, 92), Point(66, 95), Point(62, 104), Point(53, 107), Point(46, 101)]), Color(0x525467))
        canvas.fill(
            tapered([Point(58, 88), Point(50, 104), Point(34, 113), Point(18, 111)], from: 9, to: 1),
            fade(0xfffaf0, 0xdccfae, from: 92, to: 116))
        let spine = [Point(54, 60), Point(38, 86), Point(16, 102), Point(-10, 98), Point(-22, 76), Point(-16, 56)]
        canvas.fill(tapered(spine, from: 36, to: 10), fade(0x7a7c91, 0x5a5c70, from: 52, to: 112))
        canvas.fill(ellipse(-15.4, 55.5, 11, 7), shade)
        let places = Spline.through(spine, steps: 6)
        for index in stride(from: 7, to: places.count - 3, by: 2) {
            let share = Double(index) / Double(places.count - 1)
            let along = places[index + 1] - places[index - 1]
            let length = (along.x * along.x + along.y * along.y).squareRoot()
            let across = Point(-along.y, along.x) * ((18 - 13 * share) * 0.8 / length)
            var crease = Path()
            crease.move(to: places[index] - across * 0.2)
            crease.curve(
                to: places[index] + across, control1: places[index] + across * 0.2 + along * 0.12,
                control2: places[index] + across * 0.7 + along * 0.16)
            canvas.stroke(crease, fold.opacity(0.6), width: 1)
        }
    }

    private static func drawEar(on canvas: Canvas) {
        let ear = outline([
            Point(78, 34), Point(98, 24), Point(122, 34), Point(130, 60), Point(122, 88), Point(106, 106),
            Point(94, 96),
            Point(84, 78), Point(78, 56),
        ])
        canvas.isolated {
            canvas.translate(x: 3, y: 3.5)
            canvas.fill(ear, Color(0x3d3f50, alpha: 0.35))
        }
        canvas.fill(ear, fade(0x7f8196, 0x565869, from: 24, to: 106))
        canvas.isolated {
            canvas.translate(x: 104, y: 62)
            canvas.scale(x: 0.72, y: 0.74)
            canvas.translate(x: -104, y: -62)
            canvas.fill(ear, fade(0xd39c96, 0x94707c, from: 24, to: 106))
        }
        canvas.stroke(ear, fold.opacity(0.8), width: 1.3)
    }

    private static func drawFace(on canvas: Canvas) {
        canvas.fill(ellipse(57, 56, 11, 9.4), Color(0xf6f3ec))
        canvas.fill(circle(55.6, 56.6, 3.7), Color(0x2a1c14))
        canvas.fill(circle(54.4, 55.2, 1.2), .white)
        var lid = Path()
        lid.move(to: Point(50.5, 54))
        lid.curve(to: Point(64, 54.5), control1: Point(53, 48.5), control2: Point(61, 48.5))
        canvas.stroke(lid, fold, Stroke(width: 1.8, cap: .round))
        for offset in [0.0, 3.6] {
            var wrinkle = Path()
            wrinkle.move(to: Point(51 + offset, 44 - offset))
            wrinkle.curve(
                to: Point(63 + offset, 43 - offset), control1: Point(54 + offset, 40.5 - offset),
                control2: Point(60 + offset, 40.5 - offset))
            canvas.stroke(wrinkle, fold.opacity(0.6), Stroke(width: 1, cap: .round))
        }
    }
}
