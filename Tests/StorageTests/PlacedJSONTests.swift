import Storage
import TestSupport
import Testing

@Suite("JSON with its places", .limited)
struct PlacedJSONTests {
    private func parse(_ text: String) throws -> PlacedJSON { try PlacedJSON(parsing: Array(text.utf8)) }

    private func fault(_ text: String) -> PlacedJSON.Fault? {
        caught(PlacedJSON.Fault.self) { try PlacedJSON(parsing: Array(text.utf8)) }
    }

    @Test("every value knows where it begins, counted in characters")
    func places() throws {
        let json = try parse("{\n  \"ñ\": [1, \"é\",\r\n true],\t\"b\": null\n}")
        guard case .object(let members) = json.content else { return #expect(Bool(false)) }
        #expect(members.map(\.name) == ["ñ", "b"])
        #expect(members[0].place == PlacedJSON.Place(line: 2, column: 3))
        #expect(members[0].value.place == PlacedJSON.Place(line: 2, column: 8))
        guard case .list(let elements) = members[0].value.content else { return #expect(Bool(false)) }
        #expect(elements.map(\.content) == [.number("1"), .text("é"), .boolean(true)])
        #expect(elements[2].place == PlacedJSON.Place(line: 3, column: 2))
        #expect(members[1].place == PlacedJSON.Place(line: 3, column: 9))
    }

    @Test("escapes are read, and a byte order mark is no character")
    func escapes() throws {
        let json = try parse("\u{FEFF}\"a\\n\\u00e9\\ud83d\\ude00\\/\"")
        #expect(json.content == .text("a\né😀/"))
        #expect(json.place == PlacedJSON.Place(line: 1, column: 1))
    }

    @Test(
        "what is no JSON has a place",
        arguments: [
            ("", 1, 1), ("{", 1, 2), ("[1,]", 1, 4), ("[1 2]", 1, 4), ("{\"a\":1,\n\"a\":2}", 2, 1), ("[01]", 1, 2),
            ("[1.]", 1, 2), ("[.5]", 1, 2), ("[+1]", 1, 2), ("[NaN]", 1, 2), ("\"a", 1, 1), ("\"a\nb\"", 1, 1),
            ("\"\\x\"", 1, 2), ("\"\\ud800\"", 1, 2), ("\"\\ude00\"", 1, 2), ("{} {}", 1, 4), ("{a:1}", 1, 2),
            ("{\"a\" 1}", 1, 6), ("[true, tru]", 1, 8), ("\"\u{1}\"", 1, 2), ("// no\n{}", 1, 1), ("{'a': 1}", 1, 2),
        ])
    func faults(_ text: String, _ line: Int, _ column: Int) {
        #expect(fault(text)?.place == PlacedJSON.Place(line: line, column: column), "\(text)")
    }

    @Test("bytes that are no text, and a nesting without end, are faults and no crash")
    func hostile() {
        #expect(caught(PlacedJSON.Fault.self) { try PlacedJSON(parsing: [0x22, 0xFF, 0x22]) } != nil)
        #expect(fault(String(repeating: "[", count: 1_000_000))?.problem.contains("32 deep") == true)
        #expect(fault(String(repeating: "{\"a\":", count: 100_000))?.problem.contains("32 deep") == true)
    }

    @Test("what was written for people reads back, and keeps to its width where it can")
    func written() throws {
        let inner: JSONText = .object([.init("name", .text("a\"b\\\n\u{1}")), .init("n", .number(0.25))])
        let text = JSONText.object([
            .init("list", .list(Array(repeating: inner, count: 3))), .init("whole", .whole(.max)),
            .init("one", .number(1)), .init("empty", .list([])), .init("yes", .boolean(true)),
        ])
        let lines = text.lines(width: 60)
        #expect(lines.split(separator: "\n").allSatisfy { $0.count <= 60 })
        for written in [lines, text.line] {
            guard case .object(let members) = try parse(written).content else { return #expect(Bool(false)) }
            #expect(members.map(\.name) == ["list", "whole", "one", "empty", "yes"])
            #expect(members[1].value.content == .number("18446744073709551615"))
            #expect(members[2].value.content == .number("1"))
            guard case .list(let list) = members[0].value.content, case .object(let first)? = list.first?.content
            else { return #expect(Bool(false)) }
            #expect(first[0].value.content == .text("a\"b\\\n\u{1}"))
        }
    }
}
