@testable import Imaging
import TestSupport
import Testing

@Suite("Separable kernels", .limited)
struct SeparableKernelTests {
    @Test("whole numbers: the factors are whole, and exact")
    func whole() throws {
        let sobel = try #require(SeparableKernel(.sobelX))
        #expect(sobel.row == [-1, 0, 1] && sobel.column == [1, 2, 1])
        let box = try #require(SeparableKernel(.boxSum))
        #expect(box.row == [1, 1, 1] && box.column == [1, 1, 1])
        let six = try #require(SeparableKernel(Kernel(id: "six", [[-4, 6], [-6, 9]])))
        #expect(six.row == [-2, 3] && six.column == [2, 3])
        let fixed = try #require(FixedPointKernel(.gaussian5)?.factors)
        #expect(fixed.row == [1, 4, 6, 4, 1] && fixed.column == [1, 4, 6, 4, 1])
    }

    @Test("what is no product stays whole", arguments: [Kernel.identity, .sharpen, .laplacian4, .laplacian8, .emboss])
    func rankTwo(kernel: Kernel) {
        // The identity has rank one: a one between zeros.
        #expect((SeparableKernel(kernel) != nil) == (kernel.id == "identity"))
    }

    @Test("one unit beside a product is none")
    func oneOff() {
        var weights = (1...7).flatMap { i in (1...5).map { Float(i * $0) } }
        #expect(SeparableKernel(Kernel(id: "product", rows: 7, columns: 5, weights: weights)) != nil)
        weights[17] += 1
        #expect(SeparableKernel(Kernel(id: "off", rows: 7, columns: 5, weights: weights)) == nil)
    }

    @Test("floats: bells of any width are found; a weight a hundred thousandth off is not")
    func floats() {
        for deviation in [0.5, 1, 1.7, 5, 10] as [Float] {
            #expect(SeparableKernel(.gaussian(deviation: deviation)) != nil, "\(deviation)")
        }
        var weights = Kernel.gaussian(deviation: 1).weights
        weights[10] *= 1.000_01
        #expect(SeparableKernel(Kernel(id: "off", rows: 7, columns: 7, weights: weights)) == nil)
    }

    @Test("zeros, infinities and what is no number are left to the plain passes")
    func odd() {
        for weight in [0, .infinity, .nan] as [Float] {
            #expect(SeparableKernel(Kernel(id: "odd", [[weight, weight], [weight, weight]])) == nil)
        }
    }

    @Test("whole numbers over a power of two, and what is none")
    func fixedPoint() throws {
        let (bell, sobel) = (try #require(FixedPointKernel(.gaussian5)), try #require(FixedPointKernel(.sobelY)))
        #expect(bell.shift == 8 && sobel.shift == 0)
        #expect(FixedPointKernel(.boxBlur) == nil)
        #expect(FixedPointKernel(Kernel(id: "large", [[1e7]])) == nil)
        #expect(FixedPointKernel(Kernel(id: "none", [[.nan]])) == nil)
    }
}
