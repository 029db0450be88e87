import Languages
import TestSupport
import Testing

@Suite("Numbers by language", .limited)
struct NumberFormatTests {
    private let english = NumberFormat(.en)
    private let spanish = NumberFormat(.es)
    private let mexican = NumberFormat(.es, decimalMark: .point)

    @Test("English groups thousands from four digits on, Spanish from five")
    func grouping() {
        #expect(
            [0, 7, 999, 9_907, 60_000, 225_034, 1_234_567].map(english.integer) == [
                "0", "7", "999", "9,907", "60,000", "225,034", "1,234,567",
            ])
        #expect(
            [999, 9_907, 60_000, 1_234_567].map(spanish.integer) == [
                "999", "9907", "60\u{202F}000", "1\u{202F}234\u{202F}567",
            ])
    }

    @Test("a negative number has a minus sign, not a hyphen")
    func minus() {
        #expect(english.integer(-240) == "\u{2212}240")
        #expect(english.decimal(-9.5, digits: 1) == "\u{2212}9.5")
        #expect(english.integer(.min) == "\u{2212}9,223,372,036,854,775,808")
    }

    @Test("the decimal mark is the language's, unless the reader asks for another")
    func marks() {
        #expect(english.decimal(0.9886, digits: 4) == "0.9886")
        #expect(spanish.decimal(0.9886, digits: 4) == "0,9886")
        #expect(mexican.decimal(0.9886, digits: 4) == "0.9886")
        #expect(spanish.decimal(12_345.678, digits: 2) == "12\u{202F}345,68")
    }

    @Test("Spanish keeps a space before the per cent sign")
    func percent() {
        #expect(english.percent(0.9907, digits: 2) == "99.07%")
        #expect(spanish.percent(0.9907, digits: 2) == "99,07\u{A0}%")
    }

    @Test(
        "decimals are rounded as the digits that one sees would be, halves to even",
        arguments: [
            (0.125, 2, "0.12"), (0.375, 2, "0.38"), (2.5, 0, "2"), (3.5, 0, "4"), (0.999, 2, "1.00"),
            (99.95, 1, "100.0"), (1e-7, 4, "0.0000"), (1.5e-5, 6, "0.000015"),
            (1e21, 0, "1,000,000,000,000,000,000,000"),
            (0.1 + 0.2, 3, "0.300"), (12, 2, "12.00"), (-0.001, 2, "0.00"),
        ])
    func rounding(value: Double, digits: Int, text: String) {
        #expect(english.decimal(value, digits: digits) == text)
    }

    @Test("what is not finite is written as mathematicians write it")
    func notFinite() {
        #expect(english.decimal(.infinity, digits: 2) == "∞")
        #expect(english.decimal(-.infinity, digits: 2) == "\u{2212}∞")
        #expect(english.decimal(.nan, digits: 2) == "—")
    }
}
