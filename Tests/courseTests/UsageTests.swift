import Foundation
import TestSupport
import Testing

@Suite("What people type", .limited)
struct UsageTests {
    @Test(
        "a slip of the finger ends with exit 64 and the near misses",
        arguments: [
            (["lesson", "edgse"], "did you mean edges?"),
            (["figures", "edges/laplcian"], "did you mean edges/laplacian?"),
            (["train", "cmn"], "did you mean cnn?"),
            (["train", "nope"], "there is no network “nope”, nor a file of that name here; the networks are baseline"),
            (["lesonn"], "did you mean lesson?"),
            (["bench", "trian"], "did you mean train?"),
            (["data", "lst"], "there is no command “data lst”; did you mean list?"),
            (["data", "zzzzz"], "the commands of data are fetch, import, list, verify"),
            (["help", "nosuch"], "the commands are bench, "),
            (["help", "reprot"], "did you mean report?"),
            (["help", "bench", "trian"], "did you mean train?"),
            (["help", "report", "quick"], "report has no commands of its own"),
            (["export", "--fromat", "ipynb"], "--format"),
            (["report", "--quik"], "--quick"),
            (["report", "--lang", "fr"], "It is written in en, es and es-MX."),
            (["report", "--lang", "en,ee"], "did you mean"),
            (["report", "--decimal", "dot"], "point"),
            (["report", "--threads", "0"], "from 1 to 256"),
            (["report", "--source", "http://example.org/"], "begins with https://"),
            (["export", "--format", "ipnb"], "did you mean ipynb?"),
            (["figures", "edges/laplacian", "--dpi", "9"], "from 36 to 1200"),
            (["train", "cnn", "--epochs", "0"], "--epochs"),
            (["train", "cnn", "--epochs", "1000001"], "from 1 to 1000000"),
            (["train", "cnn", "--batch", "65537"], "--batch takes a number from 1 to 65536"),
            (["train", "cnn", "--limit", "-3"], "--limit"),
            (["train", "cnn", "--limit", "1"], "--limit 1 leaves none to train on"),
            (["train", "cnn", "--weights", ""], "--weights takes the name of a file"),
            (["train", "cnn", "--threads", "257"], "from 1 to 256"),
            (["train", "cnn", "--seed", "-1"], "--seed"),
            (["train"], "network"),
            (["bench", "train", "--model", "cmn"], "did you mean cnn?"),
            (["lesson"], "lesson"),
        ])
    func slips(arguments: [String], hint: String) throws {
        try withFolder { folder in
            let run = try CommandRun(arguments: arguments, in: folder)
            #expect(run.status == 64)
            #expect(run.errors.contains(hint), "\(run.errors)")
            #expect(run.output.isEmpty)
        }
    }

    @Test("help and version come on standard output with exit 0")
    func help() throws {
        try withFolder { folder in
            let help = try CommandRun("--help", in: folder)
            #expect(help.status == 0)
            for command in ["report", "lesson", "figures", "list", "status", "train"] {
                #expect(help.output.contains("\n  \(command) "))
            }
            #expect(try CommandRun("--version", in: folder).output.contains("."))
            for words in [["help"], ["help", "bench", "train"], ["bench"], ["bench", "--help"]] {
                let run = try CommandRun(arguments: words, in: folder)
                #expect(run.status == 0 && run.output.contains("USAGE: course"), "\(words): \(run.errors)")
            }
        }
    }

    @Test("the help of --lang and its errors name the same languages", arguments: ["report", "list", "classify"])
    func languages(command: String) throws {
        try withFolder { folder in
            let help = try CommandRun(command, "--help", in: folder).output
            let words = help.split(whereSeparator: \.isWhitespace).joined(separator: " ")
            #expect(words.contains("separated by commas: en, es, es-MX, and those that --documents adds"), "\(words)")
            #expect(command == "list" || words.contains("(default: en,es, and added ones)"), "\(words)")
            let unknown = try CommandRun("report", "--lang", "fr", in: folder)
            #expect(unknown.errors.contains("It is written in en, es and es-MX."))
        }
    }

    @Test("an unknown key in course.json is an error that names the near misses; what is typed comes first")
    func configuration() throws {
        try withFolder { folder in
            let file = folder.appending(path: "course.json")
            try Data(#"{"sed": 7}"#.utf8).write(to: file)
            let unknown = try CommandRun("status", in: folder)
            #expect(unknown.status == 1)
            #expect(unknown.errors.contains("did you mean seed?"))
            try Data(#"{"seed": 7, "quick": true}"#.utf8).write(to: file)
            #expect(try CommandRun("status", in: folder).output.contains("seed 7, quick"))
            #expect(try CommandRun("status", "--seed", "8", "--no-quick", in: folder).output.contains("seed 8\n"))
            try Data(#"{"seed": "seven"}"#.utf8).write(to: file)
            #expect(try CommandRun("status", in: folder).errors.contains("“seed” takes a whole number"))
        }
    }

    @Test("a folder without the data is an error that names the files, and nothing is written")
    func missingData() throws {
        try withFolder { folder in
            let run = try CommandRun("report", "--data-dir", "nowhere", in: folder)
            #expect(run.status == 1)
            #expect(run.errors.contains("train-images-idx3-ubyte"))
            #expect(!FileManager.default.fileExists(atPath: folder.appending(path: "Output").path))
        }
    }

    @Test("a wrong or truncated data file is an error that names it, and nothing is half written")
    func wrongData() throws {
        try withFolder { folder in
            let data = folder.appending(path: "mnist")
            try FileManager.default.createDirectory(at: data, withIntermediateDirectories: true)
            for name in ["train-images-idx3", "train-labels-idx1", "t10k-images-idx3", "t10k-labels-idx1"] {
                try Data([0, 0, 8, 3, 0, 0]).write(to: data.appending(path: "\(name)-ubyte"))
            }
            let run = try CommandRun("train", "cnn", "--weights", "w.safetensors", "--data-dir", ".", in: folder)
            #expect(run.status == 1)
            #expect(run.errors.contains("train-images-idx3-ubyte"))
            #expect(!FileManager.default.fileExists(atPath: folder.appending(path: "w.safetensors").path))
        }
    }

    @Test(
        "a number that is out of range is told with the range, a minus before it or not",
        arguments: [
            (["status", "--seed", "-1"], "--seed takes a whole number from 0 to 18446744073709551615, not -1"),
            (["status", "--seed=-1"], "--seed takes a whole number from 0 to 18446744073709551615, not -1"),
            (["status", "--threads", "-1"], "--threads takes a number from 1 to 256, not -1"),
            (["train", "cnn", "--epochs", "-1"], "--epochs takes a number from 1"),
            (["train", "cnn", "--weights", "-"], "one called “-” is “./-”"),
        ])
    func ranges(words: [String], sentence: String) throws {
        try withFolder { folder in
            let run = try CommandRun(arguments: words, in: folder)
            #expect(run.status == 64 && run.errors.contains(sentence), "\(run.errors)")
        }
    }

    @Test("what a command refuses once it runs shows how that command is used")
    func usageOfCommand() throws {
        try withFolder { folder in
            let run = try CommandRun("lesson", "egdes", in: folder)
            #expect(run.status == 64)
            #expect(run.errors.contains("Usage: course lesson "), "\(run.errors)")
            #expect(run.errors.contains("See 'course lesson --help'"), "\(run.errors)")
        }
    }
}
