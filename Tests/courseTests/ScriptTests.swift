import Foundation
import TestSupport
import Testing

@Suite("Scripts/course builds and runs", .limited)
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

@Suite("Scripts/build", .limited)
struct BuildScriptTests {
    private static let checkout = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    /// A checkout whose `swift` says these lines instead of building.
    private func withBuild(_ swift: String, _ body: (_ folder: URL, _ run: () throws -> CommandRun) throws -> Void)
        throws
    {
        try withFolder { folder in
            let (scripts, bin) = (folder.appending(path: "co/Scripts"), folder.appending(path: "bin"))
            for place in [scripts, bin] {
                try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
            }
            for name in ["build", "level"] {
                try FileManager.default.copyItem(
                    at: Self.checkout.appending(path: "Scripts/\(name)"), to: scripts.appending(path: name))
            }
            for (place, line) in [(scripts.appending(path: "setup"), "exit 0"), (bin.appending(path: "swift"), swift)] {
                try Data("#!/bin/sh\n\(line)\n".utf8).write(to: place)
                try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: place.path)
            }
            try body(folder) {
                try CommandRun(
                    program: scripts.appending(path: "build").path, arguments: ["-c", "release"], in: folder,
                    environment: ["PATH": "\(bin.path):/usr/bin:/bin"])
            }
        }
    }

    @Test("hands its options to swift build, and says nothing where nothing is to be done")
    func quiet() throws {
        let lines = "echo '[0/1] Planning build'; echo '[0/3] Write sources'; echo 'Build complete!'"
        try withBuild("echo \"$*\" >said; \(lines)") { folder, run in
            let run = try run()
            #expect(run.status == 0 && run.output.isEmpty && run.errors.isEmpty, "\(run.errors)")
            let said = try String(contentsOf: folder.appending(path: "said"), encoding: .utf8)
            #expect(said.hasPrefix("build --package-path ") && said.hasSuffix("/co -c release\n"), "\(said)")
        }
    }

    @Test("tells all that the compiler said where it failed, and fails")
    func failure() throws {
        try withBuild("echo '[7/9] Compiling A.swift'; echo 'A.swift:1: error: no' >&2; exit 3") { _, run in
            let run = try run()
            #expect(run.status == 1 && run.output.isEmpty)
            #expect(run.errors.hasSuffix("A.swift:1: error: no\nThe build failed.\n"), "\(run.errors)")
        }
    }

    @Test("throws away what was built in another place, and keeps what was fetched")
    func moved() throws {
        try withBuild("exit 0") { folder, run in
            let build = folder.appending(path: "co/.build")
            for name in ["release", "repositories"] {
                try FileManager.default.createDirectory(
                    at: build.appending(path: name), withIntermediateDirectories: true)
            }
            try Data("/elsewhere\n".utf8).write(to: build.appending(path: "checkout"))
            let first = try run()
            #expect(first.status == 0)
            #expect(first.errors == "This checkout was built in /elsewhere; it is built anew.\n")
            let left = try FileManager.default.contentsOfDirectory(atPath: build.path).sorted()
            #expect(left == ["checkout", "repositories"])
            #expect(try run().errors.isEmpty)
        }
    }
}
