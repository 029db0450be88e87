/// Who won each 2x2 window: 0 to 3 in reading order, for sixteen channels at once.
typealias Winners = SIMD16<UInt8>

/// ReLU and 2x2 max pooling of four vectors, in this order of reading. Since both keep order, pooling may come
/// first, and ReLU then has a quarter of the work.
@inline(__always)
func pooled(_ a: Vector, _ b: Vector, _ c: Vector, _ d: Vector) -> (value: Vector, winners: Winners) {
    var best = a
    var winners = SIMD16<Int32>()
    let second = b .> best
    best.replace(with: b, where: second)
    winners.replace(with: 1, where: second)
    let third = c .> best
    best.replace(with: c, where: third)
    winners.replace(with: 2, where: third)
    let fourth = d .> best
    best.replace(with: d, where: fourth)
    winners.replace(with: 3, where: fourth)
    best.replace(with: 0, where: best .< 0)
    return (best, Winners(truncatingIfNeeded: winners))
}

/// Room for the winners of a shard.
final class WinnerMap {
    let start: UnsafeMutableRawPointer

    init(_ count: Int) {
        start = .allocate(byteCount: max(count, 16), alignment: 64)
        start.initializeMemory(as: UInt8.self, repeating: 0, count: max(count, 16))
    }

    deinit { start.deallocate() }

    @inline(__always)
    func store(_ winners: Winners, _ i: Int) { (start + i).storeBytes(of: winners, as: Winners.self) }

    @inline(__always)
    func load(_ i: Int) -> Winners { (start + i).loadUnaligned(as: Winners.self) }

    @inline(__always)
    subscript(i: Int) -> Int { Int((start + i).load(as: UInt8.self)) }
}
