/// Four rows of answers at once, from rows of floats that the kernel lies on.
///
/// Each answer is one sum, begun with its first product, to which the others are added with one rounding each. Nothing
/// of this depends on where the pixel lies or on who computes it, so neither do the bits.
protocol FloatCorrelator: Sendable {
    /// The kernel's size.
    var rows: Int { get }
    /// The kernel's size.
    var columns: Int { get }

    /// - Parameters:
    ///   - lines: `rows` + 3 lines, each from under the kernel's leftmost weight for the first answer.
    ///   - count: answers in a row; up to fifteen more are written.
    ///   - targets: four rows of answers.
    ///   - work: room for eight times as many floats as a line has.
    func answer(
        _ lines: UnsafePointer<UnsafePointer<Float>>, count: Int,
        to targets: UnsafePointer<UnsafeMutablePointer<Float>>, work: UnsafeMutablePointer<Float>)
}

/// The rows of answers that a ``FloatCorrelator`` makes at once: each row under the kernel is then read for four of
/// them.
let rowsAtOnce = 4

/// ThreeVectors weights side by side or one below the other, each in all lanes.
struct ThreeVectors {
    let (a, b, c): (Vector, Vector, Vector)

    @inline(__always)
    init(_ weights: [Float], _ i: Int = 0) {
        (a, b, c) = (
            Vector(repeating: weights[i]), Vector(repeating: weights[i + 1]), Vector(repeating: weights[i + 2])
        )
    }

    /// The products with the pixels from `x` on, added up.
    @inline(__always)
    func sum(_ x: UnsafePointer<Float>) -> Vector {
        (a * x.vector(0)).addingProduct(b, x.vector(1)).addingProduct(c, x.vector(2))
    }
}

/// A kernel of 3 x 3.
struct ThreeByThree: FloatCorrelator {
    let weights: [Float]
    var rows: Int { 3 }
    var columns: Int { 3 }

    func answer(
        _ lines: UnsafePointer<UnsafePointer<Float>>, count: Int,
        to targets: UnsafePointer<UnsafeMutablePointer<Float>>, work: UnsafeMutablePointer<Float>
    ) {
        let (top, middle, bottom) = (ThreeVectors(weights), ThreeVectors(weights, 3), ThreeVectors(weights, 6))
        let (l0, l1, l2, l3, l4, l5) = (lines[0], lines[1], lines[2], lines[3], lines[4], lines[5])
        let (t0, t1, t2, t3) = (targets[0], targets[1], targets[2], targets[3])
        for column in stride(from: 0, to: count, by: 16) {
            let x0 = Pixels3(l0 + column)
            let x1 = Pixels3(l1 + column)
            let x2 = Pixels3(l2 + column)
            t0.store(x2.add(bottom, to: x1.add(middle, to: x0.product(top))), column)
            let x3 = Pixels3(l3 + column)
            t1.store(x3.add(bottom, to: x2.add(middle, to: x1.product(top))), column)
            let x4 = Pixels3(l4 + column)
            t2.store(x4.add(bottom, to: x3.add(middle, to: x2.product(top))), column)
            let x5 = Pixels3(l5 + column)
            t3.store(x5.add(bottom, to: x4.add(middle, to: x3.product(top))), column)
        }
    }
}

/// A row of pixels at three places, one apart.
private struct Pixels3 {
    let (a, b, c): (Vector, Vector, Vector)

    @inline(__always)
    init(_ x: UnsafePointer<Float>) { (a, b, c) = (x.vector(0), x.vector(1), x.vector(2)) }

    @inline(__always)
    func product(_ weights: ThreeVectors) -> Vector {
        (weights.a * a).addingProduct(weights.b, b).addingProduct(weights.c, c)
    }

    @inline(__always)
    func add(_ weights: ThreeVectors, to sum: Vector) -> Vector {
        sum.addingProduct(weights.a, a).addingProduct(weights.b, b).addingProduct(weights.c, c)
    }
}

/// A kernel of 3 x 3 that is a column times a row: first the row, then the column.
struct SeparableThree: FloatCorrelator {
    let column: [Float]
    let row: [Float]
    var rows: Int { 3 }
    var columns: Int { 3 }

    func answer(
        _ lines: UnsafePointer<UnsafePointer<Float>>, count: Int,
        to targets: UnsafePointer<UnsafeMutablePointer<Float>>, work: UnsafeMutablePointer<Float>
    ) {
        let (row, down) = (ThreeVectors(row), ThreeVectors(column))
        let (l0, l1, l2, l3, l4, l5) = (lines[0], lines[1], lines[2], lines[3], lines[4], lines[5])
        let (t0, t1, t2, t3) = (targets[0], targets[1], targets[2], targets[3])
        for column in stride(from: 0, to: count, by: 16) {
            let x0 = row.sum(l0 + column)
            let x1 = row.sum(l1 + column)
            let x2 = row.sum(l2 + column)
            t0.store((down.a * x0).addingProduct(down.b, x1).addingProduct(down.c, x2), column)
            let x3 = row.sum(l3 + column)
            t1.store((down.a * x1).addingProduct(down.b, x2).addingProduct(down.c, x3), column)
            let x4 = row.sum(l4 + column)
            t2.store((down.a * x2).addingProduct(down.b, x3).addingProduct(down.c, x4), column)
            let x5 = row.sum(l5 + column)
            t3.store((down.a * x3).addingProduct(down.b, x4).addingProduct(down.c, x5), column)
        }
    }
}
