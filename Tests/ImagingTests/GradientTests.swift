import Foundation
import Imaging
import TestSupport
import Testing

@Suite("Gradients and Canny", .limited)
struct GradientTests {
    /// Black on the left, `step` on the right of column 4.
    private func verticalEdge(step: Float = 100) -> GrayImage {
        GrayImage(rows: Array(repeating: (0..<8).map { $0 < 4 ? 0 : step }, count: 8))
    }

    @Test("a vertical edge answers under Sobel x alone, its sign tells the side")
    func vertical() {
        let gradient = Gradient(of: verticalEdge())
        #expect(gradient.horizontal[4, 3] == 400)
        #expect(Gradient(of: verticalEdge(step: -100)).horizontal[4, 3] == -400)
        #expect(gradient.vertical.pixels.allSatisfy { $0 == 0 })
        #expect(gradient.magnitude[4, 3] == 400)
    }

    @Test("the angle knows all four quadrants; brighter below is a quarter turn down")
    func angles() {
        func angle(_ rows: [[Float]]) -> Float { Gradient(of: GrayImage(rows: rows)).angle[1, 1] }
        #expect(angle([[0, 5, 10], [0, 5, 10], [0, 5, 10]]) == 0)
        #expect(abs(angle([[0, 0, 0], [5, 5, 5], [10, 10, 10]]) - .pi / 2) < 1e-6)
        #expect(abs(abs(angle([[10, 5, 0], [10, 5, 0], [10, 5, 0]])) - .pi) < 1e-6)
        #expect(abs(angle([[10, 10, 10], [5, 5, 5], [0, 0, 0]]) + .pi / 2) < 1e-6)
        #expect(abs(angle([[0, 5, 10], [5, 10, 15], [10, 15, 20]]) - .pi / 4) < 1e-6)
        #expect(angle([[3, 3, 3], [3, 3, 3], [3, 3, 3]]) == 0)
    }

    @Test("an inclined edge answers in both directions, and Pythagoras adds them")
    func inclined() {
        let gradient = Gradient(of: GrayImage(rows: (0..<7).map { row in (0..<7).map { row + $0 < 7 ? 0 : 90 } }))
        let (h, v) = (gradient.horizontal[3, 3], gradient.vertical[3, 3])
        #expect(h > 0 && h == v)
        #expect(gradient.magnitude[3, 3] == (h * h + v * v).squareRoot())
    }

    @Test("orientations gather each direction's magnitude in its bin")
    func orientations() {
        let bins = Gradient(of: verticalEdge()).orientations(bins: 8)
        #expect(bins[4] > 0)
        #expect(bins.enumerated().allSatisfy { $0.offset == 4 || $0.element == 0 })
        let leftwards = Gradient(of: verticalEdge(step: -100)).orientations(bins: 8)
        #expect(leftwards[0] > 0 && leftwards[4] == 0)
    }

    @Test("Canny draws a step as one line a pixel wide")
    func cannyThin() {
        let canny = Canny(of: verticalEdge(), low: 50, high: 100)
        for row in canny.edges.rows { #expect(row.filter { $0 == 255 }.count == 1) }
        #expect(canny.edges.pixels.allSatisfy { $0 == 0 || $0 == 255 })
    }

    @Test("thinning keeps only magnitudes that were there, and loses none over all crests")
    func thinned() {
        let canny = Canny(of: verticalEdge(), low: 50, high: 100)
        for (thin, wide) in zip(canny.thinned.pixels, canny.gradient.magnitude.pixels) {
            #expect(thin == 0 || thin == wide)
        }
        #expect(canny.thinned.range?.upperBound == canny.gradient.magnitude.range?.upperBound)
    }

    @Test("a weak line stays where it hangs on a strong one, and goes where it stands alone")
    func hysteresis() {
        // Two vertical edges; the left one fades from strong to weak, the right one is weak throughout.
        let image = GrayImage(
            rows: (0..<20).map { row in
                (0..<24).map { column in
                    if column >= 16 { return 140 }
                    return column >= 8 ? 110 : Float(10 + 4 * row)
                }
            })
        let canny = Canny(of: image, low: 20, high: 200)
        let weak = canny.classified.pixels.filter { $0 == 128 }.count
        #expect(weak > 20)
        #expect(canny.edges.rows.allSatisfy { row in row[4..<12].contains(255) })
        #expect(canny.edges.rows.allSatisfy { row in !row[13...].contains(255) })
    }

    @Test("an even picture, one pixel, and no pixel have no edge", arguments: [(8, 8), (1, 1), (1, 9), (0, 0)])
    func nothing(width: Int, height: Int) {
        let canny = Canny(of: GrayImage(width: width, height: height, repeating: 200), low: 0, high: 0)
        #expect(canny.edges == GrayImage(width: width, height: height))
    }

    @Test("higher thresholds leave a subset of the edges")
    func thresholds() {
        let image = GrayImage(
            width: 40, height: 40,
            pixels: (0..<1600).map { 127 + 120 * sin(Float($0 % 40) / 3) * cos(Float($0 / 40) / 5) })
        let few = Canny(of: image, low: 100, high: 200).edges
        let many = Canny(of: image, low: 40, high: 80).edges
        #expect(few.pixels.count { $0 == 255 } > 20)
        #expect(zip(few.pixels, many.pixels).allSatisfy { $0 <= $1 })
        #expect(few.pixels.reduce(0, +) < many.pixels.reduce(0, +))
    }
}
