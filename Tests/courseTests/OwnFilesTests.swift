import Foundation
import TestSupport
import Testing

@Suite("Nobody's files are lost", .limited)
struct OwnFilesTests {
    private func files(below folder: URL) -> [String] {
        (FileManager.default.enumerator(atPath: folder.path)?.allObjects as? [String] ?? [])
            .filter { !$0.hasPrefix("store") }.sorted()
    }

    private func put(_ text: String, _ path: String, in folder: URL) throws {
        let url = folder.appending(path: path)
        try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: url)
    }

    private func text(_ path: String, in folder: URL) throws -> String {
        String(decoding: try Data(contentsOf: folder.appending(path: path)), as: UTF8.self)
    }

    private func expectRefusal(_ place: WrittenPlace, in folder: URL, _ reason: String) throws {
        let (text, before) = (try text(place.path, in: folder), files(below: folder))
        let run = try CommandRun(arguments: place.arguments, in: folder)
        #expect(run.status == 1 && run.output.isEmpty, "\(run.errors)")
        #expect(run.errors.contains("\(place.path) (\(reason))"), "\(run.errors)")
        #expect(run.errors.contains("--force") && run.errors.contains("in the way"), "\(run.errors)")
        // Nothing was computed.
        #expect(!run.errors.contains("epoch") && !run.errors.contains("\n1/"), "\(run.errors)")
        #expect(try self.text(place.path, in: folder) == text && files(below: folder) == before)
        _ = try CommandRun("clean", "--output", place.folder, in: folder)
        #expect(try self.text(place.path, in: folder) == text)
    }

    @Test(
        "somebody else's file survives every command that would write it, and clean",
        arguments: WrittenPlaces.everywhere)
    func foreign(place: WrittenPlace) throws {
        try withFolder { folder in
            try put("mine", place.path, in: folder)
            try expectRefusal(place, in: folder, "not written by this program")
        }
    }

    @Test("so do all of ours that were edited, one or many", arguments: WrittenPlaces.kinds.dropLast())
    func edited(command: String, paths: [String]) throws {
        try withFolder { folder in
            let arguments = command.split(separator: " ").map(String.init)
            let first = try CommandRun(arguments: arguments, in: folder)
            #expect(first.status == 0, "\(first.errors)")
            let written = try paths.map { try Data(contentsOf: folder.appending(path: $0)) }
            // JSON that is edited is JSON still.
            let edited = written.map { $0 + Data("\n".utf8) }
            func put(_ all: [Data]) throws {
                for (path, data) in zip(paths, all) { try data.write(to: folder.appending(path: path)) }
            }
            func expect(_ all: [Data]) throws {
                for (path, data) in zip(paths, all) {
                    #expect(try Data(contentsOf: folder.appending(path: path)) == data, "\(path)")
                }
            }
            for (index, path) in paths.enumerated() {
                var one = written
                one[index] = edited[index]
                try put(one)
                let run = try CommandRun(arguments: arguments, in: folder)
                #expect(run.status == 1 && run.output.isEmpty, "\(run.errors)")
                #expect(
                    run.errors.contains("\(path) (changed since this program wrote it) is in the way"), "\(run.errors)")
                try expect(one)
            }
            try put(edited)
            let place = WrittenPlace(command: command, path: paths[0])
            let clean = try CommandRun("clean", "--output", place.folder, in: folder)
            #expect(clean.errors.split(separator: "\n").count == paths.count, "\(clean.errors)")
            try expect(edited)
            let forced = try CommandRun(arguments: arguments + ["--force"], in: folder)
            #expect(forced.status == 0, "\(forced.errors)")
            try expect(written)
        }
    }

    @Test("so does one of a report's, which takes minutes to make", arguments: WrittenPlaces.costly)
    func editedReport(place: WrittenPlace) throws {
        try withFolder { folder in
            let (path, name) = (place.path, String(place.path.dropFirst("Output/".count)))
            // A report's manifest as an earlier version of the program wrote it.
            let abc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
            let noted = Set([name, "index.html"]).subtracting(["manifest.json", "timings.json"])
            let object = ["files": Dictionary(uniqueKeysWithValues: noted.map { ($0, abc) })]
            let manifest = try JSONSerialization.data(withJSONObject: object)
            try put(String(decoding: manifest, as: UTF8.self), "Output/manifest.json", in: folder)
            let seal = String(repeating: "0", count: 64)
            switch name {
            case "manifest.json": try put("{\"files\": {}, \"seal\": \"\(seal)\"}", path, in: folder)
            case "timings.json": try put("{\"steps\": [], \"seal\": \"\(seal)\"}", path, in: folder)
            default: try put("abcd", path, in: folder)
            }
            try expectRefusal(place, in: folder, "changed since this program wrote it")
        }
    }

    @Test("so do weights that were edited", arguments: WrittenPlaces.files)
    func editedWeights(place: WrittenPlace) throws {
        try withFolder { folder in
            let seal = String(repeating: "0", count: 64)
            let header = "{\"__metadata__\":{\"model\":\"cnn\",\"seal\":\"\(seal)\"}}"
            let count = UInt8(header.utf8.count)
            try put(String(decoding: [count, 0, 0, 0, 0, 0, 0, 0], as: UTF8.self) + header, place.path, in: folder)
            try expectRefusal(place, in: folder, "changed since this program wrote it")
        }
    }

    @Test(
        "what is as the program wrote it is written again without a word, and cleaned",
        arguments: WrittenPlaces.cheapCommands)
    func own(command: String) throws {
        try withFolder { folder in
            let arguments = command.split(separator: " ").map(String.init)
            let runs = try (0..<2).map { _ in try CommandRun(arguments: arguments, in: folder) }
            #expect(runs.allSatisfy { $0.status == 0 && !$0.errors.contains("way") }, "\(runs.map(\.errors))")
            // Other options, other bytes.
            let other = try CommandRun(arguments: arguments + ["--decimal", "point"], in: folder)
            #expect(other.status == 0, "\(other.errors)")
            for output in ["Output", "slides"] { _ = try CommandRun("clean", "--output", output, in: folder) }
            #expect(files(below: folder).isEmpty)
        }
    }

    @Test("files that hold already what they are to hold are in nobody's way, whoever put them there")
    func copied() throws {
        try withFolder { folder in
            let first = try CommandRun("figures", "pixels/profile", "--lang", "es", in: folder)
            #expect(first.status == 0, "\(first.errors)")
            try FileManager.default.copyItem(
                at: folder.appending(path: "Output/figures"), to: folder.appending(path: "slides"))
            for options in [["--lang", "en"], ["--lang", "es"]] {
                let second = try CommandRun(
                    arguments: ["figures", "pixels/profile", "--output", "slides"] + options, in: folder)
                #expect(second.status == 0, "\(second.errors)")
            }
            let other = try CommandRun(
                "figures", "pixels/profile", "--lang", "es", "--output", "slides", "--dpi", "60", in: folder)
            #expect(other.status == 0, "\(other.errors)")
        }
    }

    @Test("a mistyped folder, full of other people's files, is counted and not listed")
    func many() throws {
        try withFolder { folder in
            for path in [
                "en/pixels.html", "es/pixels.html", "results/pixels.json", "figures/pixels/profile.en.png",
                "figures/pixels/profile.es.png",
            ] {
                try put("mine", "Output/\(path)", in: folder)
            }
            let run = try CommandRun("lesson", "pixels", in: folder)
            #expect(run.errors.contains("and 2 more are in the way"), "\(run.errors)")
            #expect(run.errors.contains("name another folder with --output, move them away"), "\(run.errors)")
        }
    }
}

/// A command, and a file that it writes.
struct WrittenPlace: CustomTestStringConvertible, Sendable {
    let command: String
    let path: String
    /// Whether the command takes so long that a test can't let it run.
    var isCostly: Bool { command.hasPrefix("report") || command.hasPrefix("train") }
    var arguments: [String] { command.split(separator: " ").map(String.init) }
    /// The folder with the manifest.
    var folder: String { path.hasPrefix("slides") ? "slides" : "Output" }
    var testDescription: String { "\(command): \(path)" }
}

/// Where commands write files.
enum WrittenPlaces {
    /// Every kind of file that commands write.
    static let kinds: [(command: String, paths: [String])] = [
        (
            "lesson pixels --lang es",
            [
                "Output/es/pixels.html", "Output/es/search/pixels.js", "Output/figures/pixels/profile.es.png",
                "Output/figures/pixels/profile.es.dark.svg",
                "Output/data/pixels/profile.csv", "Output/results/pixels.json", "Output/manifest.json",
            ]
        ),
        ("figures pixels/profile --lang es", ["Output/figures/pixels/profile.es.png", "Output/manifest.json"]),
        (
            "figures pixels/profile --lang es --output slides",
            ["slides/pixels/profile.es.png", "slides/manifest.json"]
        ),
        (
            "export pixels --lang es --format ipynb",
            ["Output/notebooks/pixels.es.ipynb", "Output/notebooks/pictures/scene.png", "Output/manifest.json"]
        ),
        (
            "export pixels --lang es --format markdown",
            ["Output/markdown/es/pixels.md", "Output/markdown/figures/pixels/profile.es.png"]
        ),
        ("export pixels --lang es --format ipynb --output slides", ["slides/pixels.es.ipynb", "slides/manifest.json"]),
        (
            "report",
            [
                "Output/index.html", "Output/course.html", "Output/en/index.html", "Output/es/cnn.html",
                "Output/figures/cnn/confusion.en.png", "Output/results/cnn.json", "Output/manifest.json",
                "Output/timings.json",
            ]
        ),
    ]
    private static let places = kinds.flatMap { kind in kind.paths.map { WrittenPlace(command: kind.command, path: $0) }
    }
    private static let journals = kinds.map {
        WrittenPlace(command: $0.command, path: $0.paths[0].prefix { $0 != "/" } + "/.manifest.journal")
    }
    static let files = ["--weights", "--predictions"].map {
        WrittenPlace(command: "train cnn \($0) w.safetensors", path: "w.safetensors")
    }

    /// All of them, with what notes what is being written.
    static let everywhere = places + journals + files
    static let costly = places.filter(\.isCostly)
    static let cheapCommands = kinds.map(\.command).filter { !$0.hasPrefix("report") }
}
