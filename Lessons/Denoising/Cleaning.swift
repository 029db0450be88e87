import Datasets
import Platform
import Imaging
import NeuralNetwork
import Notebook
import Tensors

/// Everything that the lesson `denoising` tells of what the autoencoder does, measured once.
struct Cleaning: StoredValue {
    /// One garment: as it is, spoiled, and as the network gave it back.
    struct Sample: Codable, Sendable {
        let index: Int
        let label: Int
        let clean: Data
        let noisy: Data
        let cleaned: Data
        /// Mean squared errors against the clean picture, black 0 and white 1.
        let noisyError: Double
        let cleanedError: Double
    }

    /// How the network does against one kind of noise.
    struct Trial: Codable, Sendable {
        /// `gaussian`, `poisson`, `speckle`, `blur`, or `none`.
        let noise: String
        let before: Spread
        let after: Spread
        let samples: [Sample]
    }

    let rows: Int
    let columns: Int
    /// The first training images with their noise; nothing cleaned them yet.
    let pairs: [Sample]
    /// How often the intensities of all training images fall into bars of whole levels: clean, and with noise.
    let cleanHistogram: [Int]
    let noisyHistogram: [Int]
    /// Errors of the test images, before and after.
    let before: Spread
    let after: Spread
    /// Errors after cleaning, counted in 50 bins from 0 to the largest.
    let errorHistogram: [Int]
    /// The mean error of each class after cleaning.
    let classErrors: [Double]
    /// Where the whiskers of a box plot would end: the third quartile and one and a half times the distance of the
    /// quartiles.
    let fence: Double
    /// How many images lie beyond the fence.
    let unusual: Int
    /// The first ten test images.
    let first: [Sample]
    /// The test images with the largest errors, largest first.
    let worst: [Sample]
    let trials: [Trial]
    /// The 64 maps of the narrowest place, for the first test image with its noise.
    let latent: [[Float]]
    let latentSide: Int

    static let bins = 50
    /// How many samples of each kind are kept, at most.
    static let shown = (pairs: 8, first: 10, worst: 8)
    /// How many test images meet the noises that the network never saw.
    static let trialImages = 2_000

    /// The noises of the trials, the one of the training first.
    static let noises: [(id: String, noise: Noise)] = [
        ("gaussian", Training.syllabusNoise), ("poisson", .poisson(photons: photons)),
        ("speckle", .speckle(deviation: speckleDeviation)), ("blur", .blur(deviation: blurDeviation)),
    ]

    /// How many photons a white pixel gets on average.
    static let photons: Float = 4
    static let speckleDeviation: Float = 0.8
    /// In pixels.
    static let blurDeviation: Float = 1.5

    static func measurement(of training: Training) -> CourseMeasurement<Cleaning> {
        CourseMeasurement("denoising/cleaning", version: 3, needs: [.garments, .training(training)]) { course in
            try Cleaning(
                of: course.value(of: training), on: course.garments,
                seed: training.configuration(in: course.settings).seed, threads: course.threads)
        }
    }

    init(of trained: TrainedModel, on garments: ImageDataset, seed: UInt64, threads: Int) throws {
        let bench = Bench(network: trained.network, seed: seed, threads: threads)
        let (train, test) = (garments.train, garments.test)
        rows = test.rows
        columns = test.columns

        let noisyTrain = train.spoiled(by: Training.syllabusNoise, seed: seed, threads: threads)
        var levels = [Int](repeating: 0, count: 256)
        for level in train.pixels { levels[Int(level)] += 1 }
        cleanHistogram = LevelBins.counts(of: levels)
        noisyHistogram = LevelBins.counts(of: Self.levels(of: noisyTrain))
        pairs = bench.samples(0..<min(Self.shown.pairs, train.count), of: train, noisyTrain, noisyTrain)

        let whole = try bench.clean(test, of: Training.syllabusNoise, from: train.count)
        (before, after) = (Spread(of: whole.before), Spread(of: whole.after))
        let largest = max(after.maximum, .leastNormalMagnitude)
        errorHistogram = Self.histogram(of: whole.after.lazy.map { Float($0 / largest) })
        classErrors = (0..<test.classes).map { label in
            let errors = whole.after.indices.filter { test.labels[$0] == UInt8(label) }.map { whole.after[$0] }
            return errors.reduce(0, +) / Double(max(errors.count, 1))
        }
        let fence = after.quartiles[1] + 1.5 * (after.quartiles[1] - after.quartiles[0])
        self.fence = fence
        unusual = whole.after.count { $0 > fence }
        first = whole.samples(0..<min(Self.shown.first, test.count))
        let order = whole.after.indices.sorted { (whole.after[$1], $0) < (whole.after[$0], $1) }
        worst = whole.samples(order.prefix(Self.shown.worst))

        let few = test.prefix(Self.trialImages)
        trials = try ([("none", nil)] + Self.noises.map { ($0.id, Optional($0.noise)) }).map { id, noise in
            let trial = try bench.clean(few, of: noise, from: train.count)
            return Trial(
                noise: id, before: Spread(of: trial.before), after: Spread(of: trial.after),
                samples: trial.samples(Array(Self.trialSamples.filter { $0 < few.count })))
        }

        (latent, latentSide) = try bench.latent(of: test, from: train.count)
    }

    /// Two garments that differ: the first ankle boot and the first pullover of the published test images.
    static let trialSamples = [0, 1]

    /// How often each level occurs, or something between it and the next, of intensities from 0 to 1.
    private static func levels(of values: some Sequence<Float>) -> [Int] {
        var counts = [Int](repeating: 0, count: 256)
        for value in values { counts[min(255, max(0, Int(value * 255)))] += 1 }
        return counts
    }

    /// Counts in `bins` bins of equal width from 0 to 1, the last one closed.
    private static func histogram(of values: some Sequence<Float>) -> [Int] {
        var counts = [Int](repeating: 0, count: bins)
        for value in values { counts[min(bins - 1, max(0, Int(value * Float(bins))))] += 1 }
        return counts
    }
}
