/// Canny's edge detector for large pictures: the edges of ``Canny``, without what lies between.
///
/// Smoothing goes over memory once; gradient, thinning and thresholds once more, together, while the rows that they
/// need are in the caches. Edges are followed band by band, each thread in its own, and then from band to band.
public struct PlaneCanny: Sendable {
    /// Where detectors differ though they do the same: each of these moves a line by a pixel here and there.
    public enum Convention: Sendable {
        /// As ``Canny``: the smoothed picture keeps its fractions, of two equal neighbours the later one stays, and a
        /// magnitude that equals a threshold has reached it.
        ///
        /// Where the picture and the smoothing's weights are whole numbers over a power of two, as bytes and
        /// `gaussian5` are, every number on the way is exact, and the edges are those of ``Canny``, pixel for pixel.
        /// Under other weights a magnitude may differ in its last bits, and decide otherwise.
        case course
        /// As OpenCV's `Canny` with `L2gradient`: the smoothed picture is rounded to bytes, of two equal neighbours the
        /// earlier one stays (none, where they touch at a corner), and a magnitude has to exceed a threshold.
        case openCV
    }

    /// 255 on edges, 0 elsewhere.
    public private(set) var edges = Plane<UInt8>(width: 0, height: 0)
    private var smoothed = Plane<Float>(width: 0, height: 0)
    private var rounded = Plane<UInt8>(width: 0, height: 0)
    private var classes = Plane<UInt8>(width: 0, height: 0)

    /// Without pixels, to be overwritten.
    public init() {}

    /// The edges of a picture.
    ///
    /// - Parameters:
    ///   - low: the gradient's magnitude from which a pixel is weak.
    ///   - high: the magnitude from which it is strong.
    ///   - smoothing: the kernel that the picture is smoothed with.
    ///   - threads: how many work at once, at least one.
    /// - Precondition: `low <= high`.
    public init(
        of plane: Plane<UInt8>, low: Float, high: Float, smoothing: Kernel = .gaussian5,
        convention: Convention = .course, threads: Int
    ) {
        overwrite(
            with: plane, low: low, high: high, smoothing: smoothing, convention: convention, threads: threads)
    }

    /// Finds another picture's edges, in the same memory where the size is the same.
    ///
    /// - Precondition: `low <= high`.
    public mutating func overwrite(
        with plane: Plane<UInt8>, low: Float, high: Float, smoothing: Kernel = .gaussian5,
        convention: Convention = .course, threads: Int
    ) {
        precondition(low <= high, "the low threshold \(low) is over the high one \(high)")
        let (width, height) = (plane.width, plane.height)
        // A frame of zeros saves every walk from asking whether it is at the border.
        if classes.width != width + 2 || classes.height != height + 2 {
            classes = Plane(width: width + 2, height: height + 2)
        }
        let bands = Bands(rows: height, threads: threads)
        switch convention {
        case .course:
            plane.correlate(with: smoothing, border: .replicate, into: &smoothed, threads: threads)
            classify(smoothed, bands, low, high, convention) { $1.update(from: $0, count: $2) }
        case .openCV:
            plane.correlate(with: smoothing, border: .replicate, into: &rounded, threads: threads)
            classify(rounded, bands, low, high, convention, convert: Plane<UInt8>.convert)
        }
        classes.overwriting(width: width + 2, height: height + 2) { classes in
            edges.overwriting(width: width, height: height) { edges in
                guard width > 0, height > 0 else { return }
                EdgeWalk(classes: classes).run(bands)
                bands.forEach { () in
                } work: { _, rows in
                    for row in rows {
                        let (from, to) = (classes[row + 1] + 1, edges[row])
                        for i in 0..<width { to[i] = from[i] == EdgeClass.edge ? 255 : 0 }
                    }
                }
            }
        }
    }

    private mutating func classify<Sample: PlaneSample>(
        _ smoothed: Plane<Sample>, _ bands: Bands, _ low: Float, _ high: Float, _ convention: Convention,
        convert: @escaping @Sendable (UnsafePointer<Sample>, UnsafeMutablePointer<Float>, Int) -> Void
    ) {
        smoothed.reading { source in
            classes.overwriting(width: source.width + 2, height: source.height + 2) { classes in
                guard source.width > 0, source.height > 0 else { return }
                EdgePass(
                    source: source, classes: classes, low: low, high: high, convention: convention, convert: convert
                ).run(bands)
            }
        }
    }
}

/// What a pixel is taken for, as a byte.
enum EdgeClass {
    /// Not as yet an edge, but one if it hangs together with one.
    static let weak: UInt8 = 128
    /// An edge.
    static let edge: UInt8 = 255
}
