import Foundation
import TestSupport
import Testing

@Suite("What is computed, and what is said before", .limited)
struct ComputingTests {
    private func entries(of folder: URL, _ name: String) -> [String] {
        (try? FileManager.default.contentsOfDirectory(atPath: folder.appending(path: name).path)) ?? []
    }

    @Test("figures --dry-run lists every figure, computes nothing and writes nothing")
    func dryRun() throws {
        try withFolder { folder in
            let run = try CommandRun("figures", "*", "--dry-run", "--lang", "en", in: folder)
            #expect(run.status == 0, "\(run.errors)")
            let lines = run.output.split(separator: "\n")
            let list = try CommandRun("list", "--json", in: folder)
            let object = try JSONSerialization.jsonObject(with: Data(list.output.utf8))
            let lessons = try #require(object as? [[String: Any]])
            let figures = lessons.flatMap { lesson in
                (lesson["figures"] as? [String] ?? []).map { "\(lesson["id"] ?? "")/\($0)" }
            }
            #expect(lines.count == figures.count && figures.count > 80)
            for figure in figures { #expect(lines.contains { $0.contains("/figures/\(figure).") }, "\(figure)") }
            // The networks, and how long they take.
            #expect(run.errors.contains("Not stored yet") && run.errors.contains(", in about "), "\(run.errors)")
            #expect(run.errors.contains("(cnn, baseline, ") && run.errors.contains("denoising)"), "\(run.errors)")
            #expect(entries(of: folder, "store").isEmpty && entries(of: folder, "Output").isEmpty)
        }
    }

    @Test("a dry run tells as JSON what would be computed first")
    func dryRunJSON() throws {
        try withFolder { folder in
            let run = try CommandRun("figures", "cnn/confusion", "pooling/flatten", "--dry-run", "--json", in: folder)
            let list = try #require(try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [[String: Any]])
            let confusion = list.filter { $0["figure"] as? String == "cnn/confusion" }
            #expect(confusion.count == 2)
            for entry in confusion { #expect((entry["needs"] as? [String])?.contains("train/cnn") == true) }
            let flatten = list.filter { $0["figure"] as? String == "pooling/flatten" }
            #expect(!flatten.isEmpty && flatten.allSatisfy { $0["needs"] == nil && $0["width"] is Int })
        }
    }

    @Test(
        "--stored-only fails where it would have to compute, and names what is missing",
        arguments: [
            ["figures", "cnn/confusion"], ["lesson", "edges", "cnn"], ["export", "cnn", "--format", "markdown"],
        ])
    func storedOnly(words: [String]) throws {
        try withFolder { folder in
            let run = try CommandRun(arguments: words + ["--stored-only"], in: folder)
            #expect(run.status == 1 && run.errors.contains("not stored: train/cnn"), "\(run.errors)")
            #expect(!run.errors.contains("epoch"))
            #expect(entries(of: folder, "store").isEmpty && entries(of: folder, "Output").isEmpty)
        }
    }

    @Test("--stored-only shows what needs nothing computed")
    func untrained() throws {
        try withFolder { folder in
            let run = try CommandRun("lesson", "edges", "--stored-only", in: folder)
            #expect(run.status == 0, "\(run.errors)")
        }
    }

    @Test("before it trains, a command says what, and how long that takes; afterwards it has nothing to say")
    func announced() throws {
        try withFolder { folder in
            let words = ["figures", "cnn/curves", "--quick", "--lang", "en", "--output", "slides"]
            let first = try CommandRun(arguments: words, in: folder)
            #expect(first.status == 0, "\(first.errors)")
            let lines = first.errors.split(separator: "\n")
            let said = try #require(lines.firstIndex { $0.contains("Not stored yet, so computed first") })
            // The digit lab beside the curves shows two more networks.
            let announced = lines[said]
            #expect(
                announced.contains("3 trainings and") && announced.contains("(cnn, compact, baseline)"), "\(announced)")
            #expect(lines[said].contains("in about"))
            #expect(try #require(lines.firstIndex { $0.contains("epoch 1/") }) > said)
            let second = try CommandRun(arguments: words + ["--stored-only"], in: folder)
            #expect(second.status == 0 && !second.errors.contains("computed first"), "\(second.errors)")
        }
    }

    /// A folder whose manifest tells of a whole report.
    private func report(quick: Bool, seed: Int = 1, in folder: URL) throws {
        let output = folder.appending(path: "Output")
        try FileManager.default.createDirectory(at: output, withIntermediateDirectories: true)
        let manifest: [String: Any] = [
            "files": [String: String](),
            "run": [
                "program": "1.0.0", "seed": seed, "quick": quick, "drawnDigits": true, "drawnGarments": true,
                "dataHash": "x", "garmentsHash": "y", "languages": ["en"], "processor": "", "cairo": "1", "pango": "1",
            ] as [String: Any],
        ]
        try JSONSerialization.data(withJSONObject: manifest).write(to: output.appending(path: "manifest.json"))
    }

    @Test(
        "numbers of other settings don't go into a report: another folder is asked for",
        arguments: [
            (["lesson", "cnn", "--quick"], false, "holds a full report"),
            (["report", "--quick"], false, "holds a full report"),
            (["figures", "cnn/curves", "--quick"], false, "holds a full report"),
            (["export", "cnn", "--format", "markdown", "--quick"], false, "holds a full report"),
            (["lesson", "edges"], true, "holds a quick report"),
            (["lesson", "edges", "--quick", "--seed", "5"], true, "a quick report of seed 1, not 5"),
            (["lesson", "edges", "--quick"], true, "a quick report on other data"),
        ])
    func mixed(words: [String], isQuick: Bool, message: String) throws {
        try withFolder { folder in
            try report(quick: isQuick, in: folder)
            let run = try CommandRun(arguments: words, in: folder)
            #expect(run.status == 64 && run.errors.contains(message), "\(run.status) \(run.errors)")
            #expect(run.errors.contains("--output") && !run.errors.contains("epoch"))
            #expect(entries(of: folder, "Output") == ["manifest.json"])
        }
    }

    @Test("a lesson's page in a folder of its own links to nothing that is not there")
    func deadLinks() throws {
        try withFolder { folder in
            let run = try CommandRun("lesson", "edges", "--lang", "es", in: folder)
            #expect(run.status == 0, "\(run.errors)")
            let page = folder.appending(path: "Output/es/edges.html")
            let text = try String(contentsOf: page, encoding: .utf8)
            let links = text.matches(of: /(?:href|src)="([^"#][^"]*)"/).map { String($0.1) }
                .filter { !$0.hasPrefix("https://") && !$0.hasPrefix("data:") }
            #expect(links.count > 5)
            for link in links {
                let target = page.deletingLastPathComponent().appending(path: String(link.prefix { $0 != "#" }))
                #expect(FileManager.default.fileExists(atPath: target.standardized.path), "\(link)")
            }
        }
    }
}
