import NeuralNetwork

/// How much more often a network is right on images that it learned from than on new ones.
struct Gap {
    let known: Correctness
    let new: Correctness

    /// In shares of one.
    var width: Double { known.share - new.share }
}

extension Change {
    /// From one network's gap to another's, on the same images: image by image what the one gained over the other, first
    /// among those that are known, then among new ones. Chance is what lies within 1.96 standard errors of the difference of
    /// both means.
    init(from before: Gap, to after: Gap) {
        func gains(_ before: Correctness, _ after: Correctness) -> SampleMean {
            SampleMean(zip(before.isRight, after.isRight).map { $0 == $1 ? 0 : $1 ? 1 : -1 })
        }
        func variance(_ gains: SampleMean) -> Double {
            gains.deviation * gains.deviation / Double(max(gains.values.count, 1))
        }
        let (known, new) = (gains(before.known, after.known), gains(before.new, after.new))
        let difference = known.mean - new.mean
        let error = (variance(known) + variance(new)).squareRoot()
        self = abs(difference) <= 1.96 * error ? .chance : difference < 0 ? .less : .more
    }
}
