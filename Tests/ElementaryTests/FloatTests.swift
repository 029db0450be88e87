import Elementary
import TestSupport
import Testing

@Suite("Exponential and logarithm of floats, one or sixteen at a time", .limited)
struct FloatTests {
    /// Some of all floats, in steps that visit every exponent.
    private func everywhere(_ body: (SIMD16<Float>) -> Void) {
        for start in stride(from: UInt32.min, through: .max - 100_003, by: 100_003) {
            var vector = SIMD16<Float>()
            for i in 0..<16 { vector[i] = Float(bitPattern: start + 97 * UInt32(i)) }
            body(vector)
        }
    }

    private func error(_ value: Float, _ exact: Double) -> Double {
        let nearest = Float(exact)
        if value.isNaN && nearest.isNaN || value == nearest && (value.isInfinite || value == 0) { return 0 }
        if !value.isFinite || !nearest.isFinite { return .infinity }
        return abs(Double(value) - exact) / Double(max(nearest.magnitude, .leastNormalMagnitude).ulp)
    }

    private func isSame(_ a: Float, _ b: Float) -> Bool { a.bitPattern == b.bitPattern || a.isNaN && b.isNaN }

    @Test("sixteen at a time give the bits of one at a time, and both are right")
    func exponentialAndLogarithm() {
        var (exponential, logarithm) = (0.0, 0.0)
        var same = true
        everywhere { x in
            let (powers, logarithms, sigmoids) = (SIMD16.exp(x), SIMD16.log(x), SIMD16.sigmoid(x))
            for i in 0..<16 {
                same = same && isSame(powers[i], .exp(x[i])) && isSame(logarithms[i], .log(x[i]))
                same = same && isSame(sigmoids[i], .sigmoid(x[i]))
                exponential = max(exponential, error(powers[i], .exp(Double(x[i]))))
                logarithm = max(logarithm, error(logarithms[i], .log(Double(x[i]))))
            }
        }
        #expect(same)
        #expect(exponential <= 0.91)
        #expect(logarithm <= 0.88)
    }

    @Test("the ends of the range")
    func ends() {
        #expect(Float.exp(88.72283) == 3.4027985e38)
        #expect(Float.exp(88.72284) == .infinity)
        #expect(Float.exp(-103.97) == .leastNonzeroMagnitude)
        #expect(Float.exp(-104) == 0)
        #expect(Float.exp(-.infinity) == 0)
        #expect(Float.exp(.infinity) == .infinity)
        #expect(Float.exp(.nan).isNaN)
        #expect(Float.log(0) == -.infinity)
        #expect(Float.log(-0.0) == -.infinity)
        #expect(Float.log(.infinity) == .infinity)
        #expect(Float.log(-1).isNaN)
        #expect(Float.log(.nan).isNaN)
        #expect(Float.log(.leastNonzeroMagnitude) == -103.27893)
        #expect(Float.sigmoid(-.infinity) == 0)
        #expect(Float.sigmoid(.infinity) == 1)
    }
}
