/// Columns of one row of a product, in registers: sixteen, or 32.
protocol TileRow {
    static var width: Int { get }
    init()
    init(_ source: UnsafeMutablePointer<Float>)
    /// self += factor * other, rounded once.
    mutating func add(_ factor: Float, times other: Self)
    func store(to target: UnsafeMutablePointer<Float>)
}

extension Vector: TileRow {
    static var width: Int { 16 }

    @inline(__always)
    init(_ source: UnsafeMutablePointer<Float>) { self = source.vector(0) }

    @inline(__always)
    func store(to target: UnsafeMutablePointer<Float>) { target.store(self, 0) }
}

/// Two vectors side by side.
struct VectorPair: TileRow {
    static var width: Int { 32 }
    private var left = Vector()
    private var right = Vector()

    @inline(__always) init() {}

    @inline(__always)
    init(_ source: UnsafeMutablePointer<Float>) { (left, right) = (source.vector(0), source.vector(16)) }

    @inline(__always)
    mutating func add(_ factor: Float, times other: VectorPair) {
        left.add(factor, times: other.left)
        right.add(factor, times: other.right)
    }

    @inline(__always)
    func store(to target: UnsafeMutablePointer<Float>) {
        target.store(left, 0)
        target.store(right, 16)
    }
}

/// Rows and columns of a product that stay in registers while its factors run through.
///
/// Enough independent sums keep the multipliers busy while each waits for its last addition; too many don't fit.
/// AVX-512 has 32 registers of sixteen floats, NEON 32 of four, AVX2 sixteen of eight. Every number is the same sum in
/// the same order whatever the tile, so its shape may follow the processor and the bits don't.
protocol Tile {
    associatedtype Row: TileRow
    static var rows: Int { get }
    /// All rows alike, or zero.
    init(repeating row: Row)
    /// The rows that stand at `source`, `row` floats apart.
    init(_ source: UnsafeMutablePointer<Float>, row: Int)
    /// Every row += its number of a column of A * a row of B.
    mutating func add(_ column: UnsafeMutablePointer<Float>, row: Int, times b: Row)
    func store(to target: UnsafeMutablePointer<Float>, row: Int)
}

extension Tile {
    /// Adds the product of A, as many rows as the tile has, and B, as many columns, over `depth`.
    @inline(__always)
    mutating func add(_ a: Strided, _ b: UnsafeMutablePointer<Float>, bRow: Int, depth: Int) {
        var (column, b) = (a.start, b)
        for _ in 0..<depth {
            add(column, row: a.row, times: Row(b))
            column += a.column
            b += bRow
        }
    }
}

struct OneRow<Row: TileRow>: Tile {
    static var rows: Int { 1 }
    private var r0: Row

    @inline(__always)
    init(repeating row: Row) { r0 = row }

    @inline(__always)
    init(_ source: UnsafeMutablePointer<Float>, row: Int) { r0 = Row(source) }

    @inline(__always)
    mutating func add(_ column: UnsafeMutablePointer<Float>, row: Int, times b: Row) { r0.add(column[0], times: b) }

    @inline(__always)
    func store(to target: UnsafeMutablePointer<Float>, row: Int) { r0.store(to: target) }
}

struct FourRows<Row: TileRow>: Tile {
    static var rows: Int { 4 }
    private var r0, r1, r2, r3: Row

    @inline(__always)
    init(repeating row: Row) { (r0, r1, r2, r3) = (row, row, row, row) }

    @inline(__always)
    init(_ source: UnsafeMutablePointer<Float>, row: Int) {
        (r0, r1) = (Row(source), Row(source + row))
        (r2, r3) = (Row(source + 2 * row), Row(source + 3 * row))
    }

    @inline(__always)
    mutating func add(_ column: UnsafeMutablePointer<Float>, row: Int, times b: Row) {
        r0.add(column[0], times: b)
        r1.add(column[row], times: b)
        r2.add(column[2 * row], times: b)
        r3.add(column[3 * row], times: b)
    }

    @inline(__always)
    func store(to target: UnsafeMutablePointer<Float>, row: Int) {
        r0.store(to: target)
        r1.store(to: target + row)
        r2.store(to: target + 2 * row)
        r3.store(to: target + 3 * row)
    }
}

struct SixRows<Row: TileRow>: Tile {
    static var rows: Int { 6 }
    private var r0, r1, r2, r3, r4, r5: Row

    @inline(__always)
    init(repeating row: Row) { (r0, r1, r2, r3, r4, r5) = (row, row, row, row, row, row) }

    @inline(__always)
    init(_ source: UnsafeMutablePointer<Float>, row: Int) {
        (r0, r1, r2) = (Row(source), Row(source + row), Row(source + 2 * row))
        (r3, r4, r5) = (Row(source + 3 * row), Row(source + 4 * row), Row(source + 5 * row))
    }

    @inline(__always)
    mutating func add(_ column: UnsafeMutablePointer<Float>, row: Int, times b: Row) {
        let fourth = column + 3 * row
        r0.add(column[0], times: b)
        r1.add(column[row], times: b)
        r2.add(column[2 * row], times: b)
        r3.add(fourth[0], times: b)
        r4.add(fourth[row], times: b)
        r5.add(fourth[2 * row], times: b)
    }

    @inline(__always)
    func store(to target: UnsafeMutablePointer<Float>, row: Int) {
        r0.store(to: target)
        r1.store(to: target + row)
        r2.store(to: target + 2 * row)
        r3.store(to: target + 3 * row)
        r4.store(to: target + 4 * row)
        r5.store(to: target + 5 * row)
    }
}

struct EightRows<Row: TileRow>: Tile {
    static var rows: Int { 8 }
    private var upper: FourRows<Row>
    private var lower: FourRows<Row>

    @inline(__always)
    init(repeating row: Row) { (upper, lower) = (FourRows(repeating: row), FourRows(repeating: row)) }

    @inline(__always)
    init(_ source: UnsafeMutablePointer<Float>, row: Int) {
        (upper, lower) = (FourRows(source, row: row), FourRows(source + 4 * row, row: row))
    }

    @inline(__always)
    mutating func add(_ column: UnsafeMutablePointer<Float>, row: Int, times b: Row) {
        upper.add(column, row: row, times: b)
        lower.add(column + 4 * row, row: row, times: b)
    }

    @inline(__always)
    func store(to target: UnsafeMutablePointer<Float>, row: Int) {
        upper.store(to: target, row: row)
        lower.store(to: target + 4 * row, row: row)
    }
}
