import TestSupport
import Testing

@testable import Publishing

@Suite("Text stays text", .limited)
struct EscapingTests {
    @Test("what means something to a browser is escaped")
    func escaped() {
        let text = "<b a=\"c\" d='e'>&amp;"
        #expect(HTML(text: text).markup == "&lt;b a=&quot;c&quot; d=&#39;e&#39;&gt;&amp;amp;")
        let html: HTML = "<i title=\"\(text)\">\(text)</i>"
        #expect(MarkupChecker(html.markup).faults.isEmpty)
        #expect(MarkupChecker(html.markup).elements.count == 1)
    }

    @Test("an accent on a quotation mark does not save it from being escaped")
    func accents() {
        #expect(HTML(text: "\"\u{301}").markup == "&quot;\u{301}")
        #expect(HTML(text: "<\u{338}script>\u{20D2}").markup == "&lt;\u{338}script&gt;\u{20D2}")
    }

    @Test("characters that HTML forbids are replaced")
    func forbidden() {
        #expect(HTML(text: "a\u{0}b\u{1B}c\u{FFFE}d\u{85}").markup == "a\u{FFFD}b\u{FFFD}c\u{FFFD}d\u{FFFD}")
        #expect(HTML(text: "a\r\nb").markup == "a\nb")
    }

    @Test("templates write values with three braces, for their escaping is done")
    func braces() throws {
        for (name, text) in EmbeddedText.files where name.hasSuffix(".mustache") {
            let tags = text.matches(of: /\{\{([^{}]*)\}\}/).map(\.1).filter { !"#/^>".contains($0.first ?? " ") }
            #expect(tags.allSatisfy { tag in text.contains("{{{\(tag)}}}") }, "\(name)")
            #expect(!text.contains("{{&"), "\(name)")
            #expect(text.matches(of: /=\{\{/).isEmpty, "an attribute without quotes in \(name)")
        }
    }

    @Test("templates escape text, pass markup, and miss no slot in silence")
    func slots() throws {
        let templates = try Templates(["t.mustache": "{{{a}}}{{#l}}[{{{b}}}{{{a}}}]{{/l}}{{^no}}-{{/no}}"])
        let slots: Slots = [
            "a": .text("<"), "l": .list([["b": .html("<br>")], ["b": .text("{{{a}}}")]]), "no": .absent,
        ]
        #expect(try templates.render("t", slots).markup == "&lt;[<br>&lt;][{{{a}}}&lt;]-")
        #expect(throws: TemplateError.missingSlot(template: "t", slot: "a")) {
            try templates.render("t", ["l": .list([]), "no": .absent])
        }
        #expect(throws: TemplateError.unknown(template: "u")) { try templates.render("u", [:]) }
        #expect(throws: TemplateError.self) { try Templates(["t.mustache": "{{#a}}"]) }
    }
}
