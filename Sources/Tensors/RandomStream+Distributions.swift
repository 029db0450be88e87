import Elementary

extension RandomStream {
    /// A number from the normal distribution of mean 0 and deviation 1, by the cosine of Box and Muller.
    ///
    /// With 24 random bits no number lies farther out than 5.8.
    ///
    /// Source: G. E. P. Box, M. E. Muller, *A Note on the Generation of Random Normal Deviates*, 1958.
    public mutating func normal() -> Float {
        // One minus, since a logarithm may not be taken of zero but may of one.
        let radius = (-2 * .log(1 - uniform())).squareRoot()
        return radius * .cos(2 * .pi * uniform())
    }

    /// How many of many rare things happen where `mean` are expected: Poisson's distribution, by walking up its
    /// sum.
    ///
    /// - Precondition: the mean is not negative, and at most a million.
    public mutating func poisson(expecting mean: Float) -> Int {
        precondition(mean >= 0 && mean <= 1_000_000, "\(mean) expected")
        var count = 0
        var left = Double(mean)
        // exp(−λ) has to stay well above zero; two independent halves add up to the whole.
        while left > 0 {
            let part = min(left, 64)
            left -= part
            var probability = Double.exp(-part)
            var rest = Double(uniform()) - probability
            var number = 0
            while rest >= 0, number < 1_000 {
                number += 1
                probability *= part / Double(number)
                rest -= probability
            }
            count += number
        }
        return count
    }
}
