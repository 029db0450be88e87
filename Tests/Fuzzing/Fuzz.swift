import Foundation

/// libFuzzer's own loop, which `Scripts/fuzz` links in. It needs no `main` of its own that way, and the program's
/// other parts keep theirs.
@_silgen_name("LLVMFuzzerRunDriver")
private func runFuzzer(
    _ count: UnsafeMutablePointer<Int32>,
    _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>>,
    _ call: @convention(c) (UnsafePointer<UInt8>?, Int) -> Int32
) -> Int32

/// `fuzz --list`, `fuzz --seeds FOLDER`, `COURSE_FUZZ=png fuzz --longest`, or
/// `COURSE_FUZZ=png fuzz [libFuzzer's own options] CORPUS`.
@main
struct Fuzz {
    private static let target = ProcessInfo.processInfo.environment["COURSE_FUZZ"].flatMap { name in
        FuzzTarget.all.first { $0.name == name }
    }

    static func main() throws {
        if CommandLine.arguments.contains("--list") {
            for target in FuzzTarget.all { print(target.name) }
        } else if let flag = CommandLine.arguments.firstIndex(of: "--seeds") {
            try writeSeeds(to: URL(filePath: CommandLine.arguments[flag + 1]))
        } else if let target, CommandLine.arguments.contains("--longest") {
            print(target.longest)
        } else if target != nil {
            var count = CommandLine.argc
            var arguments = CommandLine.unsafeArgv
            exit(
                runFuzzer(&count, &arguments) { start, count in
                    let bytes = Array(UnsafeBufferPointer(start: start, count: count))
                    do { try Fuzz.target?.parse(bytes) } catch { _ = "\(error)" }
                    return 0
                })
        } else {
            print("COURSE_FUZZ names no parser; there are \(FuzzTarget.all.map(\.name).joined(separator: ", "))")
            exit(64)
        }
    }

    private static func writeSeeds(to folder: URL) throws {
        for target in FuzzTarget.all {
            let own = folder.appending(path: target.name)
            try FileManager.default.createDirectory(at: own, withIntermediateDirectories: true)
            for (number, seed) in target.seeds.enumerated() {
                try Data(seed).write(to: own.appending(path: "seed-\(number)"))
            }
        }
    }
}
