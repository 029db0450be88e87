import Tensors
import TestSupport
import Testing

@testable import Imaging

@Suite("Compressed rows", .limited)
struct DeflaterTests {
    /// What libpng makes of a picture that `color` draws.
    private func roundTrips(width: Int, height: Int, _ color: (Int, Int) -> ColorImage.Pixel) throws -> Bool {
        var image = ColorImage(width: width, height: height)
        for row in 0..<height { for column in 0..<width { image[row, column] = color(row, column) } }
        return try PNG.decode(PNG.encode(image)) == image
    }

    private static func pixel(_ word: UInt32) -> ColorImage.Pixel {
        .init(red: UInt8(word & 0xFF), green: UInt8(word >> 8 & 0xFF), blue: UInt8(word >> 16 & 0xFF), alpha: 255)
    }

    @Test("of noise come back as they were, at any width", arguments: [1, 2, 3, 7, 85, 86, 87, 300])
    func noise(width: Int) throws {
        var stream = RandomStream(seed: 5, purpose: .sampling)
        #expect(try roundTrips(width: width, height: 60) { _, _ in Self.pixel(UInt32(stream.integer(below: 1 << 24))) })
    }

    @Test("that repeat come back as they were, at lengths around the longest match", arguments: 250...266)
    func repeated(width: Int) throws {
        // One byte a pixel: the run of zeros that stands for the row is as long as the row.
        let image = GrayImage(width: width, height: 9, pixels: Array(repeating: 7, count: 9 * width))
        #expect(try PNG.decode(PNG.encode(image)).channel(.red) == image)
    }

    @Test("as wide as the farthest match come back as they were", arguments: [8_191, 8_192])
    func wide(width: Int) throws {
        // Four bytes a pixel: 8,192 of them and the filter's byte are more than the 32,768 that a match may reach back.
        var stream = RandomStream(seed: 6, purpose: .sampling)
        let row = (0..<width).map { _ in
            let value = stream.integer(below: 5_000)
            return ColorImage.Pixel(
                red: UInt8(value & 0xFF), green: 9, blue: UInt8(value >> 8), alpha: UInt8(value & 63))
        }
        #expect(
            try roundTrips(width: width, height: 4) { index, column in
                index == 2 ? Self.pixel(9) : row[(column + index / 2 * 13) % width]
            })
    }

    @Test("of more than one block come back as they were, patterns near and far among them")
    func patterns() throws {
        var stream = RandomStream(seed: 7, purpose: .sampling)
        let stamps = (0..<300).map { _ in UInt32(stream.integer(below: 1 << 24)) }
        #expect(
            try roundTrips(width: 400, height: 500) { row, column in
                switch (row / 20 + column / 50) % 4 {
                case 0: Self.pixel(0xFFFFFF)
                case 1: Self.pixel(stamps[(row % 20 * 13 + column % 50) % 300])
                case 2: Self.pixel(UInt32(row) &* 2_654_435_761 >> 8)
                default: Self.pixel(UInt32(row * 400 + column) &* 2_654_435_761 >> 8)
                }
            })
    }

    @Test("of ground with a line on it take next to nothing")
    func small() throws {
        var image = ColorImage(width: 1_300, height: 1_000)
        for row in 0..<1_000 {
            for column in 0..<1_300 { image[row, column] = Self.pixel(row == 500 ? UInt32(column) : 0xF8FCFD) }
        }
        #expect(try PNG.encode(image).count < 12_000)
    }

    @Test("end with the checksum of RFC 1950", arguments: [("", 1), ("Wikipedia", 0x11E6_0398), ("a", 0x0062_0062)])
    func checksum(text: String, value: UInt32) {
        var sum = Adler32()
        Array(text.utf8).withUnsafeBufferPointer { sum.add($0) }
        #expect(sum.value == value)
    }

    @Test("have the same checksum whether zeros are looked at or not, and however bytes are cut")
    func cutChecksum() {
        let bytes = (0..<30_000).map { $0 < 20_000 ? UInt8(truncatingIfNeeded: 251 + $0 % 5) : 0 }
        var (whole, parts) = (Adler32(), Adler32())
        bytes.withUnsafeBufferPointer { bytes in
            whole.add(bytes)
            parts.add(UnsafeBufferPointer(rebasing: bytes[..<777]))
            parts.add(UnsafeBufferPointer(rebasing: bytes[777..<20_000]))
        }
        parts.addZeros(10_000)
        #expect(whole.value == parts.value)
    }
}

@Suite("A Huffman code", .limited)
struct HuffmanCodeTests {
    /// One, if every text of bits is the beginning of exactly one way to go on.
    private func kraftSum(_ code: HuffmanCode) -> Double {
        code.lengths.reduce(0) { $0 + ($1 > 0 ? 1 / Double(1 << Int($1)) : 0) }
    }

    @Test("is as short as can be")
    func optimal() {
        // T. Cormen et al., Introduction to Algorithms, 16.3: 45, 13, 12, 16, 9 and 5 take 224 bits.
        let frequencies = [45, 13, 12, 16, 9, 5]
        let code = HuffmanCode(frequencies: frequencies, longest: 15)
        #expect(code.lengths == [1, 3, 3, 3, 4, 4])
        #expect(zip(frequencies, code.lengths).reduce(0) { $0 + $1.0 * Int($1.1) } == 224)
    }

    @Test("numbers its symbols as RFC 1951 has them: lengths 3, 3, 3, 3, 3, 2, 4, 4")
    func canonical() {
        let code = HuffmanCode(frequencies: [4, 4, 4, 4, 4, 9, 2, 2], longest: 15)
        #expect(code.lengths == [3, 3, 3, 3, 3, 2, 4, 4])
        // 010, 011, 100, 101, 110, 00, 1110, 1111, the first bit lowest.
        #expect(code.codes == [0b010, 0b110, 0b001, 0b101, 0b011, 0b00, 0b0111, 0b1111])
    }

    @Test("keeps to the longest length where frequencies would make it longer", arguments: [5, 7, 15])
    func limited(longest: Int) {
        var frequencies = [1, 1]
        for index in 2..<30 { frequencies.append(frequencies[index - 1] + frequencies[index - 2]) }
        let code = HuffmanCode(frequencies: frequencies, longest: longest)
        #expect(code.lengths.allSatisfy { (1...longest).contains(Int($0)) })
        #expect(kraftSum(code) == 1)
    }

    @Test("has at least two symbols", arguments: [[0, 0, 0], [0, 0, 4], [3, 0, 0]])
    func two(frequencies: [Int]) {
        #expect(kraftSum(HuffmanCode(frequencies: frequencies, longest: 7)) == 1)
    }
}
