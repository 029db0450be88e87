import Imaging
import Tensors
import TestSupport
import Testing

/// Files that the encoder never writes, made byte by byte.
@Suite("PNG of every kind", .limited)
struct PNGDecodingTests {
    private func gray(_ file: PNGFile) throws -> [Float] { try PNG.decode(file.bytes).channel(.red).pixels }

    @Test("sixteen bits are rounded to eight, not cut")
    func sixteenBits() throws {
        let file = PNGFile(
            width: 4, height: 1, bitDepth: 16, colorType: 0, rows: [0, 0, 0, 0x00, 0x80, 0x7F, 0xFF, 0xFF, 0xFF])
        // 128 / 257 rounds to 0, 32,767 / 257 to 127.
        #expect(try gray(file) == [0, 0, 127, 255])
        let near = PNGFile(width: 1, height: 1, bitDepth: 16, colorType: 0, rows: [0, 0x00, 0x81])
        #expect(try gray(near) == [1])
    }

    @Test(
        "one, two and four bits spread over 0 to 255",
        arguments: [
            (1, [0b0101_0000], [0, 255, 0, 255]), (2, [0b0001_1011], [0, 85, 170, 255]),
            (4, [0x01, 0xEF], [0, 17, 238, 255]),
        ] as [(UInt8, [UInt8], [Float])])
    func fewBits(depth: UInt8, packed: [UInt8], expected: [Float]) throws {
        let file = PNGFile(width: 4, height: 1, bitDepth: depth, colorType: 0, rows: [0] + packed)
        #expect(try gray(file) == expected)
    }

    @Test("grey with opacity, and colour with opacity")
    func opacity() throws {
        let grayAlpha = PNGFile(width: 2, height: 1, bitDepth: 8, colorType: 4, rows: [0, 10, 20, 30, 255])
        #expect(try PNG.decode(grayAlpha.bytes).pixels == [10, 10, 10, 20, 30, 30, 30, 255])
        let rgba16 = PNGFile(width: 1, height: 1, bitDepth: 16, colorType: 6, rows: [0, 1, 1, 2, 2, 3, 3, 4, 4])
        #expect(try PNG.decode(rgba16.bytes).pixels == [1, 2, 3, 4])
    }

    @Test("a palette with opacity, and a colour that is declared invisible")
    func transparency() throws {
        let palette = PNGFile(
            width: 2, height: 1, bitDepth: 8, colorType: 3,
            extra: [("PLTE", [1, 2, 3, 4, 5, 6]), ("tRNS", [77])], rows: [0, 0, 1])
        #expect(try PNG.decode(palette.bytes).pixels == [1, 2, 3, 77, 4, 5, 6, 255])
        let keyed = PNGFile(
            width: 2, height: 1, bitDepth: 8, colorType: 2, extra: [("tRNS", [0, 9, 0, 8, 0, 7])],
            rows: [0, 9, 8, 7, 9, 8, 6])
        #expect(try PNG.decode(keyed.bytes).pixels == [9, 8, 7, 0, 9, 8, 6, 255])
        #expect(try PNG.decode(keyed.bytes).flattened().pixels.prefix(4) == [255, 255, 255, 255])
    }

    @Test("interlaced rows come out in order")
    func interlaced() throws {
        // Adam7 of a 2 x 2 picture: pass 1 has the first pixel, pass 6 the second, pass 7 the second row.
        let file = PNGFile(
            width: 2, height: 2, bitDepth: 8, colorType: 0, interlaced: true, rows: [0, 1, 0, 2, 0, 3, 4])
        #expect(try gray(file) == [1, 2, 3, 4])
    }

    @Test(
        "a picture beyond 16,384 a side or 50 megapixels is refused before its pixels are read",
        arguments: [
            (16_385, 1), (1, 16_385), (8_192, 6_401), (1 << 30, 1 << 30), (0x7FFF_FFFF, 0x7FFF_FFFF),
        ])
    func bomb(width: Int, height: Int) {
        let file = PNGFile(width: width, height: height, bitDepth: 1, colorType: 0, rows: [0])
        #expect(throws: PNGError.tooLarge(width: width, height: height)) { try PNG.decode(file.bytes) }
    }

    @Test("a side of zero or of over 2^31 is damage", arguments: [(0, 1), (1, 0), (0x8000_0000, 1)])
    func badSize(width: Int, height: Int) {
        let file = PNGFile(width: width, height: height, bitDepth: 8, colorType: 0, rows: [0, 1])
        let error = caught(PNGError.self) { try PNG.decode(file.bytes) }
        guard case .damaged = error else {
            Issue.record("\(String(describing: error))")
            return
        }
    }

    @Test("comments and profiles of any size are passed over")
    func ancillary() throws {
        let megabytes = [UInt8](repeating: 65, count: 3 << 20)
        let file = PNGFile(
            width: 1, height: 1, bitDepth: 8, colorType: 0,
            extra: [
                ("tEXt", [65, 0] + megabytes), ("iCCP", [65, 0, 0] + PNGFile.stored([1, 2, 3])), ("abCd", megabytes),
            ]
                + Array(repeating: ("tEXt", [65, 0, 66]), count: 500),
            rows: [0, 7])
        #expect(try gray(file) == [7])
    }

    @Test(
        "what is no PNG is told apart from a damaged one",
        arguments: [
            [], [0x89], Array("GIF89a......".utf8), Array("<html></html>".utf8),
        ] as [[UInt8]])
    func notPNG(bytes: [UInt8]) {
        #expect(throws: PNGError.notPNG) { try PNG.decode(bytes) }
    }

    @Test("a file cut at any byte is an error and no trap")
    func truncated() throws {
        let bytes = try PNG.encode(ColorImage(width: 9, height: 9), resolution: 72, text: [("Title", "x")])
        // The last four bytes are a check sum that follows the picture.
        for length in 0..<(bytes.count - 4) {
            #expect(throws: PNGError.self) { try PNG.decode(Array(bytes.prefix(length))) }
        }
    }

    @Test("flipped bits give a picture or an error, never a trap")
    func flippedBits() throws {
        var stream = RandomStream(seed: 11, purpose: .sampling)
        let image = ColorImage(width: 16, height: 16, pixels: (0..<1024).map { UInt8(truncatingIfNeeded: $0 * 7) })
        let valid = try PNG.encode(image)
        var refused = 0
        for _ in 0..<2_000 {
            var bytes = valid
            for _ in 0...stream.integer(below: 3) {
                bytes[8 + stream.integer(below: bytes.count - 8)] ^= UInt8(1 << stream.integer(below: 8))
            }
            do throws(PNGError) {
                let read = try PNG.decode(bytes)
                #expect(read.pixels.count == 4 * read.width * read.height)
            } catch {
                refused += 1
                #expect(!error.description.isEmpty)
            }
        }
        #expect(refused > 1_000)
    }

    @Test("a check sum that disagrees is named")
    func checkSum() throws {
        var bytes = try PNG.encode(GrayImage(width: 3, height: 3))
        bytes[19] ^= 1
        let error = caught(PNGError.self) { try PNG.decode(bytes) }
        #expect(error?.description.contains("CRC") == true)
    }
}
