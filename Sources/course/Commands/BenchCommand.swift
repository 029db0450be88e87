import ArgumentParser

/// `course bench`
struct BenchCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "bench",
        abstract: "Measure how fast this machine computes and draws.",
        subcommands: [BenchTrainCommand.self, BenchFiguresCommand.self, BenchConvolveCommand.self])
}
