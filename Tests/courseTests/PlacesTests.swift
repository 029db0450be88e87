import Foundation
import TestSupport
import Testing

@Suite("Places to write to are tried before anything is computed, and stay as people have them", .limited)
struct PlacesTests {
    private func mode(_ path: String, in folder: URL) -> mode_t {
        var status = stat()
        return lstat(folder.appending(path: path).path, &status) == 0 ? status.st_mode & 0o777 : 0
    }

    private func names(in folder: URL) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    }

    @Test("new files have the mode that the umask allows", arguments: [("077", 0o600), ("002", 0o664), ("027", 0o640)])
    func umask(mask: String, expected: mode_t) throws {
        try withFolder { folder in
            let run = try CommandRun(shell: "umask \(mask); exec \"$0\" lesson pixels --lang es", in: folder)
            #expect(run.status == 0, "\(run.errors)")
            for path in ["es/pixels.html", "figures/pixels/profile.es.png", "results/pixels.json", "manifest.json"] {
                #expect(mode("Output/\(path)", in: folder) == expected, "\(path)")
            }
        }
    }

    @Test("a file that is there keeps its mode, a link its target")
    func kept() throws {
        try withFolder { folder in
            #expect(try CommandRun("lesson", "pixels", "--lang", "es", in: folder).status == 0)
            let (page, elsewhere) = (
                folder.appending(path: "Output/es/pixels.html"), folder.appending(path: "page.html")
            )
            try FileManager.default.moveItem(at: page, to: elsewhere)
            try FileManager.default.createSymbolicLink(at: page, withDestinationURL: elsewhere)
            #expect(chmod(elsewhere.path, 0o660) == 0)
            let before = try Data(contentsOf: elsewhere)
            let run = try CommandRun("lesson", "pixels", "--lang", "es", "--decimal", "point", in: folder)
            #expect(run.status == 0, "\(run.errors)")
            #expect(try FileManager.default.destinationOfSymbolicLink(atPath: page.path) == elsewhere.path)
            #expect(try Data(contentsOf: elsewhere) != before)
            #expect(mode("page.html", in: folder) == 0o660)
            let clean = try CommandRun("clean", in: folder)
            #expect(clean.errors.contains("so it stays") && clean.errors.contains("es/pixels.html"), "\(clean.errors)")
            #expect(FileManager.default.fileExists(atPath: elsewhere.path))
        }
    }

    @Test("a name that no file can have is refused before anything is trained", arguments: [256, 270, 300])
    func longNames(count: Int) throws {
        try withFolder { folder in
            for option in ["--weights", "--predictions"] {
                let name = String(repeating: "w", count: count)
                let run = try CommandRun("train", "cnn", option, name, in: folder)
                #expect(run.status == 1 && run.errors.contains("choose a shorter name"), "\(run.errors)")
                #expect(!run.errors.contains("Data:"))
            }
        }
    }

    @Test("a unit that can't be kept is not computed, and the message says how to name another store")
    func store() throws {
        try withFolder { folder in
            try Data().write(to: folder.appending(path: "file"))
            let run = try CommandRun("run-unit", "train/cnn", "--store", "file/store", in: folder)
            #expect(run.status == 1 && run.errors.contains("--store or COURSE_STORE"), "\(run.errors)")
            #expect(run.errors.contains("file/store") && !run.errors.contains("epoch"), "\(run.errors)")
        }
    }

    #if os(Linux)
        @Test(
            "where no font is installed, that is said first",
            arguments: [
                "report", "lesson mnist", "figures mnist", "figures edges --dry-run", "export cnn --format ipynb",
            ])
        func fonts(command: String) throws {
            try withFolder { folder in
                let settings = folder.appending(path: "fonts.conf")
                try Data("<fontconfig></fontconfig>".utf8).write(to: settings)
                let run = try CommandRun(
                    arguments: command.split(separator: " ").map(String.init), in: folder,
                    environment: ["FONTCONFIG_FILE": settings.path])
                #expect(run.status == 1, "\(run.errors)")
                #expect(run.errors.contains("no figure can be drawn: no font is installed"), "\(run.errors)")
                #expect(run.errors.contains("apt-get install fonts-inter"), "\(run.errors)")
                #expect(!run.errors.contains("epoch") && !run.errors.contains("rawing digits"), "\(run.errors)")
                #expect(try names(in: folder) == ["fonts.conf"])
            }
        }

        @Test(
            "a run that waits for one that was stopped says for which, since when, and what to do",
            .enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/flock")))
        func stopped() throws {
            try withFolder { folder in
                // Whoever has the folder stops, and goes on when the other has told what it waits for.
                let script = """
                    mkdir Output
                    flock Output sh -c 'echo $PPID >holder; kill -STOP $PPID' &
                    while ! grep -q 'State:.*T' "/proc/$(cat holder 2>/dev/null)/status" 2>/dev/null; do sleep 0.05; done
                    "$0" lesson pixels --lang es 2>said &
                    run=$!
                    while ! grep -q waiting said; do sleep 0.05; done
                    kill -CONT "$(cat holder)"
                    wait "$run"
                    """
                let run = try CommandRun(shell: script, in: folder)
                #expect(run.status == 0, "\(run.errors)")
                let said = try String(contentsOf: folder.appending(path: "said"), encoding: .utf8)
                let holder = try String(contentsOf: folder.appending(path: "holder"), encoding: .utf8)
                    .trimmingCharacters(in: .whitespacesAndNewlines)
                #expect(said.contains("process \(holder), since "), "\(said)")
                #expect(said.contains("It was stopped: `kill -CONT \(holder)` lets it go on"), "\(said)")
            }
        }
    #endif

    @Test(
        "every command that writes lists what it wrote",
        arguments: [
            ("lesson pixels --lang es", ["page", "figure", "results", "manifest"]),
            ("figures pixels/profile --lang es", ["figure"]),
            ("figures pixels/profile --lang es --output slides", ["figure"]),
            ("export pixels --lang es --format ipynb", ["notebook", "figure", "manifest"]),
            ("export pixels --lang es --format markdown", ["markdown", "manifest"]),
            ("export pixels --lang es --format ipynb --output slides", ["notebook", "manifest"]),
        ])
    func json(command: String, kinds: [String]) throws {
        try withFolder { folder in
            let run = try CommandRun(arguments: command.split(separator: " ").map(String.init) + ["--json"], in: folder)
            #expect(run.status == 0, "\(run.errors)")
            let written = try list(run.output)
            #expect(Set(written.keys).isSuperset(of: kinds), "\(written.keys)")
            #expect(written.values.joined().allSatisfy(FileManager.default.fileExists))
            let output = command.contains("slides") ? "slides" : "Output"
            let clean = try CommandRun("clean", "--output", output, "--json", in: folder)
            #expect(clean.status == 0, "\(clean.errors)")
            let removed = try list(clean.output)
            #expect(Set(removed.values.joined()).isSuperset(of: written.values.joined()))
            #expect(removed["manifest"]?.count == 1)
            #expect(removed.values.joined().allSatisfy { !FileManager.default.fileExists(atPath: $0) })
        }
    }

    /// Paths by kind.
    private func list(_ json: String) throws -> [String: [String]] {
        let object = try JSONSerialization.jsonObject(with: Data(json.utf8))
        let entries = try #require(object as? [[String: Any]])
        return Dictionary(grouping: entries) { $0["kind"] as? String ?? "" }
            .mapValues { $0.compactMap { $0["path"] as? String } }
    }
}
