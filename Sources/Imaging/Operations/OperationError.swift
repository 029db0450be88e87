/// Something that was asked of a picture and can't be done with it.
public enum OperationError: Error, Equatable, CustomStringConvertible {
    /// The kernel is larger than the picture and may not reach beyond it.
    case kernelDoesNotFit(Kernel, width: Int, height: Int)
    /// A pooling window is larger than the picture.
    case windowDoesNotFit(Int, width: Int, height: Int)
    /// A number has left the range of floats.
    case notFinite
    /// A pixel that the answer does not have.
    case noPixel(row: Int, column: Int, rows: Int, columns: Int)

    /// What is wrong, and what to do.
    public var description: String {
        switch self {
        case .kernelDoesNotFit(let kernel, let width, let height):
            "a kernel of \(kernel.rows) x \(kernel.columns) does not fit into a picture of \(width) x \(height) "
                + "pixels; with the border zero, replicate or reflect it may reach beyond"
        case .windowDoesNotFit(let side, let width, let height):
            "a window of \(side) x \(side) does not fit into a picture of \(width) x \(height) pixels; "
                + "take a smaller one"
        case .notFinite:
            "an answer is too large for a number of 32 bits; take smaller weights or a larger divisor"
        case .noPixel(let row, let column, let rows, let columns):
            "there is no pixel in row \(row), column \(column); the answer has rows 0 to \(rows - 1) and columns "
                + "0 to \(columns - 1)"
        }
    }
}
