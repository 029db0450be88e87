import Imaging
import TestSupport
import Testing

@Suite("ReLU and pooling", .limited)
struct PoolingTests {
    private let image = GrayImage(rows: [[1, 3, 2, 4], [5, 6, 7, 8], [3, 2, 1, 0], [1, 2, 3, 4]])

    @Test("ReLU keeps what is positive and silences the rest")
    func relu() {
        #expect(GrayImage(rows: [[-3, 0, 4]]).rectified().pixels == [0, 0, 4])
    }

    @Test("2 x 2 windows keep their largest value, or their mean")
    func pooled() {
        #expect(image.maxPooled().rows == [[6, 8], [3, 4]])
        #expect(image.averagePooled().rows == [[3.75, 5.25], [2, 2]])
    }

    @Test("windows overlap when they move by less than their side")
    func overlapping() {
        #expect(image.maxPooled(window: 2, stride: 1).rows == [[6, 7, 8], [6, 7, 8], [3, 3, 4]])
    }

    @Test("rows and columns that fill no window are left out")
    func remainder() {
        let odd = GrayImage(rows: [[1, 2, 9], [3, 4, 9], [9, 9, 9]])
        #expect(odd.maxPooled().rows == [[4]])
        #expect(odd.maxPooled(window: 4).pixels.isEmpty)
    }

    @Test("the places of the maxima hold the pooled values; of equal ones the first")
    func maxima() {
        let places = image.maxima()
        #expect(places.map { image[$0.row, $0.column] } == image.maxPooled().pixels)
        let flat = GrayImage(width: 2, height: 2, repeating: 5).maxima()
        #expect(flat.count == 1 && flat[0] == (0, 0))
    }

    @Test("negative values are pooled as they are")
    func negative() {
        #expect(GrayImage(rows: [[-4, -1], [-2, -3]]).maxPooled().pixels == [-1])
    }
}
