/// Canny's edge detector, stage by stage: lines one pixel wide where Sobel leaves bands.
///
/// Source: J. Canny, *A Computational Approach to Edge Detection*, IEEE PAMI 8 (6), 1986.
public struct Canny: Equatable, Sendable {
    /// Stage 1: the picture without its finest grain.
    public let smoothed: GrayImage
    /// Stage 2: how fast the smoothed picture changes, and where to.
    public let gradient: Gradient
    /// Stage 3: the magnitude on the crest of every edge, zero beside it.
    public let thinned: GrayImage
    /// Stage 4: 255 for strong pixels, 128 for weak ones, 0 for the rest.
    public let classified: GrayImage
    /// Stage 5: 255 for strong pixels and for the weak ones that hang together with a strong one.
    public let edges: GrayImage

    /// - Parameters:
    ///   - image: intensities from 0 to 255.
    ///   - low: the gradient's magnitude from which a pixel is weak.
    ///   - high: the magnitude from which it is strong. A step of 255 has a magnitude of about 1,000.
    ///   - smoothing: the kernel of stage 1.
    /// - Precondition: `low <= high`.
    public init(of image: GrayImage, low: Float, high: Float, smoothing: Kernel = .gaussian5) {
        precondition(low <= high, "the low threshold \(low) is over the high one \(high)")
        smoothed = image.correlated(with: smoothing, border: .replicate)
        gradient = Gradient(of: smoothed)
        thinned = suppressNonMaxima(of: gradient)
        classified = thinned.map { $0 >= high && $0 > 0 ? 255 : $0 >= low && $0 > 0 ? 128 : 0 }
        edges = followEdges(in: classified)
    }
}
