import Datasets
import Figures
import Languages
import NeuralNetwork
import Notebook

/// How two networks, each from several seeds, read images that were held out and moved.
struct ShiftTest: StoredValue {
    /// Seed by seed the accuracy by distance, 0 to 6 pixels.
    let dense: [[Double]]
    let convolutional: [[Double]]

    static let distances = 0...6

    static let measurement = CourseMeasurement(
        "experiments/shift", version: 3,
        needs: [.digits] + [Runs.baseline, Runs.reference].flatMap(\.trainings).map { .training($0) }
    ) { course in
        let options = RunOptions(threads: course.threads)
        let held = try Runs.reference.training.heldOut(using: course)
        let moved = try distances.map { try held.shiftedPictures(by: $0).examples() }
        func lines(_ run: Run) throws -> [[Double]] {
            try run.trainings.map { training in
                let network = try course.value(of: training).network
                return try moved.map { try network.evaluate($0, options: options).accuracy ?? 0 }
            }
        }
        return ShiftTest(dense: try lines(Runs.baseline), convolutional: try lines(Runs.reference))
    }

    /// Distance by distance the mean over the seeds.
    static func means(of lines: [[Double]]) -> [Double] {
        distances.map { at in
            SampleMean(lines.map { $0[at] }).mean
        }
    }

    /// Distance by distance every seed's accuracy in per cent.
    static func runs(of lines: [[Double]]) -> [[Double]] {
        distances.map { at in lines.map { 100 * $0[at] } }
    }

    func check() throws(ImpossibleValue) {
        for (name, lines) in [("dense", dense), ("convolutional", convolutional)] {
            try Expect.count(name, lines, in: Run.seeds...Run.seeds)
            for line in lines { try Expect.numbers(name, line, count: Self.distances.count, in: Expect.shares) }
        }
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
    /// Images held out, moved by up to six pixels.
    func shifted(_ shift: ShiftTest, _ material: inout Material) {
        material.record("shift.dense", shift.dense)
        material.record("shift.convolutional", shift.convolutional)
        material.value("farthest", ShiftTest.distances.upperBound)
        let (dense, convolutional) = (ShiftTest.means(of: shift.dense), ShiftTest.means(of: shift.convolutional))
        material.value("shiftedDense", dense[3])
        material.value("shiftedConvolutional", convolutional[3])
        material.figure("shift") { words in
            RunsChart(
                categories: ShiftTest.distances.map { Localized(same: "\($0)") },
                series: [
                    .init(name: try words("dense"), ShiftTest.runs(of: shift.dense), role: .error),
                    .init(name: try words("convolutional"), ShiftTest.runs(of: shift.convolutional), role: .output),
                ], categoryName: try words("shift"), valueName: try words("accuracy"))
        }
    }
}
