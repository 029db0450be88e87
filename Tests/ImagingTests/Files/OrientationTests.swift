import Imaging
import TestSupport
import Testing

@Suite("How the camera was held", .limited)
struct OrientationTests {
    /// A picture of three columns and two rows as each number of Exif makes it (CIPA DC-008, 4.6.4): rows of the upright
    /// picture whose file holds 1 2 3 above 4 5 6.
    static let upright: [(number: Int, rows: [[Int]])] = [
        (1, [[1, 2, 3], [4, 5, 6]]), (2, [[3, 2, 1], [6, 5, 4]]), (3, [[6, 5, 4], [3, 2, 1]]),
        (4, [[4, 5, 6], [1, 2, 3]]), (5, [[1, 4], [2, 5], [3, 6]]), (6, [[4, 1], [5, 2], [6, 3]]),
        (7, [[6, 3], [5, 2], [4, 1]]), (8, [[3, 6], [2, 5], [1, 4]]),
    ]

    private func picture(exif: [UInt8]) throws -> SourcePicture {
        try PictureFile.decode(
            PNGFile(
                width: 3, height: 2, bitDepth: 8, colorType: 0, extra: [("eXIf", exif)],
                rows: [0, 1, 2, 3, 0, 4, 5, 6]
            ).bytes)
    }

    @Test("a PNG with each of the eight numbers is read upright, in both orders of bytes", arguments: upright)
    func png(number: Int, rows: [[Int]]) throws {
        for isLittle in [true, false] {
            let picture = try picture(exif: ExifBlock(number, isLittle: isLittle).bytes)
            #expect((picture.width, picture.height) == (rows[0].count, rows.count))
            #expect(picture.numbers == [rows.flatMap(\.self)])
        }
    }

    @Test("a large picture in sixteen bits is turned as a small one", arguments: 1...8)
    func large(number: Int) throws {
        let kind = RawPNG.Kind(colorType: 2, depth: 16)
        let raw = RawPNG(kind: kind, width: 90, height: 70, hasTransparency: false)
        let exif = ExifBlock(number, isLittle: false).bytes
        let picture = try PictureFile.decode(raw.file(isInterlaced: false, before: [("eXIf", exif)]).bytes)
        let (width, height) = (picture.width, picture.height)
        #expect((width, height) == (number < 5 ? (90, 70) : (70, 90)))
        // The small picture's numbers are places: 1 at the file's top left, 3 at its top right, 4 and 6 below.
        let small = try #require(Self.upright.first { $0.number == number }).rows
        let places = [1: (0, 0), 3: (0, 89), 4: (69, 0), 6: (69, 89)]
        for (row, column) in [(0, 0), (0, width - 1), (height - 1, 0), (height - 1, width - 1)] {
            let corner = small[row == 0 ? 0 : small.count - 1][column == 0 ? 0 : small[0].count - 1]
            let (fileRow, fileColumn) = try #require(places[corner])
            for channel in 0..<3 {
                let found = picture.numbers[channel][row * width + column]
                #expect(found == raw.sample(fileRow, fileColumn, channel))
            }
        }
    }

    @Test("a block that makes no sense leaves the picture as it lies", arguments: ExifBlock.hostile)
    func hostile(block: [UInt8]) throws {
        #expect(try picture(exif: block).numbers == [[1, 2, 3, 4, 5, 6]])
    }

    @Test("a block cut at any byte turns nothing, and any changed byte turns it or not, but never traps")
    func cutAndChanged() throws {
        let block = ExifBlock(6, isLittle: true).bytes
        let whole = ExifBlock.length
        for length in 0..<whole {
            #expect(try picture(exif: Array(block.prefix(length))).numbers == [[1, 2, 3, 4, 5, 6]])
        }
        for index in block.indices {
            for value in [0, 1, 0x7F, 0x80, 0xFF] as [UInt8] {
                var changed = block
                changed[index] = value
                #expect(try picture(exif: changed).numbers[0].sorted() == [1, 2, 3, 4, 5, 6])
            }
        }
    }
}
