import Imaging
import TestSupport
import Testing

@Suite("Images", .limited)
struct ImageTests {
    @Test("grey is 0.299 R + 0.587 G + 0.114 B")
    func luma() {
        let image = ColorImage(
            width: 4, height: 1, pixels: [255, 0, 0, 255, 0, 255, 0, 255, 0, 0, 255, 9, 200, 100, 50, 0])
        let expected: [Float] = [76.245, 149.685, 29.07, 124.2]
        for (found, expected) in zip(image.gray.pixels, expected) { #expect(abs(found - expected) < 1e-3) }
    }

    @Test("white is white and grey is grey in every plane")
    func neutral() {
        let gray = GrayImage(rows: [[0, 77, 255]])
        let image = ColorImage(gray)
        for channel in [ColorImage.Channel.red, .green, .blue] { #expect(image.channel(channel) == gray) }
        #expect(image.channel(.alpha).pixels == [255, 255, 255])
        #expect(image.gray.bytes == gray.bytes)
    }

    @Test("a tinted plane keeps one colour and the opacity")
    func tinted() {
        let image = ColorImage(width: 1, height: 1, pixels: [10, 20, 30, 40])
        #expect(image.tinted(.green).pixels == [0, 20, 0, 40])
        #expect(image.tinted(.alpha).pixels == [40, 40, 40, 255])
    }

    @Test("over white, an invisible pixel is white and a half visible one half way")
    func flattened() {
        let image = ColorImage(width: 3, height: 1, pixels: [9, 9, 9, 0, 0, 100, 255, 128, 7, 8, 9, 255])
        #expect(image.flattened().pixels == [255, 255, 255, 255, 127, 177, 255, 255, 7, 8, 9, 255])
        #expect(image.flattened(over: .black).pixels.prefix(4) == [0, 0, 0, 255])
    }

    @Test("a part of the picture is the part")
    func cropped() {
        let image = GrayImage(rows: [[1, 2, 3], [4, 5, 6], [7, 8, 9]])
        #expect(image.cropped(row: 1, column: 0, width: 2, height: 2).rows == [[4, 5], [7, 8]])
        #expect(image.window(around: 1, 1) == image)
        #expect(
            ColorImage(image).cropped(row: 1, column: 0, width: 2, height: 2)
                == ColorImage(GrayImage(rows: [[4, 5], [7, 8]])))
    }

    @Test("shrinking averages the area, with parts of pixels where sizes do not divide")
    func shrunk() {
        let image = GrayImage(rows: [[0, 100, 200, 100]])
        #expect(image.resized(width: 2, height: 1).pixels == [50, 150])
        let thirds = GrayImage(rows: [[0, 30, 90]]).resized(width: 2, height: 1).pixels
        #expect(abs(thirds[0] - 10) < 1e-4 && abs(thirds[1] - 70) < 1e-4)
    }

    @Test("shrinking keeps the mean")
    func mean() {
        let image = GrayImage(width: 12, height: 10, pixels: (0..<120).map { Float($0 * 37 % 101) })
        let small = image.resized(width: 5, height: 3)
        let before = image.pixels.reduce(0, +) / 120
        #expect(abs(small.pixels.reduce(0, +) / 15 - before) < 1e-3)
    }

    @Test("growing repeats pixels and mixes none")
    func enlarged() {
        let image = GrayImage(rows: [[1, 2], [3, 4]])
        #expect(image.enlarged(by: 2).rows == [[1, 1, 2, 2], [1, 1, 2, 2], [3, 3, 4, 4], [3, 3, 4, 4]])
        #expect(image.resized(width: 2, height: 2) == image)
    }

    @Test("a transparent pixel lends its neighbour no colour when both shrink into one")
    func transparentResize() {
        let image = ColorImage(width: 2, height: 1, pixels: [200, 100, 50, 255, 0, 255, 0, 0])
        #expect(image.resized(width: 1, height: 1).pixels == [200, 100, 50, 128])
        #expect(
            ColorImage(width: 2, height: 2, repeating: .init(red: 1, green: 2, blue: 3, alpha: 0))
                .resized(width: 1, height: 1).pixels == [0, 0, 0, 0])
    }

    @Test("negative answers: clipped, absolute, rescaled")
    func display() {
        let answer = GrayImage(rows: [[-100, 0, 400]])
        #expect(answer.clipped().pixels == [0, 0, 255])
        #expect(answer.absolute().pixels == [100, 0, 400])
        #expect(answer.rescaled().pixels == [0, 51, 255])
        #expect(GrayImage(rows: [[7, 7]]).rescaled().pixels == [0, 0])
        #expect(GrayImage(width: 0, height: 0).rescaled().pixels.isEmpty)
    }

    @Test("bytes are clipped and rounded; what is no number is black")
    func bytes() {
        let image = GrayImage(rows: [[-1, 0.4, 0.6, 254.5, 1e9, .nan, .infinity, -.infinity]])
        #expect(image.bytes == [0, 0, 1, 255, 255, 0, 255, 0])
    }

    @Test("a histogram counts every byte once", arguments: [0, 1, 7, 8, 9, 4_099])
    func histogram(count: Int) {
        let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 * $0) }
        let histogram = Histogram(of: bytes)
        #expect(histogram.total == count)
        for value in 0..<256 { #expect(histogram.counts[value] == bytes.count { $0 == UInt8(value) }) }
    }

    @Test("bins are of equal width and the last one holds the white")
    func bins() {
        let histogram = Histogram(of: (0...255).map(UInt8.init))
        #expect(histogram.binned(1) == [256])
        #expect(histogram.binned(256).reduce(0, +) == 256)
        let fifty = histogram.binned(50)
        #expect(fifty.reduce(0, +) == 256 && fifty[49] == 6 && fifty[0] == 6)
    }
}
