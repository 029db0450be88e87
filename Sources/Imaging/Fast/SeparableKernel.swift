/// A kernel that is the outer product of a column and a row: two passes of `rows` and `columns` weights then do what
/// one of `rows * columns` would.
struct SeparableKernel: Equatable, Sendable {
    let column: [Float]
    let row: [Float]

    /// How far a weight may be from the product, as a share of itself: twice the rounding that the two factors and
    /// their product have undergone where a kernel was made as one.
    private static let tolerance = 0x1p-22

    /// - Returns: nil where there is nothing to gain: the kernel is no product, is a row or a column already, or has
    ///   nothing but zeros; or where a weight is infinite or no number.
    init?(_ kernel: Kernel) {
        guard kernel.rows > 1, kernel.columns > 1, kernel.weights.allSatisfy(\.isFinite) else { return nil }
        // Beside the largest weight, no factor can lose digits.
        guard
            let largest = kernel.weights.indices.max(by: {
                kernel.weights[$0].magnitude < kernel.weights[$1].magnitude
            }), kernel.weights[largest] != 0
        else { return nil }
        let (pivotRow, pivotColumn) = largest.quotientAndRemainder(dividingBy: kernel.columns)
        var row = (0..<kernel.columns).map { kernel[pivotRow, $0] }
        let shift = kernel.binaryDigits
        if let shift {
            // In lowest terms the factors of whole numbers are whole, and all sums of whole pixels exact.
            let whole = row.map { Int($0.magnitude * Float(1 << shift)) }
            let divisor = Float(whole.reduce(0, Self.greatestDivisor))
            row = row.map { $0 * Float(1 << shift) / divisor }
        }
        let pivot = row[pivotColumn]
        let column = (0..<kernel.rows).map { kernel[$0, pivotColumn] / pivot }
        for i in 0..<kernel.rows {
            for j in 0..<kernel.columns {
                let (weight, product) = (Double(kernel[i, j]), Double(column[i]) * Double(row[j]))
                guard abs(weight - product) <= (shift == nil ? Self.tolerance * abs(weight) : 0) else { return nil }
            }
        }
        self.column = column
        self.row = row
    }

    private static func greatestDivisor(_ a: Int, _ b: Int) -> Int {
        var (a, b) = (a, b)
        while b != 0 { (a, b) = (b, a % b) }
        return a
    }
}

extension Kernel {
    /// How many digits behind the point all weights have at most when they are written in binary; nil where they are
    /// more than 16, or where a weight without its point has more than 23.
    var binaryDigits: Int? {
        (0...16).first { digits in
            weights.allSatisfy {
                let scaled = $0 * Float(1 << digits)
                return scaled == scaled.rounded() && scaled.magnitude < 0x1p23
            }
        }
    }
}
