import Foundation
import Testing

@Suite("What course check finds")
struct CheckTests {
    /// The sources of the lessons as they stand in this checkout.
    private static let checkout = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    /// A checkout of its own, whose lessons can be changed.
    private func withCopy(_ body: (URL) throws -> Void) throws {
        try withFolder { folder in
            try FileManager.default.copyItem(
                at: Self.checkout.appending(path: "Lessons"), to: folder.appending(path: "Lessons"))
            try body(folder)
        }
    }

    private func replace(_ old: String, by new: String, in file: String, below folder: URL) throws {
        let url = folder.appending(path: "Lessons/\(file)")
        let text = try String(contentsOf: url, encoding: .utf8)
        #expect(text.contains(old), "\(file) no longer says “\(old)”")
        try text.replacing(old, with: new).write(to: url, atomically: true, encoding: .utf8)
    }

    private func findings(_ run: CommandRun) throws -> [[String: String]] {
        let object = try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any]
        return try #require(object?["findings"] as? [[String: String]])
    }

    @Test("nothing in the course as it stands: its texts, names, links, formulas and numbers are in order")
    func clean() throws {
        try withFolder { folder in
            let run = try CommandRun(
                "check", "pixels", "kernels", "edges", "gradients", "pooling", "networks", "--checkout",
                Self.checkout.path, in: folder)
            #expect(run.output.isEmpty && run.status == 0, "\(run.output)")
            #expect(run.errors.contains("Nothing to mend."))
        }
    }

    @Test("a text that changed in one language alone, until an editor confirms it")
    func translation() throws {
        try withCopy { folder in
            try replace(
                "Only the outlines are left", by: "Only outlines are left", in: "Edges/Edges.swift", below: folder)
            let run = try CommandRun("check", "edges", "--json", in: folder)
            #expect(run.status == 1)
            let found = try findings(run)
            #expect(found.count == 1)
            #expect(found.first?["lesson"] == "edges")
            #expect(found.first?["what"]?.contains("English text changed, the Spanish one did not") == true)
            #expect(found.first?["cell"]?.hasPrefix("Edges/Edges.swift:") == true)
            let confirmed = try CommandRun("check", "edges", "--confirm", in: folder)
            #expect(confirmed.status == 0, "\(confirmed.output)")
            #expect(try CommandRun("check", "edges", in: folder).status == 0)
        }
    }

    @Test("a Spanish text alone, and a pair that nobody has read")
    func otherTranslations() throws {
        try withCopy { folder in
            try replace(
                "Solo quedan los contornos", by: "Quedan solo los contornos", in: "Edges/Edges.swift", below: folder)
            try replace("What you see", by: "What one sees", in: "Pixels/Pixels.swift", below: folder)
            try replace("Lo que ves", by: "Lo que se ve", in: "Pixels/Pixels.swift", below: folder)
            let found = try findings(try CommandRun("check", "edges", "--json", in: folder)).compactMap { $0["what"] }
            #expect(found.count == 2)
            #expect(found.contains { $0.contains("Spanish text changed, the English one did not") })
            #expect(found.contains { $0.contains("nobody has confirmed this pair") })
        }
    }

    @Test("lines that are wrapped otherwise, and a number that the run brings, are no change")
    func unchanged() throws {
        try withCopy { folder in
            try replace(
                "alternative: Bilingual(", by: "alternative:\n    Bilingual(", in: "Edges/Edges.swift", below: folder)
            try replace(
                "\\(negative, percent: 0)", by: "\\(negative, percent: 2)", in: "Edges/Edges.swift", below: folder)
            #expect(try CommandRun("check", "edges", in: folder).status == 0)
        }
    }

    @Test("a typed number, with the result that it repeats")
    func typed() throws {
        try withCopy { folder in
            try replace(
                "\\(negative, percent: 0) of its values", by: "43.21% of its values", in: "Edges/Edges.swift",
                below: folder)
            let found = try findings(try CommandRun("check", "edges", "--json", in: folder))
            #expect(found.contains { $0["what"]?.contains("types 43.21") == true && $0["lesson"] == "edges" })
        }
    }

    @Test("a name that was published and is gone")
    func gone() throws {
        try withCopy { folder in
            let file = folder.appending(path: "Lessons/Records/names.json")
            let names = try String(contentsOf: file, encoding: .utf8)
            try names.replacing("[\n", with: "[\n\"figure edges/vanished\",\n").write(
                to: file, atomically: true, encoding: .utf8)
            let run = try CommandRun("check", "edges", in: folder)
            #expect(run.status == 1)
            #expect(run.output.contains("figure edges/vanished: this name was published and is gone"))
        }
    }

    @Test("outside a checkout there is nothing to read, and it says so, with what to name")
    func noCheckout() throws {
        try withFolder { folder in
            for options in [[], ["edges"], ["--confirm"], ["--json"], ["--checkout", "elsewhere"]] {
                let run = try CommandRun(arguments: ["check"] + options, in: folder)
                #expect(run.status == 64 && run.output.isEmpty, "\(options)")
                #expect(run.errors.contains("Lessons/Records") && run.errors.contains("--checkout"), "\(run.errors)")
            }
        }
    }
}
