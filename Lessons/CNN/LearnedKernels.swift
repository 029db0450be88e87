import Figures
import Imaging
import Languages
import NeuralNetwork
import Notebook

/// The kernels of the network's first convolution as they were before the training, on its way and after it.
struct LearnedKernels: StoredValue {
    /// The kernels at one moment.
    struct Moment: Codable, Sendable {
        /// How many steps had been taken.
        let step: Int
        /// The first kernels, row by row; of those for red, green and blue the mean.
        let kernels: [[Float]]
    }

    let side: Int
    /// Steps of an epoch.
    let stepsPerEpoch: Int
    /// Before the first step, after a tenth of the first epoch, after all of it, and at the end.
    let moments: [Moment]
    /// How much of a kernel the training has changed: the length of the change by the length of what there was before, the
    /// mean of all kernels.
    let change: Double

    /// How many kernels are shown: the first ones.
    static let shown = 16
    /// The part of the first epoch after which one looks for the first time.
    static let early = 10

    static let measurement = CourseMeasurement(
        "cnn/kernels", version: 1, needs: [.digits, .training(CNN.training)]
    ) { course in
        try LearnedKernels(of: course.value(of: CNN.training), using: course)
    }

    /// Takes the first epoch once more. A training's random numbers follow from its seed, so it takes the very steps that
    /// the network at hand has taken.
    init(of trained: TrainedModel, using course: Course) throws {
        let training = CNN.training
        var configuration = training.configuration(in: course.settings)
        configuration.epochs = 1
        let model = trained.network.model
        // snippet.first-epoch
        let fresh = try Network(model, seed: configuration.seed)
        let run = try TrainingRun(
            fresh, training.examples(using: course), configuration,
            options: RunOptions(threads: course.threads, isCancelled: course.isCancelled))
        var early: (step: Int, network: Network)?
        try run.run { progress in
            if early == nil, progress.step >= progress.steps / Self.early { early = (progress.step, run.network) }
        }
        // snippet.end
        let steps = (trained.plan.trainingCount + trained.plan.batch - 1) / trained.plan.batch
        let stages = [(0, fresh)] + [early].compactMap { $0 } + [(steps, run.network)]
        let all = try (stages + [(steps * trained.plan.epochs, trained.network)]).map { step, network in
            (step, try Self.kernels(of: network))
        }
        guard let kernel = trained.network.parameters["conv2d.kernel"] else { throw NoKernels() }
        side = kernel.shape[0]
        stepsPerEpoch = steps
        moments = all.map { Moment(step: $0, kernels: Array($1.prefix(Self.shown))) }
        change = Self.change(from: all[0].1, to: all[all.count - 1].1)
    }

    /// All kernels of the first convolution, each as one picture.
    private static func kernels(of network: Network) throws -> [[Float]] {
        guard let kernel = network.parameters["conv2d.kernel"] else { throw NoKernels() }
        // Height, width, input channels, filters.
        let (places, channels, filters) = (kernel.shape[0] * kernel.shape[1], kernel.shape[2], kernel.shape[3])
        return (0..<filters).map { filter in
            (0..<places).map { place in
                let weights = (0..<channels).map { kernel.elements[(place * channels + $0) * filters + filter] }
                return weights.reduce(0, +) / Float(channels)
            }
        }
    }

    /// The mean of what each kernel has changed by, in lengths of what it was.
    static func change(from start: [[Float]], to end: [[Float]]) -> Double {
        func length(_ kernel: [Float]) -> Double { kernel.reduce(0) { $0 + Double($1) * Double($1) }.squareRoot() }
        let changes = zip(start, end).map { before, after in
            length(zip(after, before).map { $0 - $1 }) / max(length(before), .leastNormalMagnitude)
        }
        return changes.reduce(0, +) / Double(max(changes.count, 1))
    }

    private struct NoKernels: Error, CustomStringConvertible {
        var description: String { "the network has no layer named conv2d; was the model of lesson cnn changed?" }
    }
}

extension LearnedKernels {
    func check() throws(ImpossibleValue) {
        try Expect.number("side", side, in: 1...64)
        try Expect.number("stepsPerEpoch", stepsPerEpoch, in: 1...Expect.counts.upperBound)
        try Expect.count("moments", moments, in: 2...4)
        for moment in moments {
            try Expect.number("moments.step", moment.step, in: Expect.counts)
            try Expect.count("moments.kernels", moment.kernels, is: moments[0].kernels.count)
            for kernel in moment.kernels { try Expect.map("moments.kernels", kernel, rows: side, columns: side) }
        }
        try Expect.count("kernels", moments[0].kernels, in: 1...Self.shown)
        try Expect.number("change", change, in: Expect.magnitudes)
    }

    /// Hands over the figure and what is told of it.
    func handOver(to material: inout Material) {
        material.record("kernelsBefore", moments.first?.kernels ?? [])
        material.record("kernelsAfter", moments.last?.kernels ?? [])
        material.record("kernelChange", change)
        material.value("kernelsShown", moments[0].kernels.count)
        material.value("stepsPerEpoch", stepsPerEpoch)
        material.value("kernelChange", change)
        material.figure("kernels") { words in
            let names = try moments.map { moment in
                try words("moment", ["step": .integer(moment.step)])
            }
            let rows = zip(moments, names).map { moment, name in
                let pictures = moment.kernels.enumerated().map { index, kernel in
                    // A kernel keeps its scale, so that one sees it grow; each has its own, for its pattern.
                    ImageGrid.Item(
                        .signed(GrayImage(width: side, height: side, pixels: kernel), limit: limit(of: index)))
                }
                let grid = ImageGrid(pictures, columns: Self.shown, scale: .own, breadth: .wide)
                return Composition.Part(grid, heading: name)
            }
            func stack(_ parts: [Composition.Part]) -> Composition {
                Composition(.stack, parts, gap: 12, breadth: .wide)
            }
            return Moving(stack(rows), frames: rows.map { stack([$0]) })
        }
    }

    /// The largest weight of a kernel at any moment.
    private func limit(of kernel: Int) -> Float { moments.flatMap { $0.kernels[kernel] }.map(abs).max() ?? 0 }
}
