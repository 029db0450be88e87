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
    static let shown = (first: 9, variety: 50)

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
}
