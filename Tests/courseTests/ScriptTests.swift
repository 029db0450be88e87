import Foundation
import Testing

@Suite("Scripts/course builds and runs")
struct ScriptTests {
    private static let checkout = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    /// A checkout in which building is told and nothing is built.
    private func withScripts(build: String, _ body: (URL) throws -> Void) throws {
        try withFolder { folder in
            let scripts = folder.appending(path: "check out/Scripts")
            let release = folder.appending(path: "check out/.build/release")
            for place in [scripts, release] {
                try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
            }
            try FileManager.default.copyItem(
                at: Self.checkout.appending(path: "Scripts/course"), to: scripts.appending(path: "course"))
            for (place, line) in [
                (scripts.appending(path: "build"), build), (release.appending(path: "course"), "echo \"ran $*\""),
            ] {
                try Data("#!/bin/sh\n\(line)\n".utf8).write(to: place)
                try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: place.path)
            }
            try body(folder)
        }
    }

    @Test("builds and runs what stands in its own checkout, also through links and from elsewhere")
    func links() throws {
        try withScripts(build: "echo \"build $*\" >&2") { folder in
            let bin = folder.appending(path: "bin")
            try FileManager.default.createDirectory(at: bin, withIntermediateDirectories: false)
            for (link, target) in [("bin/relative", "../check out/Scripts/course"), ("bin/twice", "relative")] {
                try FileManager.default.createSymbolicLink(
                    atPath: folder.appending(path: link).path, withDestinationPath: target)
            }
            for path in ["check out/Scripts/course", "bin/relative", "bin/twice"] {
                let run = try CommandRun(
                    program: folder.appending(path: path).path, arguments: ["list", "a  b"], in: folder)
                #expect(run.status == 0 && run.output == "ran list a  b\n", "\(path): \(run.errors)")
                #expect(run.errors.contains("build -c release --product course"), "\(path): \(run.errors)")
            }
        }
    }

    @Test("runs nothing where the build failed")
    func failed() throws {
        try withScripts(build: "exit 1") { folder in
            let run = try CommandRun(
                program: folder.appending(path: "check out/Scripts/course").path, arguments: ["list"], in: folder)
            #expect(run.status == 1 && run.output.isEmpty && run.errors == "Nothing was run.\n")
        }
    }
}
