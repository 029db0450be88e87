import Datasets
import Foundation
import Imaging
import Languages
import NeuralNetwork
import Notebook
import TestSupport
import Testing

@testable import Lessons

@Suite("Numbers that lessons measure", .limited)
struct MeasurementTests {
    @Test("a training is reviewed after its last epoch, on all that it learned from and nothing else, all units on")
    func review() throws {
        try withFolder { folder in
            let course = Course(settings: .sketch, store: ResultStore(folder: folder), threads: 2)
            let trained = try course.value(of: Dropout.training)
            let review = try course.value(of: Dropout.review)
            let learned = try Dropout.training.examples(using: course).prefix(trained.plan.trainingCount)
            let right = try trained.network.predict(learned).largestInRows().enumerated().count {
                Int(learned.labels[$0.offset]) == $0.element
            }
            #expect(review.count == trained.plan.trainingCount)
            #expect(abs(review.accuracy - Double(right) / Double(review.count)) < 1e-12)
        }
    }

    @Test("the share of bright ink leaves the paper out")
    func ink() {
        let images = LabeledImages(rows: 2, columns: 3, pixels: [0, 0, 100, 229, 230, 255], labels: [0])
        let survey = Survey(of: ImageDataset(source: RunSettings.sketch.digits, train: images, test: images))
        #expect(survey.brightShare == 0.5)
    }

    @Test("a map that says the same everywhere tells nothing apart, however loud it is")
    func variance() {
        #expect([Float](repeating: 9, count: 4).variance == 0)
        #expect([Float]([0, 2]).variance == 1)
        #expect([Float]().variance == 0)
    }

    @Test("the ratio of pictures without an error is infinite: none is kept, and results have null")
    func ratio() throws {
        let perfect = Cleaning.Spread(of: [0, 0.01])
        #expect(perfect.ratio == nil)
        #expect(perfect.ratioText(digits: 1).text(in: NumberFormat(.es)) == "∞")
        let json = try JSONSerialization.jsonObject(with: JSONEncoder().encode(SpreadResult(spread: perfect)))
        #expect((json as? [String: Any])?["ratio"] is NSNull)
        let noisy = try #require(Cleaning.Spread(of: [0.01, 0.001]).ratio)
        #expect(abs(noisy - 25) < 1e-9)
    }

    @Test("a page counts bytes by thousands")
    func bytes() {
        #expect(Memory.kilobytes(139_304) == 139.304)
        #expect(Memory.megabytes(54_880_000) == 54.88)
    }
}
