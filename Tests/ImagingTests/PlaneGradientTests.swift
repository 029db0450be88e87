import Foundation
import Imaging
import TestSupport
import Testing

@Suite("Gradients and edges of planes", .limited)
struct PlaneGradientTests {
    @Test("whole numbers: the bits of the plain gradient, and its angle", arguments: Border.allCases)
    func wholeNumbers(border: Border) {
        var fast = PlaneGradient()
        for (width, height) in PlaneCase.sizes {
            let image = GrayImage(width: width, height: height, bytes: PlaneCase.bytes(width, height))
            let plain = Gradient(of: image, border: border)
            fast.overwrite(with: Plane<Float>(image), border: border, threads: 2)
            #expect(GrayImage(fast.horizontal) == plain.horizontal, "\(width) x \(height)")
            #expect(GrayImage(fast.vertical) == plain.vertical, "\(width) x \(height)")
            #expect(GrayImage(fast.magnitude) == plain.magnitude, "\(width) x \(height)")
            let isNear = zip(fast.angle.samples, plain.angle.pixels).allSatisfy { abs($0 - $1) <= 0x1p-21 }
            #expect(isNear, "\(width) x \(height)")
        }
    }

    @Test("other numbers: within nine taps' rounding", arguments: Border.allCases)
    func floats(border: Border) {
        let image = PlaneCase.picture(133, 21)
        let fast = PlaneGradient(of: Plane<Float>(image), border: border, threads: 3)
        let padded = PlaneCase.padded(image, for: .sobelX, border)
        let isWithin = (0..<fast.horizontal.height).allSatisfy { row in
            (0..<fast.horizontal.width).allSatisfy { column in
                [(fast.horizontal, Kernel.sobelX), (fast.vertical, .sobelY)].allSatisfy { plane, kernel in
                    let (sum, magnitudes) = PlaneCase.sums(padded, kernel, row: row, column: column)
                    return abs(Double(plane[row, column]) - sum) <= 9 * 0x1p-23 * magnitudes
                }
            }
        }
        #expect(isWithin)
    }

    @Test("the angle in all directions, along the axes and where there is none")
    func angles() {
        // A ramp of that slope to the right and down; each of its inner pixels has one angle.
        for step in 0..<64 {
            let turn = Double(step) / 32 * .pi
            let (right, down) = (Float((1_000 * cos(turn)).rounded()), Float((1_000 * sin(turn)).rounded()))
            let image = GrayImage(
                width: 19, height: 3, pixels: (0..<57).map { Float($0 % 19) * right + Float($0 / 19) * down })
            let angle = PlaneGradient(of: Plane<Float>(image), border: .valid, threads: 1).angle
            let exact = atan2(Double(down), Double(right))
            #expect(angle.samples.allSatisfy { abs(Double($0) - exact) <= 0x1p-21 }, "\(step)")
        }
        let even = PlaneGradient(of: Plane<Float>(width: 5, height: 5, repeating: 9), threads: 1)
        #expect(even.angle.samples.allSatisfy { $0 == 0 })
    }

    @Test("one, two and three threads give the same bits")
    func threads() {
        let plane = Plane<Float>(PlaneCase.picture(133, 150))
        let answers = (1...3).map { threads in
            let gradient = PlaneGradient(of: plane, threads: threads)
            return [gradient.horizontal, gradient.vertical, gradient.magnitude, gradient.angle]
                .map { $0.samples.map(\.bitPattern) }
        }
        #expect(answers[0] == answers[1] && answers[0] == answers[2])
    }

    /// Discs and stripes, soft and hard, with long lines across all bands.
    private func shapes(_ width: Int, _ height: Int) -> [UInt8] {
        (0..<width * height).map { index in
            let (x, y) = (index % width, index / width)
            let disc = (x - 40) * (x - 40) + (y - 50) * (y - 50) < 900 ? 120 : 0
            let stripe = (x + y / 2) % 37 < 9 ? 60 : 0
            return UInt8(30 + disc + stripe + (x * y) % 7)
        }
    }

    @Test("Canny finds the edges of the plain way, pixel for pixel, at any number of threads", arguments: 1...3)
    func canny(threads: Int) {
        var fast = PlaneCanny()
        for (width, height) in PlaneCase.sizes + [(133, 150), (64, 200)] {
            for bytes in [PlaneCase.bytes(width, height), shapes(width, height)] {
                let image = GrayImage(width: width, height: height, bytes: bytes)
                for (low, high) in [(20, 60), (0, 0), (100, 400), (60, 60)] as [(Float, Float)] {
                    let plain = Canny(of: image, low: low, high: high)
                    fast.overwrite(
                        with: Plane(width: width, height: height, samples: bytes), low: low, high: high,
                        threads: threads)
                    #expect(GrayImage(fast.edges) == plain.edges, "\(width) x \(height), \(low) to \(high)")
                }
            }
        }
    }

    @Test("a weak line through all bands hangs on its one strong end")
    func acrossBands() {
        // The step fades downwards: strong at the top alone.
        let (width, height) = (20, 400)
        let bytes = (0..<width * height).map { index -> UInt8 in
            index % width < 10 ? 100 : UInt8(180 - index / width * 70 / height)
        }
        let plane = Plane(width: width, height: height, samples: bytes)
        for threads in 1...3 {
            let edges = PlaneCanny(of: plane, low: 20, high: 200, threads: threads).edges
            #expect((0..<height).allSatisfy { row in (8..<13).contains { edges[row, $0] == 255 } }, "\(threads)")
        }
        let without = PlaneCanny(of: plane, low: 20, high: 2_000, threads: 2).edges
        #expect(without.samples.allSatisfy { $0 == 0 })
    }

    @Test("OpenCV's convention: of two equal crests the earlier, and a threshold has to be exceeded")
    func openCV() {
        let bytes = (0..<160).map { UInt8($0 % 16 < 8 ? 0 : 80) }
        let plane = Plane(width: 16, height: 10, samples: bytes)
        func columns(_ convention: PlaneCanny.Convention, from low: Float) -> Set<Int> {
            let edges = PlaneCanny(
                of: plane, low: low, high: low, smoothing: .identity, convention: convention, threads: 1
            ).edges
            return Set((0..<160).filter { edges[$0 / 16, $0 % 16] == 255 }.map { $0 % 16 })
        }
        #expect(columns(.course, from: 320) == [8] && columns(.openCV, from: 319) == [7])
        #expect(columns(.openCV, from: 320).isEmpty)
    }

    @Test("a picture without pixels has no edges and no gradient")
    func empty() {
        #expect(PlaneCanny(of: Plane(width: 0, height: 3), low: 1, high: 2, threads: 2).edges.samples.isEmpty)
        #expect(PlaneGradient(of: Plane(width: 4, height: 0), threads: 2).angle.samples.isEmpty)
        #expect(PlaneGradient(of: Plane(width: 2, height: 2), border: .valid, threads: 2).angle.samples.isEmpty)
    }
}
