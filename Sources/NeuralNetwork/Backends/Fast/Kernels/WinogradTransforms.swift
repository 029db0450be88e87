/// The three linear maps of Winograd's F(4x4, 3x3), each along one axis of six (or three, or four) vectors.
///
/// A. Lavin, S. Gray, *Fast Algorithms for Convolutional Neural Networks*, CVPR 2016, section 4.3: the names B, G
/// and A are theirs. Apply each map to all columns, then to all rows.
///
/// Where two answers are enough, F(2x2, 3x3) needs four of the six points: 0, 1, -1 and infinity, which stand first,
/// second, third and sixth. Its kernels are those of the larger map but for a factor (4, -3, -3, 1); the picture's map
/// takes that on, so that both share the kernels.
enum WinogradTransforms {
    /// Picture: six pixels in, six numbers out; for two answers four pixels in, four numbers out, which stand where the
    /// six points have them.
    @inline(__always)
    static func picture(
        _ d: UnsafeMutablePointer<Float>, _ step: Int, to t: UnsafeMutablePointer<Float>, _ out: Int, isHalf: Bool
    ) {
        guard !isHalf else { return halfPicture(d, step, to: t, out) }
        let (d0, d1, d2) = (d.vector(0), d.vector(step), d.vector(2 * step))
        let (d3, d4, d5) = (d.vector(3 * step), d.vector(4 * step), d.vector(5 * step))
        let (even, odd) = (d4 - 4 * d2, d3 - 4 * d1)
        let (near, far) = (d4 - d2, 2 * (d3 - d1))
        t.store(4 * d0 - 5 * d2 + d4, 0)
        t.store(even + odd, out)
        t.store(even - odd, 2 * out)
        t.store(near + far, 3 * out)
        t.store(near - far, 4 * out)
        t.store(4 * d1 - 5 * d3 + d5, 5 * out)
    }

    /// Kernel: three weights in, six numbers out.
    @inline(__always)
    static func kernel(_ g: UnsafeMutablePointer<Float>, _ step: Int, to t: UnsafeMutablePointer<Float>, _ out: Int) {
        let (g0, g1, g2) = (g.vector(0), g.vector(step), g.vector(2 * step))
        let outer = (g0 + g2) * (-1.0 / 6)
        let (wide, middle) = (g0 * (1.0 / 24) + g2 * (1.0 / 6), g1 * (1.0 / 12))
        t.store(g0 * 0.25, 0)
        t.store(outer - g1 * (1.0 / 6), out)
        t.store(outer + g1 * (1.0 / 6), 2 * out)
        t.store(wide + middle, 3 * out)
        t.store(wide - middle, 4 * out)
        t.store(g2, 5 * out)
    }

    /// Answer: six products in, four outputs out; or four of the six in, two out.
    @inline(__always)
    static func answer(
        _ m: UnsafeMutablePointer<Float>, _ step: Int, to t: UnsafeMutablePointer<Float>, _ out: Int, isHalf: Bool
    ) {
        guard !isHalf else { return halfAnswer(m, step, to: t, out) }
        let (m0, m1, m2) = (m.vector(0), m.vector(step), m.vector(2 * step))
        let (m3, m4, m5) = (m.vector(3 * step), m.vector(4 * step), m.vector(5 * step))
        let (sum12, difference12) = (m1 + m2, m1 - m2)
        let (sum34, difference34) = (m3 + m4, m3 - m4)
        t.store(m0 + sum12 + sum34, 0)
        t.store(difference12 + 2 * difference34, out)
        t.store(sum12 + 4 * sum34, 2 * out)
        t.store(difference12 + 8 * difference34 + m5, 3 * out)
    }

    /// All kernels of a layer, from HWIO to [point][channel][filter].
    static func kernels(
        _ weights: UnsafeMutablePointer<Float>, channels: Int, filters: Int, to u: UnsafeMutablePointer<Float>
    ) {
        let point = channels * filters
        withUnsafeTemporaryAllocation(of: Float.self, capacity: 18 * 16) { scratch in
            guard let half = scratch.baseAddress else { return }
            for place in stride(from: 0, to: point, by: 16) {
                for column in 0..<3 {
                    kernel(weights + column * point + place, 3 * point, to: half + column * 16, 3 * 16)
                }
                for row in 0..<6 { kernel(half + row * 48, 16, to: u + row * 6 * point + place, point) }
            }
        }
    }

    @inline(__always)
    private static func halfPicture(
        _ d: UnsafeMutablePointer<Float>, _ step: Int, to t: UnsafeMutablePointer<Float>, _ out: Int
    ) {
        let (d0, d1, d2, d3) = (d.vector(0), d.vector(step), d.vector(2 * step), d.vector(3 * step))
        t.store(4 * (d0 - d2), 0)
        t.store(-3 * (d1 + d2), out)
        t.store(3 * (d1 - d2), 2 * out)
        t.store(d3 - d1, 5 * out)
    }

    @inline(__always)
    private static func halfAnswer(
        _ m: UnsafeMutablePointer<Float>, _ step: Int, to t: UnsafeMutablePointer<Float>, _ out: Int
    ) {
        let (m0, m1, m2, m5) = (m.vector(0), m.vector(step), m.vector(2 * step), m.vector(5 * step))
        t.store(m0 + m1 + m2, 0)
        t.store(m1 - m2 + m5, out)
    }
}
