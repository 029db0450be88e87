import ArgumentParser
import Drawing
import Figures
import Platform
import Imaging
import Languages
import Lessons
import Notebook
import Storage

/// `course bench figures`
struct BenchFiguresCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "figures",
        abstract: "Time the drawing of five figures, from numbers to a PNG file.",
        discussion: """
            Beside matplotlib, in one run: Scripts/bench figures

            Example: course bench figures --repeat 20 --json
            """)

    @Argument(
        help: ArgumentHelp("Which: grid, maps, histogram, curves, confusion. (default: all)", valueName: "figure"),
        completion: .list(FigureBench.allCases.map(\.rawValue)))
    var names: [String] = []

    @Option(
        parsing: .unconditional,
        help: ArgumentHelp("How often each figure is drawn; the median is printed.", valueName: "count"))
    var `repeat`: Int = 9

    @Option(
        parsing: .unconditional,
        help: ArgumentHelp(
            "How many threads count the histogram's bytes. (default: as many as the machine runs at once)",
            valueName: "count"))
    var threads: Int?

    @Option(
        help: ArgumentHelp("A file whose bytes the histogram counts, instead of made-up ones.", valueName: "file"),
        completion: .file())
    var bytes: String?

    @Option(
        name: [.short, .long], help: ArgumentHelp("Where the figures are kept, for the eye.", valueName: "folder"),
        completion: .directory)
    var output: String?

    @Flag(help: "Print the times as JSON.")
    var json = false

    func validate() throws {
        guard (1...1000).contains(`repeat`) else { throw ValidationError("--repeat takes a number from 1 to 1000.") }
        guard (1...256).contains(threadCount) else { throw ValidationError("--threads takes a number from 1 to 256.") }
        _ = try figures()
    }

    private var threadCount: Int { threads ?? ProcessInfo.processInfo.activeProcessorCount }

    private func figures() throws -> [FigureBench] {
        try names.map { name in
            guard let figure = FigureBench(rawValue: name) else {
                throw ValidationError(
                    no: "figure “\(name)” to time", for: name, among: FigureBench.allCases.map(\.rawValue))
            }
            return figure
        }
    }

    func run() throws {
        let chosen = names.isEmpty ? FigureBench.allCases : try figures()
        let data = try chosen.contains(.histogram) ? source() : Data()
        if let output {
            try Files.createFolder(URL(typed: output, directoryHint: .isDirectory))
        }
        let typesetter = try Typesetter()
        guard let language = try Curriculum.carriedLanguages.languages.first else { return }
        let renderer = FigureRenderer(format: NumberFormat(language))
        let times = try chosen.map { figure in
            var seconds: [Double] = []
            for _ in 0..<`repeat` {
                let clock = ContinuousClock()
                let start = clock.now
                let file = try data.withUnsafeBytes { bytes in
                    try renderer.png(
                        figure.figure(bytes, threads: threadCount), typesetter: typesetter)
                }
                if let output {
                    let url = URL(typed: output, directoryHint: .isDirectory).appending(path: "\(figure).png")
                    // Not flushed to the disk as a report's files are: that would time the disk.
                    try Data(file.bytes).write(to: url)
                }
                seconds.append((clock.now - start) / .seconds(1))
            }
            // Once is how a start is timed, and that has no use for more.
            let speeds = figure == .histogram && `repeat` > 1 ? data.withUnsafeBytes { memorySpeeds(of: $0) } : nil
            return Time(
                figure: figure.rawValue, milliseconds: seconds.sorted()[seconds.count / 2] * 1000,
                gigabytesPerSecond: speeds?.counting, readGigabytesPerSecond: speeds?.reading)
        }
        if json {
            try Terminal.put(json: times)
        } else {
            for time in times {
                try Terminal.put(time.line + "\n")
            }
        }
    }

    /// The bytes to count, mapped from their file without a copy.
    private func source() throws -> Data {
        guard let bytes else { return Data(FigureBench.bytes()) }
        do { return try Data(contentsOf: URL(typed: bytes), options: .alwaysMapped) } catch {
            let answer = (error as? CocoaError)?.underlying as? POSIXError
            throw StorageError.cannotRead(
                path: bytes, reason: answer.map { StorageReason(code: $0.code.rawValue) } ?? "\(error)")
        }
    }

    /// How many bytes a second are counted, and how many can be read at all, by as many threads: the median of all
    /// repetitions, which take turns. In 1e9 bytes a second.
    private func memorySpeeds(of bytes: UnsafeRawBufferPointer) -> (counting: Double, reading: Double) {
        let clock = ContinuousClock()
        var (counting, reading): ([Double], [Double]) = ([], [])
        for _ in 0..<`repeat` {
            let start = clock.now
            let black = Histogram(of: bytes, threads: threadCount).counts[0]
            let middle = clock.now
            let bits = MemoryRead.bits(of: bytes, threads: threadCount)
            let end = clock.now
            // The compiler may not leave out what somebody looks at.
            precondition(black >= 0 && bits >= 0)
            counting.append(Double(bytes.count) / ((middle - start) / .seconds(1)) / 1e9)
            reading.append(Double(bytes.count) / ((end - middle) / .seconds(1)) / 1e9)
        }
        return (counting.sorted()[`repeat` / 2], reading.sorted()[`repeat` / 2])
    }

    private struct Time: Encodable {
        let figure: String
        /// The median of all repetitions.
        let milliseconds: Double
        /// Of the histogram: how fast its bytes are counted, and how fast they can be read.
        let gigabytesPerSecond: Double?
        let readGigabytesPerSecond: Double?

        var line: String {
            let time = "\(figure.left(10)) \(milliseconds.fixed(2).right(8)) ms"
            guard let gigabytesPerSecond, let readGigabytesPerSecond else { return time }
            let speeds = [gigabytesPerSecond, readGigabytesPerSecond].map { $0.fixed(1) }
            return time + "   counts \(speeds[0]) GB/s, where reading alone goes at \(speeds[1]) GB/s"
        }
    }
}
