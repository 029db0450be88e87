extension Double {
    /// The angle of the point (x, y) in radians, from -pi to pi, at most 0.6 ulp off.
    ///
    /// Zeros, infinities and what is no number behave as in C (ISO/IEC 9899, F.10.1.4).
    public static func atan2(_ y: Double, _ x: Double) -> Double {
        if x.isNaN || y.isNaN { return nan }
        let angle = angle(of: x.magnitude, y.magnitude, isLeft: x.sign == .minus)
        return y.sign == .minus ? -angle : angle
    }

    private static func angle(of x: Double, _ y: Double, isLeft: Bool) -> Double {
        let halfTurn = TwoDoubles(0x1.921fb54442d18p+1, 0x1.1a62633145c07p-53)
        let quarterTurn = TwoDoubles(0x1.921fb54442d18p+0, 0x1.1a62633145c07p-54)
        if y == 0 { return isLeft ? halfTurn.rounded : 0 }
        if x.isInfinite && y.isInfinite { return (isLeft ? 3 : 1) * quarterTurn.high / 2 }
        if x.isInfinite || y / x < 0x1p-60 {
            // So flat that the angle is the slope.
            return isLeft ? halfTurn.rounded : y / x
        }
        if y.isInfinite || x / y < 0x1p-60 { return quarterTurn.rounded }

        let isSteep = y > x
        let (short, long) = isSteep ? (x, y) : (y, x)
        // A power of two puts both where nothing overflows, and changes no digit.
        let exponent = Int(long.exponent)
        let scale = Double.power(-exponent / 2)
        let rest = Double.power(-exponent - -exponent / 2)
        let flat = arcTangent(short * scale * rest, long * scale * rest)
        let fromAxis = isSteep ? quarterTurn - flat : flat
        return (isLeft ? halfTurn - fromAxis : fromAxis).rounded
    }

    /// The arc tangent of y / x, between 0 and 1.
    ///
    /// With c the multiple of 1/8 next to the slope, atan(y / x) = atan c + atan u, u = (y - c x) / (x + c y), by the
    /// theorem of addition. |u| <= 1/16, so eight terms of u - u^3 / 3 + u^5 / 5 - ... leave 4e-21.
    private static func arcTangent(_ y: Double, _ x: Double) -> TwoDoubles {
        let eighths = (y / x * 8).rounded()
        let c = eighths / 8
        let u =
            (TwoDoubles(y) - TwoDoubles.product(c, x)) / (TwoDoubles(x) + TwoDoubles.product(c, y))
        let z = u.high * u.high
        var series = (1 / 13.0).addingProduct(z, -1 / 15.0)
        series = (-1 / 11.0).addingProduct(z, series)
        series = (1 / 9.0).addingProduct(z, series)
        series = (-1 / 7.0).addingProduct(z, series)
        series = (1 / 5.0).addingProduct(z, series)
        series = (-1 / 3.0).addingProduct(z, series)
        return arcTangentsOfEighths[Int(eighths)] + TwoDoubles.sum(u.high, u.low.addingProduct(u.high * z, series))
    }

    private static let arcTangentsOfEighths = [
        TwoDoubles(0),
        TwoDoubles(0x1.fd5ba9aac2f6ep-4, -0x1.cd37686760c17p-59),
        TwoDoubles(0x1.f5b75f92c80ddp-3, 0x1.8ab6e3cf7afbdp-57),
        TwoDoubles(0x1.6f61941e4def1p-2, -0x1.c63aae6f6e918p-56),
        TwoDoubles(0x1.dac670561bb4fp-2, 0x1.a2b7f222f65e2p-56),
        TwoDoubles(0x1.1e00babdefeb4p-1, -0x1.928df287a668fp-58),
        TwoDoubles(0x1.4978fa3269ee1p-1, 0x1.2419a87f2a458p-56),
        TwoDoubles(0x1.700a7c5784634p-1, -0x1.8c34d25aadef6p-56),
        TwoDoubles(0x1.921fb54442d18p-1, 0x1.1a62633145c07p-55),
    ]
}

extension Float {
    /// The angle of the point (x, y) in radians, from -pi to pi: the double's, rounded.
    public static func atan2(_ y: Float, _ x: Float) -> Float { Float(Double.atan2(Double(y), Double(x))) }
}
