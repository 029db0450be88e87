/// FiveVectors weights side by side or one below the other, each in all lanes.
private struct FiveVectors {
    let (a, b, c, d, e): (Vector, Vector, Vector, Vector, Vector)

    @inline(__always)
    init(_ weights: [Float], _ i: Int = 0) {
        a = Vector(repeating: weights[i])
        b = Vector(repeating: weights[i + 1])
        c = Vector(repeating: weights[i + 2])
        d = Vector(repeating: weights[i + 3])
        e = Vector(repeating: weights[i + 4])
    }

    /// A row of pixels at five places, one apart.
    @inline(__always)
    init(pixels x: UnsafePointer<Float>) {
        (a, b, c, d, e) = (x.vector(0), x.vector(1), x.vector(2), x.vector(3), x.vector(4))
    }

    @inline(__always)
    init(_ a: Vector, _ b: Vector, _ c: Vector, _ d: Vector, _ e: Vector) {
        (self.a, self.b, self.c, self.d, self.e) = (a, b, c, d, e)
    }

    @inline(__always)
    func product(_ x: FiveVectors) -> Vector {
        (a * x.a).addingProduct(b, x.b).addingProduct(c, x.c).addingProduct(d, x.d).addingProduct(e, x.e)
    }

    @inline(__always)
    func product(_ x: FiveVectors, addedTo sum: Vector) -> Vector {
        sum.addingProduct(a, x.a).addingProduct(b, x.b).addingProduct(c, x.c).addingProduct(d, x.d)
            .addingProduct(e, x.e)
    }
}

/// A kernel of 5 x 5.
struct FiveByFive: FloatCorrelator {
    let weights: [Float]
    var rows: Int { 5 }
    var columns: Int { 5 }

    func answer(
        _ lines: UnsafePointer<UnsafePointer<Float>>, count: Int,
        to targets: UnsafePointer<UnsafeMutablePointer<Float>>, work: UnsafeMutablePointer<Float>
    ) {
        let (w0, w1, w2) = (FiveVectors(weights), FiveVectors(weights, 5), FiveVectors(weights, 10))
        let (w3, w4) = (FiveVectors(weights, 15), FiveVectors(weights, 20))
        let (l0, l1, l2, l3, l4) = (lines[0], lines[1], lines[2], lines[3], lines[4])
        let (l5, l6, l7) = (lines[5], lines[6], lines[7])
        let (t0, t1, t2, t3) = (targets[0], targets[1], targets[2], targets[3])
        for column in stride(from: 0, to: count, by: 16) {
            // Each row of pixels is read once and serves up to four sums.
            var x = FiveVectors(pixels: l0 + column)
            var s0 = w0.product(x)
            x = FiveVectors(pixels: l1 + column)
            s0 = w1.product(x, addedTo: s0)
            var s1 = w0.product(x)
            x = FiveVectors(pixels: l2 + column)
            s0 = w2.product(x, addedTo: s0)
            s1 = w1.product(x, addedTo: s1)
            var s2 = w0.product(x)
            x = FiveVectors(pixels: l3 + column)
            s0 = w3.product(x, addedTo: s0)
            s1 = w2.product(x, addedTo: s1)
            s2 = w1.product(x, addedTo: s2)
            var s3 = w0.product(x)
            x = FiveVectors(pixels: l4 + column)
            t0.store(w4.product(x, addedTo: s0), column)
            s1 = w3.product(x, addedTo: s1)
            s2 = w2.product(x, addedTo: s2)
            s3 = w1.product(x, addedTo: s3)
            x = FiveVectors(pixels: l5 + column)
            t1.store(w4.product(x, addedTo: s1), column)
            s2 = w3.product(x, addedTo: s2)
            s3 = w2.product(x, addedTo: s3)
            x = FiveVectors(pixels: l6 + column)
            t2.store(w4.product(x, addedTo: s2), column)
            s3 = w3.product(x, addedTo: s3)
            t3.store(w4.product(FiveVectors(pixels: l7 + column), addedTo: s3), column)
        }
    }
}

/// A kernel of 5 x 5 that is a column times a row: first the row, then the column.
struct SeparableFive: FloatCorrelator {
    let column: [Float]
    let row: [Float]
    var rows: Int { 5 }
    var columns: Int { 5 }

    func answer(
        _ lines: UnsafePointer<UnsafePointer<Float>>, count: Int,
        to targets: UnsafePointer<UnsafeMutablePointer<Float>>, work: UnsafeMutablePointer<Float>
    ) {
        let (across, down) = (FiveVectors(row), FiveVectors(column))
        let (l0, l1, l2, l3, l4) = (lines[0], lines[1], lines[2], lines[3], lines[4])
        let (l5, l6, l7) = (lines[5], lines[6], lines[7])
        let (t0, t1, t2, t3) = (targets[0], targets[1], targets[2], targets[3])
        for column in stride(from: 0, to: count, by: 16) {
            let x0 = across.product(FiveVectors(pixels: l0 + column))
            let x1 = across.product(FiveVectors(pixels: l1 + column))
            let x2 = across.product(FiveVectors(pixels: l2 + column))
            let x3 = across.product(FiveVectors(pixels: l3 + column))
            let x4 = across.product(FiveVectors(pixels: l4 + column))
            t0.store(down.product(FiveVectors(x0, x1, x2, x3, x4)), column)
            let x5 = across.product(FiveVectors(pixels: l5 + column))
            t1.store(down.product(FiveVectors(x1, x2, x3, x4, x5)), column)
            let x6 = across.product(FiveVectors(pixels: l6 + column))
            t2.store(down.product(FiveVectors(x2, x3, x4, x5, x6)), column)
            let x7 = across.product(FiveVectors(pixels: l7 + column))
            t3.store(down.product(FiveVectors(x3, x4, x5, x6, x7)), column)
        }
    }
}
