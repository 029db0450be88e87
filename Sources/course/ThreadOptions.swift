import ArgumentParser
import Platform

/// How many threads a command on pictures works with.
struct ThreadOptions: ParsableArguments {
    @Option(
        parsing: .unconditional,
        help: ArgumentHelp("How many threads compute, 1 to 256. No number depends on it.", valueName: "count"))
    var threads: Int?

    func validate() throws {
        if let threads, !(1...256).contains(threads) {
            throw ValidationError("--threads takes a number from 1 to 256, not \(threads).")
        }
    }

    /// As many as were asked for, else as the machine runs at once.
    var count: Int { threads ?? ProcessInfo.processInfo.activeProcessorCount }
}
