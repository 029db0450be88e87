import Foundation
import TestSupport
import Testing

/// One run of the program as people start it: arguments in, exit status and both outputs out.
struct CommandRun {
    let status: Int32
    let output: String
    let errors: String

    /// - Parameter folder: where the command is typed; its store lies there too.
    init(_ arguments: String..., in folder: URL, environment: [String: String] = [:]) throws {
        try self.init(arguments: arguments, in: folder, environment: environment)
    }

    init(arguments: [String], in folder: URL, environment: [String: String] = [:]) throws {
        try self.init(try Self.program(), arguments, in: folder, environment)
    }

    /// Runs a line of the shell, in which `$0` is the program.
    init(shell line: String, in folder: URL) throws {
        try self.init(URL(filePath: "/bin/sh"), ["-c", line, try Self.program().path], in: folder, [:])
    }

    /// Runs another program.
    init(program: String, arguments: [String], in folder: URL, environment: [String: String] = [:]) throws {
        try self.init(URL(filePath: program), arguments, in: folder, environment)
    }

    private init(
        _ program: URL, _ arguments: [String], in folder: URL, _ environment: [String: String]
    ) throws {
        let process = Process()
        process.executableURL = program
        process.arguments = arguments
        process.currentDirectoryURL = folder
        process.environment = [
            "HOME": folder.path, "COURSE_OFFLINE": "1", "COURSE_STORE": folder.appending(path: "store").path,
            "PATH": "/usr/bin:/bin",
        ].merging(Self.sanitizers) { $1 }.merging(environment) { $1 }
        let (out, err) = (folder.appending(path: "out-\(UUID())"), folder.appending(path: "err-\(UUID())"))
        for file in [out, err] { try Data().write(to: file) }
        process.standardOutput = try FileHandle(forWritingTo: out)
        process.standardError = try FileHandle(forWritingTo: err)
        process.standardInput = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        status = process.terminationStatus
        output = try String(contentsOf: out, encoding: .utf8)
        errors = try String(contentsOf: err, encoding: .utf8)
        for file in [out, err] { try FileManager.default.removeItem(at: file) }
    }

    /// What was printed as a JSON object.
    func object() throws -> [String: Any] {
        try #require(try JSONSerialization.jsonObject(with: Data(output.utf8)) as? [String: Any])
    }

    /// Whether the program can be run with a limit on the size of files: the thread sanitizer dies of it.
    static let canLimitFiles = ProcessInfo.processInfo.environment["TSAN_OPTIONS"] == nil

    /// Whether the program can be run with a limit on its addresses: sanitizers reserve terabytes.
    static let canLimitAddresses = sanitizers.isEmpty

    /// What a sanitizer was told holds for the program too: `Scripts/sanitize`.
    private static let sanitizers = ProcessInfo.processInfo.environment.filter {
        ["ASAN_OPTIONS", "TSAN_OPTIONS", "SWIFT_BACKTRACE"].contains($0.key)
    }

    /// The program lies beside the test bundle, wherever that was built. On Linux the bundle itself is run; macOS has a
    /// runner that loads it. (Foundation of Swift 6.0 on Linux crashes when it is asked for all bundles.)
    private static func program() throws -> URL {
        #if canImport(Darwin)
            let bundle = Bundle.allBundles.first { $0.bundlePath.hasSuffix(".xctest") }?.bundleURL
        #else
            let bundle: URL? = URL(filePath: CommandLine.arguments[0])
        #endif
        let folders = [
            bundle?.deletingLastPathComponent(),
            URL(filePath: FileManager.default.currentDirectoryPath).appending(path: ".build/debug"),
        ].compactMap { $0 }
        let found = folders.map { $0.appending(path: "course") }.first {
            FileManager.default.isExecutableFile(atPath: $0.path)
        }
        return try #require(found, "the program course was not built beside the tests")
    }
}

/// A folder of its own for a test, removed afterwards: where a command is typed.
func withFolder(_ body: (URL) throws -> Void) throws { try TestSupport.withFolder(body) }
