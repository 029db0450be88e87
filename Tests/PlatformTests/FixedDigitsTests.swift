import Foundation
import TestSupport
import Testing

@testable import Platform

@Suite("Numbers with a fixed count of decimals", .limited)
struct FixedDigitsTests {
    @Test("halves are those of the number itself, and go to the even digit")
    func halves() {
        for (value, digits, text) in [
            (0.125, 2, "0.12"), (0.375, 2, "0.38"), (2.675, 2, "2.67"), (0.5, 0, "0"), (1.5, 0, "2"), (2.5, 0, "2"),
            (-0.0, 1, "-0.0"), (-0.04, 1, "-0.0"), (999.95, 1, "1000.0"), (1e22, 0, "10000000000000000000000"),
            (.leastNonzeroMagnitude, 3, "0.000"), (.infinity, 1, "inf"), (.nan, 1, "nan"),
        ] as [(Double, Int, String)] {
            #expect(value.fixed(digits) == text)
        }
    }

    @Test("every number is written as Foundation writes it")
    func foundation() {
        var random = SystemRandomNumberGenerator()
        for _ in 0..<20_000 {
            let value = Double(bitPattern: random.next())
            guard value.isFinite else { continue }
            let digits = Int.random(in: 0...9)
            #expect(value.fixed(digits) == String(format: "%.\(digits)f", value), "\(value)")
            let common = Double.random(in: -1000...1000)
            #expect(common.fixed(digits) == String(format: "%.\(digits)f", common), "\(common)")
        }
        #expect(Double.greatestFiniteMagnitude.fixed(20).count == 330)
    }
}
