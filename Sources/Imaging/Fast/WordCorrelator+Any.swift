/// A kernel of any size, or one that is a column times a row.
struct AnySizeWords<Sum: Word>: WordCorrelator {
    let rows: Int
    let columns: Int
    /// Of the whole kernel, or of its row.
    private let weights: [Sum]
    /// Of its column, where it has one.
    private let column: [Sum]?

    init(_ kernel: FixedPointKernel) {
        rows = kernel.rows
        columns = kernel.columns
        let factors = kernel.factors
        weights = (factors?.row ?? kernel.weights).map { Sum(truncatingIfNeeded: $0) }
        column = factors?.column.map { Sum(truncatingIfNeeded: $0) }
    }

    func answer<Target: WordTarget>(
        _ lines: UnsafePointer<UnsafePointer<UInt8>>, count: Int, scale: Scale<Sum>,
        to target: UnsafeMutablePointer<Target>, work: UnsafeMutablePointer<Sum>
    ) {
        let length = count + columns - 1
        // Sums of columns, where the kernel has one, then the answers' own sums.
        let (below, sums) = (work, work + length)
        sums.update(repeating: 0, count: count)
        if let column {
            below.update(repeating: 0, count: length)
            for i in 0..<rows { Self.add(column[i], times: lines[i], to: below, count: length) }
            for j in 0..<columns { Self.add(weights[j], times: UnsafePointer(below + j), to: sums, count: count) }
        } else {
            for i in 0..<rows {
                for j in 0..<columns {
                    Self.add(weights[i * columns + j], times: lines[i] + j, to: sums, count: count)
                }
            }
        }
        for i in 0..<count { target[i] = scale.answer(sums[i]) }
    }

    @inline(__always)
    private static func add<Number: FixedWidthInteger>(
        _ weight: Sum, times numbers: UnsafePointer<Number>, to sums: UnsafeMutablePointer<Sum>, count: Int
    ) {
        guard weight != 0 else { return }
        for i in 0..<count { sums[i] = sums[i] &+ weight &* Sum(truncatingIfNeeded: numbers[i]) }
    }
}
