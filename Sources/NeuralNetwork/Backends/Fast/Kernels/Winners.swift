/// ReLU and 2x2 max pooling of some channels at once.
///
/// Since both keep order, pooling may come first, and ReLU then has a quarter of the work.
struct PooledWindow {
    private(set) var value: Lanes
    private let second: SIMDMask<Lanes.MaskStorage>
    private let third: SIMDMask<Lanes.MaskStorage>
    private let fourth: SIMDMask<Lanes.MaskStorage>
    private let dead: SIMDMask<Lanes.MaskStorage>

    /// The four answers of the window in reading order.
    @inline(__always)
    init(_ a: Lanes, _ b: Lanes, _ c: Lanes, _ d: Lanes) {
        value = a
        second = b .> value
        value = value.replacing(with: b, where: second)
        third = c .> value
        value = value.replacing(with: c, where: third)
        fourth = d .> value
        value = value.replacing(with: d, where: fourth)
        dead = value .<= 0
        value = value.replacing(with: Lanes(), where: dead)
    }

    /// Which answer won, 0 to 3, or -1 where ReLU switched it off: as floats, whose comparison is one instruction.
    @inline(__always)
    var winners: Lanes {
        Lanes()
            .replacing(with: Lanes(repeating: 1), where: second)
            .replacing(with: Lanes(repeating: 2), where: third)
            .replacing(with: Lanes(repeating: 3), where: fourth)
            .replacing(with: Lanes(repeating: -1), where: dead)
    }

    /// The same as bytes, 255 for -1.
    @inline(__always)
    var winnerBytes: LaneBytes {
        LaneBytes(
            truncatingIfNeeded: LaneIntegers()
                .replacing(with: LaneIntegers(repeating: 1), where: second)
                .replacing(with: LaneIntegers(repeating: 2), where: third)
                .replacing(with: LaneIntegers(repeating: 3), where: fourth)
                .replacing(with: LaneIntegers(repeating: -1), where: dead))
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
    func store(_ winners: LaneBytes, _ i: Int) {
        UnsafeMutableRawPointer(start + i).storeBytes(of: winners, as: LaneBytes.self)
    }
}
