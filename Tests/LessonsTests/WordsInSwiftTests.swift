import Foundation
import TestSupport
import Testing

@Suite("Words stand in documents, not in Swift", .limited)
struct WordsInSwiftTests {
    private static let lessons = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "Lessons")

    /// The Swift files of the lessons by their paths below `Lessons`.
    private static func sources() throws -> [(path: String, text: String)] {
        try FileManager.default.subpathsOfDirectory(atPath: lessons.path).sorted()
            .filter { $0.hasSuffix(".swift") }
            .map { ($0, try String(contentsOf: lessons.appending(path: $0), encoding: .utf8)) }
    }

    /// What may be said in Swift: errors, and what code prints.
    private static let exceptions = [
        "was its model changed?", "was the model of lesson cnn changed?", "belongs", "is not in the table",
        "answers, not",
        "bytes as UInt8", "largest difference to a neighbour", "same, stride 2", "   bent ", "true 3: ",
        "mistakes and leastCertain",
    ]

    @Test("no literal of a lesson has three words or more")
    func literals() throws {
        let literal = /"(?:[^"\\]|\\.)*"/
        for (path, text) in try Self.sources() {
            for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
                let code = line.firstRange(of: "//").map { line[..<$0.lowerBound] } ?? line
                for match in code.matches(of: literal) where !Self.exceptions.contains(where: match.output.contains) {
                    let typed = match.output.replacing(/\\\([^"]*\)/, with: " ")
                    let words = typed.split(separator: " ").filter {
                        $0.wholeMatch(of: /"?[A-Za-zÁ-ú]{2,}[.,:;?!]?"?/) != nil
                    }
                    #expect(words.count < 3, "\(path):\(index + 1): \(match.output)")
                }
            }
        }
    }

    @Test("a page's text is in no multi-line literal either, what code prints aside")
    func multiline() throws {
        for (path, text) in try Self.sources() where path != "Pixels/Pixels.swift" {
            #expect(!text.contains("\"\"\""), "\(path)")
        }
    }

    @Test("no file cuts a lesson to fit a length, and none is over 150 lines")
    func lengths() throws {
        for (path, text) in try Self.sources() {
            #expect(text.split(separator: "\n", omittingEmptySubsequences: false).count <= 151, "\(path)")
        }
    }
}
