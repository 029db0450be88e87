/// Angles without their whole quarter turns.
enum QuarterTurns {
    /// The angle `x`, in radians, as quarter turns (of which the last two bits count) and a rest within pi / 4, to 100
    /// bits. The rest is no number where the angle is infinite or none.
    static func reduced(_ x: Double) -> (quarters: Int, rest: TwoDoubles) {
        guard x.magnitude >= 0.785 else { return (0, TwoDoubles(x)) }
        guard x.isFinite else { return (0, TwoDoubles(.nan)) }
        return x.magnitude < 0x1p20 ? reducedSmall(x) : reducedLarge(x)
    }

    /// pi / 2 is taken off in three doubles. The first step is exact, because x is close to that many quarter turns.
    private static func reducedSmall(_ x: Double) -> (quarters: Int, rest: TwoDoubles) {
        let n = x * 0x1.45f306dc9c883p-1 + 0x1.8p52 - 0x1.8p52
        let first = x.addingProduct(-n, 0x1.921fb54442d18p+0)
        let second = TwoDoubles.product(-n, 0x1.1a62633145c07p-54)
        return (Int(n), TwoDoubles(first) + second + TwoDoubles(n * 0x1.f1976b7ed8fbcp-110))
    }

    /// x is a whole number m times 2^e. Of 2 / pi only those bits are multiplied by m of which the product is below four
    /// quarter turns, and of the bits behind them as many as the rest needs where it is smallest: 192 in all.
    ///
    /// Source: M. H. Payne, R. N. Hanek, *Radian Reduction for Trigonometric Functions*, 1983.
    private static func reducedLarge(_ x: Double) -> (quarters: Int, rest: TwoDoubles) {
        let m = x.significandBitPattern | 1 << 52
        // Two bits earlier, and one word later, since the table begins with a word of zeros.
        let bit = Int(x.exponent) - 52 - 2 + 64
        let first = bits(from: bit + 128).multipliedFullWidth(by: m)
        let second = bits(from: bit + 64).multipliedFullWidth(by: m)
        let (middle, carry) = second.low.addingReportingOverflow(first.high)
        let top = bits(from: bit) &* m &+ second.high &+ (carry ? 1 : 0)

        // As a signed number, what is behind the two bits of the quarter turns lies between -1/2 and 1/2.
        let high = Int64(bitPattern: top << 2 | middle >> 62)
        let low = middle << 2 | first.low >> 62
        let quarters = Int(top >> 62) + (high < 0 ? 1 : 0)
        let fraction =
            TwoDoubles.sum(Double(high >> 32) * 0x1p-32, Double(high & 0xFFFF_FFFF) * 0x1p-64)
            + TwoDoubles(Double(low >> 11) * 0x1p-117)
        let rest = fraction * TwoDoubles(0x1.921fb54442d18p+0, 0x1.1a62633145c07p-54)
        return x > 0 ? (quarters, rest) : (-quarters, TwoDoubles(-rest.high, -rest.low))
    }

    private static func bits(from bit: Int) -> UInt64 {
        let (word, shift) = (bit / 64, bit % 64)
        return twoOverPi[word] << shift | twoOverPi[word + 1] >> (64 - shift)
    }

    /// 2 / pi in binary, behind a word of zeros: as many bits as the largest double asks for.
    private static let twoOverPi: [UInt64] = [
        0, 0xA2F9_836E_4E44_1529, 0xFC27_57D1_F534_DDC0, 0xDB62_9599_3C43_9041, 0xFE51_63AB_DEBB_C561,
        0xB724_6E3A_424D_D2E0, 0x0649_2EEA_09D1_921C, 0xFE1D_EB1C_B129_A73E, 0xE882_35F5_2EBB_4484,
        0xE99C_7026_B45F_7E41, 0x3991_D639_8353_39F4, 0x9C84_5F8B_BDF9_283B, 0x1FF8_97FF_DE05_980F,
        0xEF2F_118B_5A0A_6D1F, 0x6D36_7ECF_27CB_09B7, 0x4F46_3F66_9E5F_EA2D, 0x7527_BAC7_EBE5_F17B,
        0x3D07_39F7_8A52_92EA, 0x6BFB_5FB1_1F8D_5D08, 0x5603_3046_FC7B_6BAB, 0xF0CF_BC20_9AF4_361D,
    ]
}
