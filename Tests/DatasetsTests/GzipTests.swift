import Datasets
import Tensors
import TestSupport
import Testing

@Suite("Gzip", .limited)
struct GzipTests {
    private let text = Array("one pixel after another, one pixel after another".utf8)

    @Test("a file is told by its first two bytes")
    func magic() {
        #expect(Gzip.isGzip(Fixtures.sentence))
        #expect(!Gzip.isGzip(Fixtures.images))
        #expect(!Gzip.isGzip([0x1F]))
    }

    @Test("the content comes out, also of exactly the limit's size")
    func inflated() throws {
        #expect(try Gzip.inflated(Fixtures.sentence, limit: 1000) == text)
        #expect(try Gzip.inflated(Fixtures.sentence, limit: text.count) == text)
    }

    @Test("one byte over the limit is refused, and so is a bomb")
    func limits() {
        #expect(throws: Gzip.Failure.tooLarge(limit: text.count - 1)) {
            try Gzip.inflated(Fixtures.sentence, limit: text.count - 1)
        }
        #expect(throws: Gzip.Failure.tooLarge(limit: 10_008)) { try Gzip.inflated(Fixtures.bomb, limit: 10_008) }
        #expect(throws: Never.self) { try Gzip.inflated(Fixtures.bomb, limit: 200_000) }
    }

    @Test("members one after another are one content, and zeros after them padding")
    func members() throws {
        let twice = Fixtures.sentence + Fixtures.sentence
        #expect(try Gzip.inflated(twice + [0, 0, 0], limit: 1000) == text + text)
        #expect(throws: Gzip.Failure.self) { try Gzip.inflated(Fixtures.sentence + [1, 2, 3], limit: 1000) }
    }

    @Test("cut at any byte, it is truncated")
    func truncated() {
        for length in 0..<Fixtures.sentence.count {
            #expect(throws: Gzip.Failure.truncated) {
                try Gzip.inflated(Array(Fixtures.sentence.prefix(length)), limit: 1000)
            }
        }
    }

    @Test("flipped bits give the content or an error, never a trap")
    func flippedBits() {
        var stream = RandomStream(seed: 5, purpose: .sampling)
        var refused = 0
        for _ in 0..<2_000 {
            var bytes = Fixtures.sentence
            for _ in 0...stream.integer(below: 4) {
                bytes[stream.integer(below: bytes.count)] ^= UInt8(1 << stream.integer(below: 8))
            }
            do { #expect(try Gzip.inflated(bytes, limit: 100).count <= 100) } catch { refused += 1 }
        }
        #expect(refused > 1_000)
    }
}
