import Languages
import TestSupport
import Testing

@Suite("Messages", .limited)
struct MessageTests {
    private static let values: [String: Argument] = [
        "count": .integer(9_907), "one": .integer(1), "zero": .integer(0), "minus": .integer(-1_234),
        "share": .number(0.9907), "time": .number(1.5), "whole": .number(1), "name": .text("Canny"),
        "phrase": .phrase("\(12_000) px"), "outcome": .outcome("fewer"), "odd": .outcome("same"),
        "names": .list([.text("a"), .phrase("b"), .integer(10_000)]), "pair": .list([.text("x"), .text("y")]),
        "million": .integer(1_000_000),
    ]

    private func text(
        _ source: String, _ language: Language = .en, dialect: Message.Dialect = .plain
    ) throws -> String {
        try Message(source, dialect: dialect).phrase(Self.values, in: language.rules).text(in: NumberFormat(language))
    }

    @Test(
        "a slot is filled as its style says, by the reader's custom",
        arguments: [
            ("{count}", "9,907", "9907"), ("{ count }", "9,907", "9907"), ("{count, number}", "9,907", "9907"),
            ("{minus}", "\u{2212}1,234", "\u{2212}1234"), ("{minus, number, ::group-off}", "-1234", "-1234"),
            ("{phrase}", "12,000 px", "12\u{202F}000 px"), ("{name}", "Canny", "Canny"),
            ("{share, number, percent}", "99%", "99\u{A0}%"), ("{share, number, ::.00}", "0.99", "0,99"),
            ("{share, number, ::%x100 .0}", "99.1%", "99,1\u{A0}%"),
            ("{share,number,::.000 %x100}", "99.070%", "99,070\u{A0}%"),
            ("{time, number, integer}", "2", "2"), ("{count, number, ::.0}", "9,907.0", "9907,0"),
            ("{one, number, percent}", "100%", "100\u{A0}%"), ("{count, number, integer}", "9,907", "9907"),
            ("a {name}, {\n  one\n} b", "a Canny, 1 b", "a Canny, 1 b"),
            ("{names, list, and}", "a, b and 10,000", "a, b y 10\u{202F}000"), ("{pair, list, or}", "x or y", "x o y"),
        ])
    func styles(source: String, english: String, spanish: String) throws {
        #expect(try text(source) == english)
        #expect(try text(source, .es) == spanish)
    }

    @Test(
        "branches are chosen by the number or the outcome",
        arguments: [
            ("{one, plural, one {# image} other {# images}}", "1 image"),
            ("{count, plural, one {# image} other {# images}}", "9,907 images"),
            ("{zero, plural, =0 {none} one {# image} other {# images}}", "none"),
            ("{one, plural, =1 {just one} one {# image} other {}}", "just one"),
            ("{minus, plural, =1234 {no} other {# x}}", "\u{2212}1,234 x"),
            ("{outcome, select, more {up} fewer {down} other {equal}}", "down"),
            ("{odd, select, more {up} fewer {down} other {equal}}", "equal"),
            ("{count, plural, other {{one, plural, one {# of} other {}} #}}", "1 of 9,907"),
            ("{count, plural, other {{outcome, select, other {{one, plural, one {#} other {}}}}}}", "1"),
            ("{whole, plural, one {{whole, number, integer} second} other {}}", "1 second"),
            ("{whole, plural, one {no} other {{whole, number, ::.00} seconds}}", "1.00 seconds"),
            ("{time, plural, =1 {no} other {{time, number, ::.0} seconds}}", "1.5 seconds"),
            ("{count,plural,other{{name}}}", "Canny"), ("# {count, plural, other {#}} #", "# 9,907 #"),
        ])
    func branches(source: String, text: String) throws { #expect(try self.text(source) == text) }

    @Test("a language's own categories choose")
    func categories() throws {
        #expect(
            try text("{million, plural, one {a} many {# de veces} other {# veces}}", .es)
                == "1\u{202F}000\u{202F}000 de veces")
        let message = try Message("{n, plural,\n  one {a}\n  few {b} other {c}}", line: 4)
        let error = try #require(caught(MessageError.self) { try message.check(in: Language.es.rules) })
        #expect(error.description == "line 6, column 3: Spanish has no plural category “few”; it has one, many, other")
        try Message("{n, plural, one {a} other {b}}").check(in: Language.en.rules)
        let inner = try Message("{s, select, other {{n, plural, two {a} other {b}}}}")
        #expect(caught(MessageError.self) { try inner.check(in: Language.en.rules) }?.column == 32)
    }

    @Test(
        "apostrophes are ICU's: two are one, and one quotes where a brace follows",
        arguments: [
            ("don't", "don't"), ("l''{name}", "l'Canny"), ("it''s", "it's"), ("'{'name'}'", "{name}"),
            ("'{name}'", "{name}"), ("'{don''t}'", "{don't}"), ("a'", "a'"), ("'' ''", "' '"), ("'#' '", "'#' '"),
            ("{one, plural, one {'#' '}' #} other {}}", "# } 1"), ("{outcome, select, other {it's '{'}}", "it's {"),
        ])
    func apostrophes(source: String, text: String) throws { #expect(try self.text(source) == text) }

    @Test(
        "a text without slots is read as it is written, byte for byte",
        arguments: [
            "", "a", "é e\u{301} \u{1F469}\u{200D}\u{1F52C}\r\n\tb\u{0}", "100% # $5 \\ `x` ~ | \u{202E}", "it's 5'",
            "\n\n a \n",
        ])
    func unchanged(source: String) throws {
        for dialect in [Message.Dialect.plain, .markdown] {
            let message = try Message(source, dialect: dialect)
            #expect(message.literals.map(\.text).joined() == source)
            #expect(message.slots.isEmpty)
            #expect(try text(source, dialect: dialect).utf8.elementsEqual(source.utf8))
        }
    }

    @Test("slots and literals come in the order of the text, with their lines")
    func places() throws {
        let message = try Message(
            "2 of {a}\n{b, plural, =0 {no {c, number, ::.00}} other {# 7}}\n\n{d, select, up {1} other {{e, list, or}}}",
            line: 10)
        #expect(message.slots.map(\.name) == ["a", "b", "c", "d", "e"])
        #expect(message.slots.map(\.line) == [10, 11, 11, 13, 13])
        #expect(message.slots.map(\.kind) == [.value, .plural, .number(.decimals(2)), .select, .list])
        #expect(message.slots.map(\.branches) == [[], ["=0", "other"], [], ["up", "other"], []])
        #expect(message.literals.map(\.text) == ["2 of ", "\n", "no ", " 7", "\n\n", "1"])
        #expect(message.literals.map(\.line) == [10, 10, 11, 11, 11, 13])
    }

    @Test(
        "a value that is missing or of another kind is told with the slot's line and what to write",
        arguments: [
            ("\n{shape}", "line 2: {shape} has no value; did you mean share?"),
            (
                "{time}",
                "line 1: {time} was given a number with decimals; say with how many decimals it is written: {time, number, ::.00}"
            ),
            (
                "{time, number}",
                "line 1: {time} was given a number with decimals; say with how many decimals it is written: {time, number, ::.00}"
            ),
            (
                "{time, number, ::group-off}",
                "line 1: {time} was given a number with decimals; ::group-off takes a whole number"
            ),
            (
                "{time, plural, other {#}}",
                "line 1: {time} was given a number with decimals; the form depends on the decimals that are seen: write {time, number, ::.00} in the branches instead of #"
            ),
            ("{name, number}", "line 1: {name} was given a text; number takes a number"),
            ("{phrase, plural, other {}}", "line 1: {phrase} was given a phrase; plural takes a number"),
            (
                "{outcome}",
                "line 1: {outcome} was given the outcome “fewer”; an outcome is read by {outcome, select, …}"
            ),
            ("{name, select, other {}}", "line 1: {name} was given a text; select reads an outcome"),
            ("{names}", "line 1: {names} was given a list; a list is written by {names, list, and}"),
            (
                "{count, list, and}",
                "line 1: {count} was given a whole number; list takes a list with at least one member"
            ),
        ])
    func values(source: String, description: String) throws {
        let message = try Message(source)
        let error = try #require(caught(SlotError.self) { try message.phrase(Self.values, in: Language.en.rules) })
        #expect(error.description == description)
    }

    @Test("without a near miss the known names are listed; an empty list and a number past 2^53 are refused")
    func rare() throws {
        let message = try Message("{a}{b, list, or}{c, number, ::.0}")
        func error(_ arguments: [String: Argument]) -> String? {
            caught(SlotError.self) { try message.phrase(arguments, in: Language.en.rules) }?.description
        }
        #expect(error([:]) == "line 1: {a} has no value. There are no values.")
        #expect(
            error(["kernel": .integer(1), "count": .integer(1)]) == "line 1: {a} has no value. There are count, kernel."
        )
        #expect(
            error(["a": .integer(1), "b": .list([])])
                == "line 1: {b} was given an empty list; list takes a list with at least one member")
        #expect(
            error(["a": .integer(1), "b": .list([.text("")]), "c": .integer(1 << 53 + 1)])
                == "line 1: {c} was given a whole number; 9007199254740993 has more digits than a number with decimals can hold"
        )
    }

    @Test("is quoted with a mark where its values go")
    func quotation() throws {
        let message = try Message("Edges, {low} and\n {high}: {n, plural, one {# pixel} other {# pixels}}.")
        #expect(message.quotation == "Edges, … and …: ….")
    }
}
