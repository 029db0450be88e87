import ArgumentParser
import Imaging
import Platform

/// `course bench convolve`
struct BenchConvolveCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "convolve",
        abstract: "Time filters on a large picture, and how fast memory is.",
        discussion: """
            Answers go into memory that has been used before. Beside OpenCV and SciPy, in one run: \
            Scripts/bench convolve

            Example: course bench convolve --repeat 20 --json
            """)

    @Option(
        parsing: .unconditional,
        help: ArgumentHelp("How often each filter runs; the median and the best are printed.", valueName: "count"))
    var `repeat`: Int = 9

    @Option(
        parsing: .unconditional, help: ArgumentHelp("Pixels on a side of the picture.", valueName: "pixels"))
    var side: Int = 4096

    @Option(
        parsing: .unconditional,
        help: ArgumentHelp("How many threads. (default: as many as the machine runs at once)", valueName: "count"))
    var threads: Int?

    @Option(
        help: ArgumentHelp(
            "Where the picture is kept, a byte a pixel, for programs that do the same.", valueName: "file"),
        completion: .file())
    var picture: String?

    @Flag(help: "Print the times as JSON.")
    var json = false

    @Flag(help: "Print no times, but pictures, kernels and answers as JSON, for Scripts/test-convolution.")
    var answers = false

    func validate() throws {
        guard (1...1000).contains(`repeat`) else { throw ValidationError("--repeat takes a number from 1 to 1000.") }
        guard (16...8192).contains(side) else { throw ValidationError("--side takes a number from 16 to 8192.") }
        guard (1...256).contains(threadCount) else { throw ValidationError("--threads takes a number from 1 to 256.") }
    }

    private var threadCount: Int { threads ?? ProcessInfo.processInfo.activeProcessorCount }

    func run() throws {
        if answers {
            try Terminal.put(json: ConvolutionAnswers(threads: threadCount))
            return
        }
        var bench = try ConvolveBench(side: side, threads: threadCount)
        if let picture { try Data(bench.samples).write(to: URL(typed: picture)) }
        let clock = ContinuousClock()
        let times = ConvolveBench.Filter.allCases.map { filter in
            // The first time, memory is new.
            bench.run(filter)
            let milliseconds = (0..<`repeat`).map { _ in
                let start = clock.now
                bench.run(filter)
                return (clock.now - start) / .milliseconds(1)
            }.sorted()
            return Time(
                filter: filter.rawValue, milliseconds: milliseconds[`repeat` / 2], best: milliseconds[0],
                // Read once, written once.
                gigabytesPerSecond: filter == .copy ? Double(8 * side * side) / milliseconds[0] / 1e6 : nil)
        }
        if json {
            try Terminal.put(json: times)
        } else {
            try Terminal.put(times.map { $0.line + "\n" }.joined())
        }
    }

    private struct Time: Encodable {
        let filter: String
        /// The median of all repetitions.
        let milliseconds: Double
        /// The shortest of them.
        let best: Double
        /// Of the copy: how fast memory is read and written, at best.
        let gigabytesPerSecond: Double?

        var line: String {
            let speed = gigabytesPerSecond.map { "   \($0.fixed(1)) GB/s" } ?? ""
            return "\(filter.left(20)) \(milliseconds.fixed(2).right(8)) ms, at best \(best.fixed(2).right(8)) ms"
                + speed
        }
    }
}
