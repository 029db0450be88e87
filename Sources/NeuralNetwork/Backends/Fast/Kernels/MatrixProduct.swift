/// A matrix in memory: from one row to the next, and from one column to the next. Swapping the two turns it.
struct Strided {
    let start: UnsafeMutablePointer<Float>
    let row: Int
    let column: Int
}

/// C = A B for all products of the engine.
///
/// Libraries copy their factors before they multiply, which pays for large matrices; those of a shard are small. Here
/// B is read where it lies, a tile's columns at a time, and A number by number in any order of memory: so the same
/// loop serves a layer's answer (A = images), its kernel's gradient (A = images, turned) and its input's gradient
/// (A = kernel; B = gradient, turned).
///
/// Each number of C is one sum, from its start, in the order of the depth, every product added with one rounding: so
/// the bits do not depend on how the work is cut into tiles.
final class MatrixProduct {
    /// Columns that don't fill a vector are copied to where they do.
    private let tail: Buffer
    /// Some rows of their answers.
    private let sums = Buffer(block * 16)
    private static let block = 12

    /// Where the sums of C start.
    enum Start {
        case zero
        /// With one number for each column.
        case row(UnsafeMutablePointer<Float>)
        /// With what C holds.
        case kept
    }

    /// - Parameter depth: the longest sum that will be asked for where the columns are no multiple of sixteen.
    init(depth: Int) { tail = Buffer(depth * 16) }

    /// Overwrites C, or adds to it.
    ///
    /// - Parameters:
    ///   - b: depth x columns; its rows may be apart, its columns not. The same holds for C.
    func run(
        rows: Int, columns: Int, depth: Int, _ a: Strided, _ b: UnsafeMutablePointer<Float>, bRow: Int,
        start: Start = .zero, to c: UnsafeMutablePointer<Float>, cRow: Int
    ) {
        let whole = columns / 16 * 16
        Self.runWhole(rows: rows, columns: whole, depth: depth, a, b, bRow: bRow, start: start, to: c, cRow: cRow)
        let rest = columns - whole
        guard rest > 0 else { return }
        for k in 0..<depth { (tail.start + k * 16).update(from: b + k * bRow + whole, count: rest) }
        for row in stride(from: 0, to: rows, by: Self.block) {
            let (part, target) = (min(Self.block, rows - row), c + row * cRow + whole)
            for i in 0..<part {
                switch start {
                case .zero: (sums.start + i * 16).update(repeating: 0, count: rest)
                case .row(let row): (sums.start + i * 16).update(from: row + whole, count: rest)
                case .kept: (sums.start + i * 16).update(from: target + i * cRow, count: rest)
                }
            }
            Self.runWhole(
                rows: part, columns: 16, depth: depth, a.from(row), tail.start, bRow: 16, start: .kept, to: sums.start,
                cRow: 16)
            for i in 0..<part { (target + i * cRow).update(from: sums.start + i * 16, count: rest) }
        }
    }

    /// The same where the columns are a multiple of sixteen.
    static func runWhole(
        rows: Int, columns: Int, depth: Int, _ a: Strided, _ b: UnsafeMutablePointer<Float>, bRow: Int,
        start: Start = .zero, to c: UnsafeMutablePointer<Float>, cRow: Int
    ) {
        var column = 0
        #if AVX512
            while column + 32 <= columns {
                var row = 0
                let part = Part<VectorPair>(a, b, bRow, depth, start, c, cRow, column)
                while row + 8 <= rows { row = part.run(EightRows.self, row) }
                while row + 4 <= rows { row = part.run(FourRows.self, row) }
                while row < rows { row = part.run(OneRow.self, row) }
                column += 32
            }
        #endif
        while column < columns {
            var row = 0
            let part = Part<Vector>(a, b, bRow, depth, start, c, cRow, column)
            // Fours where sixes would leave two rows: a row alone waits for itself.
            let sixes = rows % 6 == 2 && rows >= 8 ? (rows - 8) / 6 : rows / 6
            for _ in 0..<sixes { row = part.run(SixRows.self, row) }
            while row + 4 <= rows { row = part.run(FourRows.self, row) }
            while row < rows { row = part.run(OneRow.self, row) }
            column += 16
        }
    }
}

extension Strided {
    /// The matrix without its first rows.
    @inline(__always)
    func from(_ row: Int) -> Strided { Strided(start: start + row * self.row, row: self.row, column: column) }
}

/// One column of tiles of a product.
private struct Part<Row: TileRow> {
    let a: Strided
    let b: UnsafeMutablePointer<Float>
    let bRow: Int
    let depth: Int
    let start: MatrixProduct.Start
    let c: UnsafeMutablePointer<Float>
    let cRow: Int

    @inline(__always)
    init(
        _ a: Strided, _ b: UnsafeMutablePointer<Float>, _ bRow: Int, _ depth: Int, _ start: MatrixProduct.Start,
        _ c: UnsafeMutablePointer<Float>, _ cRow: Int, _ column: Int
    ) {
        self.a = a
        self.b = b + column
        self.bRow = bRow
        self.depth = depth
        if case .row(let row) = start { self.start = .row(row + column) } else { self.start = start }
        self.c = c + column
        self.cRow = cRow
    }

    /// Computes the tile that starts with a row and returns the row behind it.
    @inline(__always)
    func run<T: Tile>(_: T.Type, _ row: Int) -> Int where T.Row == Row {
        let target = c + row * cRow
        var tile =
            switch start {
            case .zero: T(repeating: Row())
            case .row(let row): T(repeating: Row(row))
            case .kept: T(target, row: cRow)
            }
        tile.add(a.from(row), b, bRow: bRow, depth: depth)
        tile.store(to: target, row: cRow)
        return row + T.rows
    }
}
