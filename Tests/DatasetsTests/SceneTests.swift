import Drawing
import Imaging
import TestSupport
import Testing

@testable import Datasets

@Suite("The course's picture", .limited)
struct SceneTests {
    @Test("the same bytes on every run, opaque everywhere")
    func deterministic() throws {
        let scene = try Scene.image()
        #expect(scene.width == 480 && scene.height == 320)
        #expect(try Scene.image() == scene)
        #expect(scene.channel(.alpha).pixels.allSatisfy { $0 == 255 })
    }

    @Test("its edges run in every direction")
    func directions() throws {
        let bins = Gradient(of: try Scene.image().gray).orientations(bins: 24)
        let total = bins.reduce(0, +)
        #expect(bins.allSatisfy { $0 > total / 24 / 6 })
    }

    @Test("its three planes differ, and use most of the range from dark to light")
    func colors() throws {
        let scene = try Scene.image()
        #expect(scene.channel(.red) != scene.channel(.green))
        #expect(scene.channel(.green) != scene.channel(.blue))
        let used = Histogram(of: scene.gray).binned(16).count { $0 > 50 }
        #expect(used >= 13)
    }

    @Test("a large picture is the small one in more detail")
    func scaled() throws {
        let small = try Scene.image(width: 240).gray
        let large = try Scene.image(width: 960).gray.resized(width: 240, height: 160)
        let difference = zip(small.pixels, large.pixels).reduce(Float(0)) { $0 + abs($1.0 - $1.1) } / 38_400
        #expect(difference < 3)
    }

    @Test("its balloon hangs evenly: what joins it to the basket is the same at the left and at the right")
    func balloon() throws {
        // Two pixels to a point; the middle between two pixels.
        let canvas = try Canvas(page: Size(width: 80, height: 120), dpi: 144)
        canvas.paint(.white)
        Scene.drawBalloon(on: canvas, at: Point(40, 40), radius: 34)
        let picture = try canvas.image().gray
        // Below the envelope, whose light comes from the left, and above the basket.
        for row in 2 * (40 + 44)..<2 * (40 + 55) {
            let line = (0..<picture.width).map { picture[row, $0] }
            #expect(line.min() ?? 255 < 200, "row \(row) has ropes")
            #expect(zip(line, line.reversed()).allSatisfy { abs($0 - $1) < 2 }, "row \(row)")
        }
    }

    @Test("a width that no picture can have is an error", arguments: [-1, 0, 1, 40_000, Int.max])
    func badWidth(width: Int) {
        #expect(throws: DrawingError.self) { try Scene.image(width: width) }
    }
}
