import Tensors

/// One row of a small picture as an ``UpsampledConvolution`` reads it, for all images of a shard: its pixels, and the
/// differences of neighbours across. Each is a matrix with a row for each pixel and image.
///
/// There is one difference more than there are pixels; beyond the picture are zeros.
final class UpsampledRow {
    private let width: Int
    private let images: Int
    private let channels: Int
    private let pixels: Buffer
    private let differences: Buffer

    init(width: Int, images: Int, channels: Int) {
        self.width = width
        self.images = images
        self.channels = channels
        pixels = Buffer(width * images * channels)
        differences = Buffer((width + 1) * images * channels)
    }

    /// Floats from one pixel to the next.
    private var step: Int { images * channels }

    /// The matrix that a, s or c (0, 1, 2) is multiplied by.
    func matrix(_ part: Int) -> UnsafeMutablePointer<Float> {
        switch part {
        case 0: differences.start
        case 1: pixels.start
        default: differences.start + step
        }
    }

    /// Fills in row `i` of a flow; or, as a difference down, row i - 1 less row i.
    func fill(_ x: UnsafeMutablePointer<Float>, _ flow: Flow, row i: Int, isDifference: Bool) {
        let height = flow.shape[0]
        let line = width * flow.pixel
        forEachVector(flow) { outside, inside in
            var value = i < height ? x.vector(i * line + outside) : Vector()
            if isDifference { value = (i > 0 ? x.vector((i - 1) * line + outside) : Vector()) - value }
            pixels.start.store(value, inside)
        }
        let end = width * step
        for k in stride(from: 0, to: step, by: 16) {
            differences.start.store(-pixels.start.vector(k), k)
            differences.start.store(pixels.start.vector(end - step + k), end + k)
        }
        for k in stride(from: step, to: end, by: 16) {
            differences.start.store(pixels.start.vector(k - step) - pixels.start.vector(k), k)
        }
    }

    /// Before gradients are gathered here: zero where the first to come does not write.
    func beginGradient() { (differences.start + width * step).update(repeating: 0, count: step) }

    /// The way back: the gradient of this row's pixels is added to row `i` of a flow's, where there is such a row; as a
    /// difference down, to row i - 1, and taken from row i. The first to come overwrites what stands in row i.
    func addGradient(to dx: UnsafeMutablePointer<Float>, _ flow: Flow, row i: Int, isDifference: Bool) {
        let height = flow.shape[0]
        let line = width * flow.pixel
        forEachVector(flow) { outside, inside in
            let value =
                pixels.start.vector(inside) - differences.start.vector(inside)
                + differences.start.vector(inside + step)
            guard isDifference else {
                let place = i * line + outside
                return dx.store(dx.vector(place) + value, place)
            }
            if i > 0 { dx.store(dx.vector((i - 1) * line + outside) + value, (i - 1) * line + outside) }
            if i < height { dx.store(-value, i * line + outside) }
        }
    }

    /// Visits sixteen channels of each pixel and image: where they stand in a row of a flow, and where here.
    @inline(__always)
    private func forEachVector(_ flow: Flow, _ body: (_ outside: Int, _ inside: Int) -> Void) {
        for j in 0..<width {
            for image in 0..<images {
                let inside = j * step + image * channels
                let outside = j * flow.pixel + image * flow.image
                for group in 0..<channels / 16 { body(outside + group * flow.group, inside + group * 16) }
            }
        }
    }
}
