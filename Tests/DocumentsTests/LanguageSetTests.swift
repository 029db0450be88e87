import Documents
import Languages
import TestSupport
import Testing

@Suite("A language is declared by its files", .limited)
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
                "name: Français\nfallback: en\nnumbers: {decimal: comma, group: '.'}\ndirection: rtl\nfont: Amiri",
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
            "a/language.fr.yaml": "name: Français\nfallback: en\nnumbers: {decimal: comma, group: '.'}",
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
                == ["a/pages.fr.yaml:1: error: “share” is missing, which is in a/pages.en.yaml:2"])
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
            ("name: F\nfallback: fr", "a/language.fr.yaml:2: error: “fr” can't fall back to itself"),
            ("fallback: en", "a/language.fr.yaml:1: error: a language needs its own name for itself"),
            ("name: ' '\nfallback: en", "a/language.fr.yaml:1: error: a language needs its own name for itself"),
            (
                "name: \"F\\u202Er\"\nfallback: en",
                "a/language.fr.yaml:1: error: this text has a character that can't be seen, U+202E"
            ),
            (
                "name: \"F\\nr\"\nfallback: en",
                "a/language.fr.yaml:1: error: this text has a character that can't be seen, U+000A"
            ),
            (
                "name: F\nfallback: en\nnumbers:\n  group: \"\\u202E\"",
                "a/language.fr.yaml:4: error: this text has a character that can't be seen, U+202E"
            ),
            (
                "name: F\nfallback: en\nnumbers:\n  decimal: comma",
                "a/language.fr.yaml:4: error: “group” and “decimal” are both “,”"
            ),
            (
                "name: F\nfallback: en\nnumbers: {group: '0'}",
                "a/language.fr.yaml:3: error: “group” can't be “0”"
            ),
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
        let words = "next: Next {count}"
        #expect(
            fault(["a/language.fr.yaml": french, "a/pages.en.yaml": words, "a/pages.fr.yaml": "nxet: Suivante {count}"])
                == "a/pages.fr.yaml:1: error: “nxet” is here, and “next” in a/pages.en.yaml:1; one of the two is misspelt"
        )
        #expect(
            fault(["a/language.fr.yaml": french, "a/pages.en.yaml": words, "a/pages.fr.yaml": "next: Suivante {cuont}"])
                == "a/pages.fr.yaml:1: error: “next”: the slot {cuont} is here, and {count} in a/pages.en.yaml:1; one of the two is "
                + "misspelt"
        )
    }

    @Test("a fallback that is not there, and one that leads in a circle, are told without blaming others")
    func fallbacks() {
        let mexican = "name: M\nfallback: es"
        #expect(
            fault(["a/language.es-MX.yaml": mexican])
                == "a/language.es-MX.yaml:2: error: there is no language “es”; did you mean en?")
        #expect(
            fault(["a/language.es-MX.yaml": mexican, "a/language.es.yaml": "name: E\nfallback: es"])
                == "a/language.es.yaml:2: error: “es” can't fall back to itself; name another language")
        #expect(
            fault([
                "a/language.de.yaml": "name: D\nfallback: es", "a/language.es.yaml": "name: E\nfallback: pt",
                "a/language.pt.yaml": "name: P\nfallback: es",
            ]) == "a/language.es.yaml:2: error: these languages fall back to each other: es, pt")
    }

    @Test(
        "a file that is called as if it declared a language is never passed over",
        arguments: [
            ("a/language.FR.yaml", "“FR” is no code of a language; did you mean language.fr.yaml?"),
            ("a/language..yaml", "“” is no code of a language; BCP 47 has codes such as fr, pt-BR and sr-Latn."),
            ("language.fr.old.yaml", "“fr.old” is no code of a language"),
        ])
    func names(path: String, message: String) {
        let found = fault([path: "name: F\nfallback: en"])
        #expect(found?.hasPrefix("\(path):1: error: \(message)") == true, "\(found ?? "nothing")")
    }

    @Test("messages call a language by its name in English, where its file says that")
    func inEnglish() throws {
        #expect(LanguageSet.course.languages.map(\.inEnglish) == ["English", "Spanish", "Mexican Spanish"])
        #expect(
            try set(["a/language.fr.yaml": "name: Français\nfallback: en\nnumbers: {decimal: point}"])["fr"]?.inEnglish
                == "Français")
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
