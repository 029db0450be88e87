import Documents
import Languages
import TestSupport
import Testing

@Suite("A language is declared by its files")
struct LanguageSetTests {
    private static let english = """
        name: English
        numbers: {decimal: point, group: ",", percent: "{0}%"}
        plurals:
          one: i = 1 and v = 0
        lists:
          and: {two: "{0} and {1}", start: "{0}, {1}", middle: "{0}, {1}", end: "{0} and {1}"}
          or: {two: "{0} or {1}", start: "{0}, {1}", middle: "{0}, {1}", end: "{0} or {1}"}
        """

    private func set(_ files: [String: String]) throws(DocumentError) -> LanguageSet {
        try LanguageSet(["a/language.en.yaml": Self.english].merging(files) { _, new in new })
    }

    private func fault(_ files: [String: String]) -> String? {
        caught(DocumentError.self) { try set(files) }?.description
    }

    @Test("English and Spanish lead the course, and what they write is CLDR's")
    func course() throws {
        #expect(LanguageSet.course.languages.map(\.code) == ["en", "es", "es-MX"])
        #expect(LanguageSet.course.main.map(\.code) == ["en", "es"], "a region's variant is written when asked for")
        let texts = LanguageSet.course.languages.map { language in
            let format = NumberFormat(language)
            return [format.integer(12_345), format.decimal(0.5, digits: 1), format.percent(0.125, digits: 1)]
        }
        #expect(
            texts == [
                ["12,345", "0.5", "12.5%"], ["12\u{202F}345", "0,5", "12,5\u{A0}%"],
                ["12\u{202F}345", "0.5", "12.5\u{A0}%"],
            ])
    }

    @Test("what a file leaves out is as in the language that it falls back to")
    func inherited() throws {
        let languages = try set([
            "a/language.fr.yaml":
                "name: Français\nfallback: en\nnumbers: {decimal: comma}\ndirection: rtl\nfont: Amiri",
            "a/language.fr-CA.yaml": "name: Français (Canada)\nfallback: fr\nnumbers: {group: ' '}",
        ])
        let canadian = try #require(languages["fr-CA"])
        #expect(canadian.fallbacks.map(\.code) == ["fr", "en"] && canadian.leading.code == "en")
        #expect(canadian.rules.decimalMark == .comma && canadian.rules.groupSeparator == " ")
        #expect(canadian.rules.direction == .rightToLeft && canadian.rules.font == "Amiri")
        #expect(canadian.rules.plurals == languages["en"]?.rules.plurals)
        #expect(languages.main.map(\.code) == ["en", "fr"])
    }

    @Test("words that a language lacks are said in the one that stands in for it, with its own numbers")
    func words() throws {
        let languages = try set([
            "a/language.fr.yaml": "name: Français\nfallback: en\nnumbers: {decimal: comma}",
            "a/pages.en.yaml": "next: Next\nshare: \"{x, number, ::.0} of {n, plural, one {one} other {#}}\"",
            "a/pages.fr.yaml": "next: Suivante",
        ])
        let french = try #require(languages["fr"])
        #expect(Localized(word: "pages.next")[french] == "Suivante")
        let share = Localized(word: "pages.share", ["x": .number(0.5), "n": .integer(1)])
        #expect(share.text(in: NumberFormat(french)) == "0,5 of one")
        #expect(!share.isWritten(in: french) && Localized(word: "pages.next").isWritten(in: french))
        let format = NumberFormat(french)
        #expect(Localized(word: "pages.nxet").text(in: format) == "⟨pages.nxet⟩")
        #expect(Localized(word: "pages.share").text(in: format) == "⟨pages.share: x⟩")
        #expect(
            languages.words["pages"]?.gaps(in: french).map(\.description)
                == ["a/pages.fr.yaml:1: error: “share” is missing, which stands in a/pages.en.yaml:2"])
    }

    @Test(
        "a fault is named with its place, and with what was meant",
        arguments: [
            (
                "name: F\nfallbak: en",
                "a/language.fr.yaml:2: error: a language has no “fallbak”; did you mean fallback?"
            ),
            ("name: F\nfallback: ne", "a/language.fr.yaml:2: error: there is no language “ne”; did you mean en?"),
            ("name: F", "a/language.fr.yaml:1: error: one language falls back to no other, and that is “en”"),
            ("name: F\nfallback: fr", "a/language.fr.yaml:2: error: these languages fall back to each other: fr"),
            ("fallback: en", "a/language.fr.yaml:1: error: a language that falls back to no other one needs name:"),
            (
                "name: F\nfallback: en\nnumbers: {decimal: coma}",
                "a/language.fr.yaml:3: error: “decimal” can't be “coma”; did you mean comma?"
            ),
            (
                "name: F\nfallback: en\nnumbers:\n  percent: '%'",
                "a/language.fr.yaml:4: error: “%” is no way to write a percentage"
            ),
            (
                "name: F\nfallback: en\nplurals:\n  one: n is 1",
                "a/language.fr.yaml:4: error: plural category “one”, column 3"
            ),
            ("name: F\nfallback: en\nlists:\n  and: {two: '{0}'}", "a/language.fr.yaml:4: error: “{0}” is no way to"),
            ("name: [F]\nfallback: en", "a/language.fr.yaml:1: error: a text is wanted here"),
            ("name: F\nfallback: en\nalphabet: {nn: n}", "a/language.fr.yaml:3: error: a letter and the one that it"),
        ])
    func faults(file: String, message: String) {
        let found = fault(["a/language.fr.yaml": file])
        #expect(found?.hasPrefix(message) == true, "\(found ?? "nothing")")
    }

    @Test("a key that the leading language has not, and another slot, are errors with the place and a near miss")
    func differences() {
        let french = "name: F\nfallback: en"
        let words = "next: Next {n}"
        #expect(
            fault(["a/language.fr.yaml": french, "a/pages.en.yaml": words, "a/pages.fr.yaml": "nxet: Suivante {n}"])
                == "a/pages.fr.yaml:1: error: “nxet” stands here, and “next” in a/pages.en.yaml:1; one of the two is misspelt"
        )
        #expect(
            fault(["a/language.fr.yaml": french, "a/pages.en.yaml": words, "a/pages.fr.yaml": "next: Suivante {m}"])
                == "a/pages.fr.yaml:1: error: “next”: the slot {m} stands here, and {n} in a/pages.en.yaml:1; one of the two is "
                + "misspelt"
        )
    }

    @Test("a dictionary's order: accents and case do not count, a language's own letters do")
    func sorting() {
        let words = ["nube", "ñu", "Nácar", "oasis", "nz"]
        let rules = Language.es.rules
        #expect(
            words.sorted { rules.sortingKey(of: $0) < rules.sortingKey(of: $1) } == [
                "Nácar", "nube", "nz", "ñu", "oasis",
            ])
    }
}
