import Foundation
import TestSupport
import Testing

@Suite("What an installation needs: version, manual, completions", .limited)
struct InstallationTests {
    private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    /// The names that `course list` tells: lessons, and figures with their lessons.
    private func names(in folder: URL) throws -> (lessons: [String], figures: [String]) {
        let run = try CommandRun("list", "--json", in: folder)
        let list = try #require(try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [[String: Any]])
        let lessons = list.compactMap { $0["id"] as? String }
        let figures = list.flatMap { lesson in
            (lesson["figures"] as? [String] ?? []).map { "\(lesson["id"] as? String ?? "")/\($0)" }
        }
        return (lessons, figures)
    }

    @Test("the version is what --version prints; as JSON it comes with what a report of a fault needs")
    func version() throws {
        try withFolder { folder in
            let plain = try CommandRun("version", in: folder)
            let option = try CommandRun("--version", in: folder)
            #expect(plain.status == 0 && plain.output == option.output)
            let run = try CommandRun("version", "--json", in: folder)
            let about = try #require(try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
            #expect(about["version"] as? String == plain.output.trimmingCharacters(in: .newlines))
            let libraries = try #require(about["libraries"] as? [String: String])
            #expect(Set(libraries.keys) == ["zlib", "libpng", "GLib", "Cairo", "Pango"])
            #expect(libraries.values.allSatisfy { $0.first?.isNumber == true })
            #expect((about["level"] as? [String: String])?.keys.sorted() == ["build", "machine"])
            #expect((about["system"] as? String)?.isEmpty == false)
        }
    }

    @Test("the manual names every command, option, lesson, figure and network, and every variable that is read")
    func manual() throws {
        try withFolder { folder in
            let run = try CommandRun("manual", in: folder)
            #expect(run.status == 0 && run.output.hasPrefix(".TH \"COURSE\" \"1\""))
            let text = run.output.replacing("\\-", with: "-").replacing("\\fB", with: "").replacing("\\fR", with: "")
            let (lessons, figures) = try names(in: folder)
            let commands = [
                "report", "lesson", "figures", "list", "status", "export", "train", "check", "bench train",
                "bench figures", "bench convolve", "data list", "data fetch", "data verify", "clean", "doctor", "plan",
                "run-unit",
                "version",
            ]
            for words in commands.map({ "course \($0)" }) + lessons + figures + ["cnn", "denoising"] {
                #expect(text.contains(words), "\(words)")
            }
            for command in commands {
                let help = try CommandRun(
                    arguments: ["help"] + command.split(separator: " ").map(String.init), in: folder)
                for option in help.output.matches(of: /--[a-z][a-z-]+/).map({ String($0.output) }) {
                    #expect(text.contains(option), "\(command) \(option)")
                }
            }
            for title in ["EXIT STATUS", "ENVIRONMENT", "FILES", "EXAMPLES", "NETWORKS"] {
                #expect(text.contains(".SH \"\(title)\"\n"), "\(title)")
            }
            for variable in try variables() { #expect(text.contains(variable), "\(variable)") }
        }
    }

    /// The environment variables that sources read.
    private func variables() throws -> Set<String> {
        var found: Set<String> = []
        let sources = Self.root.appending(path: "Sources")
        let paths = try #require(FileManager.default.enumerator(atPath: sources.path)?.allObjects as? [String])
        for path in paths where path.hasSuffix(".swift") || path.hasSuffix(".c") {
            let text = try String(contentsOf: sources.appending(path: path), encoding: .utf8)
            for match in text.matches(of: /(?:environment\[|getenv\()"([A-Za-z_]+)"/) { found.insert(String(match.1)) }
        }
        #expect(found.count > 5)
        // What the launcher, the tests and Windows tell the program is nobody else's.
        return found.subtracting(["COURSE_CHOSEN", "COURSE_TEST_MIRROR_PORT", "WSL_DISTRO_NAME"])
    }

    @Test(
        "the manual is what man understands",
        .enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/groff")))
    func roff() throws {
        try withFolder { folder in
            let run = try CommandRun(shell: "\"$0\" manual | groff -man -Tutf8 -ww -z", in: folder)
            #expect(run.status == 0 && run.errors.isEmpty, "\(run.errors)")
        }
    }

    @Test("what is not typed has a default that help tells, and lessons are listed where they are asked for")
    func help() throws {
        try withFolder { folder in
            let lesson = try CommandRun("help", "lesson", in: folder).output.replacing(/\s+/, with: " ")
            for text in [
                "(default: en,es, and added ones)", "(default: Output)", "(default: 1)", "(default: --no-quick)",
                "COURSE_STORE",
                "(default: as many as the machine runs at once)", "pixels, kernels, edges,",
            ] { #expect(lesson.contains(text), "\(text): \(lesson)") }
            let figures = try CommandRun("help", "figures", in: folder).output.replacing(/\s+/, with: " ")
            for text in ["(default: 200)", "(default: png)", "(default: light)", "Inter"] {
                #expect(figures.contains(text), "\(text): \(figures)")
            }
        }
    }

    @Test("completions of all shells know lessons, figures, networks and themes", arguments: ["bash", "zsh", "fish"])
    func completions(shell: String) throws {
        try withFolder { folder in
            let run = try CommandRun("--generate-completion-script", shell, in: folder)
            #expect(run.status == 0)
            let (lessons, figures) = try names(in: folder)
            let words = ["denoising", "projector", "ipynb", "fashion-mnist", "point", "version"]
            for word in lessons + figures + words {
                #expect(run.output.contains(word), "\(shell): \(word)")
            }
            #expect(!run.output.contains("manual"))
        }
    }

    @Test(
        "in bash a Tab completes them",
        arguments: [
            ("course lesson ed", "edges"), ("course figures cnn/conf", "cnn/confusion"),
            ("course train comp", "compact"),
            ("course figures --theme proj", "projector"), ("course ver", "version"),
            ("course export --format ip", "ipynb"),
        ])
    func tab(line: String, completion: String) throws {
        try withFolder { folder in
            let words = line.split(separator: " ")
            let script = """
                "$0" --generate-completion-script bash >script || exit
                # What depends on the machine the shell asks the program for.
                PATH="$(dirname "$0"):$PATH"
                exec bash -c 'source ./script; COMP_WORDS=(\(line)); COMP_CWORD=\(words.count - 1); COMP_LINE="\(line)"
                COMP_POINT=\(line.count); _course course \(words[words.count - 1]) \(words[words.count - 2]); printf "%s\\n" "${COMPREPLY[@]}"'
                """
            let run = try CommandRun(shell: script, in: folder)
            #expect(run.output.split(separator: "\n").map { $0.trimmingPrefix(" ") } == [completion[...]], "\(run)")
        }
    }
}
