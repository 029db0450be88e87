/// Philox 4x32-10: a block cipher, weakened on purpose, that turns a counter into random bits.
///
/// The n-th block depends on the key and on n alone, so a stream can be cut anywhere and drawn by any number
/// of threads, and it is the same on every machine.
///
/// Source: J. K. Salmon, M. A. Moraes, R. O. Dror, D. E. Shaw, *Parallel Random Numbers: As Easy as 1, 2, 3*,
/// SC 2011.
public struct Philox: Sendable {
    private static let multipliers: (UInt32, UInt32) = (0xD251_1F53, 0xCD9E_8D57)
    private static let weyl: (UInt32, UInt32) = (0x9E37_79B9, 0xBB67_AE85)

    /// Four random words for one counter.
    public static func block(counter: SIMD4<UInt32>, key: SIMD2<UInt32>) -> SIMD4<UInt32> {
        var words = counter
        var round = key
        for _ in 0..<10 {
            let first = multipliers.0.multipliedFullWidth(by: words.x)
            let second = multipliers.1.multipliedFullWidth(by: words.z)
            words = SIMD4(
                second.high ^ words.y ^ round.x, second.low,
                first.high ^ words.w ^ round.y, first.low)
            round &+= SIMD2(weyl.0, weyl.1)
        }
        return words
    }
}
