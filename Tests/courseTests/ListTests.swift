import Foundation
import TestSupport
import Testing

@Suite("What course list shows", .limited)
struct ListTests {
    /// The lines of the lessons; the figures stand in the lines between.
    private func lessons(_ options: [String], in folder: URL) throws -> [[Character]] {
        let run = try CommandRun(arguments: ["list"] + options, in: folder)
        #expect(run.status == 0 && run.errors.isEmpty, "\(run.errors)")
        let lines = run.output.split(separator: "\n").map(Array.init)
        return lines.indices.filter { $0 % 2 == 0 }.map { lines[$0] }
    }

    @Test(
        "columns stand below each other, also from lesson 10 on and where titles have accents",
        arguments: [[], ["--lang", "es"], ["--lang", "en,es"]])
    func columns(options: [String]) throws {
        try withFolder { folder in
            let lines = try lessons(options, in: folder)
            #expect(lines.count >= 10)
            let ids = try #require(lines.first?.firstIndex(of: "s"), "the first lesson is start")
            for (index, line) in lines.enumerated() {
                #expect(String(line[..<ids]).filter { $0 != " " } == "\(index)", "the course opens with lesson 0")
                #expect(line[ids] != " " && line[ids - 1] == " ", "\(String(line))")
                #expect(line.count == lines[1].count && line.suffix(4) == Array(" min"), "\(String(line))")
            }
        }
    }

    @Test("titles come in the languages that were asked for, by course.json as well")
    func languages() throws {
        try withFolder { folder in
            let (en, es) = (try lessons([], in: folder), try lessons(["--lang", "es"], in: folder))
            #expect(String(en[1]).contains("Images are matrices"), "\(String(en[1]))")
            #expect(String(es[1]).contains("Las imágenes son matrices"), "\(String(es[1]))")
            try Data(#"{"lang": "es"}"#.utf8).write(to: folder.appending(path: "course.json"))
            #expect(try lessons([], in: folder) == es)
        }
    }
}
