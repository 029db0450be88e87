import Drawing
import Tensors

/// What is worn above: T-shirt, pullover, coat, shirt, dress. They share a cut and differ in its measures.
extension Garment {
    /// The measures of a top, half widths counted from the middle.
    private struct Cut {
        var shoulder, chest, waist, hem: Double
        var top, armpit, bottom: Double
        /// From 0, none, to 1, down to the hem.
        var sleeve: Double
        var neckWidth, neckDepth: Double
    }

    private init(_ cut: Cut, _ stream: inout RandomStream) {
        let waistLine = cut.armpit + 0.45 * (cut.bottom - cut.armpit)
        add(
            Self.mirrored([
                Point(0, cut.top + cut.neckDepth), Point(cut.neckWidth * 0.7, cut.top + cut.neckDepth * 0.6),
                Point(cut.neckWidth, cut.top), Point(cut.shoulder, cut.top + 1.6), Point(cut.chest, cut.armpit),
                Point(cut.waist, waistLine), Point(cut.hem, cut.bottom), Point(0, cut.bottom + 0.3),
            ]))
        guard cut.sleeve > 0 else { return }
        let wide = stream.between(3.1, 4.3)
        let lean = (1.2 - cut.sleeve) * stream.between(2.2, 3.6)
        let length = 4 + cut.sleeve * (cut.bottom - cut.top - 6)
        for side in [-1.0, 1] {
            let swing = stream.between(-0.5, 0.5)
            let end = Point(cut.shoulder + lean + 1 + swing + 1.4 * cut.sleeve, cut.top + 1.6 + length)
            let sleeve = [
                Point(cut.shoulder - 0.6, cut.top + 1.3), Point(cut.shoulder + 1.1, cut.top + 2.9), end,
                Point(end.x - wide * (1 - 0.3 * cut.sleeve), end.y + 0.9 * (1 - cut.sleeve)),
                Point(cut.chest - 0.3, cut.armpit + 0.8),
            ]
            add(Path(sleeve.map { Point(14 + side * $0.x, $0.y) }, closed: true), tone: stream.between(0.88, 1))
            line(
                [Point(14 + side * (cut.shoulder - 0.5), cut.top + 2), Point(14 + side * cut.chest, cut.armpit + 0.6)],
                tone: 0.72, width: 0.6)
            if cut.sleeve > 0.6 {
                line(
                    [Point(14 + side * cut.chest, cut.armpit + 0.6), Point(14 + side * (cut.hem + 0.3), end.y - 0.5)],
                    tone: 0.25, width: stream.between(0.4, 1.1))
            }
        }
    }

    /// A T-shirt: short sleeves, at times long or none, a round neck, often a print.
    static func tShirt(_ stream: inout RandomStream) -> Garment {
        let chest = stream.between(6, 7.8)
        var garment = Garment(
            Cut(
                shoulder: chest - stream.between(-0.6, 0.4), chest: chest, waist: chest - stream.between(0, 0.9),
                hem: chest - stream.between(-0.6, 0.4), top: stream.between(0.6, 1.6), armpit: stream.between(8, 9.6),
                bottom: stream.between(25.6, 27.4),
                sleeve: stream.uniform() < 0.12 ? stream.between(0.4, 0.8) : stream.between(0.04, 0.28),
                neckWidth: stream.between(2.4, 4), neckDepth: stream.between(1, 2.8)), &stream)
        if stream.uniform() < 0.35 {
            let print = Rectangle(
                center: Point(14, stream.between(11, 15)),
                size: Size(width: stream.between(3, 8), height: stream.between(2, 7)))
            garment.add(Path(print, cornerRadius: 1.5), tone: stream.between(0.35, 1.5))
        }
        return garment
    }

    /// A pullover: long sleeves down to the hem, a narrow neck, ribs at its ends.
    static func pullover(_ stream: inout RandomStream) -> Garment {
        let chest = stream.between(6, 7.4)
        let bottom = stream.between(25.4, 27.2)
        var garment = Garment(
            Cut(
                shoulder: chest - stream.between(0, 0.8), chest: chest, waist: chest,
                hem: chest - stream.between(-0.4, 0.8),
                top: stream.between(0.8, 2), armpit: stream.between(9, 11), bottom: bottom,
                sleeve: stream.between(0.82, 1), neckWidth: stream.between(2, 3.4), neckDepth: stream.between(0.5, 2.2)),
            &stream)
        garment.line(
            [Point(8, bottom - 1.8), Point(14, bottom - 1.6), Point(20, bottom - 1.8)], tone: 0.78, width: 0.7)
        if stream.uniform() < 0.25 {
            garment.add(
                smooth([
                    Point(10.5, 2.6), Point(14, 0.6), Point(17.5, 2.6), Point(16.5, 5), Point(14, 6.2), Point(11.5, 5),
                ]), tone: 0.82)
        }
        return garment
    }

    /// A coat: long, long sleeves, open in front, with lapels or a zip.
    static func coat(_ stream: inout RandomStream) -> Garment {
        let chest = stream.between(6, 7.2)
        let bottom = stream.between(26.4, 27.6)
        var garment = Garment(
            Cut(
                shoulder: chest - stream.between(0, 0.7), chest: chest, waist: chest - stream.between(0, 0.8),
                hem: chest + stream.between(0, 1.1), top: stream.between(0.6, 1.5), armpit: stream.between(9, 11),
                bottom: bottom, sleeve: stream.between(0.78, 0.98), neckWidth: stream.between(2.2, 3.2),
                neckDepth: stream.between(0.4, 1.4)), &stream)
        let opening = stream.between(-0.4, 0.4) + 14
        if stream.uniform() < 0.88 {
            garment.line(
                [Point(opening, 2), Point(opening, bottom)], tone: stream.between(0.2, 0.8),
                width: stream.between(0.7, 1.5))
        }
        if stream.uniform() < 0.6 {
            let depth = stream.between(6, 11)
            for side in [-1.0, 1] {
                garment.add(
                    Path(
                        [Point(14 + side * 2.4, 1), Point(14 + side * 4.2, 4.6), Point(opening, depth)], closed: true),
                    tone: stream.between(0.72, 1.2))
            }
        }
        if stream.uniform() < 0.5 {
            for side in [-1.0, 1] {
                garment.line([Point(14 + side * 2.4, 17.6), Point(14 + side * 5.4, 18.4)], tone: 0.55, width: 0.8)
            }
        }
        return garment
    }

    /// A shirt: a collar, buttons, sleeves of any length.
    static func shirt(_ stream: inout RandomStream) -> Garment {
        let chest = stream.between(5.6, 7.2)
        let bottom = stream.between(25.6, 27.4)
        var garment = Garment(
            Cut(
                shoulder: chest - stream.between(0, 0.8), chest: chest, waist: chest - stream.between(0, 1.2),
                hem: chest + stream.between(-0.6, 0.6), top: stream.between(0.8, 1.8),
                armpit: stream.between(8.4, 10.4),
                bottom: bottom, sleeve: stream.uniform() < 0.45 ? stream.between(0.06, 0.4) : stream.between(0.6, 0.98),
                neckWidth: stream.between(2, 3), neckDepth: stream.between(0.8, 3.4)), &stream)
        if stream.uniform() < 0.65 {
            for side in [-1.0, 1] {
                garment.add(
                    Path(
                        [
                            Point(14, 3.4), Point(14 + side * 1.6, 0.6), Point(14 + side * 3.2, 2.2),
                            Point(14 + side * 1.7, 4.6),
                        ], closed: true),
                    tone: stream.between(0.8, 1.15))
            }
        }
        if stream.uniform() < 0.6 {
            garment.line(
                [Point(14, 3.5), Point(14, bottom)], tone: 0.7, width: 0.7,
                dash: stream.uniform() < 0.6 ? [1, 1.8] : [])
        }
        if stream.uniform() < 0.3 {
            garment.add(Path(Rectangle(x: 15.6, y: 8.6, width: 2.8, height: 3)), tone: 0.84)
        }
        return garment
    }

    /// A dress: narrow above, waisted, its skirt wider or not.
    static func dress(_ stream: inout RandomStream) -> Garment {
        let chest = stream.between(3.2, 4.6)
        let waist = chest - stream.between(0.2, 1.2)
        let bottom = stream.between(26.6, 27.7)
        let kind = stream.uniform()
        var garment = Garment(
            Cut(
                shoulder: chest - stream.between(0.2, 1.2), chest: chest, waist: waist,
                hem: waist + stream.between(0.6, 5),
                top: stream.between(0.4, 1.2), armpit: stream.between(6, 7.6), bottom: bottom,
                sleeve: kind < 0.5 ? 0 : kind < 0.8 ? stream.between(0.02, 0.2) : stream.between(0.35, 0.6),
                neckWidth: stream.between(1.2, 2.4), neckDepth: stream.between(0.6, 3.2)), &stream)
        if stream.uniform() < 0.6 {
            let y = stream.between(12, 14.5)
            garment.line(
                [Point(14 - waist, y), Point(14, y + 0.4), Point(14 + waist, y)], tone: 0.5,
                width: stream.between(0.6, 1.3))
        }
        for _ in 0..<stream.integer(below: 4) {
            let x = 14 + stream.between(-2.4, 2.4)
            garment.line([Point(14 + (x - 14) * 0.6, 15), Point(x + (x - 14) * 0.7, bottom)], tone: 0.76, width: 0.6)
        }
        return garment
    }
}
