import Datasets
import Figures
import Imaging
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
    static func extremes(of counts: [Int], _ classes: Classes = .digits) -> Material.Value {
        let (most, least) = (counts.max() ?? 0, counts.min() ?? 0)
        let frequent = counts.indices.filter { counts[$0] == most }
        let rare = counts.indices.filter { counts[$0] == least }
        return .shared(
            "mnist.extremes",
            [
                "isOwn": .isSo(classes.isOwn), "isBalanced": .isSo(most == least),
                "frequent": .list(frequent.map(classes.the)), "most": .integer(most),
                "rare": .list(rare.map(classes.the)), "least": .integer(least),
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
        onePerClass = (0..<train.classes).compactMap { digit in train.labels.firstIndex(of: UInt8(digit)).map(sample) }
        let example = UInt8(min(Self.variedDigit, train.classes - 1))
        let varied = train.labels.indices.lazy.filter { train.labels[$0] == example }
        variety = varied.prefix(Self.shown.variety).map(sample)
        means = Self.meansOfAll(train)
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

    /// The same in any number of channels and classes: each channel as a picture of its own, ten classes at a time.
    private static func meansOfAll(_ train: LabeledImages) -> [[Float]] {
        let places = train.rows * train.columns
        var means = [[Float]](repeating: [Float](repeating: 0, count: train.size), count: train.classes)
        for first in stride(from: 0, to: train.classes, by: 10) {
            let few = train.labels.indices.filter { (first..<first + 10).contains(Int(train.labels[$0])) }
            let isAll = few.count == train.count
            let pixels = isAll ? train.pixels : few.flatMap { train.pixels(of: $0) }
            let labels = isAll ? train.labels : few.map { train.labels[$0] - UInt8(first) }
            for channel in 0..<train.channels {
                let plane =
                    train.channels == 1
                    ? pixels : stride(from: channel, to: pixels.count, by: train.channels).map { pixels[$0] }
                let part = Self.means(
                    of: LabeledImages(rows: train.rows, columns: train.columns, pixels: plane, labels: labels))
                for (digit, mean) in part.enumerated() where first + digit < train.classes {
                    for place in 0..<places { means[first + digit][place * train.channels + channel] = mean[place] }
                }
            }
        }
        return means
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
    /// From which intensity ink counts as bright.
    static let bright = 230

    /// The share of bright pixels among those that are not black.
    var brightShare: Double {
        let ink = histogram.dropFirst().reduce(0, +)
        return Double(histogram.dropFirst(Self.bright).reduce(0, +)) / Double(max(ink, 1))
    }

    /// How many numbers a pixel has.
    var channels: Int { (firstNine.first?.pixels.count ?? 0) == 3 * rows * columns ? 3 : 1 }

    /// Rows and columns, and the channels where there are several.
    var shape: [Int] { [rows, columns] + (channels == 1 ? [] : [channels]) }

    /// A mean picture as a reader sees it.
    func mean(_ pixels: [Float]) -> Picture {
        channels == 1
            ? .gray(GrayImage(width: columns, height: rows, pixels: pixels))
            : Picture(Data(pixels.map { UInt8(min(255, max(0, $0.rounded()))) }), rows: rows, columns: columns)
    }

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
        for mean in means { try Expect.numbers("means", mean, count: rows * columns * channels, in: 0...255) }
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
