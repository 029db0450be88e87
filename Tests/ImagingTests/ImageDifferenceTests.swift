import Imaging
import TestSupport
import Testing

@Suite("Image difference", .limited)
struct ImageDifferenceTests {
    @Test("equal pictures do not differ")
    func equal() {
        let image = GrayImage(rows: [[1, .nan], [3, -4]])
        let difference = ImageDifference(image, image)
        #expect(difference?.largest == 0 && difference?.differing == 0 && difference?.mean == 0)
    }

    @Test("the largest difference is told with its place, and how many pixels are beyond the tolerance")
    func different() {
        let difference = ImageDifference(
            GrayImage(rows: [[1, 2], [3, 4]]), GrayImage(rows: [[1, 3], [9, 4]]), tolerance: 1)
        #expect(difference?.largest == 6 && difference?.row == 1 && difference?.column == 0)
        #expect(difference?.differing == 1 && difference?.mean == 7.0 / 4)
    }

    @Test("a colour pixel counts once, however many of its samples differ")
    func color() {
        let difference = ImageDifference(
            ColorImage(width: 2, height: 1), ColorImage(width: 2, height: 1, repeating: .black))
        #expect(difference?.differing == 2 && difference?.largest == 255)
    }

    @Test("what is no number differs from every number; other sizes cannot be compared")
    func incomparable() {
        #expect(ImageDifference(GrayImage(rows: [[.nan]]), GrayImage(rows: [[0]]))?.largest == .infinity)
        #expect(ImageDifference(GrayImage(width: 1, height: 2), GrayImage(width: 2, height: 1)) == nil)
    }
}
