import TestSupport
import Testing

@testable import Documents

@Suite("YAML is read as text, lists and mappings, each with its line", .limited)
struct YAMLReaderTests {
    private func node(_ text: String) throws -> YAMLNode? { try YAMLReader.node(of: text, file: "a.yml", firstLine: 2) }

    @Test(
        "every scalar is text, whatever YAML makes of it elsewhere", arguments: ["no", "007", "1e3", "~", "2026-11-26"])
    func scalars(text: String) throws {
        #expect(try node(text)?.text == text)
    }

    @Test("keys keep their order and their lines")
    func mapping() throws {
        let entries = try #require(try node("b: 1\na:\n  - x\n  - y: |\n      one\n      two\n")?.entries)
        #expect(entries.map(\.key) == ["b", "a"])
        #expect(entries.map(\.line) == [2, 3])
        let inner = try #require(entries[1].value.members?[1].entries?.first)
        #expect((inner.key, inner.line, inner.value.text) == ("y", 5, "one\ntwo\n"))
        #expect(inner.value.isLiteral && !entries[0].value.isLiteral)
    }

    @Test("nothing, blanks and a comment are no node", arguments: ["", " \n ", "# a\n"])
    func nothing(text: String) throws {
        #expect(try node(text) == nil)
    }

    @Test(
        "what a document does not need is refused with its place",
        arguments: [
            ("a: &x [1]\nb: *x", "a.yml:3:4: error: aliases"),
            ("a: &x 1", "a.yml:2:4: error: anchors"),
            ("a: !!int 1", "a.yml:2:4: error: tags"),
            ("a: 1\na: 2", "a.yml:3: error: the key “a” is in line 2 already"),
            ("[a]: 1", "a.yml:2: error: a key must be a word"),
            ("a: [1", "a.yml:"),
            ("a: \u{0}", "a.yml:"),
            ("--- a\n--- b", "a.yml:3: error: a second piece of YAML"),
        ])
    func refused(text: String, beginning: String) {
        do {
            let found = try node(text)
            Issue.record("read as \(String(describing: found))")
        } catch { #expect("\(error)".hasPrefix(beginning), "\(error)") }
    }

    @Test("however deep the lists, there is an error and no overflow", arguments: [17, 1_000, 100_000])
    func depth(levels: Int) {
        #expect(throws: DocumentError.self) { () throws in
            _ = try node(String(repeating: "[", count: levels) + String(repeating: "]", count: levels))
        }
    }
}
