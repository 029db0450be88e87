/// ReLU and 2x2 max pooling of sixteen channels at once.
///
/// Since both keep order, pooling may come first, and ReLU then has a quarter of the work.
struct PooledWindow {
    private(set) var value: Vector
    private let second: SIMDMask<Vector.MaskStorage>
    private let third: SIMDMask<Vector.MaskStorage>
    private let fourth: SIMDMask<Vector.MaskStorage>
    private let dead: SIMDMask<Vector.MaskStorage>

    /// The four answers of the window in reading order.
    @inline(__always)
    init(_ a: Vector, _ b: Vector, _ c: Vector, _ d: Vector) {
        value = a
        second = b .> value
        value = value.replacing(with: b, where: second)
        third = c .> value
        value = value.replacing(with: c, where: third)
        fourth = d .> value
        value = value.replacing(with: d, where: fourth)
        dead = value .<= 0
        value = value.replacing(with: Vector(), where: dead)
    }

    /// Which answer won, 0 to 3, or -1 where ReLU switched it off: as floats, whose comparison is one instruction.
    @inline(__always)
    var winners: Vector {
        Vector()
            .replacing(with: Vector(repeating: 1), where: second)
            .replacing(with: Vector(repeating: 2), where: third)
            .replacing(with: Vector(repeating: 3), where: fourth)
            .replacing(with: Vector(repeating: -1), where: dead)
    }

    /// The same as bytes, 255 for -1.
    @inline(__always)
    var winnerBytes: SIMD16<UInt8> {
        SIMD16<UInt8>(
            truncatingIfNeeded: SIMD16<Int32>()
                .replacing(with: SIMD16(repeating: 1), where: second)
                .replacing(with: SIMD16(repeating: 2), where: third)
                .replacing(with: SIMD16(repeating: 3), where: fourth)
                .replacing(with: SIMD16(repeating: -1), where: dead))
    }
}

/// Room for the winners of a shard, a byte each.
final class WinnerMap {
    let start: UnsafeMutablePointer<UInt8>

    init(_ count: Int) {
        start = .allocate(capacity: max(count, 16))
        start.initialize(repeating: 0, count: max(count, 16))
    }

    deinit { start.deallocate() }

    @inline(__always)
    func store(_ winners: SIMD16<UInt8>, _ i: Int) {
        UnsafeMutableRawPointer(start + i).storeBytes(of: winners, as: SIMD16<UInt8>.self)
    }
}
