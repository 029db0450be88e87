extension Double {
    /// The natural logarithm, at most 0.51 ulp off: minus infinity of zero, no number of anything negative.
    public static func log(_ x: Double) -> Double { logarithm(x)?.rounded ?? logarithmOutside(x) }

    /// The logarithm to base ten, at most 0.51 ulp off; exact for powers of ten.
    public static func log10(_ x: Double) -> Double {
        guard let natural = logarithm(x) else { return logarithmOutside(x) }
        return (natural * TwoDoubles(0x1.bcb7b1526e50ep-2, 0x1.95355baaafad3p-57)).rounded
    }

    /// The logarithm of a positive finite number, to some 100 bits; nil of all others.
    ///
    /// x = 2^n m with m between sqrt(1/2) and sqrt(2), and log m = 2 artanh s with s = (m - 1) / (m + 1). That series
    /// is 2s (1 + s^2 / 3 + s^4 / 5 + ...): |s| < 0.172, so twelve terms leave 1e-20 of the logarithm. The first three
    /// terms are added in two doubles each, the others are so small that one is enough.
    static func logarithm(_ x: Double) -> TwoDoubles? {
        guard x > 0, x < .infinity else { return nil }
        let isSmall = x < 0x1p-1022
        let bits = Int64(bitPattern: (isSmall ? x * 0x1p54 : x).bitPattern)
        // Counted from the bits of sqrt(1/2), the exponent is the n wanted.
        let whole = (bits &- 0x3FE6_A09E_667F_3BCD) >> 52
        let m = Double(bitPattern: UInt64(bitPattern: bits &- whole << 52))
        let s = TwoDoubles(m - 1) / TwoDoubles.sum(m, 1)
        let z = s * s
        var series = (1 / 21.0).addingProduct(z.high, 1 / 23.0)
        series = (1 / 19.0).addingProduct(z.high, series)
        series = (1 / 17.0).addingProduct(z.high, series)
        series = (1 / 15.0).addingProduct(z.high, series)
        series = (1 / 13.0).addingProduct(z.high, series)
        series = (1 / 11.0).addingProduct(z.high, series)
        series = (1 / 9.0).addingProduct(z.high, series)
        series = (1 / 7.0).addingProduct(z.high, series)
        let fifth = TwoDoubles(0x1.999999999999ap-3, -0x1.999999999999ap-57)
        let third = TwoDoubles(0x1.5555555555555p-2, 0x1.5555555555555p-56)
        let terms = s * z * (third + z * (fifth + z * TwoDoubles(series)))
        let n = Double(isSmall ? whole - 54 : whole)
        // The first part of ln 2 has so few bits that n times it is exact.
        let exponent = TwoDoubles(n * 0x1.62e42fefa3800p-1) + TwoDoubles.product(n, 0x1.ef35793c76730p-45)
        return exponent + TwoDoubles(2 * s.high, 2 * s.low) + TwoDoubles(2 * terms.high, 2 * terms.low)
    }

    private static func logarithmOutside(_ x: Double) -> Double { x == 0 ? -infinity : x > 0 ? x : nan }
}

extension Float {
    /// The logarithm to base ten: the double's, rounded.
    public static func log10(_ x: Float) -> Float { Float(Double.log10(Double(x))) }
}
