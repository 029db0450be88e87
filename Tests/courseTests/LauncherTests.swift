import Foundation
import TestSupport
import Testing

/// A compiler of C that this system has.
private enum CCompiler {
    static let path = ["/usr/bin/cc", "/usr/bin/clang", "/usr/bin/gcc"].first {
        FileManager.default.isExecutableFile(atPath: $0)
    }
}

/// The small program in front of a build that travels, compiled here; what it starts are scripts that tell who they are.
@Suite("The launcher", .limited, .enabled(if: CCompiler.path != nil))
struct LauncherTests {
    private static let checkout = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    #if arch(x86_64)
        private static let names = ["x86-64", "x86-64-v2", "x86-64-v3", "x86-64-v4"]
    #else
        private static let names = ["arm64"]
    #endif

    /// A folder as it travels, with a program for each of these levels.
    private func withLauncher(_ names: [String] = LauncherTests.names, _ body: (URL) throws -> Void) throws {
        try withFolder { folder in
            let lib = folder.appending(path: "travels/lib")
            try FileManager.default.createDirectory(at: lib, withIntermediateDirectories: true)
            for name in names {
                try place("echo \"\(name) $COURSE_CHOSEN $*\"", at: lib.appending(path: "course-\(name)"))
            }
            let sources = Self.checkout.appending(path: "Sources/CProcessor")
            let built = try CommandRun(
                program: try #require(CCompiler.path),
                arguments: [
                    "-I", sources.appending(path: "include").path, "-o", "travels/course",
                    sources.appending(path: "launcher/launcher.c").path,
                    sources.appending(path: "launcher/libraries.c").path, sources.appending(path: "processor.c").path,
                ], in: folder)
            #expect(built.status == 0, "\(built.errors)")
            try body(folder)
        }
    }

    private func place(_ line: String, at url: URL) throws {
        try Data("#!/bin/sh\n\(line)\n".utf8).write(to: url)
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: url.path)
    }

    private func run(
        _ arguments: String..., level: String? = nil, from path: String = "travels/course", in folder: URL
    ) throws -> CommandRun {
        try CommandRun(
            program: folder.appending(path: path).path, arguments: arguments, in: folder,
            environment: level.map { ["COURSE_LEVEL": $0] } ?? [:])
    }

    @Test("starts the program of the highest level that is there, with all that was typed, and tells it which")
    func highest() throws {
        try withLauncher { folder in
            let run = try run("doctor", "a b", in: folder)
            let name = try #require(Self.names.last { run.output.hasPrefix("\($0) ") }, "\(run.output)\(run.errors)")
            #expect(run.status == 0 && run.output == "\(name) \(name) doctor a b\n")
            // One that is damaged, or was left out, is passed over.
            try FileManager.default.removeItem(at: folder.appending(path: "travels/lib/course-\(name)"))
            guard let index = Self.names.firstIndex(of: name), index > 0 else { return }
            #expect(try self.run("doctor", in: folder).output.hasPrefix(Self.names[index - 1]))
            try Data("no program".utf8).write(to: folder.appending(path: "travels/lib/course-\(name)"))
            #expect(try self.run("doctor", in: folder).output.hasPrefix(Self.names[index - 1]))
        }
    }

    #if arch(x86_64)
        @Test("takes a lower level that COURSE_LEVEL names, and no other word")
        func named() throws {
            try withLauncher { folder in
                #expect(try run("doctor", level: "1", in: folder).output == "x86-64 x86-64 doctor\n")
                for word in ["9", "x", "33", "-1"] {
                    let run = try run("doctor", level: word, in: folder)
                    #expect(run.status == 64 && run.errors.contains("COURSE_LEVEL takes 1, 2, 3 or 4"), "\(word)")
                }
            }
        }

        @Test("where nothing can be trained, it says why, and starts what runs anywhere")
        func tooLow() throws {
            try withLauncher { folder in
                let report = try run("report", level: "1", in: folder)
                #expect(report.status == 1 && report.output.isEmpty)
                #expect(report.errors.contains("needs the instructions of x86-64-v3"), "\(report.errors)")
                for words in [["doctor"], ["--version"], ["report", "--help"], ["help", "report"], []] {
                    let run = try CommandRun(
                        program: folder.appending(path: "travels/course").path, arguments: words, in: folder,
                        environment: ["COURSE_LEVEL": "1"])
                    #expect(run.status == 0 && run.output.hasPrefix("x86-64 "), "\(words): \(run.errors)")
                }
            }
        }
    #endif

    @Test("finds its folder through a link, and says what is missing where there is no program")
    func links() throws {
        try withLauncher { folder in
            try FileManager.default.createSymbolicLink(
                atPath: folder.appending(path: "link").path, withDestinationPath: "travels/course")
            #expect(try run("doctor", from: "link", in: folder).output.hasSuffix(" doctor\n"))
        }
        try withLauncher([]) { folder in
            let run = try run("doctor", in: folder)
            #expect(run.status == 1 && run.output.isEmpty)
            #expect(run.errors.contains("travels/lib holds no program for") && run.errors.contains("copy the folder"))
        }
    }
}
