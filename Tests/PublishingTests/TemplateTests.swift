import TestSupport
import Testing

@testable import Publishing

@Suite("Templates", .limited)
struct TemplateTests {
    private func filled(_ template: String, _ slots: Slots, partials: [String: String] = [:]) throws -> String {
        let files = Dictionary(uniqueKeysWithValues: partials.map { ("\($0.key).mustache", $0.value) })
        return try Templates(files.merging(["t.mustache": template]) { $1 }).render("t", slots).markup
    }

    @Test("a section's tag that has a line to itself leaves none behind")
    func lines() throws {
        let slots: Slots = ["l": .list([["a": .text("1")], ["a": .text("2")]]), "f": .flag(true)]
        #expect(try filled("<ol>\n{{#l}}\n<li>{{{a}}}\n{{/l}}\n</ol>\n", slots) == "<ol>\n<li>1\n<li>2\n</ol>\n")
        #expect(try filled("{{#f}}\n{{#l}}\n{{{a}}}\n{{/l}}\n{{/f}}", slots) == "1\n2\n")
        #expect(try filled("{{#l}}{{{a}}}\n{{/l}}\n", slots) == "1\n2\n")
    }

    @Test("one that stands beside something leaves the line as it is")
    func besides() throws {
        let slots: Slots = ["l": .list([["a": .text("1")]]), "f": .flag(true)]
        #expect(try filled("<p>{{#l}}\n<b>{{{a}}}</b>\n{{/l}}</p>\n", slots) == "<p>\n<b>1</b>\n</p>\n")
        #expect(try filled("{{#f}}x{{/f}}\n{{^f}}y{{/f}}\n", slots) == "x\n\n")
        #expect(try filled(" {{#f}}\nx\n {{/f}}\n", slots) == " \nx\n \n")
    }

    @Test("a section asks for something: a list's elements, a text, a flag")
    func sections() throws {
        let slots: Slots = [
            "list": .list([[:], [:]]), "none": .list([]), "yes": .flag(true), "no": .flag(false), "text": .text("<"),
            "html": .html(""), "absent": .absent,
        ]
        for (name, plain, inverted) in [
            ("list", "xx", ""), ("none", "", "x"), ("yes", "x", ""), ("no", "", "x"), ("text", "x", ""),
            ("html", "x", ""), ("absent", "", "x"),
        ] {
            #expect(try filled("{{#\(name)}}x{{/\(name)}}", slots) == plain, "\(name)")
            #expect(try filled("{{^\(name)}}x{{/\(name)}}", slots) == inverted, "\(name)")
        }
    }

    @Test("an element's own slot comes before one of the same name around it")
    func scopes() throws {
        let slots: Slots = ["a": .text("out"), "l": .list([["a": .text("in")], [:]])]
        #expect(try filled("{{#l}}{{{a}}} {{/l}}{{{a}}}", slots) == "in out out")
    }

    @Test("a partial has a line to itself, and sees what is around it")
    func partials() throws {
        let slots: Slots = ["l": .list([["a": .text("1")], ["a": .text("2")]])]
        #expect(
            try filled("{{#l}}\n{{> item}}\n{{/l}}\nend\n", slots, partials: ["item": "<li>{{{a}}}\n"])
                == "<li>1\n<li>2\nend\n")
        #expect(throws: TemplateError.unknown(template: "item")) { try filled("{{> item}}", slots) }
    }

    @Test("what is not shown is not asked for; what is shown and missing is an error")
    func missing() throws {
        #expect(try filled("{{#no}}{{{nobody}}}{{/no}}", ["no": .absent]) == "")
        for template in ["{{{a}}}", "{{#a}}x{{/a}}", "{{^a}}x{{/a}}", "{{#l}}{{{a}}}{{/l}}"] {
            #expect(throws: TemplateError.missingSlot(template: "t", slot: "a"), "\(template)") {
                try filled(template, ["l": .list([[:]])])
            }
        }
        // What is no text can't be printed.
        for slot in [Slot.flag(true), .list([]), .absent] {
            #expect(throws: TemplateError.missingSlot(template: "t", slot: "a")) { try filled("{{{a}}}", ["a": slot]) }
        }
    }

    @Test(
        "a tag that is not of the language is an error of the template",
        arguments: [
            "{{#a}}", "{{/a}}", "{{#a}}{{#b}}{{/a}}{{/b}}", "{{a}}", "{{&a}}", "{{! a }}", "{{=<% %>=}}", "{{#}}{{/}}",
            "{{{a}}", "{{{a\n}}}", "{{#a", "{{}}", "{{",
        ])
    func malformed(template: String) throws {
        let error = caught(TemplateError.self) { try Templates(["t.mustache": template]) }
        guard case .malformed("t.mustache", let reason)? = error else {
            Issue.record("\(template): \(String(describing: error))")
            return
        }
        #expect(!reason.isEmpty)
    }

    @Test("braces that open no tag are text")
    func braces() throws {
        #expect(try filled("a { b } c {\n}", [:]) == "a { b } c {\n}")
        #expect(try filled("<style>{{{a}}}</style>", ["a": .html("p{q{{{r}}}}")]) == "<style>p{q{{{r}}}}</style>")
    }
}
