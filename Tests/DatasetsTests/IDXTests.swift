import Datasets
import Imaging
import Tensors
import TestSupport
import Testing

@Suite("IDX files", .limited)
struct IDXTests {
    private func read(images: [UInt8] = Fixtures.images, labels: [UInt8] = Fixtures.labels) throws -> LabeledImages {
        try LabeledImages(imageFile: images, labelFile: labels, files: ("images", "labels"))
    }

    private func expectMalformed(
        _ file: String, mentioning words: String, images: [UInt8] = Fixtures.images, labels: [UInt8] = Fixtures.labels,
        sourceLocation: SourceLocation = #_sourceLocation
    ) {
        let error = caught(DatasetError.self) {
            try read(images: images, labels: labels)
        }
        guard case .malformed(file, _, _) = error else {
            Issue.record("\(String(describing: error))", sourceLocation: sourceLocation)
            return
        }
        #expect(error?.description.contains(words) == true, sourceLocation: sourceLocation)
    }

    @Test("images and labels come together")
    func valid() throws {
        let images = try read()
        #expect(images.count == 2 && images.rows == 28 && images.columns == 28)
        #expect(images.labels == [7, 3])
        #expect(images.image(1)[0, 0] == Float(784 % 251))
        #expect(images.classCounts() == [0, 0, 0, 1, 0, 0, 0, 1, 0, 0])
        #expect(images.prefix(1).labels == [7] && images.prefix(9).count == 2 && images.prefix(-1).count == 0)
    }

    @Test("a file without images is a file")
    func none() throws {
        #expect(try read(images: Fixtures.idx([0, 28, 28], []), labels: Fixtures.idx([0], [])).count == 0)
    }

    @Test("cut at any byte, the file is named and nothing traps")
    func truncated() {
        for length in 0..<Fixtures.images.count {
            expectMalformed("images", mentioning: "expected", images: Array(Fixtures.images.prefix(length)))
        }
        for length in 0..<Fixtures.labels.count {
            expectMalformed("labels", mentioning: "expected", labels: Array(Fixtures.labels.prefix(length)))
        }
    }

    @Test("a large file cut at any multiple of 4 KiB, as disks and downloads cut, is told with both lengths")
    func cutAtPages() {
        let count = 1_000
        let whole = Fixtures.idx([count, 28, 28], [UInt8](repeating: 9, count: count * 784))
        let labels = Fixtures.idx([count], [UInt8](repeating: 9, count: count))
        for length in stride(from: 4096, to: whole.count, by: 4096) {
            expectMalformed("images", mentioning: "\(length - 16)", images: Array(whole.prefix(length)), labels: labels)
        }
    }

    @Test("a byte too many is one too many")
    func tooLong() {
        expectMalformed("images", mentioning: "1569", images: Fixtures.images + [0])
    }

    @Test("another magic number is told in hexadecimal")
    func magic() {
        expectMalformed("images", mentioning: "00 00 08 01", images: Fixtures.labels)
        expectMalformed("labels", mentioning: "1f 8b 08 00", labels: Fixtures.sentence)
        expectMalformed("labels", mentioning: "3c 68 74 6d", labels: Array("<html>".utf8))
    }

    @Test(
        "dimensions that multiply beyond every number are refused",
        arguments: [
            [0xFFFF_FFFF, 0xFFFF_FFFF, 0xFFFF_FFFF], [0x8000_0000, 28, 28], [0xFFFF_FFFF, 28, 28], [2, 0, 28],
            [0, 0, 0],
            [2, 29, 28], [2, 28, 56],
        ])
    func dimensions(dimensions: [Int]) {
        #expect(throws: DatasetError.self) {
            try read(images: Fixtures.idx(dimensions, [UInt8](repeating: 0, count: 1568)))
        }
        #expect(throws: DatasetError.self) { try read(images: Fixtures.idx(dimensions, [])) }
    }

    @Test("images of another size are refused even where the bytes fit")
    func otherSize() {
        expectMalformed(
            "images", mentioning: "56 x 14", images: Fixtures.idx([2, 56, 14], [UInt8](repeating: 0, count: 1568)))
    }

    @Test("counts that disagree are both told")
    func counts() {
        expectMalformed("labels", mentioning: "each of 2 images, found 3 labels", labels: Fixtures.idx([3], [1, 2, 3]))
    }

    @Test("a label over 9 is told with its place")
    func labels() {
        expectMalformed("labels", mentioning: "found 10 as label 1", labels: Fixtures.idx([2], [9, 10]))
    }

    @Test("flipped bits give images or an error, never a trap")
    func flippedBits() {
        var stream = RandomStream(seed: 6, purpose: .sampling)
        for _ in 0..<1_000 {
            var images = Fixtures.images
            var labels = Fixtures.labels
            images[stream.integer(below: 16)] ^= UInt8(1 << stream.integer(below: 8))
            labels[stream.integer(below: labels.count)] ^= UInt8(1 << stream.integer(below: 8))
            do { #expect(try read(images: images, labels: labels).count == 2) } catch {
                #expect("\(error)".contains("expected"))
            }
        }
    }
}
