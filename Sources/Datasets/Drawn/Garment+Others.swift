import Drawing
import Tensors

/// Trousers and bags.
extension Garment {
    /// Trousers: two legs from one waist.
    static func trouser(_ stream: inout RandomStream) -> Garment {
        let waist = stream.between(3.2, 4.6)
        let hip = waist + stream.between(0.4, 1.3)
        let hem = stream.between(3.6, 6.4)
        let leg = stream.between(2.2, 3.6)
        let crotch = stream.between(7.5, 10.5)
        let bottom = stream.between(26, 27.7)
        var garment = Garment()
        garment.add(
            mirrored([
                Point(0, 0.5), Point(waist, 0.4), Point(hip, crotch - 1.5),
                Point((hip + hem) / 2, (crotch + bottom) / 2),
                Point(hem, bottom), Point(max(0.3, hem - leg), bottom), Point(0.35, crotch),
            ]))
        garment.line([Point(14 - waist, 2), Point(14, 2.3), Point(14 + waist, 2)], tone: 0.74, width: 0.7)
        garment.line([Point(14, 2), Point(14, crotch + 0.5)], tone: 0.66, width: 0.7)
        for side in [-1.0, 1] {
            if stream.uniform() < 0.5 {
                garment.line([Point(14 + side * 2, 2.6), Point(14 + side * (hip - 0.3), 5)], tone: 0.74, width: 0.6)
            }
            if stream.uniform() < 0.5 {
                garment.line(
                    [Point(14 + side * hip * 0.55, crotch), Point(14 + side * (hem - leg / 2), bottom - 1)],
                    tone: stream.between(0.7, 1.25), width: stream.between(0.6, 1.4))
            }
        }
        return garment
    }

    /// A bag: a body with a flap or pockets, under handles or a strap.
    static func bag(_ stream: inout RandomStream) -> Garment {
        let half = stream.between(8, 13)
        let top = stream.between(8, 14.5)
        let bottom = stream.between(22.5, 27)
        let flare = stream.between(-1.6, 1.2)
        var garment = Garment()
        let rise = stream.between(4, min(9, top - 0.5))
        let spread = stream.between(0.35, 0.85) * half
        for layer in 0...stream.integer(below: 2) {
            let shift = 1.3 * Double(layer)
            garment.line(
                [
                    Point(14 - spread + shift, top + 1.5), Point(14 - spread * 0.8 + shift, top - rise * 0.7),
                    Point(14 + shift, top - rise), Point(14 + spread * 0.8 + shift, top - rise * 0.7),
                    Point(14 + spread + shift, top + 1.5),
                ], tone: stream.between(0.6, 1.1), width: stream.between(0.8, 1.9))
        }
        garment.add(
            mirrored([
                Point(0, top), Point(half - flare - 0.8, top), Point(half - flare, top + 0.9),
                Point(half, bottom - 1.2),
                Point(half - 1, bottom), Point(0, bottom + 0.2),
            ]))
        let kind = stream.uniform()
        if kind < 0.45 {
            let depth = top + stream.between(0.3, 0.65) * (bottom - top)
            garment.add(
                mirrored([
                    Point(0, top), Point(half - flare - 0.4, top), Point(half * 0.86, depth - 2),
                    Point(half * 0.5, depth), Point(0, depth + 0.6),
                ]),
                tone: stream.between(0.6, 1.3))
            garment.add(Path(circleAt: Point(14, depth - 0.6), radius: 1), tone: stream.between(0.3, 1.8))
        } else if kind < 0.75 {
            garment.line(
                [Point(14 - half + flare, top + 2.4), Point(14 + half - flare, top + 2.4)], tone: 0.6, width: 0.8)
            garment.add(
                Path(
                    Rectangle(x: 14 - half * 0.6, y: top + 5, width: half * 1.2, height: (bottom - top) * 0.42),
                    cornerRadius: 1), tone: stream.between(0.7, 1.2))
        }
        return garment
    }
}
