import Drawing

/// A smooth curve through points: each piece is a cubic whose slope at a point is that of the line between the
/// point's neighbours (E. Catmull and R. Rom, 1974).
enum Spline {
    /// Places along the curve, `steps` for each piece, first and last point included.
    static func through(_ points: [Point], steps: Int) -> [Point] {
        guard points.count > 2 else { return points }
        var places: [Point] = []
        for piece in 0..<(points.count - 1) {
            let before = points[max(0, piece - 1)]
            let start = points[piece]
            let end = points[piece + 1]
            let after = points[min(points.count - 1, piece + 2)]
            for step in 0..<steps {
                let t = Double(step) / Double(steps)
                let bend = (start - end) * 3 + after - before
                let turn = before * 2 - start * 5 + end * 4 - after
                places.append(start + ((end - before) + (turn + bend * t) * t) * (t / 2))
            }
        }
        return places + points.suffix(1)
    }
}
