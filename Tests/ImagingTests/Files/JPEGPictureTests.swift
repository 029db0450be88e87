import Imaging
import TestSupport
import Testing

@Suite("Pictures from JPEG files", .limited)
struct JPEGPictureTests {
    /// The values of flat blocks, pixel by pixel.
    private func blocks(_ file: JPEGFile, _ component: Int) -> [Int] {
        let (width, height) = file.size ?? (8 * file.columns, 8 * file.rows)
        return (0..<height).flatMap { row in
            (0..<width).map { Int(file.value(component, row / 8, $0 / 8)) }
        }
    }

    @Test("grey comes out to the last bit, sequential and progressive, also where blocks reach beyond the picture")
    func gray() throws {
        for (width, height) in [(24, 16), (17, 9), (1, 1)] {
            var file = JPEGFile(columns: (width + 7) / 8, rows: (height + 7) / 8, size: (width, height))
            for frame in [0xC0, 0xC1, 0xC2] as [UInt8] {
                file.frame = frame
                let picture = try PictureFile.decode(file.bytes)
                #expect((picture.width, picture.height) == (width, height))
                #expect(picture.numbers == [blocks(file, 0)])
            }
        }
    }

    @Test("colours that are kept as they are come out to the last bit")
    func colours() throws {
        let file = JPEGFile(components: 3, adobe: 0)
        #expect(try PictureFile.decode(file.bytes).numbers == (0..<3).map { blocks(file, $0) })
    }

    @Test("brightness and two colour differences become red, green and blue (JFIF 1.02)")
    func differences() throws {
        let values: [(y: Double, cb: Double, cr: Double)] = [(90, 140, 120), (130, 100, 160), (60, 128, 128)]
        let file = JPEGFile(
            columns: 3, rows: 1, components: 3,
            value: { component, _, column in [[90, 140, 120], [130, 100, 160], [60, 128, 128]][column][component] })
        let channels = try PictureFile.decode(file.bytes).numbers
        for (column, value) in values.enumerated() {
            let red = value.y + 1.402 * (value.cr - 128)
            let green = value.y - 0.344136 * (value.cb - 128) - 0.714136 * (value.cr - 128)
            let blue = value.y + 1.772 * (value.cb - 128)
            for (channel, expected) in zip(channels, [red, green, blue]) {
                #expect(abs(Double(channel[8 * column]) - expected) <= 1)
            }
        }
    }

    @Test("a file in colour that has none is one channel")
    func grayInColour() throws {
        let file = JPEGFile(
            components: 3,
            value: { component, row, column in
                component == 0 ? UInt8(50 * row + 10 * column) : 128
            })
        #expect(try PictureFile.decode(file.bytes).numbers == [blocks(file, 0)])
    }

    @Test("ink is what it lets through: counted from its absence by Adobe's programs, from white by others")
    func ink() throws {
        func expected(_ file: JPEGFile, isInverted: Bool) -> [[Int]] {
            (0..<3).map { ink in
                zip(blocks(file, ink), blocks(file, 3)).map { colour, black in
                    isInverted ? (colour * black + 127) / 255 : ((255 - colour) * (255 - black) + 127) / 255
                }
            }
        }
        let adobe = JPEGFile(components: 4, adobe: 0)
        #expect(try PictureFile.decode(adobe.bytes).numbers == expected(adobe, isInverted: true))
        let plain = JPEGFile(components: 4)
        #expect(try PictureFile.decode(plain.bytes).numbers == expected(plain, isInverted: false))
    }

    @Test("ink as brightness and differences: where there are no differences all three colours are the brightness")
    func codedInk() throws {
        let file = JPEGFile(
            components: 4, adobe: 2,
            value: { component, row, column in
                [UInt8(60 * row + 20 * column), 128, 128, 200][component]
            })
        // Brightness 255 is no ink, so the library hands over 255 less it, and the file's black as it is.
        let numbers = try PictureFile.decode(file.bytes).numbers
        #expect(numbers == [blocks(file, 0).map { ((255 - $0) * 200 + 127) / 255 }])
    }

    @Test("a JPEG with each of Exif's eight numbers is read upright", arguments: OrientationTests.upright)
    func orientation(number: Int, rows: [[Int]]) throws {
        let exif = Array("Exif\0\0".utf8) + ExifBlock(number, isLittle: number % 2 == 0).bytes
        let file = JPEGFile(segments: [(0xE1, exif)], value: { _, row, column in UInt8(1 + 3 * row + column) })
        let picture = try PictureFile.decode(file.bytes)
        #expect((picture.width, picture.height) == (8 * rows[0].count, 8 * rows.count))
        let lines = rows.map { row in row.flatMap { [Int](repeating: $0, count: 8) } }
        #expect(picture.numbers == [lines.flatMap { line in [[Int]](repeating: line, count: 8).flatMap(\.self) }])
    }

    @Test("a block of Exif that makes no sense, or another one in its marker, changes nothing")
    func hostileExif() throws {
        let plain = try PictureFile.decode(JPEGFile().bytes)
        for block in ExifBlock.hostile {
            let file = JPEGFile(segments: [(0xE1, Array("Exif\0\0".utf8) + block), (0xE1, Array("http://ns".utf8))])
            #expect(try PictureFile.decode(file.bytes) == plain)
        }
    }
}
