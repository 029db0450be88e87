import Imaging
import TestSupport
import Testing

@Suite("Photographs from JPEG files", .limited)
struct JPEGDetailTests {
    private static let width = 40
    /// Waves in three colours, 40 x 30.
    private static let photograph = {
        var pixels: [UInt8] = []
        for row in 0..<30 {
            for column in 0..<width {
                let wave = 128 + 12 * ((row + column) % 10)
                pixels.append(contentsOf: [UInt8(6 * column), UInt8(8 * row), UInt8(wave)])
            }
        }
        return pixels
    }()

    @Test("whatever the sampling of its colours, near what was photographed; progressive as sequential")
    func samplings() throws {
        let encoder = try #require(TurboEncoder())
        for (sampling, distance) in [(TurboEncoder.Sampling.full, 5), (.half, 20), (.quarter, 20), (.upright, 20)] {
            let plain = encoder.file(Self.photograph, .colour, width: Self.width, sampling: sampling)
            let progressive = encoder.file(
                Self.photograph, .colour, width: Self.width, sampling: sampling, isProgressive: true)
            let picture = try PictureFile.decode(plain)
            #expect(try PictureFile.decode(progressive) == picture)
            #expect((picture.width, picture.height) == (40, 30))
            for (channel, numbers) in picture.numbers.enumerated() {
                let distances = numbers.indices.map { abs(numbers[$0] - Int(Self.photograph[3 * $0 + channel])) }
                #expect(distances.reduce(0, +) <= distance * distances.count, "\(sampling)")
            }
        }
    }

    @Test("ink with detail, as the library codes it, is near the ink that went in")
    func ink() throws {
        let encoder = try #require(TurboEncoder())
        var ink: [UInt8] = []
        for pixel in 0..<900 {
            let colour = 30 + pixel % 30 * 6
            ink.append(contentsOf: [UInt8(colour), UInt8(200 - pixel / 9), 90, UInt8(255 - pixel / 18)])
        }
        let picture = try PictureFile.decode(encoder.file(ink, .ink, width: 30, quality: 100))
        for channel in 0..<3 {
            for pixel in 0..<900 {
                let (colour, black) = (Int(ink[4 * pixel + channel]), Int(ink[4 * pixel + 3]))
                #expect(abs(picture.numbers[channel][pixel] - colour * black / 255) <= 40)
            }
        }
    }

    @Test("a file cut at any byte is an error, sequential and progressive", arguments: [false, true])
    func truncated(isProgressive: Bool) throws {
        let encoder = try #require(TurboEncoder())
        let bytes = encoder.file(
            Self.photograph, .colour, width: Self.width, quality: 60, isProgressive: isProgressive)
        #expect(try PictureFile.decode(bytes).width == Self.width)
        for length in 0..<(bytes.count - 2) {
            #expect(throws: PictureError.self) { try PictureFile.decode(Array(bytes.prefix(length))) }
        }
    }

    @Test("zeros before the end, as some cameras write them, do no harm")
    func padded() throws {
        let encoder = try #require(TurboEncoder())
        for isProgressive in [false, true] {
            let bytes = encoder.file(Self.photograph, .colour, width: Self.width, isProgressive: isProgressive)
            let padded = bytes.dropLast(2) + [0, 0, 0, 0xFF, 0xD9]
            #expect(try PictureFile.decode(Array(padded)) == PictureFile.decode(bytes))
            // And what follows the end belongs to somebody else.
            #expect(try PictureFile.decode(bytes + [0xFF, 0xD8, 0xFF]) == PictureFile.decode(bytes))
        }
    }

    @Test("changed bytes give a picture of the declared size or an error, never a trap")
    func changed() throws {
        let encoder = try #require(TurboEncoder())
        for isProgressive in [false, true] {
            let bytes = encoder.file(
                Self.photograph, .colour, width: Self.width, quality: 50, isProgressive: isProgressive)
            for index in stride(from: 2, to: bytes.count, by: 1) {
                var changed = bytes
                changed[index] ^= UInt8(1 << (index % 8))
                if let picture = try? PictureFile.decode(changed) {
                    #expect(picture.numbers.allSatisfy { $0.count == picture.width * picture.height })
                }
            }
        }
    }
}
