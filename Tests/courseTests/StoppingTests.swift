import Foundation
import TestSupport
import Testing

@Suite("A run that is told to end", .limited)
struct StoppingTests {
    /// Starts a report, has the shell send it a signal once its first lessons are there, and tells how it ended.
    ///
    /// - Parameter begin: what stands before the command.
    private func run(_ signal: String, begin: String = "", in folder: URL) throws -> (status: String, errors: String) {
        let line = """
            \(begin) "$0" report --quick --output Out >out.txt 2>err.txt &
            report=$!
            tries=0
            until grep -qs 'class="listing"' Out/en/edges.html; do
                tries=$((tries + 1))
                [ $tries -lt 1200 ] || break
                sleep 0.05
            done
            kill -\(signal) $report
            wait $report
            echo $?
            """
        let run = try CommandRun(shell: line, in: folder)
        let errors = try String(contentsOf: folder.appending(path: "err.txt"), encoding: .utf8)
        return (run.output.trimmingCharacters(in: .whitespacesAndNewlines), errors)
    }

    /// A program that is started with this before it: shells have programs in the background ignore Ctrl-C, and a parent
    /// may have blocked a signal. Python is there wherever `Scripts/test` runs.
    private func python(_ line: String) -> String {
        "python3 -c 'import os, signal, sys; \(line); os.execv(sys.argv[1], sys.argv[1:])'"
    }

    private func page(_ path: String, in folder: URL) throws -> String {
        try String(contentsOf: folder.appending(path: "Out/\(path)"), encoding: .utf8)
    }

    @Test(
        "says so, ends with the signal's status, and leaves no page that waits for a lesson",
        arguments: [
            ("TERM", "signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGTERM})", "143"),
            ("INT", "signal.signal(signal.SIGINT, signal.SIG_DFL)", "130"),
            ("HUP", "pass", "129"),
        ])
    func stopped(signal: String, before: String, status: String) throws {
        try withFolder { (folder: URL) throws in
            let (ended, errors) = try run(signal, begin: python(before), in: folder)
            #expect(ended == status)
            #expect(errors.contains("Interrupted. What was computed is kept"), "\(errors)")
            let (list, waiting) = (try page("en/index.html", in: folder), try page("en/denoising.html", in: folder))
            #expect(list.contains("This report was stopped"))
            #expect(try page("es/index.html", in: folder).contains("Este informe se interrumpió"))
            #expect(waiting.contains("This lesson was not made"))
            for page in [list, waiting, try page("es/cnn.html", in: folder)] {
                #expect(!page.contains("http-equiv=\"refresh\""))
            }
            // The settings are those of the report that was begun.
            let state = try CommandRun("status", in: folder)
            #expect(state.output.contains("quick"), "\(state.output)")
        }
    }

    @Test("a run that is to survive the terminal goes on when that hangs up")
    func inherited() throws {
        try withFolder { (folder: URL) throws in
            let ended = try run("HUP $report; sleep 1.5; kill -TERM", begin: "nohup", in: folder)
            #expect(ended.status == "143")
        }
    }

    @Test("--open shows the first page while the others are still being made")
    func opened() throws {
        try withFolder { (folder: URL) throws in
            // A browser that writes down what it is to show.
            let browser = folder.appending(path: "xdg-open")
            try "#!/bin/sh\nprintf '%s' \"$1\" >shown.new && mv shown.new shown\n".write(
                to: browser, atomically: true, encoding: .utf8)
            try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: browser.path)
            let line = """
                PATH=$PWD:$PATH "$0" report --quick --open --output Out >/dev/null 2>err.txt &
                report=$!
                tries=0
                until [ -s shown ] || [ $tries -ge 1200 ]; do tries=$((tries + 1)); sleep 0.05; done
                kill -TERM $report
                wait $report
                cat shown
                """
            let run = try CommandRun(shell: line, in: folder)
            #expect(run.output.hasSuffix("/Out/index.html"), "\(run.output)")
        }
    }
}
