import Datasets
import NeuralNetwork
import Notebook
import Platform

/// Some of the test images, for the digit lab, and what both of its networks answer to them.
struct LabDigits: StoredValue {
    let rows: Int
    let columns: Int
    let labels: [Int]
    let pixels: [Data]
    /// The probabilities of each class, image by image.
    let compact: [[Double]]
    let dense: [[Double]]

    /// How many there are at most.
    private static let most = 40

    static let measurement = CourseMeasurement(
        "cnn/lab", version: 1,
        needs: [.digits, .training(Compact.training), .training(Baseline.training)]
    ) { course in
        try LabDigits(using: course)
    }

    /// The first ones of each class, in rows that have one of each.
    init(using course: Course) throws {
        let test = try course.digits.test
        var places = [[Int]](repeating: [], count: test.classes)
        let perClass = max(1, Self.most / test.classes)
        for (index, label) in test.labels.enumerated() where places[Int(label)].count < perClass {
            places[Int(label)].append(index)
        }
        let indices = Array(
            (0..<perClass).flatMap { row in places.compactMap { $0.count > row ? $0[row] : nil } }.prefix(Self.most))
        rows = test.rows
        columns = test.columns
        labels = indices.map { Int(test.labels[$0]) }
        pixels = indices.map { Data(test.pixels(of: $0)) }
        let examples = try Examples(
            .bytes(indices.flatMap { test.pixels(of: $0) }), shape: test.shape,
            labels: indices.map { test.labels[$0] }, classes: test.classes)
        func answers(_ training: Training) throws -> [[Double]] {
            let network = try course.value(of: training).network
            let answers = try network.predict(examples, options: RunOptions(threads: course.threads))
            return indices.indices.map { image in (0..<test.classes).map { Double(answers[image, $0]) } }
        }
        compact = try answers(Compact.training)
        dense = try answers(Baseline.training)
    }
}

extension LabDigits {
    var classCount: Int? { compact.first?.count }

    func check() throws(ImpossibleValue) {
        try Expect.size(rows: rows, columns: columns)
        try Expect.count("labels", labels, in: 1...Self.most)
        try Expect.count("pixels", pixels, is: labels.count)
        let classes = classCount ?? 0
        try Expect.number("classes", classes, in: 1...256)
        for label in labels { try Expect.label("labels", label, of: classes) }
        for image in pixels { try Expect.picture("pixels", image, rows: rows, columns: columns) }
        for (name, answers) in [("compact", compact), ("dense", dense)] {
            try Expect.count(name, answers, is: labels.count)
            for answer in answers { try Expect.numbers(name, answer, count: classes, in: Expect.shares) }
        }
    }
}
