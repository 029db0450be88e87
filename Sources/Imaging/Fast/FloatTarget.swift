/// What sums of floats are written as.
protocol FloatTarget: PlaneSample {
    /// Writes floats, rounded and clipped to what the type holds; halves are rounded up.
    static func write(_ floats: UnsafeMutablePointer<Float>, to target: UnsafeMutablePointer<Self>, count: Int)
}

extension Float: FloatTarget {
    /// Nothing: they stand there already.
    @inline(__always)
    static func write(_ floats: UnsafeMutablePointer<Float>, to target: UnsafeMutablePointer<Float>, count: Int) {}
}

extension UInt8: FloatTarget {
    static func write(_ floats: UnsafeMutablePointer<Float>, to target: UnsafeMutablePointer<UInt8>, count: Int) {
        writeWhole(floats, count: count, from: 0, to: 255) { target[$0] = UInt8(truncatingIfNeeded: $1) }
    }
}

extension UInt16: FloatTarget {
    static func write(_ floats: UnsafeMutablePointer<Float>, to target: UnsafeMutablePointer<UInt16>, count: Int) {
        writeWhole(floats, count: count, from: 0, to: 65_535) { target[$0] = UInt16(truncatingIfNeeded: $1) }
    }
}

extension Int16: FloatTarget {
    static func write(_ floats: UnsafeMutablePointer<Float>, to target: UnsafeMutablePointer<Int16>, count: Int) {
        writeWhole(floats, count: count, from: -32_768, to: 32_767) {
            target[$0] = Int16(truncatingIfNeeded: Int32(bitPattern: $1))
        }
    }
}

/// Rounds floats where they stand, and hands over each with a number whose lowest 16 bits are its value; what is not a
/// number becomes the lowest value.
///
/// The conversion that the language has stops the program where a float is too large, so it can't be done for
/// sixteen at once. A float of 1.5 * 2^23 and something, though, holds that in its lowest bits.
@inline(__always)
private func writeWhole(
    _ floats: UnsafeMutablePointer<Float>, count: Int, from lowest: Float, to highest: Float,
    _ store: (Int, UInt32) -> Void
) {
    let (low, high) = (Vector(repeating: lowest), Vector(repeating: highest))
    for i in stride(from: 0, to: count, by: 16) {
        let sums = floats.vector(i)
        let clipped = low.replacing(with: sums, where: sums .> low)
        let whole = (high.replacing(with: clipped, where: clipped .< high) + 0.5).rounded(.down)
        floats.store(whole + 0x1.8p23, i)
    }
    for i in 0..<count { store(i, floats[i].bitPattern) }
}
