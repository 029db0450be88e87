import Foundation
import TestSupport
import Testing

@Suite("Every suite has a time limit", .limited)
struct TimeLimitTests {
    /// The types of some sources that have tests and no limit.
    private struct Unlimited {
        private(set) var names: Set<String> = []
        private(set) var suites: Set<String> = []

        init(_ sources: [String]) {
            var limited: Set<String> = []
            for source in sources {
                let lines = source.split(separator: "\n", omittingEmptySubsequences: false)
                for (number, line) in lines.enumerated() {
                    guard let name = Self.type(line) else {
                        if Self.isTest(line) { suites.insert(Self.owner(of: number, in: lines)) }
                        continue
                    }
                    // The attributes of a type stand above it, without a gap.
                    let above = lines[..<number].reversed().prefix { !$0.isEmpty && !$0.hasSuffix("}") }
                    let attributes = above.reversed().drop { !$0.contains("@Suite") }.joined(separator: " ")
                    if attributes.contains("@Suite("), attributes.contains(".limited") { limited.insert(name) }
                }
            }
            names = suites.subtracting(limited)
        }

        private static func isTest(_ line: Substring) -> Bool { line.drop { $0 == " " }.hasPrefix("@Test") }

        /// The name of the type that a line begins, or adds to.
        private static func type(_ line: Substring) -> String? {
            let words = line.split(whereSeparator: { " {:<".contains($0) }).map(String.init)
            let modifiers: Set = ["public", "private", "fileprivate", "final"]
            let rest = words.drop { modifiers.contains($0) }
            guard let kind = rest.first, ["struct", "class", "enum", "actor", "extension"].contains(kind) else {
                return nil
            }
            return rest.dropFirst().first
        }

        /// The type around a line: the nearest one above it that stands further left.
        private static func owner(of number: Int, in lines: [Substring]) -> String {
            func indent(_ line: Substring) -> Int { line.prefix { $0 == " " }.count }
            let above = lines[..<number].reversed()
            let begun = above.first { type($0) != nil && indent($0) < indent(lines[number]) }
            return begun.flatMap(type) ?? "outside of all suites: \(lines[number])"
        }
    }

    @Test("in all files of tests")
    func all() throws {
        let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        let paths = FileManager.default.enumerator(atPath: folder.path)?.allObjects as? [String] ?? []
        let sources = try paths.filter { $0.hasSuffix(".swift") }.map {
            try String(contentsOf: folder.appending(path: $0), encoding: .utf8)
        }
        let found = Unlimited(sources)
        #expect(found.names == [], "these lack .limited in their @Suite")
        #expect(found.suites.count > 200)
    }

    @Test("and one without is found")
    func finder() {
        func names(_ source: String...) -> Set<String> { Unlimited(source).names }
        let test = "    @Test(\"x\")\n    func x() {}\n}\n"
        #expect(names("@Suite(\"A\", .limited)\nstruct A {\n" + test) == [])
        #expect(names("@Suite(\n    \"A\", .limited,\n    .serialized)\nfinal class A {\n" + test) == [])
        #expect(names("@Suite(\"A\")\nstruct A {\n" + test) == ["A"])
        #expect(names("struct A {\n" + test) == ["A"])
        #expect(names("@Suite(\"A\", .limited)\nstruct A {\n}\n\nstruct B {\n" + test) == ["B"])
        #expect(names("@Suite(\"A\", .limited)\nstruct A {\n    struct B {\n    }\n" + test) == [])
        #expect(names("@Suite(\"A\", .limited)\nstruct A {}", "extension A {\n" + test) == [])
        #expect(names("extension A {\n" + test) == ["A"])
        #expect(names("@Test(\"x\")\nfunc x() {}\n").count == 1)
    }
}
