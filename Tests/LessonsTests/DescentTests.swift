import Languages
import NeuralNetwork
import TestSupport
import Testing

@testable import Lessons

@Suite("Three ways downhill, and Adam's first step", .limited)
struct DescentTests {
    @Test("the valley's gradient is the slope of its height")
    func gradient() {
        for place: [Float] in [[-9, 2], [3, -1], [0.5, 0.25]] {
            let found = Landscape.gradient(place)
            for axis in 0..<2 {
                var (ahead, behind) = (place, place)
                ahead[axis] += 0.01
                behind[axis] -= 0.01
                let slope = (Landscape.height(ahead) - Landscape.height(behind)) / 0.02
                #expect(abs(slope - found[axis]) < 0.02)
            }
        }
    }

    @Test("all three walks set out from one place and get almost to the bottom")
    func walks() throws {
        let top = Landscape.height(Landscape.start)
        for walk in [Landscape.plain, Landscape.momentum, Landscape.adam] {
            #expect(walk.count == Landscape.steps + 1)
            #expect(walk.first == Landscape.start)
            #expect(try Landscape.height(#require(walk.last)) < top / 500)
        }
    }

    @Test("the lines of equal height lie where the walks are drawn: from -10 to 4 across, from -3 to 3 up")
    func map() {
        let figure = Landscape.figure([], xName: Localized(same: "x"), yName: Localized(same: "y"))
        #expect(figure.xRange == -10...4 && figure.yRange == -3...3)
        let (rows, columns) = (figure.heights.count, figure.heights[0].count)
        for (row, column) in [(0, 0), (rows - 1, columns - 1), (rows / 3, columns / 4)] {
            let x = -10 + 14 * Double(column) / Double(columns - 1)
            let y = -3 + 6 * Double(row) / Double(rows - 1)
            let height = Double(Landscape.height([Float(x), Float(y)]))
            #expect(abs(figure.heights[row][column] - height) < 1e-3, "\(x), \(y)")
        }
    }

    @Test("in this simple bowl plain descent ends lowest, as the page says")
    func lowest() throws {
        let ends = try [Landscape.plain, Landscape.momentum, Landscape.adam].map {
            try Landscape.height(#require($0.last))
        }
        #expect(ends[0] < ends[1] && ends[0] < ends[2])
    }

    @Test("the program's Adam lags behind the formula in the first step where the gradient is small")
    func firstStep() {
        let moves = Descent.firstMoves(of: [0.2, 0.0002], 0.9, 0.999, 0.001, 1e-7)
        // rate g / (g + epsilon / sqrt(1 - beta2)), where the formula has rate g / (g + epsilon).
        #expect(abs(moves[0] - 0.001 * 0.2 / (0.2 + 3.16228e-6)) < 2e-9)
        #expect(abs(moves[1] - 0.001 * 0.0002 / (0.0002 + 3.16228e-6)) < 2e-9)
    }

    @Test("what the caption says of the walks is so: bounces, overshoots, and a walk as fast along as across")
    func caption() {
        let bounces = zip(Landscape.plain, Landscape.plain.dropFirst()).prefix(8).count { $0[1] * $1[1] < 0 }
        #expect(bounces == 8)
        #expect(Landscape.momentum.contains { $0[0] > 0.1 })
        let first = zip(Landscape.adam[1], Landscape.adam[0]).map { abs($0 - $1) }
        #expect(abs(first[0] - first[1]) < 1e-3)
    }
}
