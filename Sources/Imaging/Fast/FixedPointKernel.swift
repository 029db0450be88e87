/// A kernel of whole numbers over a power of two: `gaussian5` is 1 4 6 4 1 times itself over 256. Sums of its products
/// with whole pixels are exact, whatever their order.
struct FixedPointKernel: Equatable, Sendable {
    let rows: Int
    let columns: Int
    /// The numerators.
    let weights: [Int32]
    /// The denominator is two to this power.
    let shift: Int

    /// - Returns: nil where some weight is no such number, or the sums for bytes don't fit into 32 bits.
    init?(_ kernel: Kernel) {
        rows = kernel.rows
        columns = kernel.columns
        guard let shift = kernel.binaryDigits else { return nil }
        self.shift = shift
        weights = kernel.weights.map { Int32($0 * Float(1 << shift)) }
        guard Int(clamping: sums.lowerBound) >= Int(Int32.min), sums.upperBound <= Int(Int32.max) else { return nil }
    }

    /// What is added before the shift, so that it rounds.
    var half: Int { shift == 0 ? 0 : 1 << (shift - 1) }

    /// Between which limits the sums for bytes lie, rounding included.
    var sums: ClosedRange<Int> {
        let negative = weights.reduce(0) { $0 + min(0, Int($1)) }
        let positive = weights.reduce(0) { $0 + max(0, Int($1)) }
        return (255 * negative)...(255 * positive + half)
    }

    /// The kernel as column times row, in whole numbers.
    var factors: (column: [Int32], row: [Int32])? {
        let kernel = Kernel(id: "", rows: rows, columns: columns, weights: weights.map(Float.init))
        guard let factors = SeparableKernel(kernel) else { return nil }
        return (factors.column.map(Int32.init), factors.row.map(Int32.init))
    }
}
