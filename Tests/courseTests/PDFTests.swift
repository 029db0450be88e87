import Foundation
import TestSupport
import Testing

@Suite("A figure as PDF", .limited)
struct PDFTests {
    private static let tools = ["/usr/bin/pdftotext", "/usr/bin/pdfinfo"]
    static let hasTools = tools.allSatisfy { FileManager.default.isExecutableFile(atPath: $0) }

    /// The figure's file, as JSON tells of it beside.
    private func draw(_ language: String, in folder: URL) throws -> (file: URL, title: String, description: String) {
        for format in ["pdf", "json"] {
            let run = try CommandRun(
                "figures", "edges/similar", "--lang", language, "--format", format, "-o", "a", in: folder)
            #expect(run.status == 0, "\(run.errors)")
        }
        let data = try Data(contentsOf: folder.appending(path: "a/edges/similar.\(language).json"))
        let object = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
        return (
            folder.appending(path: "a/edges/similar.\(language).pdf"), try #require(object["title"] as? String),
            try #require(object["description"] as? String)
        )
    }

    @Test("says its title, its language, and what it shows to those who do not see it", arguments: ["en", "es"])
    func described(language: String) throws {
        try withFolder { folder in
            let (url, title, description) = try draw(language, in: folder)
            let file = String(decoding: try Data(contentsOf: url), as: Unicode.ASCII.self)
            func literal(_ text: String) -> String {
                "<FEFF" + text.utf16.map { String(format: "%04X", $0) }.joined() + ">"
            }
            #expect(file.contains("/Lang \(literal(language))"))
            #expect(file.contains("/Alt \(literal(description))"))
            #expect(file.contains("/Marked true") && file.contains("/S /Figure"))
            #expect(!title.isEmpty && file.hasSuffix("%%EOF\n"))
        }
    }

    @Test(
        "is read by another program, which finds title, tags, alternative text and every word", .enabled(if: hasTools),
        arguments: ["en", "es"])
    func reading(language: String) throws {
        try withFolder { folder in
            let (url, title, description) = try draw(language, in: folder)
            let words = try CommandRun(program: Self.tools[0], arguments: [url.path, "-"], in: folder)
            #expect(words.status == 0 && words.errors.isEmpty, "\(words.errors)")
            func folded(_ text: String) -> String { text.split(whereSeparator: \.isWhitespace).joined(separator: " ") }
            #expect(folded(words.output).contains(folded(title)), "\(words.output)")
            let told = try CommandRun(program: Self.tools[1], arguments: [url.path], in: folder)
            #expect(told.errors.isEmpty, "\(told.errors)")
            #expect(told.output.contains(title) && told.output.contains("Tagged:") && told.output.contains("yes"))
            let tags = try CommandRun(program: Self.tools[1], arguments: ["-struct", url.path], in: folder)
            #expect(tags.output.contains("Document") && tags.output.contains("Figure"), "\(tags.output)")
            #expect(told.output.contains(description.prefix(40)), "\(told.output)")
        }
    }

    @Test("is the same bytes each time")
    func bytes() throws {
        try withFolder { folder in
            let first = try Data(contentsOf: draw("en", in: folder).file)
            #expect(try Data(contentsOf: draw("en", in: folder).file) == first)
        }
    }
}
