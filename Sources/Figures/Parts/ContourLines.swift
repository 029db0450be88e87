import Drawing

/// Lines of equal height over a regular grid, found by marching squares: W. E. Lorensen and H. E. Cline's
/// *Marching Cubes* (SIGGRAPH 1987), one dimension lower.
enum ContourLines {
    /// Straight pieces of all lines; a unit is the distance between neighbours, (0, 0) the first height.
    ///
    /// - Parameters:
    ///   - heights: rows of equal length, finite.
    ///   - levels: the heights of the lines.
    static func segments(of heights: [[Double]], at levels: [Double]) -> [(Point, Point)] {
        var result: [(Point, Point)] = []
        for level in levels {
            for row in heights.indices.dropLast() {
                for column in heights[row].indices.dropLast() {
                    result += segments(of: heights, row: row, column: column, at: level)
                }
            }
        }
        return result
    }

    /// The pieces in one square: where the level lies between two corners, the line crosses their side. Two
    /// crossings are one piece; four, at a saddle, are two pieces that keep the middle on its own side.
    private static func segments(
        of heights: [[Double]], row: Int, column: Int, at level: Double
    ) -> [(Point, Point)] {
        let places = [(0, 0), (1, 0), (1, 1), (0, 1)].map { (column + $0.0, row + $0.1) }
        let corners = places.map { heights[$0.1][$0.0] }
        var crossings: [Point] = []
        for side in 0..<4 {
            let (a, b) = (corners[side], corners[(side + 1) % 4])
            guard (a < level) != (b < level) else { continue }
            let (from, to) = (places[side], places[(side + 1) % 4])
            let share = (level - a) / (b - a)
            crossings.append(
                Point(
                    Double(from.0) + share * Double(to.0 - from.0), Double(from.1) + share * Double(to.1 - from.1)))
        }
        if crossings.count == 2 { return [(crossings[0], crossings[1])] }
        guard crossings.count == 4 else { return [] }
        let isMiddleLow = corners.reduce(0, +) / 4 < level
        return (corners[0] < level) == isMiddleLow
            ? [(crossings[0], crossings[1]), (crossings[2], crossings[3])]
            : [(crossings[0], crossings[3]), (crossings[1], crossings[2])]
    }
}
