/// A number as a sum of two doubles, the second at most half the last bit of the first: some 106 bits.
///
/// What a function rounds on its way is kept here until its last step, so that the answer is rounded about once.
///
/// Source: T. J. Dekker, *A Floating-Point Technique for Extending the Available Precision*, 1971.
struct TwoDoubles {
    var high: Double
    var low: Double

    init(_ high: Double, _ low: Double = 0) { (self.high, self.low) = (high, low) }

    /// a + b without an error (Knuth, *The Art of Computer Programming*, volume 2, 4.2.2).
    static func sum(_ a: Double, _ b: Double) -> TwoDoubles {
        let high = a + b
        let part = high - a
        return TwoDoubles(high, (a - (high - part)) + (b - part))
    }

    /// a b without an error, but where the second part is too small for a double.
    static func product(_ a: Double, _ b: Double) -> TwoDoubles {
        let high = a * b
        return TwoDoubles(high, (-high).addingProduct(a, b))
    }

    static func + (a: TwoDoubles, b: TwoDoubles) -> TwoDoubles {
        let high = sum(a.high, b.high)
        return sum(high.high, high.low + (a.low + b.low))
    }

    static func - (a: TwoDoubles, b: TwoDoubles) -> TwoDoubles { a + TwoDoubles(-b.high, -b.low) }

    static func * (a: TwoDoubles, b: TwoDoubles) -> TwoDoubles {
        let high = product(a.high, b.high)
        return sum(high.high, high.low + (a.high * b.low + a.low * b.high))
    }

    static func / (a: TwoDoubles, b: TwoDoubles) -> TwoDoubles {
        let high = a.high / b.high
        let rest = a.high.addingProduct(-high, b.high)
        return sum(high, (rest + (a.low - high * b.low)) / b.high)
    }

    /// Rounded once.
    var rounded: Double { high + low }
}

extension Double {
    /// self 2^n, rounded once as long as self lies between 1/2 and 4 and n between -1100 and 1030.
    func scaled(_ n: Int) -> Double {
        let half = n >> 1
        return self * Self.power(half) * Self.power(n - half)
    }

    /// 2^n for a normal number.
    static func power(_ n: Int) -> Double { Double(bitPattern: UInt64(1023 + n) << 52) }
}
