import ArgumentParser
import Platform
import Languages
import NeuralNetwork
import Notebook
import Storage

/// `course bench train`
struct BenchTrainCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "train",
        abstract: "Time the training of the course's networks, epoch by epoch.",
        discussion: """
            Epochs of training steps alone, without validation; one epoch before them is not counted. Then the trained \
            network answers to the 10,000 test images. Beside PyTorch and Keras, in one run: Scripts/bench train

            GFLOP/s count the multiplications and additions that the plain loops would do. The engine does fewer \
            (Winograd's algorithm, winners alone), so the share of the measured peak may exceed 100%.

            Example: course bench train --model cnn --epochs 5 --json
            """)

    @Option(help: .network("Which network (default: all)"), completion: .networks)
    var model: String?

    @Option(help: ArgumentHelp("How many epochs are counted.", valueName: "count"))
    var epochs = 3

    @OptionGroup var settings: SettingsOptions

    @Flag(help: "Print the times as JSON.")
    var json = false

    func validate() throws {
        guard (1...1000).contains(epochs) else { throw ValidationError("--epochs takes a number from 1 to 1000.") }
        _ = try models()
    }

    private func models() throws -> [CourseModel] {
        try model.map { [try CourseModels.chosen($0)] } ?? CourseModels.all
    }

    func run() throws {
        let workspace = try Workspace(settings, fallback: .defaults)
        let course = workspace.course
        let peak = PeakFlops.measure(threads: course.threads)
        let times = try models().map { try time(Training(ofSyllabus: $0), using: course, peak: peak) }
        if json {
            try Terminal.put(json: times)
            return
        }
        try Terminal.put("measured peak \((peak / 1e9).fixed(0)) GFLOP/s with \(course.threads) threads\n")
        for time in times {
            try Terminal.put(time.line + "\n")
        }
        if times.contains(where: { $0.shareOfPeak > 1 }) {
            try Terminal.put(
                "Over 100%: what the plain loops would compute is counted, and the engine needs less of it.\n")
        }
    }

    private func time(_ training: Training, using course: Course, peak: Double) throws -> Time {
        var configuration = training.configuration(in: course.settings)
        let examples = try training.examples(using: course)
        let count = try configuration.split(examples.count).training.count
        configuration.epochs = epochs + 1
        var seconds: [Double] = []
        let clock = ContinuousClock()
        var begin = clock.now
        var lastStep = begin
        var network = try Network(training.network(in: course.settings), seed: configuration.seed)
        try network.fit(examples, configuration, options: RunOptions(threads: course.threads)) { progress in
            let now = clock.now
            guard progress.record != nil else {
                lastStep = now
                return
            }
            // What comes between the last step and the record is validation.
            seconds.append((lastStep - begin) / .seconds(1))
            begin = now
        }
        let counted = seconds.dropFirst().sorted()
        let median = counted[counted.count / 2]
        let operations = try Self.operations(of: network.model) * Double(count)
        return Time(
            model: training.model.name,
            secondsPerEpoch: .init(median: median, min: counted[0], max: counted[counted.count - 1]),
            imagesPerSecond: Double(count) / median, gflops: operations / median / 1e9,
            shareOfPeak: operations / median / peak,
            predictionsPerSecond: try predictions(
                of: network, to: training.testExamples(using: course), threads: course.threads),
            peakMemoryBytes: PeakMemory.bytes)
    }

    /// Images a second, the median of some runs; each starts its threads and plans its buffers anew.
    private func predictions(of network: Network, to examples: Examples, threads: Int) throws -> Double {
        let clock = ContinuousClock()
        let seconds = try (0..<8).map { _ in
            let begin = clock.now
            _ = try network.predict(examples, options: RunOptions(threads: threads))
            return (clock.now - begin) / .seconds(1)
        }
        return Double(examples.count) / seconds.dropFirst().sorted()[3]
    }

    /// Floating-point operations of one training step for one image, as the plain loops would do them: forward,
    /// and backward to the weights and to the input of every layer but the first with weights. What the engine
    /// saves (it visits winners only) counts as done, so that rates of different programs can be compared.
    private static func operations(of model: Model) throws -> Double {
        let products = try model.resolved().map(\.multiplyAdds).filter { $0 > 0 }
        return 2 * Double(3 * products.reduce(0, +) - (products.first ?? 0))
    }

    private struct Time: Encodable {
        struct Seconds: Encodable {
            let median: Double
            let min: Double
            let max: Double
        }

        let model: String
        let secondsPerEpoch: Seconds
        let imagesPerSecond: Double
        let gflops: Double
        let shareOfPeak: Double
        let predictionsPerSecond: Double
        /// The most that this process has held at once so far.
        let peakMemoryBytes: Int

        var line: String {
            let seconds = secondsPerEpoch
            return model.left(10) + seconds.median.fixed(2).right(7)
                + " s an epoch (\(seconds.min.fixed(2)) to \(seconds.max.fixed(2)))"
                + " \(imagesPerSecond.fixed(0).right(8)) images/s \(gflops.fixed(0).right(5)) GFLOP/s"
                + " \((shareOfPeak * 100).fixed(0).right(4))% of the peak"
                + " \(predictionsPerSecond.fixed(0).right(8)) predictions/s"
                + " \((Double(peakMemoryBytes) / 1_048_576).fixed(0).right(5)) MiB"
        }
    }
}
