import Datasets
import Figures
import NeuralNetwork
import Notebook

/// How two networks read test images that were moved.
struct ShiftTest: StoredValue {
    /// Accuracy by distance, 0 to 6 pixels.
    let dense: [Double]
    let convolutional: [Double]

    static let distances = 0...6

    static let measurement = CourseMeasurement(
        "experiments/shift", version: 1,
        needs: [.digits, .training(Runs.baseline.training), .training(Runs.reference.training)]
    ) { course in
        let options = RunOptions(threads: course.threads)
        let dense = try course.value(of: Runs.baseline.training).network
        let convolutional = try course.value(of: Runs.reference.training).network
        let moved = try distances.map { try course.digits.test.shiftedPictures(by: $0).examples() }
        return ShiftTest(
            dense: try moved.map { try dense.evaluate($0, options: options).accuracy ?? 0 },
            convolutional: try moved.map { try convolutional.evaluate($0, options: options).accuracy ?? 0 })
    }

    func check() throws(ImpossibleValue) {
        try Expect.numbers("dense", dense, count: Self.distances.count, in: Expect.shares)
        try Expect.numbers("convolutional", convolutional, count: Self.distances.count, in: Expect.shares)
    }
}

extension LabeledImages {
    /// The same in any number of channels and classes.
    func shiftedPictures(by distance: Int) -> LabeledImages { changingPlanes { $0.shifted(by: distance) } }

    // snippet.shifted
    /// Every image moved by some pixels: the first to the right, the next one down, then left, up, and so on.
    /// What leaves the frame is lost, and black comes in.
    func shifted(by distance: Int) -> LabeledImages {
        var moved = [UInt8](repeating: 0, count: pixels.count)
        for image in 0..<count {
            let (right, down) = [(distance, 0), (0, distance), (-distance, 0), (0, -distance)][image % 4]
            for row in max(0, down)..<min(rows, rows + down) {
                for column in max(0, right)..<min(columns, columns + right) {
                    let target = (image * rows + row) * columns + column
                    moved[target] = pixels[target - down * columns - right]
                }
            }
        }
        return LabeledImages(rows: rows, columns: columns, pixels: moved, labels: labels)
    }
    // snippet.end
}

extension Experiments {
    /// Test images moved by up to six pixels.
    func shifted(_ shift: ShiftTest, _ material: inout Material) {
        material.record("shift.dense", shift.dense)
        material.record("shift.convolutional", shift.convolutional)
        material.value("farthest", ShiftTest.distances.upperBound)
        material.value("shiftedDense", shift.dense[3])
        material.value("shiftedConvolutional", shift.convolutional[3])
        material.figure("shift") { words in
            Curves([
                .init(
                    xName: try words("shift"), yName: try words("accuracy"),
                    series: [
                        .init(name: try words("dense"), y: shift.dense, from: 0, role: .error, form: .lineAndPoints),
                        .init(
                            name: try words("convolutional"), y: shift.convolutional, from: 0, role: .output,
                            form: .lineAndPoints),
                    ], yRange: 0...1)
            ])
        }
    }
}
