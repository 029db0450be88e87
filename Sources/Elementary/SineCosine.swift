extension Double {
    /// The sine of an angle in radians, at most 0.8 ulp off however large the angle is; no number of infinity.
    public static func sin(_ x: Double) -> Double {
        // The next term of x - x^3 / 6 is less than half the last bit; minus zero stays what it is.
        if x.magnitude < 0x1p-27 { return x }
        let (quarters, angle) = QuarterTurns.reduced(x)
        let size = quarters.isMultiple(of: 2) ? sine(angle) : cosine(angle)
        return quarters & 2 == 0 ? size : -size
    }

    /// The cosine of an angle in radians, at most 0.8 ulp off however large the angle is; no number of infinity.
    public static func cos(_ x: Double) -> Double {
        let (quarters, angle) = QuarterTurns.reduced(x)
        let size = quarters.isMultiple(of: 2) ? cosine(angle) : sine(angle)
        return (quarters + 1) & 2 == 0 ? size : -size
    }

    /// x - x^3 / 3! + x^5 / 5! - ... to the 17th power, for angles up to pi / 4: 1e-19 of the sine is left out.
    private static func sine(_ x: TwoDoubles) -> Double {
        let z = x.high * x.high
        var series = (-1 / 1_307_674_368_000.0).addingProduct(z, 1 / 355_687_428_096_000.0)
        series = (1 / 6_227_020_800.0).addingProduct(z, series)
        series = (-1 / 39_916_800.0).addingProduct(z, series)
        series = (1 / 362_880.0).addingProduct(z, series)
        series = (-1 / 5_040.0).addingProduct(z, series)
        series = (1 / 120.0).addingProduct(z, series)
        series = (-1 / 6.0).addingProduct(z, series)
        let low = x.low.addingProduct(-x.low, z / 2)
        return x.high + low.addingProduct(x.high * z, series)
    }

    /// 1 - x^2 / 2! + x^4 / 4! - ... to the 18th power, for angles up to pi / 4: 4e-21 of the cosine is left out.
    private static func cosine(_ x: TwoDoubles) -> Double {
        let square = TwoDoubles.product(x.high, x.high)
        let z = square.high
        var series = (1 / 20_922_789_888_000.0).addingProduct(z, -1 / 6_402_373_705_728_000.0)
        series = (-1 / 87_178_291_200.0).addingProduct(z, series)
        series = (1 / 479_001_600.0).addingProduct(z, series)
        series = (-1 / 3_628_800.0).addingProduct(z, series)
        series = (1 / 40_320.0).addingProduct(z, series)
        series = (-1 / 720.0).addingProduct(z, series)
        series = (1 / 24.0).addingProduct(z, series)
        let main = TwoDoubles.sum(1, -z / 2)
        let low = (main.low - square.low / 2).addingProduct(-x.high, x.low)
        return main.high + low.addingProduct(z * z, series)
    }
}

extension Float {
    /// The sine of an angle in radians: the double's, rounded.
    public static func sin(_ x: Float) -> Float { Float(Double.sin(Double(x))) }

    /// The cosine of an angle in radians: the double's, rounded.
    public static func cos(_ x: Float) -> Float { Float(Double.cos(Double(x))) }
}
