/// The edges of a picture from outside: the choices of `course edges`.
public struct PictureEdges: Sendable {
    /// Of the picture's brightness, from 0 to 255, not smoothed.
    public let gradient: PlaneGradient
    /// Canny's edges, found as OpenCV finds them: 255, and 0 elsewhere.
    public let edges: Plane<UInt8>

    /// - Parameters:
    ///   - picture: of one channel or three; sixteen bits are rounded to eight.
    ///   - low: the gradient's magnitude that a weak pixel exceeds.
    ///   - high: the magnitude that a strong one exceeds.
    ///   - smoothing: what Canny smooths with.
    ///   - threads: how many work at once, at least one.
    /// - Precondition: `low <= high`.
    public init(of picture: SourcePicture, low: Float, high: Float, smoothing: Kernel = .gaussian5, threads: Int) {
        let gray = picture.gray.bytes[0]
        gradient = PlaneGradient(of: Plane<Float>(gray), threads: threads)
        edges =
            PlaneCanny(
                of: gray, low: low, high: high, smoothing: smoothing, convention: .openCV, threads: threads
            ).edges
    }
}
