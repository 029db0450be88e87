import Elementary
import Foundation
import TestSupport
import Testing

@Suite("Elementary functions where the answer is known exactly", .limited)
struct ExactValueTests {
    @Test("powers and logarithms of ten")
    func powersOfTen() throws {
        for n in -307...308 {
            let power = try #require(Double("1e\(n)"))
            #expect(Double.log10(power) == Double(n))
            if (0...22).contains(n) { #expect(Double.pow(10, Double(n)) == power) }
        }
    }

    @Test("powers and roots of whole numbers")
    func wholeNumbers() {
        for n in -1000...1000 {
            let x = Double(n)
            #expect(Double.cbrt(x * x * x) == x)
            #expect(Double.pow(x, 2) == x * x)
            #expect(Double.pow(x, 5) == x * x * x * x * x)
        }
    }

    @Test("a table of known values")
    func known() {
        #expect(Double.exp(1) == 2.718281828459045)
        #expect(Double.log(2) == 0.6931471805599453)
        #expect(Double.sin(1) == 0.8414709848078965)
        #expect(Double.cos(1) == 0.5403023058681398)
        #expect(Double.tanh(1) == 0.7615941559557649)
        #expect(Double.atan2(1, 1) == Double.pi / 4)
        #expect(Double.atan2(0, -1) == Double.pi)
        #expect(Double.pow(2, 0.5) == 1.4142135623730951)
        #expect(Float.exp(1) == 2.7182817)
        #expect(Float.log(2) == 0.6931472)
        #expect(Float.sigmoid(0) == 0.5)
    }

    static let special: [Double] = [
        0, -0.0, 1, -1, 2, -2, 0.5, -0.5, 3, -3, .infinity, -.infinity, .nan, .leastNonzeroMagnitude,
        -.leastNonzeroMagnitude, 0x1p53, 0x1p53 + 2,
        .greatestFiniteMagnitude, 800, -800,
    ]

    /// The same number or none, the same sign of zero, or a neighbour: not every C library is as exact.
    private func isSame(_ a: Double, _ b: Double) -> Bool {
        a.isNaN || b.isNaN ? a.isNaN && b.isNaN : a == b && a.sign == b.sign || a.nextUp == b || a.nextDown == b
    }

    @Test("zeros, infinities, subnormal numbers and what is no number, as C has them", arguments: special)
    func specialValues(x: Double) {
        #expect(isSame(.exp(x), Foundation.exp(x)))
        #expect(isSame(.log(x), Foundation.log(x)))
        #expect(isSame(.log10(x), Foundation.log10(x)))
        #expect(isSame(.tanh(x), Foundation.tanh(x)))
        #expect(isSame(.cbrt(x), Foundation.cbrt(x)))
        #expect(isSame(.sin(x), Foundation.sin(x)))
        #expect(isSame(.cos(x), Foundation.cos(x)))
        for y in Self.special {
            #expect(isSame(.pow(x, y), Foundation.pow(x, y)), "pow(\(x), \(y))")
            #expect(isSame(.atan2(x, y), Foundation.atan2(x, y)), "atan2(\(x), \(y))")
        }
    }
}
