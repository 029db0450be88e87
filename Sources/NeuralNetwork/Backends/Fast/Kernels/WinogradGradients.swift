/// The way back through the maps of ``WinogradTransforms``. Each is linear, so its way back is its transpose: what a
/// number was multiplied by on the way to another is what the other's gradient is multiplied by on the way back.
enum WinogradGradients {
    /// Answer: the gradients of four outputs in, those of six products out; or two in, four of the six out.
    @inline(__always)
    static func answer(
        _ y: UnsafeMutablePointer<Float>, _ step: Int, to m: UnsafeMutablePointer<Float>, _ out: Int, isHalf: Bool
    ) {
        let (y0, y1) = (y.vector(0), y.vector(step))
        if isHalf {
            m.store(y0, 0)
            m.store(y0 + y1, out)
            m.store(y0 - y1, 2 * out)
            m.store(y1, 5 * out)
            return
        }
        let (y2, y3) = (y.vector(2 * step), y.vector(3 * step))
        let (even, odd) = (y0 + y2, y1 + y3)
        let (farEven, farOdd) = (y0 + 4 * y2, 2 * y1 + 8 * y3)
        m.store(y0, 0)
        m.store(even + odd, out)
        m.store(even - odd, 2 * out)
        m.store(farEven + farOdd, 3 * out)
        m.store(farEven - farOdd, 4 * out)
        m.store(y3, 5 * out)
    }

    /// Picture: the gradients of six points in, those of six pixels out; or four of the six in, four out.
    @inline(__always)
    static func picture(
        _ t: UnsafeMutablePointer<Float>, _ step: Int, to d: UnsafeMutablePointer<Float>, _ out: Int, isHalf: Bool
    ) {
        let pixels = Pixels(t, step, isHalf: isHalf)
        d.store(pixels.d0, 0)
        d.store(pixels.d1, out)
        d.store(pixels.d2, 2 * out)
        d.store(pixels.d3, 3 * out)
        guard !isHalf else { return }
        d.store(pixels.d4, 4 * out)
        d.store(pixels.d5, 5 * out)
    }

    /// The same, added to what stands there.
    @inline(__always)
    static func pictureAdding(
        _ t: UnsafeMutablePointer<Float>, _ step: Int, to d: UnsafeMutablePointer<Float>, _ out: Int, isHalf: Bool
    ) {
        let pixels = Pixels(t, step, isHalf: isHalf)
        d.store(d.vector(0) + pixels.d0, 0)
        d.store(d.vector(out) + pixels.d1, out)
        d.store(d.vector(2 * out) + pixels.d2, 2 * out)
        d.store(d.vector(3 * out) + pixels.d3, 3 * out)
        guard !isHalf else { return }
        d.store(d.vector(4 * out) + pixels.d4, 4 * out)
        d.store(d.vector(5 * out) + pixels.d5, 5 * out)
    }

    private struct Pixels {
        var d0, d1, d2, d3: Vector
        var d4 = Vector()
        var d5 = Vector()

        @inline(__always)
        init(_ t: UnsafeMutablePointer<Float>, _ step: Int, isHalf: Bool) {
            let (t0, t1, t2, t5) = (t.vector(0), t.vector(step), t.vector(2 * step), t.vector(5 * step))
            d0 = 4 * t0
            if isHalf {
                d1 = 3 * (t2 - t1) - t5
                d2 = -3 * (t1 + t2) - d0
                d3 = t5
                return
            }
            let (t3, t4) = (t.vector(3 * step), t.vector(4 * step))
            let (even, odd) = (t1 + t2, t1 - t2)
            let (near, far) = (t3 + t4, 2 * (t3 - t4))
            d1 = 4 * (t5 - odd) - far
            d2 = -5 * t0 - 4 * even - near
            d3 = odd + far - 5 * t5
            d4 = t0 + even + near
            d5 = t5
        }
    }

    /// Kernels: the gradients of all points, [point][channel][filter], in; those of the weights, HWIO, out.
    static func kernels(
        _ du: UnsafeMutablePointer<Float>, channels: Int, filters: Int, to dw: UnsafeMutablePointer<Float>
    ) {
        let point = channels * filters
        withUnsafeTemporaryAllocation(of: Float.self, capacity: 18 * 16) { scratch in
            guard let half = scratch.baseAddress else { return }
            for place in stride(from: 0, to: point, by: 16) {
                for row in 0..<6 { kernel(du + row * 6 * point + place, point, to: half + row * 48, 16) }
                for column in 0..<3 {
                    kernel(half + column * 16, 48, to: dw + column * point + place, 3 * point)
                }
            }
        }
    }

    /// Kernel: the gradients of six points in, those of three weights out.
    @inline(__always)
    private static func kernel(
        _ t: UnsafeMutablePointer<Float>, _ step: Int, to g: UnsafeMutablePointer<Float>, _ out: Int
    ) {
        let (t0, t1, t2) = (t.vector(0), t.vector(step), t.vector(2 * step))
        let (t3, t4, t5) = (t.vector(3 * step), t.vector(4 * step), t.vector(5 * step))
        let outer = (t1 + t2) * (1.0 / 6)
        let wide = t3 + t4
        g.store(t0 * 0.25 - outer + wide * (1.0 / 24), 0)
        g.store((t2 - t1) * (1.0 / 6) + (t3 - t4) * (1.0 / 12), out)
        g.store(wide * (1.0 / 6) - outer + t5, 2 * out)
    }
}
