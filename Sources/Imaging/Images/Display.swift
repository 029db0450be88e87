/// What a screen, which knows only 0 to 255, can show of a filter's answer.
extension GrayImage {
    /// Everything below 0 becomes black, everything above 255 white.
    public func clipped() -> GrayImage { map { min(max($0, 0), 255) } }

    /// Negative answers count as much as positive ones: the strength of an edge without its side.
    public func absolute() -> GrayImage { map(abs) }

    /// The smallest answer becomes black, the largest white, the others lie between; where all are equal,
    /// everything is black.
    public func rescaled() -> GrayImage {
        guard let range, range.upperBound > range.lowerBound else { return map { _ in 0 } }
        let scale = 255 / (range.upperBound - range.lowerBound)
        return map { ($0 - range.lowerBound) * scale }
    }

    /// From the smallest intensity to the largest; `nil` for an empty image.
    public var range: ClosedRange<Float>? {
        guard let first = pixels.first else { return nil }
        let (low, high) = pixels.reduce((first, first)) { (min($0.0, $1), max($0.1, $1)) }
        return low...high
    }
}
