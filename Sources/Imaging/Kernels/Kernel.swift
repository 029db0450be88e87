/// A small matrix of weights that is laid on a picture, pixel after pixel.
public struct Kernel: Equatable, Sendable {
    /// The name that people type: `sobel-x`.
    public let id: String
    /// Rows of weights.
    public let rows: Int
    /// Weights in a row.
    public let columns: Int
    /// `rows` rows of `columns` numbers.
    public let weights: [Float]

    /// - Precondition: there are `rows * columns` weights, and at least one.
    public init(id: String, rows: Int, columns: Int, weights: [Float]) {
        precondition(rows > 0 && columns > 0, "a kernel of \(rows) x \(columns)")
        precondition(weights.count == rows * columns, "\(weights.count) weights for \(rows) x \(columns)")
        self.id = id
        self.rows = rows
        self.columns = columns
        self.weights = weights
    }

    /// A kernel written out as a matrix.
    ///
    /// - Precondition: all rows have the same length, and there is at least one weight.
    public init(id: String, _ matrix: [[Float]]) {
        let columns = matrix.first?.count ?? 0
        precondition(matrix.allSatisfy { $0.count == columns }, "rows of different lengths")
        self.init(id: id, rows: matrix.count, columns: columns, weights: Array(matrix.joined()))
    }

    /// The weight in one row and column, both counted from 0 at the top left.
    public subscript(row: Int, column: Int) -> Float {
        precondition(row >= 0 && row < rows && column >= 0 && column < columns, "(\(row), \(column)) of \(id)")
        return weights[row * columns + column]
    }

    /// The kernel turned by half a turn: rows from the bottom, columns from the right.
    ///
    /// Correlating with the flipped kernel is what mathematics calls convolution.
    public var flipped: Kernel {
        Kernel(id: id, rows: rows, columns: columns, weights: weights.reversed())
    }

    /// The sum of the weights: 1 keeps the brightness of a picture, 0 answers nothing where it is even.
    public var sum: Float { weights.reduce(0, +) }
}
