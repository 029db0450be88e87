import Imaging
import TestSupport
import Testing

/// Chunks around chunks, as the extended form of a WebP file has them.
private func extended(_ picture: [UInt8], flags: UInt8, after: [(name: String, data: [UInt8])] = []) -> [UInt8] {
    func little(_ value: Int, _ count: Int) -> [UInt8] { (0..<count).map { UInt8(value >> (8 * $0) & 255) } }
    let header = [flags, 0, 0, 0] + little(11, 3) + little(8, 3)
    var body = Array("WEBPVP8X".utf8) + little(10, 4) + header + picture.dropFirst(12)
    for (name, data) in after {
        body += Array(name.utf8) + little(data.count, 4) + data + (data.count % 2 == 1 ? [0] : [])
    }
    return Array("RIFF".utf8) + little(body.count, 4) + body
}

@Suite("Pictures from WebP files", .limited, .enabled(if: PictureFormat.webp.problem == nil))
struct WebPPictureTests {
    private func expected(_ change: (Int, Int, Int) -> Int) -> [[Int]] {
        (0..<3).map { channel in
            (0..<9).flatMap { row in
                (0..<12).map { change(EncodedPicture.WebP.pixel(row, $0)[channel], row, $0) }
            }
        }
    }

    @Test("a lossless file comes out to the last bit, and its opacity over white")
    func lossless() throws {
        #expect(try PictureFile.decode(EncodedPicture.WebP.lossless).numbers == expected { value, _, _ in value })
        let overWhite = expected { value, _, column in
            let opacity = 5 + 20 * column
            return (value * opacity + 255 * (255 - opacity) + 127) / 255
        }
        #expect(try PictureFile.decode(EncodedPicture.WebP.opacity).numbers == overWhite)
    }

    @Test("a lossy file comes out near what went in")
    func lossy() throws {
        let numbers = try PictureFile.decode(EncodedPicture.WebP.lossy).numbers
        let distances = zip(numbers.joined(), expected { value, _, _ in value }.joined()).map { abs($0 - $1) }
        #expect(distances.reduce(0, +) < 25 * distances.count)
    }

    @Test("how the camera was held is honoured, whatever stands in front of it", arguments: [1, 3, 6])
    func orientation(number: Int) throws {
        let block = ExifBlock(number, isLittle: true).bytes
        for exif in [block, Array("Exif\0\0".utf8) + block] {
            let picture = try PictureFile.decode(
                extended(EncodedPicture.WebP.lossless, flags: 8, after: [("XMP ", [1, 2, 3]), ("EXIF", exif)]))
            let (row, column) = [1: (0, 0), 3: (8, 11), 6: (8, 0)][number] ?? (0, 0)
            #expect(picture.numbers.map { $0[0] } == EncodedPicture.WebP.pixel(row, column))
            #expect(picture.width == (number == 6 ? 9 : 12))
        }
    }

    @Test("a hostile block of Exif turns nothing", arguments: ExifBlock.hostile)
    func hostile(block: [UInt8]) throws {
        let picture = try PictureFile.decode(
            extended(EncodedPicture.WebP.lossless, flags: 8, after: [("EXIF", block)]))
        #expect(try picture == PictureFile.decode(EncodedPicture.WebP.lossless))
    }

    @Test("an animation is refused with what to do, a bomb by what it declares")
    func refused() {
        let moving = caught(PictureError.self) {
            try PictureFile.decode(extended(EncodedPicture.WebP.lossless, flags: 2))
        }
        #expect(moving?.description.contains("animated; save one of its pictures") == true)
        var bomb = EncodedPicture.WebP.lossless
        for index in 21...23 { bomb[index] = 0xFF }
        bomb[24] |= 0x0F
        #expect(throws: PictureError.tooLarge(width: 16_384, height: 16_384)) { try PictureFile.decode(bomb) }
    }

    @Test("a file cut at any byte, or with a changed one, is an error or a picture")
    func damaged() {
        for bytes in [EncodedPicture.WebP.lossless, EncodedPicture.WebP.lossy] {
            for length in 0..<(bytes.count - 8) {
                #expect(throws: PictureError.self) { try PictureFile.decode(Array(bytes.prefix(length))) }
            }
            for index in bytes.indices {
                var changed = bytes
                changed[index] ^= UInt8(1 << (index % 8))
                if let picture = try? PictureFile.decode(changed) { #expect(picture.width > 0) }
            }
        }
    }
}
