/// A kernel of any size: thirty-two answers in each of four rows at a time, so that each pixel and each weight that is
/// read serves several sums.
struct AnySize: FloatCorrelator {
    let rows: Int
    let columns: Int
    let weights: [Float]

    func answer(
        _ lines: UnsafePointer<UnsafePointer<Float>>, count: Int,
        to targets: UnsafePointer<UnsafeMutablePointer<Float>>, work: UnsafeMutablePointer<Float>
    ) {
        weights.withUnsafeBufferPointer { weights in
            guard let weights = weights.baseAddress else { return }
            for column in stride(from: 0, to: count, by: 32) {
                var (s0, s1, s2, s3) = (Pair(), Pair(), Pair(), Pair())
                for i in 0..<(rows + 3) {
                    let x = lines[i] + column
                    // The row of weights that lies on this row of pixels, for the first of the four answers.
                    let w = weights + i * columns
                    if i >= 3 && i < rows {
                        let (w1, w2, w3) = (w - columns, w - 2 * columns, w - 3 * columns)
                        for j in 0..<columns {
                            let pixels = Pair(x + j)
                            s0.add(w[j], times: pixels)
                            s1.add(w1[j], times: pixels)
                            s2.add(w2[j], times: pixels)
                            s3.add(w3[j], times: pixels)
                        }
                    } else {
                        if i < rows { s0.add(w, times: x, columns) }
                        if i >= 1 && i <= rows { s1.add(w - columns, times: x, columns) }
                        if i >= 2 && i <= rows + 1 { s2.add(w - 2 * columns, times: x, columns) }
                        if i >= 3 { s3.add(w - 3 * columns, times: x, columns) }
                    }
                }
                let isWhole = column + 16 < count
                s0.store(targets[0] + column, isWhole: isWhole)
                s1.store(targets[1] + column, isWhole: isWhole)
                s2.store(targets[2] + column, isWhole: isWhole)
                s3.store(targets[3] + column, isWhole: isWhole)
            }
        }
    }
}

/// Thirty-two floats.
private struct Pair {
    var a = Vector.zero
    var b = Vector.zero

    @inline(__always)
    init() {}

    @inline(__always)
    init(_ floats: UnsafePointer<Float>) { (a, b) = (floats.vector(0), floats.vector(16)) }

    @inline(__always)
    mutating func add(_ weight: Float, times pixels: Pair) {
        let weight = Vector(repeating: weight)
        a.addProduct(weight, pixels.a)
        b.addProduct(weight, pixels.b)
    }

    /// One row of a kernel on one row of pixels.
    @inline(__always)
    mutating func add(_ weights: UnsafePointer<Float>, times pixels: UnsafePointer<Float>, _ count: Int) {
        for j in 0..<count { add(weights[j], times: Pair(pixels + j)) }
    }

    @inline(__always)
    func store(_ target: UnsafeMutablePointer<Float>, isWhole: Bool) {
        target.store(a, 0)
        if isWhole { target.store(b, 16) }
    }
}

/// A kernel of any size that is a column times a row: first the column, into a line of its own, then the row.
struct SeparableAnySize: FloatCorrelator {
    let column: [Float]
    let row: [Float]
    var rows: Int { column.count }
    var columns: Int { row.count }

    func answer(
        _ lines: UnsafePointer<UnsafePointer<Float>>, count: Int,
        to targets: UnsafePointer<UnsafeMutablePointer<Float>>, work: UnsafeMutablePointer<Float>
    ) {
        let pitch = (count + columns + 63) / 64 * 64
        sumColumns(lines, count: count + columns - 1, to: work, pitch: pitch)
        row.withUnsafeBufferPointer { weights in
            for i in 0..<rowsAtOnce {
                let (x, target) = (UnsafePointer(work + i * pitch), targets[i])
                for column in stride(from: 0, to: count, by: 32) {
                    var sums = Pair()
                    for j in 0..<weights.count { sums.add(weights[j], times: Pair(x + column + j)) }
                    sums.store(target + column, isWhole: column + 16 < count)
                }
            }
        }
    }

    private func sumColumns(
        _ lines: UnsafePointer<UnsafePointer<Float>>, count: Int, to work: UnsafeMutablePointer<Float>, pitch: Int
    ) {
        let rows = rows
        self.column.withUnsafeBufferPointer { weights in
            guard let weights = weights.baseAddress else { return }
            for column in stride(from: 0, to: count, by: 32) {
                var (s0, s1, s2, s3) = (Pair(), Pair(), Pair(), Pair())
                for i in 0..<(rows + 3) {
                    let x = Pair(lines[i] + column)
                    if i < rows { s0.add(weights[i], times: x) }
                    if i >= 1 && i <= rows { s1.add(weights[i - 1], times: x) }
                    if i >= 2 && i <= rows + 1 { s2.add(weights[i - 2], times: x) }
                    if i >= 3 { s3.add(weights[i - 3], times: x) }
                }
                s0.store(work + column, isWhole: true)
                s1.store(work + (pitch + column), isWhole: true)
                s2.store(work + (2 * pitch + column), isWhole: true)
                s3.store(work + (3 * pitch + column), isWhole: true)
            }
        }
    }
}
