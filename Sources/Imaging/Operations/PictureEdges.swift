/// The edges of a picture from outside: the choices of `course edges`.
public struct PictureEdges: Sendable {
    /// Of the picture's brightness, from 0 to 255, not smoothed.
    public let gradient: PlaneGradient
    /// Canny's edges, found as OpenCV finds them: 255, and 0 elsewhere.
    public let edges: Plane<UInt8>
    /// The gradient's magnitude that a weak pixel exceeds.
    public let low: Float
    /// The magnitude that a strong one exceeds.
    public let high: Float

    /// - Parameters:
    ///   - picture: of one channel or three; sixteen bits are rounded to eight.
    ///   - low: the gradient's magnitude that a weak pixel exceeds.
    ///   - high: the magnitude that a strong one exceeds.
    ///   - deviation: of the bell that Canny smooths with, in pixels, from 0 (not at all) to 64; where `nil`, the kernel
    ///     `gaussian5`.
    ///   - threads: how many work at once, at least one.
    /// - Precondition: `low <= high`, and the deviation is within its limits.
    public init(of picture: SourcePicture, low: Float, high: Float, deviation: Float?, threads: Int) {
        let smoothing: Kernel =
            switch deviation {
            case nil: .gaussian5
            case 0: .identity
            case let deviation?: .gaussian(deviation: deviation)
            }
        (self.low, self.high) = (low, high)
        let gray = picture.gray.bytes[0]
        gradient = PlaneGradient(of: Plane<Float>(gray), threads: threads)
        edges =
            PlaneCanny(
                of: gray, low: low, high: high, smoothing: smoothing, convention: .openCV, threads: threads
            ).edges
    }
}
