import Snippets
import TestSupport
import Testing

@Suite("Marked stretches of source", .limited)
struct SnippetParserTests {
    private func parse(_ source: String) throws(SnippetError) -> [Snippet] {
        try SnippetParser.snippets(in: source, file: "Lesson.swift")
    }

    private func problem(in source: String) -> SnippetError? {
        caught(SnippetError.self) { try parse(source) }
    }

    @Test("a stretch keeps its name, its place and its lines, without their common indentation")
    func stretch() throws {
        let found = try parse(
            """
            func write() {
                // snippet.blur
                let blurred = scene
                    .correlated(with: .blur)

                // snippet.end
            }
            """)
        #expect(found.map(\.name) == ["blur"])
        #expect(found.map(\.firstLine) == [3])
        #expect(found.map(\.source) == ["let blurred = scene\n    .correlated(with: .blur)"])
    }

    @Test("blank lines around a stretch go, and the line number follows")
    func blankLines() throws {
        let found = try parse("// snippet.a\n\n\nx\n\ny\n\n// snippet.end\n")
        #expect(found.map(\.firstLine) == [4])
        #expect(found.map(\.source) == ["x\n\ny"])
    }

    @Test("a file without marks has no stretches")
    func none() throws {
        #expect(try parse("let a = 1 // snippet.a\n").isEmpty)
    }

    @Test(
        "a mark that makes no sense is an error that names file and line",
        arguments: [
            (
                "// snippet.a\nx\n// snippet.end\n// snippet.a\ny\n// snippet.end", 4,
                SnippetError.Problem.doubled(name: "a", firstLine: 2)
            ),
            ("// snippet.a\nx\n// snippet.b\n", 3, .nested(name: "b", inside: "a")),
            ("x\n// snippet.a\ny\n", 2, .unclosed(name: "a")),
            ("x\n// snippet.end\n", 2, .endWithoutStart),
            ("// snippet.a\n\n// snippet.end\n", 1, .empty(name: "a")),
            ("// snippet.A b\nx\n// snippet.end\n", 1, .badName("A b")),
            ("// snippet.\nx\n// snippet.end\n", 1, .badName("")),
        ])
    func nonsense(source: String, line: Int, problem: SnippetError.Problem) {
        let error = self.problem(in: source)
        #expect(error?.line == line)
        #expect(error?.problem == problem)
        #expect(error?.description.hasPrefix("Lesson.swift:\(line): error: ") == true)
    }
}
