import Foundation
import TestSupport
import Testing

@Suite("Files that mean harm", .limited)
struct HostileTests {
    @Test(
        "a course.json of nonsense is an error that names it, never a trap",
        arguments: [
            "", "[]", "7", "{", "{\"seed\": -1}", "{\"seed\": 1.5}", "{\"seed\": 1e999}", "{\"seed\": true}",
            "{\"seed\": 99999999999999999999999999}", "{\"threads\": 0}", "{\"threads\": 257}", "{\"threads\": \"2\"}",
            "{\"quick\": 1}", "{\"quick\": \"yes\"}", "{\"offline\": null}", "{\"lang\": []}", "{\"lang\": \"xx\"}",
            "{\"store\": {\"a\": 1}}", "{\"\u{0}\": 1}", "{\"\\ud800\": 1}", "{\"__proto__\": 1}",
            "\u{FEFF}{\"sede\": 1}", "{\"source\": \"javascript:alert(1)/\"}", "{\"base\": \"https://a\"}",
            "{\"output\": \"\"}",
        ])
    func configuration(text: String) throws {
        try withFolder { folder in
            try Data(text.utf8).write(to: folder.appending(path: "course.json"))
            let run = try CommandRun("status", in: folder)
            #expect(run.status == 1 && run.errors.contains("course.json"), "\(text.prefix(40)): \(run.errors)")
        }
    }

    @Test(
        "what is wrong in course.json is told with its line",
        arguments: [
            ("{\n  \"seed\": 1,\n}", 3, "a key in quotation marks is expected"),
            ("{\n  \"seed\" 1\n}", 2, "“:” is expected behind \"seed\""),
            ("{\"seed\": 1\n \"quick\": true}", 2, "“,” or “}” is expected behind the value of \"seed\""),
            ("{\"seed\": 1}\n{}", 2, "nothing is expected behind the last brace"),
            ("{\n\n\"sede\": 1}", 3, "unknown key “sede”; did you mean seed?"),
            ("{\"seed\": 1,\n \"seed\": 2}", 2, "“seed” is in line 1 already"),
            ("{\n\"seed\": -1}", 2, "takes a whole number from 0 on, not -1"),
            ("{\n\"output\": \"\"}", 2, "takes a folder's path, not an empty text"),
        ])
    func configurationLine(text: String, line: Int, problem: String) throws {
        try withFolder { folder in
            try Data(text.utf8).write(to: folder.appending(path: "course.json"))
            let run = try CommandRun("status", in: folder)
            #expect(run.status == 1)
            #expect(run.errors.contains("course.json:\(line): ") && run.errors.contains(problem), "\(run.errors)")
        }
    }

    @Test("a course.json that is a link to nothing is told of")
    func configurationLink() throws {
        try withFolder { folder in
            let file = folder.appending(path: "course.json").path
            try FileManager.default.createSymbolicLink(atPath: file, withDestinationPath: "course.json")
            let run = try CommandRun("status", in: folder)
            #expect(run.status == 1 && run.errors.contains("course.json"), "\(run.errors)")
        }
    }

    @Test(
        "nor is one that nests without end, or is too long", arguments: ["[", "{\"a\":", "{\"output\": \"abcdefghijkl"])
    func endless(start: String) throws { try configuration(text: String(repeating: start, count: 100_000)) }

    @Test(
        "a last report that this program can't have written is told of, and the defaults hold",
        arguments: [
            "", "{", "[]", "{\"seed\": -1}", "[[[[", "null",
            """
            {"seed": 5, "isQuick": true, "digitsOrigin": {}, "garmentsOrigin": {},
            "naming": {"source": "javascript:alert(1)/"}}
            """,
        ])
    func lastReport(text: String) throws {
        try withFolder { folder in
            let store = folder.appending(path: "store")
            try FileManager.default.createDirectory(at: store, withIntermediateDirectories: false)
            try Data(text.utf8).write(to: store.appending(path: "last-report.json"))
            let run = try CommandRun("status", in: folder)
            #expect(run.status == 0, "\(run.errors)")
            #expect(
                run.errors.contains("last-report.json") && run.errors.contains("the defaults hold"), "\(run.errors)")
        }
    }

    @Test("a seed in course.json is every bit of it")
    func seed() throws {
        try withFolder { folder in
            // One more than the whole numbers that a Double can tell apart.
            try Data("{\"seed\": 9007199254740993}".utf8).write(to: folder.appending(path: "course.json"))
            let run = try CommandRun("lesson", "edges", "--lang", "en", in: folder)
            #expect(run.status == 0, "\(run.errors)")
            let page = try String(contentsOf: folder.appending(path: "Output/en/edges.html"), encoding: .utf8)
            #expect(page.contains("9007199254740993"))
        }
    }

    @Test("a pipe or a device where a file is expected is an error, never a wait", arguments: ["pipe", "/dev/zero"])
    func noFile(kind: String) throws {
        try withFolder { folder in
            let file = folder.appending(path: "course.json")
            if kind == "pipe" {
                #expect(mkfifo(file.path, 0o600) == 0)
            } else {
                try FileManager.default.createSymbolicLink(atPath: file.path, withDestinationPath: kind)
            }
            let run = try CommandRun("status", in: folder)
            #expect(run.status == 1 && run.errors.contains("not a regular file"), "\(run.errors)")
        }
    }

    @Test("bytes that are no text are no course.json, and neither is a folder")
    func notText() throws {
        try withFolder { folder in
            let file = folder.appending(path: "course.json")
            try Data([0xFF, 0xFE, 0x00, 0xD8]).write(to: file)
            #expect(try CommandRun("status", in: folder).status == 1)
            try FileManager.default.removeItem(at: file)
            try FileManager.default.createDirectory(at: file, withIntermediateDirectories: false)
            #expect(try CommandRun("status", in: folder).errors.contains("not a regular file"))
        }
    }

    @Test(
        "weights that can't be kept are an error before anything is trained",
        arguments: [
            ("/proc/x/y", "cannot write /proc/x/y"), ("taken", "it is a folder; name a file"),
            ("pipe", "it is no regular file; name a file"), ("/dev/null", "it is no regular file; name a file"),
            ("file/w", "file is not a folder"),
        ])
    func weights(path: String, message: String) throws {
        try withFolder { folder in
            try FileManager.default.createDirectory(
                at: folder.appending(path: "taken"), withIntermediateDirectories: false)
            #expect(mkfifo(folder.appending(path: "pipe").path, 0o600) == 0)
            try Data().write(to: folder.appending(path: "file"))
            for option in ["--weights", "--predictions"] {
                let run = try CommandRun("train", "cnn", option, path, in: folder)
                #expect(run.status == 1 && run.errors.contains(message), "\(run.errors)")
                #expect(!run.errors.contains("epoch") && !run.errors.contains("Data:"))
            }
        }
    }

    @Test("an empty name is no folder: a shell's variable that is not set must not mean this one")
    func emptyFolder() throws {
        try withFolder { folder in
            for words in [
                ["lesson", "edges", "--output", ""], ["status", "--store", ""], ["clean", "--output", ""],
                ["data", "list", "--data-dir", ""], ["report", "--output", ""],
            ] {
                let run = try CommandRun(arguments: words, in: folder)
                #expect(run.status == 64 && run.errors.contains("folder's name is empty"), "\(words): \(run.errors)")
            }
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).isEmpty)
        }
    }

    @Test(
        "files that may not grow any more are an error, not the end",
        .enabled(if: CommandRun.canLimitFiles))
    func fileLimit() throws {
        try withFolder { folder in
            let run = try CommandRun(shell: "ulimit -f 4; exec \"$0\" lesson edges", in: folder)
            #expect(run.status == 1 && run.errors.contains("File too large"), "\(run.status) \(run.errors)")
            let output = folder.appending(path: "Output").path
            let left = FileManager.default.enumerator(atPath: output)?.allObjects as? [String] ?? []
            #expect(left.allSatisfy { !$0.contains(".course-") }, "\(left)")
            let bytes = try CommandRun("bench", "figures", "histogram", "--bytes", "nowhere", in: folder)
            #expect(bytes.status == 1 && bytes.errors.contains("cannot read nowhere: "), "\(bytes.errors)")
        }
    }

    @Test("two results in one file would lose one of them")
    func sameFile() throws {
        try withFolder { folder in
            let run = try CommandRun("train", "cnn", "--weights", "a", "--predictions", "./x/../a", in: folder)
            #expect(run.status == 64 && run.errors.contains("name the same file"), "\(run.errors)")
        }
    }

    @Test(
        "an IDX file whose dimensions lie is an error with exit 1",
        arguments: [0, 0x8000_0000, 0xFFFF_FFFF])
    func dimensions(count: Int) throws {
        try withFolder { folder in
            let data = folder.appending(path: "mnist")
            try FileManager.default.createDirectory(at: data, withIntermediateDirectories: true)
            let four = (0..<4).reversed().map { UInt8(truncatingIfNeeded: count >> (8 * $0)) }
            for name in ["train-images-idx3", "train-labels-idx1", "t10k-images-idx3", "t10k-labels-idx1"] {
                try Data([0, 0, 8, 3] + four + four + four).write(to: data.appending(path: "\(name)-ubyte"))
            }
            let run = try CommandRun("train", "cnn", "--data-dir", ".", in: folder)
            #expect(run.status == 1 && run.errors.contains("train-images-idx3-ubyte"), "\(run.errors)")
        }
    }
}
