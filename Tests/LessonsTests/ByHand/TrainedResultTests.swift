import Datasets
import Foundation
import NeuralNetwork
import Notebook
import TestSupport
import Testing

@testable import Lessons

/// In the place of trained networks stand some that give the same answer to everything: how often they are right is how
/// many images have that label.
@Suite("What lessons measure of trained networks, on which images", .limited)
struct TrainedResultTests {
    private func count(_ label: Int, in labels: some Sequence<UInt8>) -> Int { labels.count { Int($0) == label } }

    @Test("a review asks about the images learned from and no others; its loss is theirs")
    func review() throws {
        try HandMade.withCourse { course in
            let training = Baseline.training
            try course.keep(answer: 1, as: training)
            let review = try course.value(of: Review.measurement(of: training, lesson: "baseline"))
            let all = try training.examples(using: course)
            let split = try training.configuration(in: course.settings).split(all.count)
            let learned = all.labels[split.training]
            // With other images there would be other ones of this label.
            #expect(!split.validation.isEmpty)
            let right = count(1, in: learned)
            #expect(
                review.count == learned.count && abs(review.accuracy - Double(right) / Double(learned.count)) < 1e-12)
            // e / (e + 9) for the answer, 1 / (e + 9) for each of the others.
            let (one, other) = (-log(M_E / (M_E + 9)), -log(1 / (M_E + 9)))
            let loss = (Double(right) * one + Double(learned.count - right) * other) / Double(learned.count)
            #expect(abs(review.loss - loss) < 1e-5)
        }
    }

    @Test("an evaluation asks about the test images")
    func evaluation() throws {
        try HandMade.withCourse { course in
            let training = Baseline.training
            try course.keep(answer: 2, as: training)
            let evaluation = try course.value(of: Evaluation.measurement(of: training, lesson: "baseline"))
            let labels = try course.digits.test.labels
            #expect(evaluation.count == 200 && evaluation.right == count(2, in: labels))
            #expect(evaluation.correctness.isRight == labels.map { $0 == 2 })
        }
    }

    @Test("settings that are compared are trained from the same five seeds, none of which a neighbouring run meets")
    func seeds() {
        for isQuick in [true, false] {
            let settings = RunSettings(
                seed: RunSettings.defaultSeed, isQuick: isQuick, digits: RunSettings.sketch.digits)
            let seeds = (Runs.all + Series.runs).map { run in
                run.trainings.map { $0.configuration(in: settings).seed }
            }
            #expect(Set(seeds).count == 1)
            let first = seeds[0].sorted()
            #expect(first.count == 5 && first[0] == RunSettings.defaultSeed)
            #expect(zip(first, first.dropFirst()).allSatisfy { $1 - $0 >= 100 })
        }
    }

    @Test("an experiment counts mistakes on the images held out, and accuracy on those that it learned from")
    func experiment() throws {
        try HandMade.withCourse { course in
            let run = Runs.baseline
            for (seed, training) in run.trainings.enumerated() {
                try course.keep(answer: seed, as: training)
            }
            let train = try course.digits.train
            for (seed, measurement) in run.results.enumerated() {
                let result = try course.value(of: measurement)
                let learned = train.labels.prefix(16)
                #expect(result.mistakes == 100 - count(seed, in: train.labels.suffix(100)) && result.count == 100)
                #expect(abs(result.trainingAccuracy - Double(count(seed, in: learned)) / 16) < 1e-12)
                #expect(result.images == 16 && result.epochs == 1)
            }
        }
    }

    @Test(
        "the test images are asked last: two networks that are named, and the one that the images held out have chosen")
    func finalTest() throws {
        try HandMade.withCourse { course in
            let (train, test) = (try course.digits.train, try course.digits.test)
            // The label that most of the images held out have, and the answer of the network that is to be chosen.
            let held = (0..<10).map { count($0, in: train.labels.suffix(100)) }
            let most = try #require(held.indices.max { (held[$0], $1) < (held[$1], $0) })
            let others = (0..<10).filter { held[$0] < held[most] }
            for run in Runs.candidates {
                for (seed, training) in run.trainings.enumerated() {
                    let answer = run.id == Runs.average.id ? most : others[seed % others.count]
                    try course.keep(answer: answer, as: training)
                }
            }
            let result = try course.value(of: FinalTest.measurement)
            #expect(result.chosen == Runs.average.id && result.count == 200)
            let mistakes = (0..<10).map { 200 - count($0, in: test.labels) }
            #expect(result.best == Array(repeating: mistakes[most], count: 5))
            let named = (0..<5).map { mistakes[others[$0 % others.count]] }
            #expect(result.dense == named && result.reference == named)
            #expect(named != result.best)
            try result.check()
        }
    }

    @Test("a final test of a run that cannot be chosen, of other seeds or of more mistakes than images is refused")
    func impossible() {
        let five = [1, 2, 3, 4, 5]
        func check(_ chosen: String = Runs.average.id, best: [Int]) throws {
            try FinalTest(chosen: chosen, dense: five, reference: five, best: best, count: 5).check()
        }
        #expect(throws: Never.self) { try check(best: five) }
        #expect(throws: ImpossibleValue.self) { try check(Runs.sizes[0].id, best: five) }
        #expect(throws: ImpossibleValue.self) { try check(best: [1, 2, 3, 4]) }
        #expect(throws: ImpossibleValue.self) { try check(best: [1, 2, 3, 4, 6]) }
    }

    @Test("dropout's twins are compared on the images that they learned from, and on the test images")
    func overfitting() throws {
        try HandMade.withCourse { course in
            for (answer, training) in [Overfitting.withDropout, Overfitting.without].enumerated() {
                try course.keep(answer: answer, as: training)
            }
            let measured = try course.value(of: Overfitting.measurement)
            let (train, test) = (try course.digits.train.labels, try course.digits.test.labels)
            // A sketch has 80 images, of which a fifth is for validation.
            #expect(measured.count == 64 && measured.testCount == 200)
            for (answer, knowledge) in [measured.withDropout, measured.without].enumerated() {
                #expect(knowledge.known.isRight == train.prefix(64).map { Int($0) == answer })
                #expect(knowledge.new.isRight == test.map { Int($0) == answer })
            }
        }
    }

    @Test("of four networks each answers to the images that it learned from: as they are, or with their pixels moved")
    func shuffled() throws {
        try HandMade.withCourse { course in
            for (seed, training) in Shuffled.trainings.enumerated() {
                try course.keep(Network(training.network(in: course.settings), seed: UInt64(seed + 3)), as: training)
            }
            let measured = try course.value(of: Shuffled.measurement)
            let test = try course.digits.test
            let permuted = test.permutedPixels(seed: Shuffled.trainings[1].configuration(in: course.settings).seed)
            let expected = try zip(Shuffled.trainings, [test, permuted, test, permuted]).map { training, images in
                let answers = try course.value(of: training).network.predict(images.examples()).largestInRows()
                return zip(answers, test.labels).map { $0 == Int($1) }
            }
            #expect(measured.dense.plain.isRight == expected[0] && measured.dense.permuted.isRight == expected[1])
            #expect(measured.convolutional.plain.isRight == expected[2])
            #expect(measured.convolutional.permuted.isRight == expected[3])
            for (sample, index) in zip(measured.samples, 0...) {
                #expect(Array(sample.plain) == Array(test.pixels(of: index)))
                #expect(Array(sample.permuted) == Array(permuted.pixels(of: index)) && sample.plain != sample.permuted)
                #expect(sample.plain.sorted() == sample.permuted.sorted())
            }
        }
    }

    @Test("weights are untouched where every unit has, to the last bit, what it began with")
    func hidden() throws {
        let model = Model(
            name: "by-hand", input: [1, 3, 1], layers: [.flatten, .dense(2, activation: .relu), .dense(2)])
        let fresh = try Network(model, seed: 5)
        var parameters = fresh.parameters
        var kernel = try #require(parameters["dense.kernel"])
        // The second pixel's weight to the second unit.
        kernel.elements[1 * 2 + 1] += 0.5
        parameters["dense.kernel"] = kernel
        let units = try HiddenUnits(of: HandMade.trained(Network(model, parameters: parameters), seed: 5))
        #expect(units.untouched == 2 && units.units == 2 && units.rows == 1 && units.columns == 3)
        #expect(units.weights == [0, 1].map { unit in [0, 1, 2].map { kernel.elements[$0 * 2 + unit] } })
        #expect(try HiddenUnits(of: HandMade.trained(fresh, seed: 5)).untouched == 3)
        #expect(try HiddenUnits(of: HandMade.trained(fresh, seed: 6)).untouched == 0)
    }
}
