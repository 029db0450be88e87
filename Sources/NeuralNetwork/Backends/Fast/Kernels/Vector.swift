/// Sixteen floats: one AVX-512 register, two of AVX2, four of NEON. The compiler sees to that.
typealias Vector = SIMD16<Float>

extension UnsafeMutablePointer<Float> {
    /// The sixteen floats from index `i` on.
    @inline(__always)
    func vector(_ i: Int) -> Vector { UnsafeRawPointer(self + i).loadUnaligned(as: Vector.self) }

    @inline(__always)
    func store(_ vector: Vector, _ i: Int) { UnsafeMutableRawPointer(self + i).storeBytes(of: vector, as: Vector.self) }
}

extension Vector {
    /// self += factor * other, rounded once.
    @inline(__always)
    mutating func add(_ factor: Float, times other: Vector) { addProduct(Vector(repeating: factor), other) }
}

/// One vector for each tap of a 3x3 kernel. Nine named members, not an array, so that they stay in registers.
struct Taps {
    var t0 = Vector()
    var t1 = Vector()
    var t2 = Vector()
    var t3 = Vector()
    var t4 = Vector()
    var t5 = Vector()
    var t6 = Vector()
    var t7 = Vector()
    var t8 = Vector()

    @inline(__always) init() {}

    /// Nine vectors, `stride` floats apart.
    @inline(__always)
    init(_ source: UnsafeMutablePointer<Float>, stride: Int) {
        t0 = source.vector(0)
        t1 = source.vector(stride)
        t2 = source.vector(2 * stride)
        t3 = source.vector(3 * stride)
        t4 = source.vector(4 * stride)
        t5 = source.vector(5 * stride)
        t6 = source.vector(6 * stride)
        t7 = source.vector(7 * stride)
        t8 = source.vector(8 * stride)
    }

    @inline(__always)
    func store(_ target: UnsafeMutablePointer<Float>, stride: Int) {
        target.store(t0, 0)
        target.store(t1, stride)
        target.store(t2, 2 * stride)
        target.store(t3, 3 * stride)
        target.store(t4, 4 * stride)
        target.store(t5, 5 * stride)
        target.store(t6, 6 * stride)
        target.store(t7, 7 * stride)
        target.store(t8, 8 * stride)
    }

    /// Every tap += g * (the vector of the pixel under it): a kernel's gradient learns from one output.
    ///
    /// - Parameters:
    ///   - x: the pixel under the first tap.
    ///   - pixel, row: floats from one pixel to the next, and from one row to the next.
    @inline(__always)
    mutating func learn(_ g: Float, from x: UnsafeMutablePointer<Float>, pixel: Int, row: Int) {
        let g = Vector(repeating: g)
        t0.addProduct(g, x.vector(0))
        t1.addProduct(g, x.vector(pixel))
        t2.addProduct(g, x.vector(2 * pixel))
        t3.addProduct(g, x.vector(row))
        t4.addProduct(g, x.vector(row + pixel))
        t5.addProduct(g, x.vector(row + 2 * pixel))
        t6.addProduct(g, x.vector(2 * row))
        t7.addProduct(g, x.vector(2 * row + pixel))
        t8.addProduct(g, x.vector(2 * row + 2 * pixel))
    }

    /// Every pixel under a tap += g * tap: the pictures' gradient learns from one output.
    @inline(__always)
    func teach(_ g: Float, to dx: UnsafeMutablePointer<Float>, pixel: Int, row: Int) {
        let g = Vector(repeating: g)
        dx.store(dx.vector(0).addingProduct(g, t0), 0)
        dx.store(dx.vector(pixel).addingProduct(g, t1), pixel)
        dx.store(dx.vector(2 * pixel).addingProduct(g, t2), 2 * pixel)
        dx.store(dx.vector(row).addingProduct(g, t3), row)
        dx.store(dx.vector(row + pixel).addingProduct(g, t4), row + pixel)
        dx.store(dx.vector(row + 2 * pixel).addingProduct(g, t5), row + 2 * pixel)
        dx.store(dx.vector(2 * row).addingProduct(g, t6), 2 * row)
        dx.store(dx.vector(2 * row + pixel).addingProduct(g, t7), 2 * row + pixel)
        dx.store(dx.vector(2 * row + 2 * pixel).addingProduct(g, t8), 2 * row + 2 * pixel)
    }

    /// sum + the kernel laid on single pixels: one output of sixteen filters on one input channel.
    @inline(__always)
    func answer(_ sum: Vector, on x: UnsafeMutablePointer<Float>, row: Int) -> Vector {
        var sum = sum
        sum.add(x[0], times: t0)
        sum.add(x[1], times: t1)
        sum.add(x[2], times: t2)
        sum.add(x[row], times: t3)
        sum.add(x[row + 1], times: t4)
        sum.add(x[row + 2], times: t5)
        sum.add(x[2 * row], times: t6)
        sum.add(x[2 * row + 1], times: t7)
        sum.add(x[2 * row + 2], times: t8)
        return sum
    }

    /// Every tap += g * (the single pixel under it), for sixteen filters at once.
    @inline(__always)
    mutating func learn(_ g: Vector, fromPixels x: UnsafeMutablePointer<Float>, row: Int) {
        t0.add(x[0], times: g)
        t1.add(x[1], times: g)
        t2.add(x[2], times: g)
        t3.add(x[row], times: g)
        t4.add(x[row + 1], times: g)
        t5.add(x[row + 2], times: g)
        t6.add(x[2 * row], times: g)
        t7.add(x[2 * row + 1], times: g)
        t8.add(x[2 * row + 2], times: g)
    }
}
