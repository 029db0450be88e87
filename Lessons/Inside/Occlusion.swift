import Datasets
import Platform
import NeuralNetwork
import Notebook

/// How much the network's certainty suffers when a part of the digit is covered.
struct Occlusion: StoredValue {
    /// One digit and what covering each of its places costs.
    struct Case: Codable, Sendable {
        let label: Int
        let pixels: Data
        /// The probability of the true class when nothing is covered.
        let probability: Double
        /// What is lost of it when the square is centred on each pixel, row after row.
        let lost: [Float]
    }

    let rows: Int
    let columns: Int
    let cases: [Case]

    /// The side of the black square.
    static let square = 5
    /// The digits that are covered, the first test image of each.
    static let digits = [2, 3, 5, 7, 8]

    /// Which classes are covered: those, or the first ones where there are not so many.
    private static func covered(of classes: Int) -> [Int] {
        classes > 8 ? digits : Array(0..<min(classes, digits.count))
    }

    static let measurement = CourseMeasurement(
        "inside/occlusion", version: 1, needs: [.digits, .training(CNN.training)]
    ) { course in
        try Occlusion(of: course.value(of: CNN.training).network, on: course.digits.test, threads: course.threads)
    }

    init(of network: Network, on test: LabeledImages, threads: Int) throws {
        rows = test.rows
        columns = test.columns
        cases = try Self.covered(of: test.classes).compactMap { digit in test.labels.firstIndex(of: UInt8(digit)) }.map
        { index in
            let (label, pixels) = (Int(test.labels[index]), Array(test.pixels(of: index)))
            let covered = Self.coveredPlanes(pixels, test)
            let examples = try Examples(
                .bytes(pixels + covered.joined()), shape: test.shape,
                labels: Array(repeating: test.labels[index], count: covered.count + 1), classes: test.classes)
            let answers = try network.predict(examples, options: RunOptions(threads: threads))
            return Case(
                label: label, pixels: Data(pixels), probability: Double(answers[0, label]),
                lost: (1...covered.count).map { answers[0, label] - answers[$0, label] })
        }
    }

    /// The same in any number of channels.
    private static func coveredPlanes(_ pixels: [UInt8], _ test: LabeledImages) -> [[UInt8]] {
        let planes = (0..<test.channels).map { channel in
            covered(
                stride(from: channel, to: pixels.count, by: test.channels).map { pixels[$0] }, rows: test.rows,
                columns: test.columns)
        }
        guard planes.count > 1 else { return planes[0] }
        return planes[0].indices.map { copy in
            planes[0][copy].indices.flatMap { place in planes.map { $0[copy][place] } }
        }
    }

    // snippet.covered
    /// The picture as often as it has pixels, each time with a black square centred on another one.
    private static func covered(_ pixels: [UInt8], rows: Int, columns: Int) -> [[UInt8]] {
        let reach = square / 2
        return (0..<rows * columns).map { place in
            let (row, column) = (place / columns, place % columns)
            var copy = pixels
            for r in max(0, row - reach)...min(rows - 1, row + reach) {
                for c in max(0, column - reach)...min(columns - 1, column + reach) { copy[r * columns + c] = 0 }
            }
            return copy
        }
    }
    // snippet.end
}

extension Occlusion {
    func check() throws(ImpossibleValue) {
        try Expect.size(rows: rows, columns: columns)
        try Expect.count("cases", cases, in: 1...Self.digits.count)
        for item in cases {
            try Expect.label("label", item.label)
            try Expect.picture("pixels", item.pixels, rows: rows, columns: columns)
            try Expect.number("probability", item.probability, in: Expect.shares)
            try Expect.numbers("lost", item.lost, count: rows * columns, in: -1...1)
        }
    }
}

extension Occlusion {
    /// The share of all places at which the square costs less than one percentage point.
    var harmlessShare: Double {
        let lost = cases.flatMap(\.lost)
        return Double(lost.count { $0 < 0.01 }) / Double(max(lost.count, 1))
    }

    /// Which digit suffers most, and how much; all that do where several lose as many points.
    func reading(_ classes: Classes) -> Material.Value {
        Self.reading(cases.map { ($0.label, Double($0.lost.max() ?? 0)) }, classes)
    }

    /// - Parameter losses: digits, and the most that covering one place takes from the probability of each.
    static func reading(
        _ losses: [(digit: Int, lost: Double)], _ classes: Classes = .digits
    ) -> Material.Value {
        func points(_ share: Double) -> Int { Int((share * 100).rounded()) }
        let most = losses.map { points($0.lost) }.max() ?? 0
        let worst = most > 0 ? losses.filter { points($0.lost) == most }.map(\.digit) : []
        return .shared(
            "inside.occlusion",
            [
                "isOwn": .isSo(classes.isOwn), "n": .integer(worst.count), "digits": .list(worst.map(classes.the)),
                "points": .points(Double(most) / 100),
            ])
    }
}
