import Foundation
import TestSupport
import Testing

@Suite("Limits that a shell has set", .limited)
struct LimitTests {
    @Test("a stack that is too small is told of in words, whatever is asked for", arguments: ["--version", "list"])
    func smallStack(words: String) throws {
        try withFolder { folder in
            let run = try CommandRun(shell: "ulimit -s 64; exec \"$0\" \(words)", in: folder)
            #expect(run.status == 1 && run.errors.contains("needs a stack of") && run.output.isEmpty, "\(run)")
            #expect(run.errors.contains("ulimit -s"), "\(run.errors)")
        }
    }

    @Test("one that may be raised is raised", arguments: ["ulimit -S -s 64", "ulimit -s 2048"])
    func raisedStack(limit: String) throws {
        try withFolder { folder in
            let run = try CommandRun(shell: "\(limit); exec \"$0\" lesson edges --threads 2", in: folder)
            #expect(run.status == 0 && run.output.contains("en/edges.html"), "\(run)")
        }
    }

    @Test(
        "with 400 MB of addresses a page is written and a network trained; a report is refused before it begins",
        .enabled(if: CommandRun.canLimitAddresses))
    func addresses() throws {
        try withFolder { folder in
            let page = try CommandRun(shell: "ulimit -v 400000; exec \"$0\" lesson edges", in: folder)
            #expect(page.status == 0 && page.output.contains("en/edges.html"), "\(page)")
            let training = try CommandRun(
                shell: "ulimit -v 400000; exec \"$0\" train baseline --limit 500 --epochs 1", in: folder)
            #expect(training.status == 0, "\(training)")
            for words in ["report --quick --output Quick", "lesson cnn --quick --output Quick"] {
                let run = try CommandRun(shell: "ulimit -v 400000; exec \"$0\" \(words)", in: folder)
                #expect(run.status == 1 && run.errors.contains("raise the limit (ulimit -v"), "\(run)")
                #expect(!run.errors.contains("epoch"), "\(run.errors)")
            }
        }
    }

    @Test("with too few to start at all, that is told", .enabled(if: CommandRun.canLimitAddresses))
    func fewAddresses() throws {
        try withFolder { folder in
            let run = try CommandRun(shell: "ulimit -v 150000; exec \"$0\" list", in: folder)
            #expect(run.status == 1 && run.errors.contains("ulimit -v") && run.output.isEmpty, "\(run)")
        }
    }
}
