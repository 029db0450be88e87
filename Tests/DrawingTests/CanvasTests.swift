import Drawing
import TestSupport
import Testing

@Suite("A canvas", .limited)
struct CanvasTests {
    @Test("keeps for coverage only how much of a pixel is covered")
    func coverage() throws {
        let canvas = try Canvas(coverageWide: 3, high: 2)
        canvas.fill(Rectangle(x: 1, y: 0, width: 1, height: 1), .white)
        canvas.fill(Rectangle(x: 2, y: 1, width: 0.5, height: 1), .black)
        #expect(try canvas.coverage() == [0, 255, 0, 0, 0, 128])
    }

    @Test("is clear again once erased, whatever transform and clip were in force")
    func erase() throws {
        let canvas = try Canvas(coverageWide: 4, high: 4)
        canvas.fill(Rectangle(x: 0, y: 0, width: 4, height: 4), .white)
        canvas.scale(x: 0.5, y: 0.5)
        canvas.clip(to: Path(Rectangle(x: 0, y: 0, width: 1, height: 1)))
        canvas.erase()
        #expect(try canvas.coverage() == [UInt8](repeating: 0, count: 16))
        canvas.fill(Rectangle(x: 3, y: 3, width: 1, height: 1), .white)
        #expect(try canvas.coverage().last == 255)
    }

    @Test("refuses sides that Cairo has no coordinates for", arguments: [(0, 5), (5, -1), (32_768, 1), (1, .max)])
    func sides(width: Int, height: Int) {
        #expect(throws: DrawingError.surfaceSize(width: width, height: height)) {
            try Canvas(pixelsWide: width, high: height)
        }
    }

    @Test("tells when the wrong thing is taken from it")
    func wrongSurface() throws {
        let canvas = try Canvas(pixelsWide: 2, high: 2)
        #expect(throws: DrawingError.self) { try canvas.coverage() }
    }

    @Test("keeps an error of Cairo's until the result is taken")
    func stickyError() throws {
        let canvas = try Canvas(coverageWide: 2, high: 2)
        canvas.scale(x: 0, y: 0)
        canvas.fill(Rectangle(x: 0, y: 0, width: 2, height: 2), .white)
        #expect(throws: DrawingError.self) { try canvas.coverage() }
    }

    @Test("gives the same bytes from several threads at once")
    func threads() async throws {
        let drawings = try await withThrowingTaskGroup(of: [UInt8].self) { group in
            for _ in 0..<8 {
                group.addTask {
                    let canvas = try Canvas(coverageWide: 28, high: 28)
                    var path = Path([Point(4, 20)])
                    path.curve(to: Point(22, 6), control1: Point(2, 2), control2: Point(26, 30))
                    canvas.stroke(path, .white, Stroke(width: 2.5, cap: .round, join: .round))
                    return try canvas.coverage()
                }
            }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(Set(drawings).count == 1)
        #expect(drawings[0].contains(255))
    }
}
