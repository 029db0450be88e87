import Foundation
import Imaging
import TestSupport
import Testing

/// `Scripts/test-labs` asks the pages' own Canny for the same edges of the same picture.
@Suite("Canny's edges, as pages find them too", .limited)
struct FrozenEdgeTests {
    private struct Frozen: Decodable {
        let low, high: Float
        let edges: UInt32
    }

    @Test("are those of the record that programs and pages share")
    func frozen() throws {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let record = try Data(contentsOf: root.appending(path: "Scripts/browser/labs/frozen-edges.json"))
        let all = try JSONDecoder().decode([Frozen].self, from: record)
        #expect(all.count == 4)
        for frozen in all {
            let edges = Canny(of: Self.picture, low: frozen.low, high: frozen.high).edges
            #expect(edges.bytes.reduce(2_166_136_261) { ($0 ^ UInt32($1)) &* 16_777_619 } == frozen.edges)
            #expect(edges.pixels.contains(255) == (frozen.high < 600))
        }
    }

    /// Slopes, steps and grain, from whole numbers alone.
    private static let picture = GrayImage(
        rows: (0..<47).map { row in
            (0..<61).map { column in
                let grain = (row * row * 31 + column * column * 17 + row * column * 7) % 23
                return Float((row * 3 + column + (row / 9 + column / 11) % 2 * 90 + grain) % 256)
            }
        })
}
