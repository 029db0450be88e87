/// A kernel of any size: some answers in each of four rows at a time, so that each pixel and each weight that is
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
            for column in stride(from: 0, to: count, by: Pair.count) {
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
                let left = count - column
                s0.store(targets[0] + column, count: left)
                s1.store(targets[1] + column, count: left)
                s2.store(targets[2] + column, count: left)
                s3.store(targets[3] + column, count: left)
            }
        }
    }
}

/// As many floats as four pairs of registers hold while others are left for pixels and weights: a pair for each row of
/// answers. Their number has no say in the bits.
private struct Pair {
    #if AVX512
        typealias Half = SIMD16<Float>
    #else
        typealias Half = SIMD8<Float>
    #endif

    var a = Half.zero
    var b = Half.zero

    /// Floats in both.
    static var count: Int { 2 * Half.scalarCount }

    @inline(__always)
    init() {}

    @inline(__always)
    init(_ floats: UnsafePointer<Float>) {
        let floats = UnsafeRawPointer(floats)
        a = floats.loadUnaligned(as: Half.self)
        b = floats.loadUnaligned(fromByteOffset: MemoryLayout<Half>.size, as: Half.self)
    }

    @inline(__always)
    mutating func add(_ weight: Float, times pixels: Pair) {
        let weight = Half(repeating: weight)
        a.addProduct(weight, pixels.a)
        b.addProduct(weight, pixels.b)
    }

    /// One row of a kernel on one row of pixels.
    @inline(__always)
    mutating func add(_ weights: UnsafePointer<Float>, times pixels: UnsafePointer<Float>, _ count: Int) {
        for j in 0..<count { add(weights[j], times: Pair(pixels + j)) }
    }

    /// - Parameter count: how many are wanted; behind them up to fifteen more may be written.
    @inline(__always)
    func store(_ target: UnsafeMutablePointer<Float>, count: Int) {
        let target = UnsafeMutableRawPointer(target)
        target.storeBytes(of: a, as: Half.self)
        if count > Half.scalarCount {
            target.storeBytes(of: b, toByteOffset: MemoryLayout<Half>.size, as: Half.self)
        }
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
                for column in stride(from: 0, to: count, by: Pair.count) {
                    var sums = Pair()
                    for j in 0..<weights.count { sums.add(weights[j], times: Pair(x + column + j)) }
                    sums.store(target + column, count: count - column)
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
            for column in stride(from: 0, to: count, by: Pair.count) {
                var (s0, s1, s2, s3) = (Pair(), Pair(), Pair(), Pair())
                for i in 0..<(rows + 3) {
                    let x = Pair(lines[i] + column)
                    if i < rows { s0.add(weights[i], times: x) }
                    if i >= 1 && i <= rows { s1.add(weights[i - 1], times: x) }
                    if i >= 2 && i <= rows + 1 { s2.add(weights[i - 2], times: x) }
                    if i >= 3 { s3.add(weights[i - 3], times: x) }
                }
                s0.store(work + column, count: Pair.count)
                s1.store(work + (pitch + column), count: Pair.count)
                s2.store(work + (2 * pitch + column), count: Pair.count)
                s3.store(work + (3 * pitch + column), count: Pair.count)
            }
        }
    }
}
