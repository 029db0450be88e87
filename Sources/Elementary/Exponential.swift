extension Double {
    /// e^x, at most 0.8 ulp off; 0 and infinity where that leaves the range of a `Double`.
    public static func exp(_ x: Double) -> Double {
        Exponential(x)?.power ?? (x > 0 ? .infinity : x < 0 ? 0 : x)
    }

    /// The hyperbolic tangent, (e^2x - 1) / (e^2x + 1), at most 0.8 ulp off.
    public static func tanh(_ x: Double) -> Double {
        // The next term of x - x^3 / 3 is less than half the last bit; minus zero stays what it is.
        if x.magnitude < 0x1p-28 { return x }
        if x.magnitude > 20 { return x > 0 ? 1 : -1 }
        guard let twice = Exponential(2 * x.magnitude) else { return x }
        // e^2x - 1 = 2^n p + (2^n - 1): no digits are lost where x is small, because n is 0 there.
        let scale = Double.power(twice.n)
        let part = TwoDoubles(twice.p.high * scale, twice.p.low * scale)
        let result = ((part + .sum(scale, -1)) / (part + .sum(scale, 1))).rounded
        return x < 0 ? -result : result
    }
}

extension Float {
    /// The hyperbolic tangent: the double's, rounded.
    public static func tanh(_ x: Float) -> Float { Float(Double.tanh(Double(x))) }
}

/// e^x as 2^n (1 + p), for an x that may be more precise than a double.
///
/// x = n ln 2 + r with |r| <= ln 2 / 2. ln 2 is taken off in two parts, of which the first has so few bits that n times
/// it is exact (W. J. Cody, W. Waite, *Software Manual for the Elementary Functions*, 1980). p is e^r - 1 by its series:
/// 13 terms leave 4e-18 of e^r, and all but the first are small enough for rounding to cost an eighth of an ulp.
struct Exponential {
    let n: Int
    let p: TwoDoubles

    /// Nil where e^x is 0, infinite or no number.
    ///
    /// - Parameter rest: what is added to `x`, at most its last bit.
    init?(_ x: Double, _ rest: Double = 0) {
        guard x > -746, x < 710 else { return nil }
        // Adding 1.5 * 2^52 rounds to a whole number.
        let whole = x * 0x1.71547652b82fep+0 + 0x1.8p52 - 0x1.8p52
        let first = x.addingProduct(-whole, 0x1.62e42fefa3800p-1)
        let r = TwoDoubles.sum(first, rest.addingProduct(-whole, 0x1.ef35793c76730p-45))
        let x = r.high
        var series = (1 / 479_001_600.0).addingProduct(x, 1 / 6_227_020_800.0)
        series = (1 / 39_916_800.0).addingProduct(x, series)
        series = (1 / 3_628_800.0).addingProduct(x, series)
        series = (1 / 362_880.0).addingProduct(x, series)
        series = (1 / 40_320.0).addingProduct(x, series)
        series = (1 / 5_040.0).addingProduct(x, series)
        series = (1 / 720.0).addingProduct(x, series)
        series = (1 / 120.0).addingProduct(x, series)
        series = (1 / 24.0).addingProduct(x, series)
        series = (1 / 6.0).addingProduct(x, series)
        series = 0.5.addingProduct(x, series)
        n = Int(whole)
        p = TwoDoubles.sum(x, r.low.addingProduct(x, r.low).addingProduct(x * x, series))
    }

    /// 2^n (1 + p), rounded.
    var power: Double {
        let main = TwoDoubles.sum(1, p.high)
        return (main.high + (main.low + p.low)).scaled(n)
    }
}
