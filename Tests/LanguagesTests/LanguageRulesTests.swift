import Languages
import TestSupport
import Testing

@Suite("Rules of a language", .limited)
struct LanguageRulesTests {
    @Test("the languages of the course have the rules that their numbers follow")
    func own() {
        let (english, spanish) = (Language.en.rules, Language.es.rules)
        #expect([english.code, spanish.code] == ["en", "es"])
        #expect([english.endonym, spanish.endonym] == ["English", "Español"])
        #expect([english.decimalMark, spanish.decimalMark] == [.point, .comma])
        #expect([english.groupSeparator, spanish.groupSeparator] == [",", "\u{202F}"])
        #expect([english.minimumGroupingDigits, spanish.minimumGroupingDigits] == [1, 2])
        #expect([english.direction, spanish.direction] == [.leftToRight, .leftToRight])
    }

    @Test(
        "patterns say where their members stand",
        arguments: ["", "{0}", "{1} and {0}", "{0}{0}{1}", "{0} and {1} and {1}", "{0} and {2}"])
    func listPatterns(pattern: String) throws {
        let error = try #require(caught(PatternError.self) { try ListPattern(pattern) })
        #expect(
            error.description
                == "“\(pattern)” is no way to write a list: {0} and {1} stand in it once each, in this order.")
    }

    @Test("a percentage has one number", arguments: ["", "%", "{0}{0}%", "{1}%"])
    func percentPatterns(pattern: String) throws {
        let error = try #require(caught(PatternError.self) { try PercentPattern(pattern) })
        #expect(error.description == "“\(pattern)” is no way to write a percentage: it must contain {0} once.")
    }

    @Test("lists are joined as the language does it, whatever stands around the members")
    func lists() throws {
        let patterns = try ListPatterns(
            two: ListPattern("<{0} & {1}>"), start: ListPattern("[{0}; {1}]"), middle: ListPattern("{0}, {1}"),
            end: ListPattern("({0} + {1})"))
        let rules = LanguageRules(
            code: "x", endonym: "X", decimalMark: .point, groupSeparator: "'", percent: try PercentPattern("%{0}"),
            plurals: try PluralRules([:]), and: patterns, or: patterns)
        let message = try Message("{a, list, or}")
        let texts = try (1...5).map { count in
            let members = (0..<count).map { Argument.text(String("abcde".dropFirst($0).prefix(1))) }
            return try message.phrase(["a": .list(members)], in: rules).text(in: NumberFormat(.en))
        }
        #expect(texts == ["a", "<a & b>", "[a; (b + c)]", "[a; b, (c + d)]", "[a; b, c, (d + e)]"])
    }

    @Test(
        "Spanish says “e” before an i and “u” before an o, as they sound",
        arguments: [
            ("y", ["Sobel", "Prewitt"], "Sobel y Prewitt"), ("y", ["bordes", "imágenes"], "bordes e imágenes"),
            ("y", ["bordes", "Índices"], "bordes e Índices"), ("y", ["padres", "hijos"], "padres e hijos"),
            ("y", ["agua", "hielo"], "agua y hielo"), ("y", ["a", "b", "i"], "a, b e i"),
            ("o", ["uno", "otro"], "uno u otro"), ("o", ["a", "hoja"], "a u hoja"), ("o", ["7", "8"], "7 u 8"),
            ("o", ["10", "11"], "10 u 11"), ("o", ["10", "110"], "10 o 110"), ("o", ["7", "80"], "7 u 80"),
        ])
    func sounds(conjunction: String, members: [String], text: String) throws {
        let message = try Message("{a, list, \(conjunction == "y" ? "and" : "or")}")
        let arguments = ["a": Argument.list(members.map { Int($0).map(Argument.integer) ?? .text($0) })]
        #expect(try message.phrase(arguments, in: Language.es.rules).text(in: NumberFormat(.es)) == text)
    }
}
