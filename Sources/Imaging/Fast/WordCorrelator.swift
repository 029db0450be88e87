/// A row of answers from rows of bytes that the kernel lies on, in whole numbers.
///
/// The loops are written number by number: the compiler makes vectors of them, and of whole numbers better ones than of
/// the language's own vector types.
protocol WordCorrelator: Sendable {
    /// What sums are kept in.
    associatedtype Sum: Word

    /// The kernel's size.
    var rows: Int { get }
    /// The kernel's size.
    var columns: Int { get }

    /// - Parameters:
    ///   - lines: `rows` lines, each from under the kernel's leftmost weight for the first answer.
    ///   - count: answers in the row.
    ///   - scale: what becomes of the sums.
    ///   - work: room for as many sums as a line has bytes.
    func answer<Target: WordTarget>(
        _ lines: UnsafePointer<UnsafePointer<UInt8>>, count: Int, scale: Scale<Sum>,
        to target: UnsafeMutablePointer<Target>, work: UnsafeMutablePointer<Sum>)
}

/// Division by a power of two; halves are rounded up.
struct Scale<Sum: Word>: Sendable {
    let half: Sum
    let shift: Sum

    @inline(__always)
    func answer<Target: WordTarget>(_ sum: Sum) -> Target { Target.clipped((sum &+ half) &>> shift) }
}

/// Three weights, and what three numbers add up to with them.
struct Three<Sum: Word>: Sendable {
    let (a, b, c): (Sum, Sum, Sum)

    init(_ weights: [Int32], _ i: Int = 0) {
        (a, b, c) = (
            Sum(truncatingIfNeeded: weights[i]), Sum(truncatingIfNeeded: weights[i + 1]),
            Sum(truncatingIfNeeded: weights[i + 2])
        )
    }

    @inline(__always)
    func sum(_ x: Sum, _ y: Sum, _ z: Sum) -> Sum { a &* x &+ b &* y &+ c &* z }

    /// Of three neighbours.
    @inline(__always)
    func sum<Number: FixedWidthInteger>(_ x: UnsafePointer<Number>, _ i: Int) -> Sum {
        sum(Sum(truncatingIfNeeded: x[i]), Sum(truncatingIfNeeded: x[i &+ 1]), Sum(truncatingIfNeeded: x[i &+ 2]))
    }
}

/// Five weights, and what five numbers add up to with them.
struct Five<Sum: Word>: Sendable {
    let (a, b, c, d, e): (Sum, Sum, Sum, Sum, Sum)

    init(_ weights: [Int32], _ i: Int = 0) {
        a = Sum(truncatingIfNeeded: weights[i])
        b = Sum(truncatingIfNeeded: weights[i + 1])
        c = Sum(truncatingIfNeeded: weights[i + 2])
        d = Sum(truncatingIfNeeded: weights[i + 3])
        e = Sum(truncatingIfNeeded: weights[i + 4])
    }

    @inline(__always)
    func sum(_ v: Sum, _ w: Sum, _ x: Sum, _ y: Sum, _ z: Sum) -> Sum {
        (a &* v &+ b &* w) &+ (c &* x &+ d &* y) &+ e &* z
    }

    /// Of five neighbours.
    @inline(__always)
    func sum<Number: FixedWidthInteger>(_ x: UnsafePointer<Number>, _ i: Int) -> Sum {
        sum(
            Sum(truncatingIfNeeded: x[i]), Sum(truncatingIfNeeded: x[i &+ 1]), Sum(truncatingIfNeeded: x[i &+ 2]),
            Sum(truncatingIfNeeded: x[i &+ 3]), Sum(truncatingIfNeeded: x[i &+ 4]))
    }
}

/// A kernel of 3 x 3 that is a column times a row: first the column, then the row.
struct SeparableThreeWords<Sum: Word>: WordCorrelator {
    let column: Three<Sum>
    let row: Three<Sum>
    var rows: Int { 3 }
    var columns: Int { 3 }

    func answer<Target: WordTarget>(
        _ lines: UnsafePointer<UnsafePointer<UInt8>>, count: Int, scale: Scale<Sum>,
        to target: UnsafeMutablePointer<Target>, work: UnsafeMutablePointer<Sum>
    ) {
        let (l0, l1, l2) = (lines[0], lines[1], lines[2])
        for i in 0..<(count + 2) {
            work[i] = column.sum(
                Sum(truncatingIfNeeded: l0[i]), Sum(truncatingIfNeeded: l1[i]), Sum(truncatingIfNeeded: l2[i]))
        }
        let sums = UnsafePointer(work)
        for i in 0..<count { target[i] = scale.answer(row.sum(sums, i)) }
    }
}

/// A kernel of 5 x 5 that is a column times a row: first the column, then the row.
struct SeparableFiveWords<Sum: Word>: WordCorrelator {
    let column: Five<Sum>
    let row: Five<Sum>
    var rows: Int { 5 }
    var columns: Int { 5 }

    func answer<Target: WordTarget>(
        _ lines: UnsafePointer<UnsafePointer<UInt8>>, count: Int, scale: Scale<Sum>,
        to target: UnsafeMutablePointer<Target>, work: UnsafeMutablePointer<Sum>
    ) {
        let (l0, l1, l2, l3, l4) = (lines[0], lines[1], lines[2], lines[3], lines[4])
        for i in 0..<(count + 4) {
            work[i] = column.sum(
                Sum(truncatingIfNeeded: l0[i]), Sum(truncatingIfNeeded: l1[i]), Sum(truncatingIfNeeded: l2[i]),
                Sum(truncatingIfNeeded: l3[i]), Sum(truncatingIfNeeded: l4[i]))
        }
        let sums = UnsafePointer(work)
        for i in 0..<count { target[i] = scale.answer(row.sum(sums, i)) }
    }
}

/// A kernel of 3 x 3.
struct ThreeByThreeWords<Sum: Word>: WordCorrelator {
    let (top, middle, bottom): (Three<Sum>, Three<Sum>, Three<Sum>)
    var rows: Int { 3 }
    var columns: Int { 3 }

    init(_ weights: [Int32]) { (top, middle, bottom) = (Three(weights), Three(weights, 3), Three(weights, 6)) }

    func answer<Target: WordTarget>(
        _ lines: UnsafePointer<UnsafePointer<UInt8>>, count: Int, scale: Scale<Sum>,
        to target: UnsafeMutablePointer<Target>, work: UnsafeMutablePointer<Sum>
    ) {
        let (l0, l1, l2) = (lines[0], lines[1], lines[2])
        for i in 0..<count { target[i] = scale.answer(top.sum(l0, i) &+ middle.sum(l1, i) &+ bottom.sum(l2, i)) }
    }
}
