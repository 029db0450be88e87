extension [Float] {
    /// How much the answers of a map tell apart. A map that says the same everywhere, because of its bias, says nothing,
    /// however large its answers are.
    var variance: Float {
        let mean = reduce(0, +) / Float(Swift.max(count, 1))
        return reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Float(Swift.max(count, 1))
    }
}
