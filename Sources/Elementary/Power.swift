extension Double {
    /// x to the power of y, at most 0.7 ulp off, and exact where x^y is a double: e^(y log x), with log x to 100 bits.
    ///
    /// Zeros, infinities and what is no number behave as in C (ISO/IEC 9899, F.10.4.4): `pow(x, 0)` and `pow(1, y)` are
    /// 1 whatever the other is, and a negative number takes whole powers only.
    public static func pow(_ x: Double, _ y: Double) -> Double {
        if y == 0 || x == 1 { return 1 }
        if x.isNaN || y.isNaN { return nan }
        let isWhole = y.rounded(.towardZero) == y
        // Beyond 2^53 every double is even.
        let isOdd = isWhole && y.magnitude < 0x1p53 && (y / 2).rounded(.towardZero) * 2 != y
        let isNegated = isOdd && x.sign == .minus
        if x < 0 && !isWhole && x.isFinite && y.isFinite { return nan }
        let size = power(x.magnitude, y)
        return isNegated ? -size : size
    }

    /// The cube root, at most 0.7 ulp off, and exact where it is a double: e^(log x / 3), with log x to 100 bits.
    public static func cbrt(_ x: Double) -> Double {
        guard let logarithm = logarithm(x.magnitude) else { return x }
        let third = logarithm * TwoDoubles(0x1.5555555555555p-2, 0x1.5555555555555p-56)
        let size = Exponential(third.high, third.low)?.power ?? 0
        return x < 0 ? -size : size
    }

    /// x^y of an x that is not negative.
    private static func power(_ x: Double, _ y: Double) -> Double {
        if x == 1 { return 1 }
        guard let logarithm = logarithm(x), y.isFinite else { return (x < 1) == (y < 0) ? infinity : 0 }
        let exponent = TwoDoubles.product(y, logarithm.high)
        // An infinite product has no second part.
        guard exponent.high.magnitude < 1000 else { return exponent.high > 0 ? infinity : 0 }
        let low = exponent.low.addingProduct(y, logarithm.low)
        return Exponential(exponent.high, low)?.power ?? (exponent.high > 0 ? infinity : 0)
    }
}

extension Float {
    /// x to the power of y: the double's, rounded.
    public static func pow(_ x: Float, _ y: Float) -> Float { Float(Double.pow(Double(x), Double(y))) }
}
