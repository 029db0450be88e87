/// How much more often a network is right on images that it learned from than on new ones.
struct Gap {
    /// A share that was measured on some images.
    struct Share {
        /// Of one.
        let value: Double
        /// On how many images.
        let count: Int

        init(_ value: Double, of count: Int) {
            self.value = value
            self.count = count
        }

        /// Of the measured share, by the choice of the images: p (1 - p) / n.
        var variance: Double { value * (1 - value) / Double(max(count, 1)) }
    }

    let known: Share
    let new: Share

    /// In shares of one.
    var width: Double { known.value - new.value }
}

extension Change {
    /// From one gap to another. Twice the standard error of their difference is chance.
    init(from before: Gap, to after: Gap) {
        let difference = after.width - before.width
        let variance = [before.known, before.new, after.known, after.new].reduce(0) { $0 + $1.variance }
        self = abs(difference) <= 2 * variance.squareRoot() ? .chance : difference < 0 ? .less : .more
    }
}
