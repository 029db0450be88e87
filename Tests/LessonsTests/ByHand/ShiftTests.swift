import Datasets
import Foundation
import NeuralNetwork
import Notebook
import TestSupport
import Testing

@testable import Lessons

@Suite("Pictures that are moved", .limited)
struct ShiftTests {
    private let picture: [UInt8] = [1, 2, 3, 4, 5, 6, 7, 8, 9]

    private func moved(by distance: Int) -> [[UInt8]] {
        let images = HandMade.pictures(Array(repeating: picture, count: 5), rows: 3, labels: [0, 1, 2, 3, 4])
        let moved = images.shiftedPictures(by: distance)
        #expect(moved.labels == images.labels)
        return (0..<5).map { Array(moved.pixels(of: $0)) }
    }

    @Test("go right, down, left and up, one after another, and black comes in")
    func one() {
        let right: [UInt8] = [0, 1, 2, 0, 4, 5, 0, 7, 8]
        let down: [UInt8] = [0, 0, 0, 1, 2, 3, 4, 5, 6]
        let left: [UInt8] = [2, 3, 0, 5, 6, 0, 8, 9, 0]
        let up: [UInt8] = [4, 5, 6, 7, 8, 9, 0, 0, 0]
        #expect(moved(by: 1) == [right, down, left, up, right])
    }

    @Test("by two pixels further than by one, and by none not at all")
    func others() {
        #expect(moved(by: 0) == Array(repeating: picture, count: 5))
        #expect(moved(by: 2)[0] == [0, 0, 1, 0, 0, 4, 0, 0, 7] && moved(by: 2)[3] == [7, 8, 9, 0, 0, 0, 0, 0, 0])
        #expect(moved(by: 3) == Array(repeating: Array(repeating: 0, count: 9), count: 5))
    }

    @Test("of colours all three")
    func colours() {
        let images = LabeledImages(
            rows: 1, columns: 2, channels: 3, pixels: [1, 2, 3, 4, 5, 6], labels: [0])
        #expect(images.shiftedPictures(by: 1).pixels == [0, 0, 0, 1, 2, 3])
    }

    /// The place of each pixel is asked for anew, as a reader would find it in the text.
    private func accuracy(of network: Network, on images: LabeledImages, by distance: Int) throws -> Double {
        var pixels: [UInt8] = []
        for image in 0..<images.count {
            let (right, down) = [(1, 0), (0, 1), (-1, 0), (0, -1)][image % 4]
            for row in 0..<images.rows {
                for column in 0..<images.columns {
                    let (from, place) = (row - down * distance, column - right * distance)
                    let isInside = (0..<images.rows).contains(from) && (0..<images.columns).contains(place)
                    pixels.append(isInside ? images.pixels[(image * images.rows + from) * images.columns + place] : 0)
                }
            }
        }
        let answers = try network.predict(images.with(pixels).examples()).largestInRows()
        return Double(zip(answers, images.labels).count { $0 == Int($1) }) / Double(images.count)
    }

    @Test("the measurement asks each network about the images held out, moved by nothing to six pixels")
    func measured() throws {
        try HandMade.withCourse { course in
            for run in [Runs.baseline, Runs.reference] {
                for (seed, training) in run.trainings.enumerated() {
                    try course.keep(
                        Network(training.network(in: course.settings), seed: UInt64(seed + 7)), as: training)
                }
            }
            let test = try course.value(of: ShiftTest.measurement)
            // Of 600 training images the last sixth.
            let held = try course.digits.train.suffix(100)
            for (run, lines) in [(Runs.baseline, test.dense), (Runs.reference, test.convolutional)] {
                #expect(lines.count == 5 && lines.allSatisfy { $0.count == 7 })
                // What has not learnt anything still answers otherwise to a picture that was moved.
                #expect(lines.allSatisfy { Set($0).count > 1 })
                for seed in [0, 3] {
                    let network = try course.value(of: run.trainings[seed]).network
                    for distance in [0, 1, 6] {
                        let expected = try accuracy(of: network, on: held, by: distance)
                        #expect(abs(lines[seed][distance] - expected) < 1e-12, "\(run.id) \(seed) \(distance)")
                    }
                }
            }
        }
    }

    @Test("a line is the mean over the seeds, distance by distance")
    func means() {
        let lines = [[1, 0.5, 0.5, 0.5, 0.5, 0.5, 0], [0.5, 0.5, 0.5, 0.5, 0.5, 0, 0.5]]
        #expect(ShiftTest.means(of: lines) == [0.75, 0.5, 0.5, 0.5, 0.5, 0.25, 0.25])
    }
}
