import Datasets
import Foundation
import NeuralNetwork
import Notebook
import TestSupport
import Testing

@testable import Lessons

@Suite("A survey of a few digits, counted by hand", .limited)
struct SurveyTests {
    private func survey(train: LabeledImages, test: LabeledImages? = nil) -> Survey {
        Survey(of: ImageDataset(source: RunSettings.sketch.digits, train: train, test: test ?? train))
    }

    /// The textbook's 2, 4, 4, 4, 5, 5, 7, 9 times ten: mean 5, squares of the distances 9, 1, 1, 1, 0, 0, 4, 16, of which
    /// the mean is 4. The images of the test are other ones, which statistics must not read.
    private var textbook: Survey {
        survey(
            train: HandMade.pictures([[20, 40, 40, 40], [50, 50, 70, 90]], rows: 2, labels: [1, 0]),
            test: HandMade.pictures([[255, 255, 255, 255]], rows: 2, labels: [3]))
    }

    @Test("mean and standard deviation are those of the training images' pixels, the deviation about the mean")
    func statistics() {
        let raw = textbook.raw
        #expect(raw.mean == 50 && abs(raw.standardDeviation - 20) < 1e-12)
        #expect(raw.minimum == 20 && raw.maximum == 90)
        // Of eight pixels the fourth one: the lower of both in the middle.
        #expect(raw.median == 40)
    }

    @Test("normalised they are the same divided by 255")
    func normalised() {
        let scaled = textbook.normalised
        let pairs = [
            (scaled.mean, 50.0), (scaled.standardDeviation, 20), (scaled.minimum, 20), (scaled.maximum, 90),
            (scaled.median, 40),
        ]
        for (value, whole) in pairs { #expect(abs(value - whole / 255) < 1e-12) }
    }

    @Test("pictures that are all alike do not deviate, however bright they are")
    func even() {
        let survey = survey(train: HandMade.row([200, 200, 200], labels: [0, 1, 2]))
        #expect(survey.raw.mean == 200 && survey.raw.standardDeviation == 0)
    }

    @Test(
        "images are counted by class, those of training and test by themselves, and intensities by how often they occur"
    )
    func counts() {
        let survey = textbook
        #expect(survey.trainCount == 2 && survey.testCount == 1 && survey.shape == [2, 2])
        #expect(survey.trainCounts == [1, 1, 0, 0, 0, 0, 0, 0, 0, 0])
        #expect(survey.testCounts == [0, 0, 0, 1, 0, 0, 0, 0, 0, 0])
        let found = survey.histogram.indices.filter { survey.histogram[$0] > 0 }
        #expect(found == [20, 40, 50, 70, 90] && found.map { survey.histogram[$0] } == [1, 3, 2, 1, 1])
        #expect(survey.histogram.count == 256)
    }

    @Test("the mean image of a class is the mean of its images, pixel by pixel; one of a class without images is black")
    func means() {
        let survey = survey(
            train: HandMade.pictures([[0, 100], [9, 9], [50, 0], [100, 200]], rows: 1, labels: [3, 1, 3, 3]))
        #expect(survey.means[3] == [50, 100] && survey.means[1] == [9, 9] && survey.means[0] == [0, 0])
    }

    @Test("examples are the first nine, the first one of each class, and the class that many hands wrote")
    func samples() {
        let labels: [UInt8] = [4, 7, 4, 1, 1, 4, 0, 9, 4, 4, 7]
        let survey = survey(train: HandMade.row((0..<11).map { $0 * 10 }, labels: labels))
        func pixels(_ samples: [Survey.Sample]) -> [Int] { samples.map { Int($0.pixels[0]) } }
        #expect(pixels(survey.firstNine) == Array(stride(from: 0, through: 80, by: 10)))
        #expect(survey.firstNine.map(\.label) == [4, 7, 4, 1, 1, 4, 0, 9, 4])
        #expect(
            pixels(survey.onePerClass) == [60, 30, 0, 10, 70] && survey.onePerClass.map(\.label) == [0, 1, 4, 7, 9])
        #expect(pixels(survey.variety) == [0, 20, 50, 80, 90])
    }

    @Test("a perfect answer still costs the entropy of greys, and black and white cost nothing")
    func lowestLoss() {
        // One pixel in two is 51, a fifth: -(0.2 ln 0.2 + 0.8 ln 0.8) = 0.500402.
        #expect(abs(survey(train: HandMade.row([51, 255], labels: [0, 0])).lowestLoss - 0.250_201_2) < 1e-6)
        #expect(survey(train: HandMade.row([0, 255], labels: [0, 0])).lowestLoss == 0)
    }
}
