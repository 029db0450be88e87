import CPNG
import Imaging
import Tensors
import TestSupport
import Testing

@Suite("PNG", .limited)
struct PNGTests {
    /// A picture of the given colours, drawn at random.
    private func picture(_ colors: [ColorImage.Pixel], width: Int = 61, height: Int = 23) -> ColorImage {
        var stream = RandomStream(seed: 3, purpose: .sampling)
        var image = ColorImage(width: width, height: height)
        for row in 0..<height {
            for column in 0..<width { image[row, column] = colors[stream.integer(below: colors.count)] }
        }
        return image
    }

    private func colors(_ count: Int, alpha: UInt8 = 255, gray: Bool = false) -> [ColorImage.Pixel] {
        (0..<count).map { index in
            let value = UInt8(index * 255 / max(1, count - 1))
            return .init(red: value, green: gray ? value : 255 - value, blue: gray ? value : 17, alpha: alpha)
        }
    }

    @Test("every number of colours comes back as it went in", arguments: [1, 2, 3, 4, 5, 16, 17, 255, 256])
    func palettes(count: Int) throws {
        for alpha in [255, 0, 99] as [UInt8] {
            for gray in [false, true] {
                let image = picture(colors(count, alpha: alpha, gray: gray))
                #expect(try PNG.decode(PNG.encode(image)) == image)
            }
        }
    }

    @Test("more than 256 colours, opaque or not, come back as they went in")
    func trueColor() throws {
        var image = picture(colors(256) + colors(256, gray: true))
        #expect(try PNG.decode(PNG.encode(image)) == image)
        image[0, 0].alpha = 3
        #expect(try PNG.decode(PNG.encode(image)) == image)
    }

    @Test(
        "the smallest lossless form is chosen",
        arguments: [
            (2, false, 255, 1, 3), (3, false, 255, 2, 3), (16, false, 255, 4, 3), (17, false, 255, 8, 3),
            (256, true, 255, 8, 0), (2, true, 255, 1, 3), (200, true, 9, 8, 3),
        ] as [(Int, Bool, UInt8, UInt8, UInt8)])
    func form(count: Int, gray: Bool, alpha: UInt8, bitDepth: UInt8, colorType: UInt8) throws {
        let bytes = try PNG.encode(picture(colors(count, alpha: alpha, gray: gray)))
        #expect(bytes[24] == bitDepth)
        #expect(bytes[25] == colorType)
    }

    @Test("a grey picture is clipped, rounded, and read back as grey")
    func grayRoundTrip() throws {
        let image = GrayImage(rows: [[-5, 0, 127.5, 128.4], [254.6, 300, 1, 2]])
        let read = try PNG.decode(PNG.encode(image))
        #expect(read.channel(.red).pixels == [0, 0, 128, 128, 255, 255, 1, 2])
        #expect(read.channel(.red) == read.channel(.blue))
    }

    @Test("the same picture gives the same bytes, and no date")
    func deterministic() throws {
        let image = picture(colors(40))
        let bytes = try PNG.encode(image, resolution: 200, text: [("Title", "Edges")])
        #expect(try PNG.encode(image, resolution: 200, text: [("Title", "Edges")]) == bytes)
        #expect(PNGFile(bytes).chunks.map(\.name) == ["IHDR", "sRGB", "PLTE", "pHYs", "tEXt", "IDAT", "IEND"])
    }

    @Test("200 dots per inch are 7,874 a metre")
    func resolution() throws {
        let bytes = try PNG.encode(GrayImage(width: 1, height: 1), resolution: 200)
        #expect(PNGFile(bytes).data(of: "pHYs") == [0, 0, 0x1E, 0xC2, 0, 0, 0x1E, 0xC2, 1])
        #expect(try PNGFile(PNG.encode(GrayImage(width: 1, height: 1))).data(of: "pHYs") == nil)
    }

    @Test("Latin-1 text is stored plainly, everything else as international text in UTF-8")
    func texts() throws {
        let image = GrayImage(width: 1, height: 1)
        let plain = try PNG.encode(image, text: [("Title", "Núcleos")])
        #expect(PNGFile(plain).data(of: "tEXt") == Array("Title\0N".utf8) + [0xFA] + Array("cleos".utf8))
        let wide = try PNG.encode(image, text: [("Title", "−240 → 象")])
        #expect(PNGFile(wide).data(of: "iTXt") == Array("Title\0\0\0\0\0−240 → 象".utf8))
        let many = try PNG.encode(image, text: [("A", ""), ("B", "two\nlines"), ("C", "tab\there")])
        #expect(
            PNGFile(many).chunks.map(\.name).filter { $0.hasSuffix("Xt") || $0.hasSuffix("XT") || $0 == "tEXt" }.count
                == 3)
        #expect(try PNG.decode(many).width == 1)
    }

    @Test(
        "a text that PNG cannot hold is refused by name",
        arguments: [
            ("", "x"), (String(repeating: "k", count: 80), "x"), ("象", "x"), (" a", "x"), ("a ", "x"), ("a  b", "x"),
            ("a\nb", "x"), ("a", "x\0y"),
        ])
    func badTexts(keyword: String, text: String) {
        let error = caught(PNGError.self) {
            try PNG.encode(GrayImage(width: 1, height: 1), text: [(keyword, text)])
        }
        guard case .badText(keyword, _) = error else {
            Issue.record("\(String(describing: error))")
            return
        }
    }

    @Test("a picture without pixels is refused")
    func empty() {
        #expect(throws: PNGError.cannotWrite(width: 0, height: 4, reason: "it has no pixel")) {
            try PNG.encode(GrayImage(width: 0, height: 4))
        }
        #expect(throws: PNGError.self) { try PNG.encode(ColorImage(width: 3, height: 0)) }
    }
}
