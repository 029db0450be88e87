import Languages
import TestSupport
import Testing

@Suite("Messages in Markdown", .limited)
struct MarkdownMessageTests {
    private let values: [String: Argument] = [
        "n": .integer(12_345), "x": .number(-0.5), "name": .text("Canny"),
        "phrase": .phrase("\(1_000) \(0.5, digits: 1)"),
        "one": .integer(1),
    ]

    private func text(_ source: String, _ language: Language = .en) throws -> String {
        try Message(source, dialect: .markdown).phrase(values, in: language.rules).text(in: NumberFormat(language))
    }

    @Test(
        "mathematics, code spans and fenced code keep their braces",
        arguments: [
            "$\\frac{n}{x}$", "a $$\n\\sum_{i}^{n}\n$$ b", "`{n}`", "`` {n} ` {n} ``",
            "```swift\nlet a = {n}\n\n{x}\n```",
            "a\n\n  ~~~~ {.swift}\n{n\n~~~\n}}}\n  ~~~~  \n", "> ```\n> {n\n> ```\n", "```\n{n", "$a`$`{n}$",
            "$\\$ {n}$",
            "\\{n\\}", "\\\\\\{", "$a \\\\ \\{ b$", "$\\text{a ``b''}$", "$f''(x)$", "`it''s '{'`",
        ])
    func kept(source: String) throws {
        let message = try Message(source, dialect: .markdown)
        #expect(message.slots.isEmpty)
        #expect(message.literals.map(\.text).joined() == source)
        #expect(try text(source) == source)
    }

    @Test(
        "what opens nothing leaves slots alone",
        arguments: [
            ("$5 for {name}", "$5 for Canny"), ("\\$5 {name} $", "\\$5 Canny $"), ("$$ {name} $", "$$ Canny $"),
            ("$$$ {name} $$$", "$$$ Canny $$$"), ("$5\n\n{name} $6", "$5\n\nCanny $6"), ("` {name}", "` Canny"),
            ("`` {name} `", "`` Canny `"), ("\\`{name}`", "\\`Canny`"), ("a ``` {name}", "a ``` Canny"),
            ("# $5\n{name} $6", "# $5\nCanny $6"), ("- $5 {name}\n- $6", "- $5 Canny\n- $6"),
            ("1. `a {name}\n2. `", "1. `a Canny\n2. `"), ("| $ | {name} |\n| $ |", "| $ | Canny |\n| $ |"),
            ("~~{name}~~", "~~Canny~~"), ("\\\\{name}", "\\\\Canny"), ("\\'{name}", "\\'Canny"),
            ("```\n{n}\n```\n{name}", "```\n{n}\n```\nCanny"), ("``` a`b\n{name}", "``` a`b\nCanny"),
            // A mark that is the last character of all.
            ("$5 {name}\n-", "$5 Canny\n-"), ("$5 {name}\n12.", "$5 Canny\n12."), ("`5 {name}\n##", "`5 Canny\n##"),
            ("{one, plural, one {costs $5} other {costs $6}}", "costs $5"),
            ("{one, plural, one {$\\frac{1}{2}$ \\# #} other {}}", "$\\frac{1}{2}$ \\# 1"),
            ("{one, plural, one {`}` #} other {}}", "`}` 1"),
        ])
    func open(source: String, text: String) throws { #expect(try self.text(source) == text) }

    @Test("in mathematics a slot is \\val, and its number is TeX's")
    func formulas() throws {
        let source = "$k = \\val{n} + \\val{x, number, ::.00}$, {x, number, ::.0}, $\\val{ n , number , integer }$"
        #expect(try text(source) == "$k = 12345 + -0.50$, \u{2212}0.5, $12345$")
        #expect(try text(source, .es) == "$k = 12345 + -0{,}50$, \u{2212}0,5, $12345$")
        #expect(try text("$\\val{phrase}$", .es) == "$1000 0{,}5$")
        #expect(try text("$$\\value{a} \\\\val{a} \\val{name}$$") == "$$\\value{a} \\\\val{a} Canny$$")
        let slots = try Message("a\n$\n\\val{n}$ {n}", dialect: .markdown).slots
        #expect(slots.map(\.line) == [3, 3])
        #expect(slots.map(\.isFormula) == [true, false])
        let message = try Message("$\\val{x}$", dialect: .markdown)
        let error = try #require(caught(SlotError.self) { try message.phrase(values, in: Language.en.rules) })
        #expect(error.description.hasSuffix("say with how many decimals it is written: \\val{x, number, ::.00}"))
    }

    @Test("literals say what they are part of")
    func literals() throws {
        let message = try Message("1 $2 \\val{n} 3$ `4`\n```\n5\n```\n6", dialect: .markdown)
        #expect(message.literals.map(\.text) == ["1 ", "$2 ", " 3$", " ", "`4`", "\n", "```\n5\n```\n", "6"])
        #expect(
            message.literals.map(\.kind) == [.text, .mathematics, .mathematics, .text, .code, .text, .code, .text])
        #expect(message.literals.map(\.line) == [1, 1, 1, 1, 1, 1, 2, 5])
    }
}
