import Imaging
import TestSupport
import Testing

@Suite("Pictures from PNG files", .limited)
struct PNGPictureTests {
    private static let sizes = [(1, 1), (1, 9), (7, 1), (3, 5), (17, 10)]

    @Test("every kind of the standard, plain and interlaced, comes out sample by sample", arguments: RawPNG.Kind.all)
    func kinds(kind: RawPNG.Kind) throws {
        for (width, height) in Self.sizes {
            for hasTransparency in [false, true] {
                let raw = RawPNG(kind: kind, width: width, height: height, hasTransparency: hasTransparency)
                let plain = try PictureFile.decode(raw.file(isInterlaced: false).bytes)
                #expect(try PictureFile.decode(raw.file(isInterlaced: true).bytes) == plain)
                #expect((plain.width, plain.height) == (width, height))
                let expected = raw.expected
                let areEqual = expected.allSatisfy { $0 == expected[0] }
                #expect(plain.numbers == (areEqual ? [expected[0]] : expected))
            }
        }
    }

    @Test("sixteen bits stay sixteen, and eight and fewer are bytes", arguments: RawPNG.Kind.all)
    func depths(kind: RawPNG.Kind) throws {
        let raw = RawPNG(kind: kind, width: 5, height: 4, hasTransparency: false)
        let picture = try PictureFile.decode(raw.file(isInterlaced: false).bytes)
        switch picture.samples {
        case .words: #expect(kind.depth == 16 && picture.white == 65_535)
        case .bytes: #expect(kind.depth < 16 && picture.white == 255)
        }
    }

    @Test("a picture in colour whose colours agree everywhere is one channel")
    func grayInColour() throws {
        let gray = PNGFile(width: 2, height: 1, bitDepth: 8, colorType: 2, rows: [0, 9, 9, 9, 200, 200, 200])
        #expect(try PictureFile.decode(gray.bytes).numbers == [[9, 200]])
        let almost = PNGFile(width: 2, height: 1, bitDepth: 8, colorType: 2, rows: [0, 9, 9, 9, 200, 201, 200])
        #expect(try PictureFile.decode(almost.bytes).numbers == [[9, 200], [9, 201], [9, 200]])
    }

    @Test("the longest sides are read, and a picture of 16,384 rows is whole at its end")
    func longest() throws {
        let tall = PNGFile(
            width: 1, height: 16_384, bitDepth: 1, colorType: 0,
            rows: (0..<16_384).flatMap { [0, $0 % 3 == 0 ? 0x80 : 0] as [UInt8] })
        let picture = try PictureFile.decode(tall.bytes)
        #expect(picture.numbers == [(0..<16_384).map { $0 % 3 == 0 ? 255 : 0 }])
    }

    @Test(
        "a bomb is refused by what it declares, before its pixels are read",
        arguments: [(16_385, 1), (1, 16_385), (8_192, 6_401), (1 << 30, 1 << 30), (0x7FFF_FFFF, 0x7FFF_FFFF)])
    func bomb(width: Int, height: Int) {
        let file = PNGFile(width: width, height: height, bitDepth: 1, colorType: 0, rows: [0])
        #expect(throws: PictureError.tooLarge(width: width, height: height)) { try PictureFile.decode(file.bytes) }
    }

    @Test("a short file that declares 50 megapixels of 16 bits is damaged before memory is taken")
    func shortForItsSize() {
        let file = PNGFile(width: 8_192, height: 6_400, bitDepth: 16, colorType: 6, rows: [0])
        #expect(throws: PictureError.damaged(.png, reason: "the file is too short for its pixels")) {
            try PictureFile.decode(file.bytes)
        }
    }

    @Test("a file cut at any byte is an error", arguments: [false, true])
    func truncated(isInterlaced: Bool) {
        let kind = RawPNG.Kind(colorType: 6, depth: 16)
        let bytes = RawPNG(kind: kind, width: 9, height: 7, hasTransparency: true).file(isInterlaced: isInterlaced)
            .bytes
        for length in 0..<(bytes.count - 4) {
            #expect(throws: PictureError.self) { try PictureFile.decode(Array(bytes.prefix(length))) }
        }
    }

    @Test("a PNG whose line ends were changed on the way is told from other kinds")
    func asText() {
        let bytes = PNGFile(width: 1, height: 1, bitDepth: 8, colorType: 0, rows: [0, 7]).bytes
        let changed = bytes.prefix(4) + [0x0A] + bytes.dropFirst(6)
        let error = caught(PictureError.self) { try PictureFile.decode(Array(changed)) }
        #expect(error?.description.contains("a transfer as text; copy it again") == true)
    }
}
