import Datasets
import Platform
import Languages
import Notebook

/// Everything that the lesson `mnist` tells of the digits, counted once.
struct Survey: StoredValue {
    /// One digit and its label.
    struct Sample: Codable, Sendable {
        let label: Int
        let pixels: Data
    }

    /// What the intensities of the training images look like as a whole.
    struct Statistics: Codable, Sendable {
        let minimum: Double
        let maximum: Double
        let mean: Double
        let standardDeviation: Double
        let median: Double
    }

    let trainCount: Int
    let testCount: Int
    let rows: Int
    let columns: Int
    /// Images per class, 0 to 9.
    let trainCounts: [Int]
    let testCounts: [Int]
    /// How often each intensity 0...255 occurs in the training images.
    let histogram: [Int]
    let raw: Statistics
    let normalised: Statistics
    let firstNine: [Sample]
    let onePerClass: [Sample]
    let variety: [Sample]
    /// The mean image of each class, values 0...255.
    let means: [[Float]]

    /// The digit whose many hands the lesson shows.
    static let variedDigit = 4
    /// How many samples of each kind are kept, at most.
    private static let shown = (first: 9, variety: 50)

    /// Which classes have most and fewest images; all that do where several are level.
    static func extremes(of counts: [Int]) -> Material.Value {
        let (most, least) = (counts.max() ?? 0, counts.min() ?? 0)
        let frequent = counts.indices.filter { counts[$0] == most }
        let rare = counts.indices.filter { counts[$0] == least }
        return .shared(
            "mnist.extremes",
            [
                "isBalanced": .isSo(most == least), "frequent": .list(frequent.map(Material.Value.theDigit)),
                "most": .integer(most), "rare": .list(rare.map(Material.Value.theDigit)), "least": .integer(least),
                "areSeveral": .isSo(frequent.count + rare.count > 2),
            ])
    }

    static let measurement = CourseMeasurement("mnist/survey", version: 1, needs: [.digits]) { course in
        Survey(of: try course.digits)
    }

    init(of digits: ImageDataset) {
        let train = digits.train
        func sample(_ index: Int) -> Sample {
            Sample(label: Int(train.labels[index]), pixels: Data(train.pixels(of: index)))
        }
        trainCount = train.count
        testCount = digits.test.count
        rows = train.rows
        columns = train.columns
        trainCounts = train.classCounts()
        testCounts = digits.test.classCounts()

        // snippet.statistics
        var histogram = [Int](repeating: 0, count: 256)
        for intensity in train.pixels { histogram[Int(intensity)] += 1 }
        // snippet.end
        self.histogram = histogram
        raw = Self.statistics(of: histogram, scale: 1)
        normalised = Self.statistics(of: histogram, scale: 1 / 255)

        firstNine = (0..<min(Self.shown.first, train.count)).map(sample)
        onePerClass = (0..<10).compactMap { digit in train.labels.firstIndex(of: UInt8(digit)).map(sample) }
        let varied = train.labels.indices.lazy.filter { train.labels[$0] == UInt8(Self.variedDigit) }
        variety = varied.prefix(Self.shown.variety).map(sample)
        means = Self.means(of: train)
    }

    /// From the histogram, so that 47 million pixels are read once. `scale` is 1, or 1/255 after normalising.
    private static func statistics(of histogram: [Int], scale: Double) -> Statistics {
        let total = histogram.reduce(0, +)
        let sum = histogram.enumerated().reduce(0) { $0 + $1.offset * $1.element }
        let mean = Double(sum) / Double(max(total, 1))
        let variance =
            histogram.enumerated().reduce(0.0) {
                let distance = Double($1.offset) - mean
                return $0 + distance * distance * Double($1.element)
            } / Double(max(total, 1))
        var below = 0
        let median = histogram.firstIndex { count in
            below += count
            return 2 * below >= total
        }
        return Statistics(
            minimum: Double(histogram.firstIndex { $0 > 0 } ?? 0) * scale,
            maximum: Double(histogram.lastIndex { $0 > 0 } ?? 0) * scale,
            mean: mean * scale, standardDeviation: variance.squareRoot() * scale,
            median: Double(median ?? 0) * scale)
    }

    // snippet.means
    private static func means(of train: LabeledImages) -> [[Float]] {
        let size = train.rows * train.columns
        var sums = [[Int]](repeating: [Int](repeating: 0, count: size), count: 10)
        for index in 0..<train.count {
            let digit = Int(train.labels[index])
            for (position, intensity) in train.pixels(of: index).enumerated() {
                sums[digit][position] += Int(intensity)
            }
        }
        return zip(sums, train.classCounts()).map { sum, count in
            sum.map { Float($0) / Float(max(count, 1)) }
        }
    }
    // snippet.end
}

extension Survey {
    var classCount: Int? { trainCounts.count }

    func check() throws(ImpossibleValue) {
        let classes = trainCounts.count
        try Expect.count("trainCounts", trainCounts, in: 1...256)
        try Expect.number("trainCount", trainCount, in: 1...1_000_000_000)
        try Expect.number("testCount", testCount, in: 1...1_000_000_000)
        try Expect.size(rows: rows, columns: columns)
        try Expect.numbers("trainCounts", trainCounts, count: classes, in: Expect.counts)
        try Expect.numbers("testCounts", testCounts, count: classes, in: Expect.counts)
        try Expect.numbers("histogram", histogram, count: 256, in: Expect.counts)
        try raw.check("raw", 0...255)
        try normalised.check("normalised", 0...1)
        try check("firstNine", firstNine, Self.shown.first)
        try check("onePerClass", onePerClass, classes)
        try check("variety", variety, Self.shown.variety)
        try Expect.count("means", means, is: classes)
        for mean in means { try Expect.numbers("means", mean, count: rows * columns, in: 0...255) }
    }

    private func check(_ name: String, _ samples: [Sample], _ most: Int) throws(ImpossibleValue) {
        try Expect.count(name, samples, in: 1...most)
        for sample in samples {
            try Expect.label("\(name).label", sample.label, of: trainCounts.count)
            try Expect.picture("\(name).pixels", sample.pixels, rows: rows, columns: columns)
        }
    }
}

extension Survey.Statistics {
    fileprivate func check(_ name: String, _ limits: ClosedRange<Double>) throws(ImpossibleValue) {
        try Expect.number("\(name).minimum", minimum, in: limits)
        try Expect.number("\(name).maximum", maximum, in: limits)
        try Expect.number("\(name).mean", mean, in: limits)
        try Expect.number("\(name).standardDeviation", standardDeviation, in: limits)
        try Expect.number("\(name).median", median, in: limits)
    }
}
