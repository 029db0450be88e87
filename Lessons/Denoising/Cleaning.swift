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

    /// Many errors in a few numbers.
    struct Spread: Codable, Sendable {
        let minimum: Double
        let maximum: Double
        let mean: Double
        let median: Double
        /// The first and the third quartile.
        let quartiles: [Double]
        /// The mean of the pictures' peak signal-to-noise ratios, in decibels; none where a picture has no error, since
        /// its ratio is infinite.
        let ratio: Double?
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
    /// How often the intensities of all training images fall into 50 bins from 0 to 1: clean, and with noise.
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
    private static let shown = (pairs: 8, first: 10, worst: 8)
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
        CourseMeasurement("denoising/cleaning", version: 2, needs: [.garments, .training(training)]) { course in
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
        cleanHistogram = Self.histogram(of: train.pixels.lazy.map { Float($0) / 255 })
        noisyHistogram = Self.histogram(of: noisyTrain)
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
    private static let trialSamples = [0, 1]

    /// Counts in `bins` bins of equal width from 0 to 1, the last one closed.
    private static func histogram(of values: some Sequence<Float>) -> [Int] {
        var counts = [Int](repeating: 0, count: bins)
        for value in values { counts[min(bins - 1, max(0, Int(value * Float(bins))))] += 1 }
        return counts
    }
}

extension Cleaning.Spread {
    /// - Precondition: there is at least one error.
    init(of errors: [Double]) {
        let sorted = errors.sorted()
        /// Between neighbours in proportion, as NumPy's percentile does.
        func quantile(_ share: Double) -> Double {
            let place = share * Double(sorted.count - 1)
            let below = Int(place)
            let above = min(below + 1, sorted.count - 1)
            return sorted[below] + (place - Double(below)) * (sorted[above] - sorted[below])
        }
        self.init(
            minimum: sorted[0], maximum: sorted[sorted.count - 1],
            mean: errors.reduce(0, +) / Double(errors.count), median: quantile(0.5),
            quartiles: [quantile(0.25), quantile(0.75)],
            ratio: sorted[0] > 0
                ? errors.map { peakSignalToNoiseRatio(meanSquaredError: $0) }.reduce(0, +) / Double(errors.count) : nil)
    }
}

extension Cleaning {
    var classCount: Int? { classErrors.count }

    func check() throws(ImpossibleValue) {
        try Expect.size(rows: rows, columns: columns)
        try check("pairs", pairs, 1...Self.shown.pairs)
        try Expect.numbers("cleanHistogram", cleanHistogram, count: Self.bins, in: Expect.counts)
        try Expect.numbers("noisyHistogram", noisyHistogram, count: Self.bins, in: Expect.counts)
        try before.check("before")
        try after.check("after")
        // The axis of the errors ends there.
        try Expect.number("after.maximum", after.maximum, in: .leastNormalMagnitude...Expect.magnitudes.upperBound)
        try Expect.numbers("errorHistogram", errorHistogram, count: Self.bins, in: Expect.counts)
        try Expect.count("classErrors", classErrors, in: 1...256)
        for error in classErrors { try Expect.number("classErrors", error, in: Expect.magnitudes) }
        try Expect.number("fence", fence, in: Expect.magnitudes)
        try Expect.number("unusual", unusual, in: Expect.counts)
        try check("first", first, 1...Self.shown.first)
        try check("worst", worst, 1...Self.shown.worst)
        try Expect.count("trials", trials, is: Self.noises.count + 1)
        for (trial, noise) in zip(trials, ["none"] + Self.noises.map(\.id)) {
            guard trial.noise == noise else {
                throw ImpossibleValue("a trial of \(trial.noise) stands where \(noise) belongs")
            }
            try trial.before.check("\(noise).before")
            try trial.after.check("\(noise).after")
            try check("\(noise).samples", trial.samples, trials[0].samples.count...trials[0].samples.count)
        }
        try check("none.samples", trials[0].samples, 1...Self.trialSamples.count)
        try Expect.number("latentSide", latentSide, in: 1...max(rows, columns))
        try Expect.count("latent", latent, in: 1...1_024)
        for map in latent { try Expect.map("latent", map, rows: latentSide, columns: latentSide) }
    }

    private func check(_ name: String, _ samples: [Sample], _ count: ClosedRange<Int>) throws(ImpossibleValue) {
        try Expect.count(name, samples, in: count)
        for sample in samples {
            try Expect.number("\(name).index", sample.index, in: Expect.counts)
            try Expect.label("\(name).label", sample.label, of: classErrors.count)
            try Expect.picture("\(name).clean", sample.clean, rows: rows, columns: columns)
            try Expect.picture("\(name).noisy", sample.noisy, rows: rows, columns: columns)
            try Expect.picture("\(name).cleaned", sample.cleaned, rows: rows, columns: columns)
            try Expect.number("\(name).noisyError", sample.noisyError, in: Expect.errors)
            try Expect.number("\(name).cleanedError", sample.cleanedError, in: Expect.errors)
        }
    }
}

extension Cleaning.Spread {
    fileprivate func check(_ name: String) throws(ImpossibleValue) {
        try Expect.number("\(name).minimum", minimum, in: Expect.errors)
        try Expect.number("\(name).maximum", maximum, in: Expect.errors)
        try Expect.number("\(name).mean", mean, in: Expect.errors)
        try Expect.number("\(name).median", median, in: Expect.errors)
        try Expect.numbers("\(name).quartiles", quartiles, count: 2, in: Expect.errors)
        if let ratio { try Expect.number("\(name).ratio", ratio, in: Expect.magnitudes) }
    }
}
