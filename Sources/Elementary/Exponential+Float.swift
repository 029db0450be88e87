// The exponential of sixteen floats, and the same steps on one: a change to one of the two belongs in both. A test
// compares them, bit for bit.
//
// x = n ln 2 + r with |r| <= ln 2 / 2, and e^x = 2^n e^r. ln 2 is taken off in two parts, of which the first has so few
// bits that n times it is exact (W. J. Cody, W. Waite, *Software Manual for the Elementary Functions*, 1980). e^r is
// 1 + r + r^2 P(r), with the P of degree 4 that keeps the relative error of e^r smallest, 3.7e-9, found by Remez's
// exchange.
//
// Swift multiplies and adds in one rounding number by number, and leaves it to the compiler to see a vector in that
// again. It does as long as plain vector operations stand at both ends of such a chain: so r is made of those.

extension SIMD16<Float> {
    /// e^x, at most 0.91 ulp off; 0 and infinity where that leaves the range of a `Float`, subnormal numbers included.
    ///
    /// The same bits as ``Swift/Float/exp(_:)`` for every element.
    @inlinable
    @inline(__always)
    public static func exp(_ x: SIMD16<Float>) -> SIMD16<Float> {
        // Adding 1.5 * 2^23 rounds to a whole number, which then stands in the low bits.
        let shifter = SIMD16<Float>(repeating: 0x1.8p23)
        let shifted = x * 1.442695 + shifter
        let n = shifted - shifter
        let r = (x - n * 0.693359375) + n * 2.1219444e-4
        var p = SIMD16<Float>(repeating: 0.008368921).addingProduct(r, 0.001381417)
        p = SIMD16<Float>(repeating: 0.041668408).addingProduct(r, p)
        p = SIMD16<Float>(repeating: 0.1666652).addingProduct(r, p)
        p = SIMD16<Float>(repeating: 0.49999994).addingProduct(r, p)
        p = SIMD16<Float>(repeating: 1).addingProduct(r, p)
        let power = SIMD16<Float>(repeating: 1).addingProduct(r, p)
        // 2^n in two factors: one alone may be too large or too small for a `Float` when the product is not.
        let whole = unsafeBitCast(shifted, to: SIMD16<Int32>.self) &- 0x4B40_0000
        let half = whole &>> 1
        let first = unsafeBitCast((half &+ 127) &<< 23, to: SIMD16<Float>.self)
        let second = unsafeBitCast((whole &- half &+ 127) &<< 23, to: SIMD16<Float>.self)
        return (power * first * second).replacing(with: 0, where: x .< -104).replacing(with: .infinity, where: x .> 89)
    }

    /// 1 / (1 + e^-x), within 2 ulp. The same bits as ``Swift/Float/sigmoid(_:)`` for every element.
    @inlinable
    @inline(__always)
    public static func sigmoid(_ x: SIMD16<Float>) -> SIMD16<Float> { 1 / (1 + exp(-x)) }
}

extension Float {
    /// e^x, at most 0.91 ulp off; 0 and infinity where that leaves the range of a `Float`, subnormal numbers included.
    @inlinable
    @inline(__always)
    public static func exp(_ x: Float) -> Float {
        let shifter: Float = 0x1.8p23
        let shifted = x * 1.442695 + shifter
        let n = shifted - shifter
        let r = (x - n * 0.693359375) + n * 2.1219444e-4
        var p = Float(0.008368921).addingProduct(r, 0.001381417)
        p = Float(0.041668408).addingProduct(r, p)
        p = Float(0.1666652).addingProduct(r, p)
        p = Float(0.49999994).addingProduct(r, p)
        p = Float(1).addingProduct(r, p)
        let power = Float(1).addingProduct(r, p)
        let whole = Int32(bitPattern: shifted.bitPattern) &- 0x4B40_0000
        let half = whole &>> 1
        let first = Float(bitPattern: UInt32(bitPattern: (half &+ 127) &<< 23))
        let second = Float(bitPattern: UInt32(bitPattern: (whole &- half &+ 127) &<< 23))
        return x < -104 ? 0 : x > 89 ? .infinity : power * first * second
    }

    /// 1 / (1 + e^-x), within 2 ulp.
    @inlinable
    @inline(__always)
    public static func sigmoid(_ x: Float) -> Float { 1 / (1 + exp(-x)) }
}
