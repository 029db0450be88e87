import Drawing
import TestSupport
import Testing

@testable import Figures

@Suite("Lines of equal height", .limited)
struct ContourTests {
    /// Every end of every piece, and the height there.
    private func heightsAtEnds(of heights: [[Double]], at level: Double) -> [Double] {
        ContourLines.segments(of: heights, at: [level]).flatMap { [$0.0, $0.1] }.map { point in
            let (column, row) = (min(Int(point.x), heights[0].count - 2), min(Int(point.y), heights.count - 2))
            let (x, y) = (point.x - Double(column), point.y - Double(row))
            let low = heights[row][column] * (1 - x) + heights[row][column + 1] * x
            let high = heights[row + 1][column] * (1 - x) + heights[row + 1][column + 1] * x
            return low * (1 - y) + high * y
        }
    }

    @Test("a slope is crossed by one straight line where the level is reached")
    func slope() {
        let lines = ContourLines.segments(of: [[0, 1, 2], [0, 1, 2]], at: [0.5])
        #expect(lines.count == 1)
        #expect(lines.allSatisfy { $0.0.x == 0.5 && $0.1.x == 0.5 })
        #expect(Set(lines.flatMap { [$0.0.y, $0.1.y] }) == [0, 1])
    }

    @Test("every end of every piece lies at the level, on a bowl and on a saddle")
    func levels() {
        let places = (0..<9).map { Double($0) - 4 }
        for sign in [1.0, -1.0] {
            let heights = places.map { y in places.map { x in x * x + sign * y * y } }
            for level in [0.5, 3.3, 7.9] {
                let ends = heightsAtEnds(of: heights, at: level)
                #expect(ends.count >= 8)
                #expect(ends.allSatisfy { abs($0 - level) < 1e-9 })
            }
        }
    }

    @Test("at a saddle the middle decides which corners stay together")
    func saddle() {
        // High corners at (0, 0) and (1, 1). A high middle joins them, so each piece cuts a low corner off.
        let joined = ContourLines.segments(of: [[4, 0], [0, 4]], at: [1])
        #expect(joined.count == 2)
        for (start, end) in joined {
            let middle = Point((start.x + end.x) / 2, (start.y + end.y) / 2)
            #expect((middle.x > 0.5) != (middle.y > 0.5))
        }
        let apart = ContourLines.segments(of: [[4, 0], [0, 4]], at: [3])
        #expect(apart.count == 2)
        for (start, end) in apart {
            let middle = Point((start.x + end.x) / 2, (start.y + end.y) / 2)
            #expect((middle.x > 0.5) == (middle.y > 0.5))
        }
    }

    @Test("even ground has no line")
    func flat() { #expect(ContourLines.segments(of: [[1, 1], [1, 1]], at: [0, 1, 2]).isEmpty) }
}
