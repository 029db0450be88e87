import Languages
import TestSupport
import Testing

@Suite("Plural rules", .limited)
struct PluralRulesTests {
    /// As CLDR 44 has them, samples left out.
    private static let rules: [String: [String: String]] = [
        "en": ["one": "i = 1 and v = 0"],
        "es": ["one": "n = 1", "many": "e = 0 and i != 0 and i % 1000000 = 0 and v = 0 or e != 0..5"],
        "fr": ["one": "i = 0,1", "many": "e = 0 and i != 0 and i % 1000000 = 0 and v = 0 or e != 0..5"],
        "pl": [
            "one": "i = 1 and v = 0", "few": "v = 0 and i % 10 = 2..4 and i % 100 != 12..14",
            "many": "v = 0 and i != 1 and i % 10 = 0..1 or v = 0 and i % 10 = 5..9 or v = 0 and i % 100 = 12..14",
        ],
        "cs": ["one": "i = 1 and v = 0", "few": "i = 2..4 and v = 0", "many": "v != 0"],
        "ar": ["zero": "n = 0", "one": "n = 1", "two": "n = 2", "few": "n % 100 = 3..10", "many": "n % 100 = 11..99"],
        "lv": [
            "zero": "n % 10 = 0 or n % 100 = 11..19 or v = 2 and f % 100 = 11..19",
            "one": "n % 10 = 1 and n % 100 != 11 or v = 2 and f % 10 = 1 and f % 100 != 11 or v != 2 and f % 10 = 1",
        ],
        "da": ["one": "n = 1 or t != 0 and i = 0,1"],
    ]

    @Test(
        "whole numbers take the category that CLDR's samples give them",
        arguments: [
            ("en", PluralCategory.one, [1, -1]), ("en", .other, [0, 2, 11, 1_000_000]),
            ("es", .one, [1]), ("es", .many, [1_000_000, 2_000_000]), ("es", .other, [0, 2, 16, 100_000]),
            ("fr", .one, [0, 1]), ("fr", .many, [1_000_000]), ("fr", .other, [2, 17]),
            ("pl", .one, [1]), ("pl", .few, [2, 4, 22, 34, 102, 1002]),
            ("pl", .many, [0, 5, 12, 14, 19, 21, 100, 112]),
            ("cs", .one, [1]), ("cs", .few, [2, 3, 4]), ("cs", .other, [0, 5, 22]),
            ("ar", .zero, [0]), ("ar", .one, [1]), ("ar", .two, [2]), ("ar", .few, [3, 10, 103, 1010]),
            ("ar", .many, [11, 26, 111, 1011]), ("ar", .other, [100, 102, 200, 300]),
            ("lv", .zero, [0, 10, 11, 19, 30, 111]), ("lv", .one, [1, 21, 101, 1001]), ("lv", .other, [2, 9, 22, 109]),
        ])
    func integers(language: String, category: PluralCategory, values: [Int]) throws {
        let rules = try PluralRules(#require(Self.rules[language]))
        #expect(values.filter { rules.category(of: $0) != category } == [])
    }

    @Test(
        "decimals that are seen count, also zeros",
        arguments: [
            ("en", 1.0, 1, PluralCategory.other), ("en", 1.0, 0, .one), ("es", 1.0, 2, .one), ("es", 1.1, 1, .other),
            ("es", 1_000_000, 1, .other), ("fr", 1.5, 1, .one), ("fr", 0.0, 1, .one), ("fr", 2.0, 1, .other),
            ("pl", 1.5, 1, .other), ("pl", 5.0, 1, .other), ("cs", 1.0, 1, .many), ("cs", 0.5, 1, .many),
            ("ar", 3.0, 1, .few), ("ar", 3.1, 1, .other), ("lv", 0.11, 2, .zero), ("lv", 0.1, 1, .one),
            ("lv", 10.0, 1, .zero), ("da", 0.1, 1, .one), ("da", 1.0, 1, .one), ("da", 2.1, 1, .other),
            ("en", 0.996, 2, .other), ("es", 0.996, 2, .one), ("en", .nan, 2, .other), ("es", .infinity, 0, .other),
            ("ar", 1e300, 0, .other),
        ])
    func decimals(language: String, value: Double, decimals: Int, category: PluralCategory) throws {
        let rules = try PluralRules(#require(Self.rules[language]))
        #expect(rules.category(of: value, decimals: decimals) == category)
    }

    @Test("the languages of the course have CLDR's rules", arguments: Language.allCases)
    func own(language: Language) throws {
        #expect(try PluralRules(#require(Self.rules[language.code])) == language.rules.plurals)
    }

    @Test("samples are passed over, “other” may have nothing else, and categories have CLDR's order")
    func samples() throws {
        let rules = try PluralRules([
            "other": " @integer 0, 2~16 @decimal 0.0~1.5, …", "many": "i = 5 @integer 5", "one": "i = 1 @integer 1",
        ])
        #expect(rules.categories == [.one, .many, .other])
        #expect(rules.category(of: 5) == .many)
        #expect(try PluralRules([:]).categories == [.other])
    }

    @Test(
        "what can't be read is told with its column",
        arguments: [
            ("on", "n = 1", 1, "there is no such plural category; did you mean one?"),
            ("one", "", 1, "a condition is expected: n = 1"),
            ("one", "x = 1", 1, "one of n, i, v, w, f, t, c, e was expected, not “x”"),
            ("one", "n is 1", 3, "%, = or != was expected, not “is”"),
            ("one", "n mod 10 = 1", 3, "%, = or != was expected, not “mod”"),
            ("one", "n % 0 = 1", 5, "a number above 0 behind % was expected, not “0”"),
            ("one", "n % 10 1", 8, "= or != was expected, not “1”"),
            ("one", "n = 1..", 8, "a whole number up to 1000000000 was expected, not the end"),
            ("one", "n = 4..2", 8, "a number not below 4 was expected, not “2”"),
            ("one", "n = 1, and", 8, "a whole number up to 1000000000 was expected, not “and”"),
            ("one", "n = 1 xor i = 2", 7, "and, or, or the end was expected, not “xor”"),
            ("one", "n = 1 or", 9, "one of n, i, v, w, f, t, c, e was expected, not the end"),
            (
                "one", "n = 99999999999999999999", 5,
                "a whole number up to 1000000000 was expected, not “99999999999999999999”"
            ),
            ("other", "n = 1", 1, "it has no condition: it is for what meets no other one"),
        ])
    func errors(category: String, condition: String, column: Int, problem: String) throws {
        let error = try #require(caught(PluralRuleError.self) { try PluralRules([category: condition]) })
        #expect(error.description == "plural category “\(category)”, column \(column): \(problem)")
    }
}
