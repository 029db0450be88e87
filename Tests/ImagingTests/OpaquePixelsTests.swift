import Imaging
import TestSupport
import Testing

@Suite("A PNG of pixels that lie in somebody else's memory", .limited)
struct OpaquePixelsTests {
    /// Words in rows with a gap behind each, as drawing libraries align them.
    private func file(_ colors: [[UInt32]], gap: Int) throws -> [UInt8] {
        let width = colors[0].count
        let words = colors.flatMap { $0.map { 0xFF00_0000 | $0 } + Array(repeating: 0xDEAD_BEEF, count: gap) }
        return try words.withUnsafeBufferPointer { buffer in
            let start = try #require(buffer.baseAddress)
            return try PNG.encode(
                OpaquePixels(start, width: width, height: colors.count, wordsPerRow: width + gap), resolution: 200)
        }
    }

    private func picture(_ colors: [[UInt32]]) -> ColorImage {
        let bytes = colors.joined().flatMap { word in
            [UInt8(word >> 16 & 0xFF), UInt8(word >> 8 & 0xFF), UInt8(word & 0xFF), 255]
        }
        return ColorImage(width: colors[0].count, height: colors.count, pixels: bytes)
    }

    private static let samples: [[[UInt32]]] = [
        // One colour; few colours; many greys; 256 colours and one more; more than any palette holds.
        [[0x12_3456]],
        [[0xFF_0000, 0x00_FF00, 0x00_00FF], [0x00_00FF, 0x00_00FF, 0xFF_0000]],
        (0..<16).map { row in (0..<16).map { UInt32(row * 16 + $0) * 0x01_0101 } },
        (0..<16).map { row in (0..<16).map { UInt32(row * 16 + $0) * 0x10 } },
        (0..<257).map { [UInt32($0) * 0x123] },
        (0..<40).map { row in (0..<30).map { UInt32(truncatingIfNeeded: (row * 30 + $0) * 7919) & 0xFF_FFFF } },
    ]

    @Test("holds each pixel's colour, whatever form suits their number", arguments: samples, [0, 5])
    func roundTrip(colors: [[UInt32]], gap: Int) throws {
        #expect(try PNG.decode(file(colors, gap: gap)) == picture(colors))
    }

    @Test("is no larger than one made from a copy of them", arguments: samples)
    func form(colors: [[UInt32]]) throws {
        let copy = try PNG.encode(picture(colors), resolution: 200)
        #expect(try file(colors, gap: 3).count == copy.count)
    }
}
