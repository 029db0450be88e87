import Drawing
import Tensors

/// What is worn on the feet, its toe to the left.
extension Garment {
    /// A sneaker: low, laced, on a thick sole.
    static func sneaker(_ stream: inout RandomStream) -> Garment {
        let ground = stream.between(18.6, 21)
        let high = stream.uniform() < 0.14 ? stream.between(10.5, 13) : stream.between(6.6, 9.4)
        let toe = stream.between(3, 4.4)
        var garment = Garment()
        garment.add(
            smooth([
                Point(1.6, ground - 1.6), Point(3, ground - toe), Point(8, ground - toe - 1.4),
                Point(13, ground - 0.8 * high), Point(15.6, ground - high - 0.6), Point(19, ground - high + 1.2),
                Point(23, ground - high + 0.6), Point(25.6, ground - high - 0.4), Point(26.4, ground - 4),
                Point(26, ground - 1.2), Point(14, ground - 0.8),
            ]))
        garment.add(
            Path(Rectangle(x: 1.2, y: ground - 2, width: 25.6, height: stream.between(1.6, 2.6)), cornerRadius: 1),
            tone: stream.between(0.45, 1.6))
        for lace in 0..<3 {
            let x = 9.4 + 2 * Double(lace)
            let y = ground - toe - 1.6 - 0.55 * (high - toe) * Double(lace) / 2
            garment.line([Point(x - 0.8, y + 1.8), Point(x + 1, y)], tone: stream.between(0.4, 1.5), width: 0.8)
        }
        if stream.uniform() < 0.6 {
            garment.line(
                [Point(12, ground - 2.6), Point(16, ground - 3.2), Point(22, ground - 0.62 * high)],
                tone: stream.between(0.35, 1.6), width: stream.between(0.8, 1.6))
        }
        return garment
    }

    /// An ankle boot: a shaft over the ankle, a heel.
    static func ankleBoot(_ stream: inout RandomStream) -> Garment {
        let heel = stream.between(0.6, 4)
        let ground = stream.between(23.6, 26)
        let top = stream.between(3.4, 8.5)
        let sole = ground - heel
        var garment = Garment()
        garment.add(
            smooth([
                Point(1.8, ground - 1.2), Point(3.2, ground - 4.2), Point(8, ground - 6.4), Point(12.6, ground - 9),
                Point(stream.between(12.6, 14.2), (top + ground) / 2 - 2), Point(stream.between(12.4, 14.4), top + 0.4),
                Point(19, top - 0.2), Point(24.6, top), Point(24.8, (top + ground) / 2 - 1), Point(26, sole - 3),
                Point(25.4, sole), Point(17, sole + 0.3), Point(12, ground - 0.8),
            ]))
        let width = stream.between(2, 6.5)
        garment.add(
            Path(
                [
                    Point(26 - width, sole - 0.6), Point(25.8, sole - 0.6), Point(25.4, ground),
                    Point(26.4 - width, ground),
                ], closed: true), tone: stream.between(0.4, 0.9))
        garment.line(
            [Point(1.8, ground - 0.6), Point(10, ground - 0.4), Point(16, sole + 0.3)], tone: stream.between(0.4, 1.3),
            width: 1.2)
        let kind = stream.uniform()
        if kind < 0.35 {
            garment.add(
                Path(
                    [Point(16, top + 1), Point(20.4, top + 1), Point(19.4, ground - 9), Point(17.2, ground - 9)],
                    closed: true), tone: 0.55)
        } else if kind < 0.7 {
            for lace in 0..<4 {
                let y = top + 1.6 + Double(lace) * (ground - top - 9) / 4
                garment.line([Point(13, y + 0.8), Point(16.4, y)], tone: stream.between(0.4, 1.4), width: 0.7)
            }
        } else {
            garment.line(
                [Point(13, ground - 9), Point(19, ground - 7.4), Point(25.6, ground - 9)], tone: 0.6, width: 0.9)
        }
        return garment
    }

    /// A sandal: a sole, flat, on a wedge or on a heel, and straps with nothing between them.
    static func sandal(_ stream: inout RandomStream) -> Garment {
        let kind = stream.uniform()
        let heel = kind < 0.45 ? stream.between(0, 1.2) : stream.between(4, 10)
        let ground = kind < 0.45 ? stream.between(17.5, 20) : stream.between(21, 24.5)
        func sole(_ x: Double) -> Double {
            let rise = min(1, max(0, (x - 9) / 14))
            return ground - 1.4 - heel * rise * rise * (3 - 2 * rise)
        }
        let steps = stride(from: 1.6, through: 26, by: 2.4)
        let upper = steps.map { Point($0, sole($0) - 0.7) }
        var garment = Garment()
        if kind >= 0.45 && kind < 0.72 {
            garment.add(
                Path(upper + [Point(26, ground), Point(2, ground)], closed: true), tone: stream.between(0.6, 1.1))
        } else {
            garment.add(
                Path(upper + steps.reversed().map { Point($0, sole($0) + 0.9) }, closed: true),
                tone: stream.between(0.6, 1.1))
            if heel > 2 {
                garment.add(
                    Path(
                        [Point(23.2, sole(24)), Point(26, sole(26)), Point(25.4, ground), Point(24.2, ground)],
                        closed: true), tone: 0.8)
            }
        }
        let width = stream.between(0.9, 2)
        for _ in 0...stream.integer(below: 3) {
            let x = stream.between(4, 11)
            garment.line(
                [
                    Point(x, sole(x) - 0.4), Point(x + stream.between(1, 2.4), sole(x) - stream.between(3, 5)),
                    Point(x + stream.between(4, 6), sole(x + 5) - 0.4),
                ],
                tone: stream.between(0.7, 1.3), width: width)
        }
        if stream.uniform() < 0.75 {
            let height = stream.between(4.5, 8)
            garment.line(
                [
                    Point(24.6, sole(24.6)), Point(25.2, sole(25) - height * 0.6), Point(22.5, sole(23) - height),
                    Point(18.4, sole(19) - height * 0.8), Point(17, sole(17) - 0.4),
                ], tone: stream.between(0.7, 1.3), width: width)
        }
        return garment
    }
}
