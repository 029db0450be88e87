/// A matrix in memory: from one row to the next, and from one column to the next. Swapping the two turns it.
struct Strided {
    let start: UnsafeMutablePointer<Float>
    let row: Int
    let column: Int
}

/// C = A B for the three products of a dense layer.
///
/// Libraries copy their factors before they multiply, which pays for large matrices; those of a shard have sixteen
/// rows. Here B is read where it lies, sixteen columns at a time, and A number by number in any order of memory: so
/// the same loop serves a layer's answer (A = images), its kernel's gradient (A = images, turned) and its input's
/// gradient (A = kernel; B = gradient, turned).
final class MatrixProduct {
    /// Columns that don't fill a vector are copied to where they do.
    private let tail: Buffer

    /// - Parameter depth: the longest sum that will be asked for.
    init(depth: Int) { tail = Buffer(depth * 16) }

    /// Overwrites C; every row's sums start at `start`, or at zero.
    ///
    /// - Parameters:
    ///   - b: depth x columns; its rows may be apart, its columns not. The same holds for C.
    ///   - start: one number for each column of C.
    func run(
        rows: Int, columns: Int, depth: Int, _ a: Strided, _ b: UnsafeMutablePointer<Float>, bRow: Int,
        start: UnsafeMutablePointer<Float>? = nil, to c: UnsafeMutablePointer<Float>, cRow: Int
    ) {
        var column = 0
        if rows.isMultiple(of: 8) {
            while column + 32 <= columns {
                let (left, right) = (start?.vector(column) ?? Vector(), start?.vector(column + 16) ?? Vector())
                for row in stride(from: 0, to: rows, by: 8) {
                    let part = Strided(start: a.start + row * a.row, row: a.row, column: a.column)
                    WideTile(left, right, depth, part, b + column, bRow).store(c + row * cRow + column, cRow)
                }
                column += 32
            }
        }
        while column + 16 <= columns {
            run(
                rows, depth, a, b + column, bRow, start?.vector(column) ?? Vector(), c + column, cRow: cRow, width: 16)
            column += 16
        }
        let rest = columns - column
        guard rest > 0 else { return }
        for k in 0..<depth { (tail.start + k * 16).update(from: b + k * bRow + column, count: rest) }
        var first = Vector()
        if let start {
            for i in 0..<rest { first[i] = start[column + i] }
        }
        run(rows, depth, a, tail.start, 16, first, c + column, cRow: cRow, width: rest)
    }

    /// One column of tiles: eight rows at a time, then the rows that are left.
    private func run(
        _ rows: Int, _ depth: Int, _ a: Strided, _ b: UnsafeMutablePointer<Float>, _ bRow: Int, _ first: Vector,
        _ c: UnsafeMutablePointer<Float>, cRow: Int, width: Int
    ) {
        var row = 0
        while row + 8 <= rows {
            let tile = Tile(first, depth, Strided(start: a.start + row * a.row, row: a.row, column: a.column), b, bRow)
            tile.store(c + row * cRow, cRow, width)
            row += 8
        }
        for row in row..<rows {
            var sum = first
            for k in 0..<depth { sum.add(a.start[row * a.row + k * a.column], times: b.vector(k * bRow)) }
            Tile.store(sum, c + row * cRow, width)
        }
    }
}

/// Eight rows and sixteen columns of a product, in registers. Eight independent sums keep the multipliers busy
/// while each waits for its last addition.
private struct Tile {
    private var s0, s1, s2, s3, s4, s5, s6, s7: Vector

    @inline(__always)
    init(_ first: Vector, _ depth: Int, _ a: Strided, _ b: UnsafeMutablePointer<Float>, _ bRow: Int) {
        (s0, s1, s2, s3) = (first, first, first, first)
        (s4, s5, s6, s7) = (first, first, first, first)
        var (a0, b) = (a.start, b)
        for _ in 0..<depth {
            let row = b.vector(0)
            let a4 = a0 + 4 * a.row
            s0.add(a0[0], times: row)
            s1.add(a0[a.row], times: row)
            s2.add(a0[2 * a.row], times: row)
            s3.add(a0[3 * a.row], times: row)
            s4.add(a4[0], times: row)
            s5.add(a4[a.row], times: row)
            s6.add(a4[2 * a.row], times: row)
            s7.add(a4[3 * a.row], times: row)
            a0 += a.column
            b += bRow
        }
    }

    @inline(__always)
    func store(_ c: UnsafeMutablePointer<Float>, _ row: Int, _ width: Int) {
        Self.store(s0, c, width)
        Self.store(s1, c + row, width)
        Self.store(s2, c + 2 * row, width)
        Self.store(s3, c + 3 * row, width)
        Self.store(s4, c + 4 * row, width)
        Self.store(s5, c + 5 * row, width)
        Self.store(s6, c + 6 * row, width)
        Self.store(s7, c + 7 * row, width)
    }

    @inline(__always)
    static func store(_ sum: Vector, _ c: UnsafeMutablePointer<Float>, _ width: Int) {
        if width == 16 {
            c.store(sum, 0)
        } else {
            for i in 0..<width { c[i] = sum[i] }
        }
    }
}

/// Eight rows and 32 columns: sixteen sums for ten reads.
private struct WideTile {
    private var s0, s1, s2, s3, s4, s5, s6, s7: Vector
    private var t0, t1, t2, t3, t4, t5, t6, t7: Vector

    @inline(__always)
    init(
        _ left: Vector, _ right: Vector, _ depth: Int, _ a: Strided, _ b: UnsafeMutablePointer<Float>, _ bRow: Int
    ) {
        (s0, s1, s2, s3, s4, s5, s6, s7) = (left, left, left, left, left, left, left, left)
        (t0, t1, t2, t3, t4, t5, t6, t7) = (right, right, right, right, right, right, right, right)
        var (a0, b) = (a.start, b)
        for _ in 0..<depth {
            let (left, right) = (b.vector(0), b.vector(16))
            let a4 = a0 + 4 * a.row
            s0.add(a0[0], times: left)
            t0.add(a0[0], times: right)
            s1.add(a0[a.row], times: left)
            t1.add(a0[a.row], times: right)
            s2.add(a0[2 * a.row], times: left)
            t2.add(a0[2 * a.row], times: right)
            s3.add(a0[3 * a.row], times: left)
            t3.add(a0[3 * a.row], times: right)
            s4.add(a4[0], times: left)
            t4.add(a4[0], times: right)
            s5.add(a4[a.row], times: left)
            t5.add(a4[a.row], times: right)
            s6.add(a4[2 * a.row], times: left)
            t6.add(a4[2 * a.row], times: right)
            s7.add(a4[3 * a.row], times: left)
            t7.add(a4[3 * a.row], times: right)
            a0 += a.column
            b += bRow
        }
    }

    @inline(__always)
    func store(_ c: UnsafeMutablePointer<Float>, _ row: Int) {
        c.store(s0, 0)
        c.store(t0, 16)
        c.store(s1, row)
        c.store(t1, row + 16)
        c.store(s2, 2 * row)
        c.store(t2, 2 * row + 16)
        c.store(s3, 3 * row)
        c.store(t3, 3 * row + 16)
        c.store(s4, 4 * row)
        c.store(t4, 4 * row + 16)
        c.store(s5, 5 * row)
        c.store(t5, 5 * row + 16)
        c.store(s6, 6 * row)
        c.store(t6, 6 * row + 16)
        c.store(s7, 7 * row)
        c.store(t7, 7 * row + 16)
    }
}
