/// Arguments for functions, the same on every machine: Marsaglia's *Xorshift*, which needs none of what is tested.
struct Arguments {
    private var state: UInt64 = 88_172_645_463_325_252

    mutating func bits() -> UInt64 {
        state ^= state << 13
        state ^= state >> 7
        state ^= state << 17
        return state
    }

    /// A number between two others.
    mutating func number(_ range: ClosedRange<Double>) -> Double {
        range.lowerBound + (range.upperBound - range.lowerBound) * Double(bits() >> 11) * 0x1p-53
    }

    /// Any number: all signs and exponents, infinities and what is no number.
    mutating func any() -> Double { Double(bitPattern: bits()) }
}

/// A hash of many bit patterns: FNV-1a, word by word. What is no number counts as one and the same.
struct BitHash {
    private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325

    mutating func add(_ number: Double) { add(number.isNaN ? Double.nan.bitPattern : number.bitPattern) }
    mutating func add(_ number: Float) { add(UInt64(number.isNaN ? Float.nan.bitPattern : number.bitPattern)) }

    private mutating func add(_ word: UInt64) { value = (value ^ word) &* 0x0000_0100_0000_01B3 }
}
