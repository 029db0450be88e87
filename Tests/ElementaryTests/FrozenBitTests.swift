import Elementary
import TestSupport
import Testing

/// Every level of every system has to reproduce these. Whoever changes a function on purpose raises
/// `NumericVersion.current` and the versions of measurements, and puts the new hash here.
@Suite("Elementary functions give the same bits everywhere", .limited)
struct FrozenBitTests {
    private func hash(_ function: (inout Arguments, inout BitHash) -> Void) -> UInt64 {
        var (arguments, hash) = (Arguments(), BitHash())
        for _ in 0..<4_000 { function(&arguments, &hash) }
        return hash.value
    }

    /// Some numbers as they come up, and some of any kind.
    private func hash(_ range: ClosedRange<Double>, _ function: (Double) -> Double) -> UInt64 {
        hash { arguments, hash in
            hash.add(function(arguments.number(range)))
            hash.add(function(arguments.any()))
        }
    }

    private func hash(
        _ first: ClosedRange<Double>, _ second: ClosedRange<Double>, _ function: (Double, Double) -> Double
    ) -> UInt64 {
        hash { arguments, hash in
            hash.add(function(arguments.number(first), arguments.number(second)))
            hash.add(function(arguments.any(), arguments.any()))
        }
    }

    private func hash(_ function: (Float) -> Float) -> UInt64 {
        hash { arguments, hash in
            hash.add(function(Float(arguments.number(-20...20))))
            hash.add(function(Float(bitPattern: UInt32(arguments.bits() >> 32))))
        }
    }

    @Test("doubles")
    func doubles() {
        #expect(hash(-50...50, Double.exp) == 0xE46B_7DA7_325B_3278)
        #expect(hash(0...50, Double.log) == 0x7133_CAA4_F251_B3B1)
        #expect(hash(0...50, Double.log10) == 0xA812_5F71_7C3F_53F4)
        #expect(hash(-5...5, Double.tanh) == 0xD638_4DFF_C37F_47BA)
        #expect(hash(-50...50, Double.sin) == 0x06A6_411C_35AC_666F)
        #expect(hash(-50...50, Double.cos) == 0x9E35_A43C_F423_DA59)
        #expect(hash(-50...50, Double.cbrt) == 0x1BB8_88E0_0A29_AD0A)
        #expect(hash(0...50, -10...10, Double.pow) == 0xDF86_333B_E46B_425B)
        #expect(hash(-1...1, -1...1, Double.atan2) == 0xB9FB_29CC_3729_865B)
    }

    @Test("floats")
    func floats() {
        #expect(hash(Float.exp) == 0x9C92_5B4B_21BF_C7B0)
        #expect(hash(Float.log) == 0xF9FF_4001_AC64_0DD9)
        #expect(hash(Float.sigmoid) == 0x1727_435A_FBD9_3444)
        #expect(hash(Float.log10) == 0xA6D0_537E_42D5_BF37)
        #expect(hash(Float.tanh) == 0x5752_1D1F_EADE_EF50)
        #expect(hash(Float.sin) == 0xE6CE_1674_B45C_13C8)
        #expect(hash(Float.cos) == 0x8A06_A186_1B20_7EA0)
        #expect(hash { Float.pow($0, 2.4) } == 0x34FD_F594_559D_375C)
        #expect(hash { Float.atan2($0, 2) } == 0x9195_A1AC_3F7E_4D24)
    }
}
