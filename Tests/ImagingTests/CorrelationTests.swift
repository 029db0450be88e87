import Imaging
import Tensors
import TestSupport
import Testing

@Suite("Correlation", .limited)
struct CorrelationTests {
    /// The window of the syllabus, rows by columns.
    static let window = GrayImage(rows: [
        [139, 138, 135, 128, 127, 121, 115, 110, 97],
        [138, 137, 137, 133, 126, 120, 118, 112, 98],
        [135, 138, 135, 132, 126, 122, 118, 113, 104],
        [134, 135, 135, 128, 127, 122, 119, 113, 107],
        [134, 134, 133, 133, 124, 120, 115, 110, 107],
    ])

    @Test("the identity kernel answers the worked pixel itself, 137, and goes on with its neighbours")
    func workedPixel() {
        let answer = Self.window.correlated(with: .identity)
        #expect(answer[0, 0] == 137)
        #expect(answer.rows[0] == [137, 137, 133, 126, 120, 118, 112])
    }

    @Test("similar neighbours answer -9, different ones -240")
    func similarAndDifferent() {
        let similar = GrayImage(rows: [[99, 104, 101], [98, 100, 103], [97, 102, 105]])
        let different = GrayImage(rows: [[20, 20, 100], [100, 20, 100], [20, 20, 20]])
        #expect(similar.correlated(with: .laplacian8).pixels == [-9])
        #expect(different.correlated(with: .laplacian8).pixels == [-240])
    }

    @Test("the products under the kernel add up to the answer")
    func products() {
        let window = Self.window.window(around: 1, 1)
        let products = Kernel.sharpen.products(with: window)
        #expect(products == [[0, -138, 0], [-138, 685, -137], [0, -138, 0]])
        #expect(products.joined().reduce(0, +) == Self.window.correlated(with: .sharpen)[0, 0])
    }

    @Test("a window of equal pixels answers zero under every kernel whose weights add up to zero")
    func evenPicture() {
        let even = GrayImage(width: 5, height: 5, repeating: 77)
        let balanced = Kernel.named.filter { $0.sum == 0 }
        #expect(balanced.map(\.id).contains("laplacian8"))
        for kernel in balanced {
            #expect(even.correlated(with: kernel).pixels.allSatisfy { $0 == 0 }, "\(kernel.id)")
        }
    }

    @Test(
        "the size of the answer follows ⌊(n + 2p − k) / s⌋ + 1",
        arguments: [
            (28, 3, 0, 1, 26), (26, 2, 0, 2, 13), (13, 3, 0, 1, 11), (11, 2, 0, 2, 5), (28, 3, 1, 1, 28),
            (28, 3, 1, 2, 14), (7, 3, 0, 3, 2), (3, 3, 0, 1, 1), (2, 3, 0, 1, 0), (0, 1, 0, 1, 0),
        ])
    func size(input: Int, kernel: Int, padding: Int, stride: Int, expected: Int) {
        #expect(outputSize(input: input, kernel: kernel, padding: padding, stride: stride) == expected)
    }

    @Test(
        "borders",
        arguments: [
            (Border.zero, [3, 6, 5] as [Float]), (.replicate, [4, 6, 8]), (.reflect, [5, 6, 7]), (.valid, [6]),
        ])
    func borders(border: Border, expected: [Float]) {
        let row = GrayImage(rows: [[1, 2, 3]])
        #expect(row.correlated(with: Kernel(id: "sum", [[1, 1, 1]]), border: border).pixels == expected)
    }

    @Test("a mirror reflects again and again when the kernel is larger than the picture")
    func deepReflection() {
        let row = GrayImage(rows: [[1, 2, 3]])
        let padded = row.padded(top: 0, left: 5, bottom: 0, right: 5, border: .reflect)
        #expect(padded.pixels == [2, 1, 2, 3, 2, 1, 2, 3, 2, 1, 2, 3, 2])
        let one = GrayImage(rows: [[9]])
        #expect(
            one.padded(top: 1, left: 1, bottom: 1, right: 1, border: .reflect).pixels == Array(repeating: 9, count: 9))
    }

    @Test("every border rule but valid keeps the size, also for kernels of even size")
    func sameSize() {
        for border in Border.allCases where border != .valid {
            for kernel in Kernel.named + [Kernel(id: "even", rows: 2, columns: 4, weights: [1, 2, 3, 4, 5, 6, 7, 8])] {
                let answer = Self.window.correlated(with: kernel, border: border)
                #expect(answer.width == 9 && answer.height == 5, "\(kernel.id) \(border)")
            }
        }
    }

    @Test("inside the picture, all border rules agree")
    func inside() {
        let valid = Self.window.correlated(with: .emboss)
        for border in Border.allCases where border != .valid {
            let answer = Self.window.correlated(with: .emboss, border: border)
            #expect(answer.cropped(row: 1, column: 1, width: 7, height: 3) == valid)
        }
    }

    @Test("convolution is correlation with the flipped kernel, and differs for an asymmetric one")
    func convolution() {
        let impulse = GrayImage(rows: [
            [0, 0, 0, 0, 0], [0, 0, 0, 0, 0], [0, 0, 1, 0, 0], [0, 0, 0, 0, 0], [0, 0, 0, 0, 0],
        ])
        #expect(impulse.convolved(with: .emboss).pixels == Kernel.emboss.weights)
        #expect(impulse.correlated(with: .emboss).pixels == Kernel.emboss.flipped.weights)
        #expect(impulse.convolved(with: .emboss) != impulse.correlated(with: .emboss))
        #expect(impulse.convolved(with: .laplacian8) == impulse.correlated(with: .laplacian8))
    }

    @Test("a kernel larger than the picture has no place to stand on")
    func kernelTooLarge() {
        let answer = GrayImage(rows: [[1, 2], [3, 4]]).correlated(with: .gaussian5)
        #expect(answer.width == 0 && answer.height == 0)
    }

    @Test("an empty picture stays empty under every border rule", arguments: Border.allCases)
    func emptyPicture(border: Border) {
        let answer = GrayImage(width: 0, height: 0).correlated(with: .identity, border: border)
        #expect(answer.pixels.isEmpty)
    }

    @Test("the fast way gives the bits of the formula", arguments: [1, 2, 3])
    func fastAgainstFormula(stride: Int) {
        var stream = RandomStream(seed: 1, purpose: .sampling, index: UInt32(stride))
        for _ in 0..<40 {
            let width = 1 + stream.integer(below: 40)
            let height = 1 + stream.integer(below: 20)
            let image = GrayImage(
                width: width, height: height, pixels: (0..<width * height).map { _ in stream.uniform(-300, 300) })
            let rows = 1 + stream.integer(below: 6)
            let columns = 1 + stream.integer(below: 6)
            let kernel = Kernel(
                id: "random", rows: rows, columns: columns,
                weights: (0..<rows * columns).map { _ in stream.uniform(-2, 2) })
            #expect(
                image.correlated(with: kernel, stride: stride) == correlation(of: image, with: kernel, stride: stride))
        }
    }
}
