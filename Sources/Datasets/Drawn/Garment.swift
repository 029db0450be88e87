import Drawing

/// A piece of clothing as it lies on a table, in pixels of an image of 28 x 28: pieces of cloth with their own
/// brightness, and lines on top of them.
struct Garment {
    /// Cloth inside an outline; a tone of 1 is as bright as the garment.
    struct Piece {
        let outline: Path
        var tone = 1.0
    }

    /// A seam, a strap, a row of buttons; a tone below 1 is darker than the garment.
    struct Line {
        let path: Path
        let tone: Double
        let width: Double
        var dash: [Double] = []
    }

    var pieces: [Piece] = []
    var lines: [Line] = []

    /// A shape whose right half is the mirror image of its left one.
    ///
    /// - Parameter half: from the top of the middle down the right side to the bottom; `x` counts from the
    ///   middle.
    static func mirrored(_ half: [Point]) -> Path {
        let right = half.map { Point(14 + $0.x, $0.y) }
        let left = half.reversed().map { Point(14 - $0.x, $0.y) }
        return Path(right + left, closed: true)
    }

    /// A smooth closed shape through points.
    static func smooth(_ points: [Point]) -> Path {
        let around = Array(points.suffix(1)) + points + Array(points.prefix(2))
        let places = Spline.through(around, steps: 5)
        return Path(Array(places[5..<(places.count - 6)]), closed: true)
    }

    mutating func add(_ outline: Path, tone: Double = 1) { pieces.append(Piece(outline: outline, tone: tone)) }

    mutating func line(_ points: [Point], tone: Double, width: Double, dash: [Double] = []) {
        lines.append(Line(path: Path(Spline.through(points, steps: 4)), tone: tone, width: width, dash: dash))
    }
}
