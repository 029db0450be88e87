import Imaging
import TestSupport
import Testing

@Suite("Pictures from HEIC and AVIF files", .limited, .enabled(if: canDecode(EncodedPicture.HEIF.plain)))
struct HEIFPictureTests {
    /// The middle of each quarter, where no edge is near.
    private static let places = [12, 36].flatMap { row in [16, 48].map { (row, $0) } }

    private func isNear(_ pixel: [Int], _ expected: [Int]) -> Bool {
        zip(pixel, expected).allSatisfy { abs($0 - $1) <= 8 }
    }

    private func pixel(_ picture: SourcePicture, _ row: Int, _ column: Int) -> [Int] {
        picture.numbers.map { $0[row * picture.width + column] }
    }

    @Test("each colour is where it was drawn")
    func plain() throws {
        let picture = try PictureFile.decode(EncodedPicture.HEIF.plain)
        #expect((picture.width, picture.height) == (64, 48))
        for (row, column) in Self.places {
            #expect(isNear(pixel(picture, row, column), EncodedPicture.HEIF.pixel(row, column)))
        }
    }

    @Test("a picture that says how it is to be turned comes out so, once")
    func turned() throws {
        let picture = try PictureFile.decode(EncodedPicture.HEIF.turned)
        #expect((picture.width, picture.height) == (48, 64))
        for (row, column) in Self.places {
            #expect(isNear(pixel(picture, column, 47 - row), EncodedPicture.HEIF.pixel(row, column)))
        }
    }

    @Test("what is invisible is white")
    func opacity() throws {
        let picture = try PictureFile.decode(EncodedPicture.HEIF.opacity)
        #expect(isNear(pixel(picture, 12, 16), EncodedPicture.HEIF.pixel(12, 16)))
        #expect(isNear(pixel(picture, 12, 48), [255, 255, 255]))
    }

    @Test("AVIF is read as well", .enabled(if: canDecode(EncodedPicture.HEIF.avif)))
    func avif() throws {
        let picture = try PictureFile.decode(EncodedPicture.HEIF.avif)
        for (row, column) in Self.places {
            #expect(isNear(pixel(picture, row, column), EncodedPicture.HEIF.pixel(row, column)))
        }
    }

    @Test("a file cut anywhere is an error")
    func truncated() {
        let bytes = EncodedPicture.HEIF.plain
        for length in stride(from: 0, to: bytes.count - 1, by: 3) {
            #expect(throws: PictureError.self) { try PictureFile.decode(Array(bytes.prefix(length))) }
        }
    }

    @Test("a bomb is refused by what it declares")
    func bomb() throws {
        var bytes = EncodedPicture.HEIF.plain
        // The last box with a size is the whole picture's: its name, a version, width and height.
        let start = try #require(bytes.indices.last { bytes[$0...].starts(with: Array("ispe".utf8)) }) + 8
        bytes.replaceSubrange(start..<(start + 8), with: [0, 0, 0x30, 0, 0, 0, 0x30, 0])
        let error = caught(PictureError.self) { try PictureFile.decode(bytes) }
        #expect(error == .tooLarge(width: 0x3000, height: 0x3000), "\(String(describing: error))")
    }
}

/// Whether this machine's libheif has the decoder.
private func canDecode(_ bytes: [UInt8]) -> Bool {
    switch caught(PictureError.self, in: { try PictureFile.decode(bytes) }) {
    case .noLibrary, .unsupported: false
    default: true
    }
}
