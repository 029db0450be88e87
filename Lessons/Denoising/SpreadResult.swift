/// Errors in a few numbers, for `results/denoising.json`: a ratio that is infinite is null there, since JSON knows no
/// infinity, and never missing.
struct SpreadResult: Encodable, Sendable {
    let spread: Cleaning.Spread

    private enum Key: CodingKey { case minimum, maximum, mean, median, quartiles, ratio }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        try container.encode(spread.minimum, forKey: .minimum)
        try container.encode(spread.maximum, forKey: .maximum)
        try container.encode(spread.mean, forKey: .mean)
        try container.encode(spread.median, forKey: .median)
        try container.encode(spread.quartiles, forKey: .quartiles)
        try container.encode(spread.ratio, forKey: .ratio)
    }
}
