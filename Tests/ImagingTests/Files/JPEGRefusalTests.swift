import Imaging
import TestSupport
import Testing

@Suite("JPEG files that are refused", .limited)
struct JPEGRefusalTests {
    private func message(_ file: JPEGFile) -> String {
        caught(PictureError.self) { try PictureFile.decode(file.bytes) }?.description ?? "no error"
    }

    @Test("a bomb is refused by what it declares")
    func bombs() {
        for (width, height) in [(16_385, 1), (1, 16_385), (8_192, 6_401), (65_535, 65_535)] {
            #expect(throws: PictureError.tooLarge(width: width, height: height)) {
                try PictureFile.decode(JPEGFile(size: (width, height)).bytes)
            }
        }
        #expect(message(JPEGFile(size: (8_000, 6_000), components: 3)).contains("its pixels end too early"))
    }

    @Test("a side of zero is named")
    func zero() {
        #expect(message(JPEGFile(size: (0, 16))).contains("it has 0 x 16 pixels"))
        #expect(message(JPEGFile(size: (24, 0))).contains("it has 24 x 0 pixels"))
    }

    @Test("a progressive file of 64 scans is read; one more is refused, and ten thousand at once")
    func scans() throws {
        let plain = try PictureFile.decode(JPEGFile().bytes)
        #expect(try PictureFile.decode(JPEGFile(frame: 0xC2, moreScans: 62).bytes) == plain)
        #expect(message(JPEGFile(frame: 0xC2, moreScans: 63)).contains("65 times, more than the 64"))
        #expect(message(JPEGFile(size: (8_000, 6_000), frame: 0xC2, moreScans: 9_998)).contains("10000 times"))
    }

    @Test("forms that are not read are named, and what to do about them")
    func forms() {
        for (file, words) in [
            (JPEGFile(precision: 12), "12 bits a sample"), (JPEGFile(frame: 0xC3), "lossless"),
            (JPEGFile(frame: 0xC5), "hierarchical"), (JPEGFile(components: 2), "2 channels"),
        ] {
            #expect(message(file).contains(words) && message(file).contains("convert it to PNG"), "\(message(file))")
        }
    }

    @Test("a JPEG without a frame, without pixels, or with two sizes is damaged")
    func parts() {
        let bytes = JPEGFile().bytes
        for wrong in [[0xFF, 0xD8], [0xFF, 0xD8, 0xFF, 0xD9], [0xFF, 0xD8, 0xFF, 0xC0], Array(bytes.prefix(120))]
            as [[UInt8]]
        {
            let error = caught(PictureError.self) { try PictureFile.decode(wrong) }
            guard case .damaged(.jpeg, _) = error else {
                Issue.record("\(String(describing: error))")
                continue
            }
        }
    }
}
