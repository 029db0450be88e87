import Languages
import TestSupport
import Testing

@Suite("Messages that can't be read", .limited)
struct MessageErrorTests {
    private static let styles = "integer, percent, ::.00, ::%x100 .0, ::group-off, with up to 20 decimals"

    // Outside the macro: Swift 6.0 can't read interpolations in its arguments.
    private static let refused: [(source: String, line: Int, column: Int, problem: String)] = [
        ("a\nb {x", 2, 3, "this brace is never closed; a brace that is text is written '{'"),
        ("é {x, plural,\n other {a}", 1, 3, "this brace is never closed; a brace that is text is written '{'"),
        ("{x, plural, other {a", 1, 19, "this brace is never closed; a brace that is text is written '{'"),
        ("{x, number, ::.00", 1, 1, "this brace is never closed; a brace that is text is written '{'"),
        ("a\n\n}", 3, 1, "this brace closes nothing; a brace that is text is written '}'"),
        ("{}", 1, 2, "a slot's name, of letters, digits and _, was expected, not “}”; a brace that is text is '{'"),
        ("{\n", 1, 1, "this brace is never closed; a brace that is text is written '{'"),
        (
            "{é}", 1, 2,
            "a slot's name, of letters, digits and _, was expected, not “é”; a brace that is text is '{'"
        ),
        ("{a b}", 1, 4, "} or , behind “a” was expected, not “b”"),
        ("{a, }", 1, 5, "number, plural, select, list was expected, not “}”"),
        ("{a, nubmer}", 1, 5, "there is no “nubmer” in a message; did you mean number?"),
        ("{a, spaghetti}", 1, 5, "there is no “spaghetti” in a message; there are number, plural, select, list"),
        (
            "{a, selectordinal, other {}}", 1, 5,
            "“selectordinal” is ICU's; messages here have no ordinal forms; name the outcomes and use select"
        ),
        ("{a, date, short}", 1, 5, "“date” is ICU's; messages here have no dates"),
        (
            "{a, choice, 0#no}", 1, 5,
            "“choice” is ICU's; messages here have no choice, which ICU itself advises against; use plural"
        ),
        ("{a, number percent}", 1, 12, "} or , behind “number” was expected, not “p”"),
        ("{a, number, precent}", 1, 13, "there is no number style “precent”; did you mean percent?"),
        ("{a, number, ::.##}", 1, 13, "there is no number style “::.##”; there are \(styles)"),
        (
            "{a, number, ::.000000000000000000000}", 1, 13,
            "there is no number style “::.000000000000000000000”; there are \(styles)"
        ),
        ("{a, number, {b}}", 1, 13, "} was expected, not “{”"),
        ("{a, list}", 1, 9, ", behind “list” was expected, not “}”"),
        ("{a, list, nor}", 1, 11, "a list is joined by “and” or “or”, not by “nor”"),
        ("{a, plural}", 1, 11, ", behind “plural” was expected, not “}”"),
        ("{a, plural, }", 1, 1, "{a} has no branches"),
        ("{a, plural, one {x}}", 1, 1, "{a} has no branch “other”, for what meets none of the others"),
        ("{a, select, more {x}}", 1, 1, "{a} has no branch “other”, for what meets none of the others"),
        ("{a, plural, offset:1 other {x}}", 1, 13, "“offset” is ICU's; hand over the number that is meant"),
        ("{a, plural,\n oter {x}}", 2, 2, "there is no plural category “oter”; did you mean other?"),
        (
            "{a, plural, several {x}}", 1, 13,
            "there is no plural category “several”; there are zero, one, two, few, many, other, and numbers as in =0"
        ),
        ("{a, plural, one {x} one {y} other {z}}", 1, 21, "there is a branch “one” already"),
        ("{a, plural, =1 {x} =01 {y} other {z}}", 1, 20, "there is a branch “=01” already"),
        ("{a, select, up {x} up {y} other {z}}", 1, 20, "there is a branch “up” already"),
        ("{a, plural, =x {x} other {z}}", 1, 13, "a whole number is expected behind =, as in =0"),
        ("{a, plural, one x}", 1, 17, "the text of “one” in braces was expected, not “x”"),
        ("{a, plural, one\n\n{x} - other {z}}", 3, 5, "a branch as in one {…} or =0 {…} was expected, not “-”"),
        ("{a, select, =0 {x}}", 1, 13, "a branch as in more {…} was expected, not “=”"),
        (
            "{a, plural, other {{b, select, other {#}}}}", 1, 39,
            "within select, # is no number in ICU; write {a}, or '#' for the sign itself"
        ),
        (
            "l'{a}", 1, 2,
            "this apostrophe begins a quotation that no other one ends; before a slot, an apostrophe is written twice: l''{name}"
        ),
    ]

    @Test(
        "each is told with its line, its column, and what was expected",
        arguments: refused)
    func errors(source: String, line: Int, column: Int, problem: String) throws {
        let error = try #require(caught(MessageError.self) { try Message(source) })
        #expect(error.description == "line \(line), column \(column): \(problem)")
    }

    @Test(
        "in Markdown, braces that are text are escaped",
        arguments: [
            ("{", 1, 1, "this brace is never closed; a brace that is text is written \\{"),
            ("\n}", 2, 1, "this brace closes nothing; a brace that is text is written \\}"),
            ("a \\val{x}", 1, 3, "\\val is for mathematics; in text a slot is written {name}"),
            ("$\\val{x, plural, other {}}$", 1, 10, "in mathematics a slot is a value or a number, not “plural”"),
            (
                "$\\val{x, number, percent}$", 1, 18,
                "in mathematics there is no percentage; write \\val{…, number, ::.00}"
            ),
            ("$\\val{x$", 1, 8, "} or , behind “x” was expected, not “$”"),
        ])
    func markdown(source: String, line: Int, column: Int, problem: String) throws {
        let error = try #require(caught(MessageError.self) { try Message(source, dialect: .markdown) })
        #expect(error.description == "line \(line), column \(column): \(problem)")
    }

    @Test("lines count from the one that the message was given")
    func firstLine() {
        #expect(caught(MessageError.self) { try Message("\n{", line: 40) }?.line == 41)
    }

    @Test("slots may stand in each other to a depth, and no text can ask for more")
    func depth() throws {
        func nested(_ depth: Int) -> String {
            String(repeating: "{a, select, other {", count: depth) + String(repeating: "}}", count: depth)
        }
        #expect(try Message(nested(Message.deepest)).slots.count == Message.deepest)
        for depth in [Message.deepest + 1, 100_000] {
            let error = try #require(caught(MessageError.self) { try Message(nested(depth)) })
            #expect(error.column == Message.deepest * 19 + 1)
            #expect(error.problem == "slots stand in each other more than 8 deep; take the text apart")
        }
    }
}
