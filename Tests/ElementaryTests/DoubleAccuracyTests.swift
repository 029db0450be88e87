import Elementary
import Foundation
import TestSupport
import Testing

#if arch(x86_64)
    /// Eleven bits more than a double.
    typealias Precise = Float80
#else
    /// The C library's own last bit may be wrong.
    typealias Precise = Double
#endif

@Suite("Elementary functions of doubles beside the C library's more precise ones", .limited)
struct DoubleAccuracyTests {
    /// How many units of its last place `value` is off.
    private func error(_ value: Double, _ exact: Precise) -> Double {
        let nearest = Double(exact)
        if value.isNaN && nearest.isNaN || value == nearest && (value.isInfinite || value == 0) { return 0 }
        if !value.isFinite || !nearest.isFinite { return .infinity }
        return Double(abs(Precise(value) - exact) / Precise(max(nearest.magnitude, .leastNormalMagnitude).ulp))
    }

    private func check(
        _ bound: Double, _ range: ClosedRange<Double>?, _ function: (Double) -> Double,
        _ precise: (Precise) -> Precise
    ) {
        var arguments = Arguments()
        var worst = 0.0
        for _ in 0..<20_000 {
            let x = range.map { arguments.number($0) } ?? arguments.any()
            worst = max(worst, error(function(x), precise(Precise(x))))
        }
        #expect(worst <= bound + (Precise.self == Double.self ? 1 : 0))
    }

    private func check(
        _ bound: Double, _ first: ClosedRange<Double>?, _ second: ClosedRange<Double>?,
        _ function: (Double, Double) -> Double, _ precise: (Precise, Precise) -> Precise
    ) {
        var arguments = Arguments()
        var worst = 0.0
        for _ in 0..<20_000 {
            let x = first.map { arguments.number($0) } ?? arguments.any()
            let y = second.map { arguments.number($0) } ?? arguments.any()
            worst = max(worst, error(function(x, y), precise(Precise(x), Precise(y))))
        }
        #expect(worst <= bound + (Precise.self == Double.self ? 1 : 0))
    }

    static let ranges: [ClosedRange<Double>?] = [-1...1, -750...720, nil]

    @Test("exp", arguments: ranges)
    func exponential(range: ClosedRange<Double>?) { check(0.8, range, Double.exp) { Foundation.exp($0) } }

    @Test("log and log10", arguments: [0.5...2, 0...1000, nil] as [ClosedRange<Double>?])
    func logarithm(range: ClosedRange<Double>?) {
        check(0.51, range, Double.log) { Foundation.log($0) }
        check(0.51, range, Double.log10) { Foundation.log10($0) }
    }

    @Test("tanh", arguments: [-0.01...0.01, -1...1, -25...25, nil] as [ClosedRange<Double>?])
    func tangent(range: ClosedRange<Double>?) { check(0.8, range, Double.tanh) { Foundation.tanh($0) } }

    @Test("sin and cos", arguments: [-1...1, -1000...1000, -1e6...1e6, -1e9...1e9] as [ClosedRange<Double>?])
    func sine(range: ClosedRange<Double>?) {
        check(0.8, range, Double.sin) { Foundation.sin($0) }
        check(0.8, range, Double.cos) { Foundation.cos($0) }
    }

    @Test("cbrt", arguments: [-3...3, nil] as [ClosedRange<Double>?])
    func root(range: ClosedRange<Double>?) { check(0.7, range, Double.cbrt) { Foundation.cbrt($0) } }

    @Test("pow")
    func power() {
        check(0.7, 0...10, -30...30, Double.pow) { Foundation.pow($0, $1) }
        check(0.7, 0.99...1.01, -50_000...50_000, Double.pow) { Foundation.pow($0, $1) }
        check(0.7, nil, nil, Double.pow) { Foundation.pow($0, $1) }
    }

    @Test("atan2")
    func arcTangent() {
        check(0.6, -1...1, -1...1, Double.atan2) { Foundation.atan2($0, $1) }
        check(0.6, nil, nil, Double.atan2) { Foundation.atan2($0, $1) }
    }

    @Test("large angles, and the double that comes closest to a whole number of quarter turns")
    func largeAngles() {
        // The answers are mpmath's, at 2000 bits.
        #expect(Double.cos(6_381_956_970_095_103 * 0x1p797) == -4.687165924254628e-19)
        #expect(Double.sin(1e22) == -0.8522008497671888)
        #expect(Double.sin(Double.pi) == 1.2246467991473532e-16)
        #expect(Double.cos(.greatestFiniteMagnitude) == -0.9999876894265599)
    }
}
