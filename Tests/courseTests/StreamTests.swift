import Foundation
import TestSupport
import Testing

/// Everything here prints; `/dev/full` is a disk without room.
@Suite(
    "Streams that take nothing", .limited, .enabled(if: access("/dev/full", W_OK) == 0, "this system has no /dev/full"))
struct StreamTests {
    @Test(
        "whatever prints data fails where it can't be printed, and says so",
        arguments: [
            "--help", "--version", "help report", "list", "list --json", "status", "status --json", "data list",
            "data list --json", "data verify", "data verify --json", "doctor", "doctor --json", "plan",
            "plan --format make", "plan --format snakemake", "lesson edges", "figures edges/similar",
            "figures edges/similar --json", "figures edges/similar --dry-run", "export edges --format markdown",
            "export edges --format ipynb", "bench figures grid --repeat 1", "bench figures grid --repeat 1 --json",
            "bench convolve --side 64 --repeat 1", "bench convolve --side 64 --repeat 1 --json",
        ])
    func output(words: String) throws {
        try withFolder { folder in
            let run = try CommandRun(shell: "exec \"$0\" \(words) >/dev/full", in: folder)
            #expect(run.status == 1, "\(words): \(run.status)")
            #expect(run.errors.contains("cannot write standard output: No space left on device"), "\(run.errors)")
        }
    }

    @Test("a clean whose list can't be printed removes nothing")
    func clean() throws {
        try withFolder { folder in
            _ = try CommandRun("figures", "edges/similar", "--lang", "es", in: folder)
            let figure = folder.appending(path: "Output/figures/edges/similar.es.png")
            #expect(FileManager.default.fileExists(atPath: figure.path))
            let run = try CommandRun(shell: "exec \"$0\" clean >/dev/full", in: folder)
            #expect(run.status == 1)
            #expect(FileManager.default.fileExists(atPath: figure.path))
        }
    }

    @Test(
        "progress that can't be shown is no reason to stop, and never lands in a file",
        arguments: ["2>/dev/full", "2>&-", "<&- 2>&-", "<&-"])
    func errors(redirection: String) throws {
        try withFolder { folder in
            let run = try CommandRun(shell: "exec \"$0\" lesson edges --lang en \(redirection)", in: folder)
            #expect(run.status == 0 && run.output.hasSuffix("en/edges.html\n"), "\(redirection): \(run.status)")
            let page = try Data(contentsOf: folder.appending(path: "Output/en/edges.html"))
            #expect(page.starts(with: Data("<!doctype html>".utf8)) || page.starts(with: Data("<!DOCTYPE html>".utf8)))
        }
    }

    @Test("without any stream a mistake still has its exit status", arguments: [(">&- 2>&-", 1), (">&-", 1)])
    func none(redirection: String, status: Int32) throws {
        try withFolder { folder in
            let list = try CommandRun(shell: "exec \"$0\" list <&- \(redirection)", in: folder)
            let mistake = try CommandRun(shell: "exec \"$0\" lisst \(redirection)", in: folder)
            #expect(list.status == status && mistake.status == 64)
        }
    }
}
