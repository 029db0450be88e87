// The natural logarithm of sixteen floats, and the same steps on one: a change to one of the two belongs in both. A
// test compares them, bit for bit.
//
// x = 2^n (1 + f) with 1 + f between sqrt(1/2) and sqrt(2), and log x = n ln 2 + log(1 + f). ln 2 is added in two
// parts; log(1 + f) is f - f^2 / 2 + f^3 Q(f), with the Q of degree 7 that keeps the relative error of log(1 + f)
// smallest, 6.2e-9, found by Remez's exchange.

extension SIMD16<Float> {
    /// The natural logarithm, at most 0.88 ulp off, subnormal numbers included: minus infinity of zero, no number of
    /// anything negative.
    ///
    /// The same bits as ``Swift/Float/log(_:)`` for every element.
    @inlinable
    @inline(__always)
    public static func log(_ x: SIMD16<Float>) -> SIMD16<Float> {
        let isSmall = x .< 0x1p-126
        let scaled = x.replacing(with: x * 0x1p23, where: isSmall)
        let offset = SIMD16<Float>(repeating: 0x1.8p23).replacing(with: 0x1.8p23 + 23, where: isSmall)
        // Counted from the bits of sqrt(1/2), the exponent is the n wanted. Under the exponent of 1.5 * 2^23 it is a
        // float without a conversion, which Swift would make sixteen of.
        let bits = unsafeBitCast(scaled, to: SIMD16<Int32>.self)
        let whole = (bits &- 0x3F35_04F3) &>> 23
        let n = unsafeBitCast(whole &+ 0x4B40_0000, to: SIMD16<Float>.self) - offset
        let f = unsafeBitCast(bits &- (whole &<< 23), to: SIMD16<Float>.self) - 1
        var q = SIMD16<Float>(repeating: 0.12761387).addingProduct(f, -0.07634198)
        q = SIMD16<Float>(repeating: -0.13160205).addingProduct(f, q)
        q = SIMD16<Float>(repeating: 0.14201787).addingProduct(f, q)
        q = SIMD16<Float>(repeating: -0.16623358).addingProduct(f, q)
        q = SIMD16<Float>(repeating: 0.20001225).addingProduct(f, q)
        q = SIMD16<Float>(repeating: -0.2500082).addingProduct(f, q)
        q = SIMD16<Float>(repeating: 0.3333333).addingProduct(f, q)
        q = SIMD16<Float>(repeating: -0.5).addingProduct(f, q)
        let tail = (n * -2.1219444e-4).addingProduct(f * f, q)
        let result = (f + tail).addingProduct(n, 0.693359375)
        return result.replacing(with: x, where: x .== .infinity)
            .replacing(with: -.infinity, where: x .== 0)
            .replacing(with: .nan, where: x .< 0)
            .replacing(with: .nan, where: x .!= x)
    }
}

extension Float {
    /// The natural logarithm, at most 0.88 ulp off, subnormal numbers included: minus infinity of zero, no number of
    /// anything negative.
    @inlinable
    @inline(__always)
    public static func log(_ x: Float) -> Float {
        let isSmall = x < 0x1p-126
        let scaled = isSmall ? x * 0x1p23 : x
        let offset: Float = isSmall ? 0x1.8p23 + 23 : 0x1.8p23
        let bits = Int32(bitPattern: scaled.bitPattern)
        let whole = (bits &- 0x3F35_04F3) &>> 23
        let n = Float(bitPattern: UInt32(bitPattern: whole &+ 0x4B40_0000)) - offset
        let f = Float(bitPattern: UInt32(bitPattern: bits &- (whole &<< 23))) - 1
        var q = Float(0.12761387).addingProduct(f, -0.07634198)
        q = Float(-0.13160205).addingProduct(f, q)
        q = Float(0.14201787).addingProduct(f, q)
        q = Float(-0.16623358).addingProduct(f, q)
        q = Float(0.20001225).addingProduct(f, q)
        q = Float(-0.2500082).addingProduct(f, q)
        q = Float(0.3333333).addingProduct(f, q)
        q = Float(-0.5).addingProduct(f, q)
        let tail = (n * -2.1219444e-4).addingProduct(f * f, q)
        let result = (f + tail).addingProduct(n, 0.693359375)
        if x == .infinity { return x }
        return x == 0 ? -.infinity : x > 0 ? result : .nan
    }
}
