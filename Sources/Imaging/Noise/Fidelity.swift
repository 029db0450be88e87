import Elementary

/// How near one picture is to another, in numbers.
extension GrayImage {
    // snippet.mean-squared-error
    /// The mean squared error: differences squared, so that their signs don't cancel, and averaged over all pixels.
    ///
    /// - Parameter white: the intensity that counts as one; 255 makes the error a number between 0 and 1.
    /// - Precondition: both pictures have the same size, and at least one pixel.
    public func meanSquaredError(to other: GrayImage, white: Float = 255) -> Double {
        precondition(width == other.width && height == other.height && !pixels.isEmpty, "pictures of different sizes")
        let sum = zip(pixels, other.pixels).reduce(0.0) { sum, pair in
            let difference = Double((pair.0 - pair.1) / white)
            return sum + difference * difference
        }
        return sum / Double(pixels.count)
    }
    // snippet.end
}

// snippet.peak-signal-to-noise-ratio
/// The peak signal-to-noise ratio in decibels: 10 log₁₀(peak² / MSE). Ten decibels more are a tenth of the error;
/// infinite where there is none.
///
/// - Parameter peak: the largest value that a pixel can have, in the unit that the error was measured in.
public func peakSignalToNoiseRatio(meanSquaredError: Double, peak: Double = 1) -> Double {
    meanSquaredError > 0 ? 10 * .log10(peak * peak / meanSquaredError) : .infinity
}
// snippet.end
