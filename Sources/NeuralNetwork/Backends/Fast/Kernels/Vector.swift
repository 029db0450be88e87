/// Sixteen floats: one AVX-512 register, two of AVX2, four of NEON. The compiler sees to that.
typealias Vector = SIMD16<Float>

/// As many floats as leave room for nine vectors and what they are made from in the registers; and as many integers.
#if AVX512
    typealias Lanes = SIMD16<Float>
    typealias LaneIntegers = SIMD16<Int32>
    typealias LaneBytes = SIMD16<UInt8>
#else
    typealias Lanes = SIMD8<Float>
    typealias LaneIntegers = SIMD8<Int32>
    typealias LaneBytes = SIMD8<UInt8>
#endif

extension UnsafeMutablePointer<Float> {
    /// The sixteen floats from index `i` on.
    @inline(__always)
    func vector(_ i: Int) -> Vector { load(i) }

    /// The floats of a kernel with nine vectors at work, from index `i` on.
    @inline(__always)
    func lanes(_ i: Int) -> Lanes { load(i) }

    /// As many floats from index `i` on as the vector has.
    @inline(__always)
    func load<V: SIMD>(_ i: Int) -> V where V.Scalar == Float {
        UnsafeRawPointer(self + i).loadUnaligned(as: V.self)
    }

    @inline(__always)
    func store<V: SIMD>(_ vector: V, _ i: Int) where V.Scalar == Float {
        UnsafeMutableRawPointer(self + i).storeBytes(of: vector, as: V.self)
    }
}

extension SIMD where Scalar == Float {
    /// self += factor * other, rounded once.
    @inline(__always)
    mutating func add(_ factor: Float, times other: Self) { addProduct(Self(repeating: factor), other) }
}

/// One vector for each tap of a 3x3 kernel. Nine named members, not an array, so that they stay in registers.
struct Taps {
    var t0 = Lanes()
    var t1 = Lanes()
    var t2 = Lanes()
    var t3 = Lanes()
    var t4 = Lanes()
    var t5 = Lanes()
    var t6 = Lanes()
    var t7 = Lanes()
    var t8 = Lanes()

    @inline(__always) init() {}

    /// Nine vectors, `stride` floats apart.
    @inline(__always)
    init(_ source: UnsafeMutablePointer<Float>, stride: Int) {
        t0 = source.lanes(0)
        t1 = source.lanes(stride)
        t2 = source.lanes(2 * stride)
        t3 = source.lanes(3 * stride)
        t4 = source.lanes(4 * stride)
        t5 = source.lanes(5 * stride)
        t6 = source.lanes(6 * stride)
        t7 = source.lanes(7 * stride)
        t8 = source.lanes(8 * stride)
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
        let g = Lanes(repeating: g)
        t0.addProduct(g, x.lanes(0))
        t1.addProduct(g, x.lanes(pixel))
        t2.addProduct(g, x.lanes(2 * pixel))
        t3.addProduct(g, x.lanes(row))
        t4.addProduct(g, x.lanes(row + pixel))
        t5.addProduct(g, x.lanes(row + 2 * pixel))
        t6.addProduct(g, x.lanes(2 * row))
        t7.addProduct(g, x.lanes(2 * row + pixel))
        t8.addProduct(g, x.lanes(2 * row + 2 * pixel))
    }

    /// Every pixel under a tap += g * tap: the pictures' gradient learns from one output.
    @inline(__always)
    func teach(_ g: Float, to dx: UnsafeMutablePointer<Float>, pixel: Int, row: Int) {
        let g = Lanes(repeating: g)
        dx.store(dx.lanes(0).addingProduct(g, t0), 0)
        dx.store(dx.lanes(pixel).addingProduct(g, t1), pixel)
        dx.store(dx.lanes(2 * pixel).addingProduct(g, t2), 2 * pixel)
        dx.store(dx.lanes(row).addingProduct(g, t3), row)
        dx.store(dx.lanes(row + pixel).addingProduct(g, t4), row + pixel)
        dx.store(dx.lanes(row + 2 * pixel).addingProduct(g, t5), row + 2 * pixel)
        dx.store(dx.lanes(2 * row).addingProduct(g, t6), 2 * row)
        dx.store(dx.lanes(2 * row + pixel).addingProduct(g, t7), 2 * row + pixel)
        dx.store(dx.lanes(2 * row + 2 * pixel).addingProduct(g, t8), 2 * row + 2 * pixel)
    }

    /// sum + the kernel laid on single pixels: one output of some filters on one input channel.
    @inline(__always)
    func answer(_ sum: Lanes, on x: UnsafeMutablePointer<Float>, row: Int) -> Lanes {
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

    /// Every tap += g * (the single pixel under it), for as many filters at once.
    @inline(__always)
    mutating func learn(_ g: Lanes, fromPixels x: UnsafeMutablePointer<Float>, row: Int) {
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
