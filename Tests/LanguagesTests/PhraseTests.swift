import Languages
import TestSupport
import Testing

@Suite("Phrases", .limited)
struct PhraseTests {
    @Test("one phrase reads with the numbers of each reader")
    func readers() {
        let phrase: Phrase = "\(60_000) / \(0.5, digits: 2) / \(0.9907, percent: 1)"
        #expect(phrase.text(in: NumberFormat(.en)) == "60,000 / 0.50 / 99.1%")
        #expect(phrase.text(in: NumberFormat(.es)) == "60\u{202F}000 / 0,50 / 99,1\u{A0}%")
        #expect(phrase.text(in: NumberFormat(.es, decimalMark: .point)) == "60\u{202F}000 / 0.50 / 99.1\u{A0}%")
    }

    @Test("a number in a formula has the reader's mark, in braces where TeX would take it for a list's comma")
    func formulas() {
        let phrase: Phrase = "$\(tex: -0.5, digits: 1) + \(tex: 1_234.5, digits: 2)$"
        #expect(phrase.text(in: NumberFormat(.en)) == "$-0.5 + 1234.50$")
        #expect(phrase.text(in: NumberFormat(.es)) == "$-0{,}5 + 1234{,}50$")
        #expect(phrase.text(in: NumberFormat(.es, decimalMark: .point)) == "$-0.5 + 1234.50$")
    }

    @Test("text, other phrases and plain numbers go in as they are")
    func pieces() {
        let inner: Phrase = "\(1_234)"
        let phrase: Phrase = "[\("a")] [\(inner)] [\(plain: -1_234)]"
        #expect(phrase.text(in: NumberFormat(.en)) == "[a] [1,234] [-1234]")
    }

    @Test("a bilingual text gives each language its own phrase")
    func bilingual() {
        let text = Localized(en: "\(1) edge", es: "\(1) borde")
        #expect(text.text(in: NumberFormat(.en)) == "1 edge")
        #expect(text.text(in: NumberFormat(.es)) == "1 borde")
        #expect(Localized(same: "x").text(in: NumberFormat(.es)) == "x")
    }

    @Test("an empty phrase knows it")
    func empty() {
        #expect(("" as Phrase).isEmpty)
        #expect(!("\(0)" as Phrase).isEmpty)
    }
}
