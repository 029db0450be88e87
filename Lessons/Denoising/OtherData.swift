import Imaging
import Languages
import NeuralNetwork
import Notebook

/// How the network that learned from garments cleans the pictures that the other lessons read: the noise is the one that
/// it knows, the pictures are not.
struct OtherData: StoredValue {
    /// Mean squared errors before and after; nil for pictures of another size, or in colour, which it can't read.
    let before: Cleaning.Spread?
    /// See ``before``.
    let after: Cleaning.Spread?

    static func measurement(of training: Training) -> CourseMeasurement<OtherData> {
        CourseMeasurement("denoising/digits", version: 1, needs: [.digits, .training(training)]) { course in
            let network = try course.value(of: training).network
            let test = try course.digits.test.prefix(Cleaning.trialImages)
            guard network.model.input.extents == [test.rows, test.columns, test.channels] else {
                return OtherData(before: nil, after: nil)
            }
            let bench = Bench(
                network: network, seed: training.configuration(in: course.settings).seed, threads: course.threads)
            let trial = try bench.clean(test, of: Training.syllabusNoise, from: 0)
            return OtherData(before: .init(of: trial.before), after: .init(of: trial.after))
        }
    }

    func check() throws(ImpossibleValue) {
        try before?.check("before")
        try after?.check("after")
    }

    /// Hands over what came of it, and whether it could be tried.
    func handOver(known: Cleaning, to material: inout Material) {
        let factor = (before?.mean ?? 0) / max(after?.mean ?? 1, .leastNormalMagnitude)
        let ownFactor = known.before.mean / max(known.after.mean, .leastNormalMagnitude)
        material.outcome("readsDigits", before != nil)
        material.outcome("isWorse", factor < ownFactor)
        material.value("digitBefore", before?.mean ?? 0)
        material.value("digitAfter", after?.mean ?? 0)
        material.value("digitFactor", factor)
        material.value("garmentFactor", ownFactor)
        material.record("digits.before", before?.mean)
        material.record("digits.after", after?.mean)
    }
}
