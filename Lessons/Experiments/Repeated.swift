import NeuralNetwork
import Notebook

/// What the trainings of one run achieved, one from each seed.
struct Repeated: Sendable {
    /// In the order of the seeds; never empty.
    let results: [Run.Result]

    /// How many images each learned from.
    var images: Int { results[0].images }
    var epochs: Int { results[0].epochs }
    /// How many images are held out.
    var count: Int { results[0].count }

    /// How many of the images held out each misclassifies.
    var mistakes: [Double] { results.map { Double($0.mistakes) } }
    /// How often each is wrong on images that it learned from, of one.
    var wrongKnown: [Double] { results.map { 1 - $0.trainingAccuracy } }
    /// How often each is wrong on the images held out, of one.
    var wrongNew: [Double] { results.map { Double($0.mistakes) / Double($0.count) } }
    /// How much more often each is wrong on new images than on known ones.
    var gaps: [Double] { zip(wrongNew, wrongKnown).map { $0 - $1 } }
}

extension Repeated {
    /// What a run's trainings achieved in this course.
    init(_ run: Run, using course: Course) throws {
        self.init(results: try run.results.map { try course.value(of: $0) })
    }
}

/// A mean difference with its interval, for `results/experiments.json`.
struct DifferenceResult: Encodable, Sendable {
    let mean: Double
    /// The ends of the interval; nil of a single seed, which says nothing of them.
    let low: Double?
    /// See ``low``.
    let high: Double?

    init(_ difference: PairedDifferences) {
        mean = difference.mean
        low = difference.interval?.lowerBound
        high = difference.interval?.upperBound
    }
}
