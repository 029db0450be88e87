import Foundation
import Imaging
import TestSupport
import Testing

@Suite("The numbers of figures as files", .limited)
struct FigureNumbersTests {
    /// Lessons that train nothing, so that all their figures are at hand.
    private let lessons = ["pixels", "kernels", "edges", "gradients", "channels", "pooling", "networks", "learning"]

    private func files(_ run: CommandRun) -> [URL] {
        run.output.split(separator: "\n").map { URL(filePath: String($0)) }
    }

    @Test("every figure has numbers in both forms and both languages; columns have names, rows as many cells")
    func everyFigure() throws {
        try withFolder { folder in
            let names = lessons.map { "\($0)/*" }
            let csv = try CommandRun(arguments: ["figures"] + names + ["--format", "csv", "-o", "csv"], in: folder)
            #expect(csv.status == 0, "\(csv.errors)")
            let tables = files(csv)
            let json = try CommandRun(arguments: ["figures"] + names + ["--format", "json", "-o", "json"], in: folder)
            #expect(json.status == 0, "\(json.errors)")
            let objects = files(json)
            let list = try CommandRun("list", "--json", in: folder)
            let known = try #require(try JSONSerialization.jsonObject(with: Data(list.output.utf8)) as? [[String: Any]])
            let expected = known.filter { lessons.contains($0["id"] as? String ?? "") }.flatMap { lesson in
                (lesson["figures"] as? [String] ?? []).map { "\(lesson["id"] ?? "")/\($0)" }
            }
            #expect(expected.count > 30)
            for file in tables {
                let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
                #expect(lines.count > 1, "\(file.path)")
                #expect(!lines[0].hasPrefix(",") && !lines[0].contains(",,") && !lines[0].hasSuffix(","), "\(lines[0])")
            }
            for language in ["en", "es"] {
                // Numbers are the same in all languages, and there are millions.
                let told = try objects.filter { $0.path.hasSuffix(".\(language).json") }.map { file in
                    language == "en"
                        ? try check(file) : try JSONDecoder().decode(Named.self, from: Data(contentsOf: file)).figure
                }
                #expect(Set(told) == Set(expected), "\(language)")
                let named = tables.map { $0.deletingLastPathComponent().lastPathComponent + "/" + $0.lastPathComponent }
                for name in expected {
                    #expect(named.contains("\(name).\(language).csv") || named.contains("\(name).csv"), "\(name)")
                }
            }
        }
    }

    /// Which figure's numbers a file has.
    private struct Named: Decodable {
        let figure: String
    }

    /// Checks a figure's JSON, and gives the name that it tells.
    private func check(_ file: URL) throws -> String {
        let object = try #require(try JSONSerialization.jsonObject(with: Data(contentsOf: file)) as? [String: Any])
        #expect((object["title"] as? String)?.isEmpty == false && (object["description"] as? String)?.isEmpty == false)
        let panels = try #require(object["panels"] as? [[String: Any]])
        #expect(!panels.isEmpty, "\(file.path)")
        for panel in panels {
            if let columns = panel["columns"] as? [[String: Any]] {
                #expect(columns.allSatisfy { ($0["name"] as? String)?.isEmpty == false }, "\(file.path)")
                let rows = try #require(panel["rows"] as? [[Any]])
                #expect(!rows.isEmpty && rows.allSatisfy { $0.count == columns.count }, "\(file.path)")
            } else {
                let pictures = try #require(panel["pictures"] as? [[String: Any]], "\(file.path)")
                #expect(!pictures.isEmpty, "\(file.path)")
                for picture in pictures {
                    let values = try #require(picture["values"] as? [[String: Any]])
                    for value in values {
                        let rows = try #require(value["rows"] as? [[Any]])
                        #expect(rows.count == picture["height"] as? Int && (value["name"] as? String)?.isEmpty == false)
                        #expect(rows.allSatisfy { $0.count == picture["width"] as? Int }, "\(file.path)")
                    }
                }
            }
        }
        if panels.count > 1, panels.allSatisfy({ $0["columns"] != nil }) {
            // Panels of a chart are told apart by more than their number.
            #expect(Set(panels.map { "\($0["title"] ?? "")\($0["columns"] ?? "")" }).count > 1, "\(file.path)")
        }
        return object["figure"] as? String ?? ""
    }

    @Test("an angle says its unit, a picture the value of every pixel")
    func units() throws {
        try withFolder { folder in
            let run = try CommandRun(
                "figures", "gradients/angle", "--format", "json", "--lang", "en", "-o", "a", in: folder)
            #expect(run.status == 0, "\(run.errors)")
            let text = try String(contentsOf: folder.appending(path: "a/gradients/angle.en.json"), encoding: .utf8)
            #expect(text.contains("{ \"name\": \"angle\", \"unit\": \"rad\", \"rows\": ["), "\(text.prefix(300))")
        }
    }

    @Test(
        "what changes a picture alone is refused beside numbers",
        arguments: ["--frames", "--transparent", "--no-title"])
    func refused(option: String) throws {
        try withFolder { folder in
            let run = try CommandRun("figures", "edges/similar", "--format", "csv", option, in: folder)
            #expect(run.status == 64)
            #expect(run.errors.contains(option) && run.errors.contains("leave it out"), "\(run.errors)")
        }
    }

    @Test("numbers of an own picture say so in both forms")
    func notes() throws {
        try withFolder { folder in
            let picture = OwnPictures.picture(0, 1, width: 180, height: 140)
            try Data(PNG.encode(picture)).write(to: folder.appending(path: "mine.png"))
            for form in ["csv", "json"] {
                let run = try CommandRun(
                    "figures", "pixels/*", "--format", form, "--image", "mine.png", "--lang", "en", "-o", form,
                    in: folder)
                #expect(run.status == 0, "\(run.errors)")
                let texts = try files(run).map { try String(contentsOf: $0, encoding: .utf8) }
                #expect(texts.contains { $0.contains("Own picture") }, "\(form)")
            }
        }
    }
}
