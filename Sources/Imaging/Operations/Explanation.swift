/// How one number of a filtered picture comes about: the window under the kernel, the products, their sum.
public struct Explanation: Equatable, Sendable {
    /// The pixels under the kernel, as the border rule has them; the kernel's size.
    public let window: GrayImage
    /// The weights as they lie on the window.
    public let kernel: Kernel
    /// Weight times pixel, `kernel.rows` rows of `kernel.columns`.
    public let products: [[Float]]
    /// All products added up, row after row.
    public let sum: Float
    /// The sum, divided, and the bias added.
    public let answer: Float
}

extension PictureFilter {
    /// How the answer in one row and column comes about, by the formula as it is taught; one explanation a channel.
    ///
    /// - Parameters:
    ///   - row: of the answer, counted from 0 at the top; with the border `valid`, the picture's row of the window's
    ///     top.
    ///   - column: of the answer, counted from 0 at the left.
    /// - Throws: ``OperationError`` where there is no such pixel, or the kernel doesn't fit.
    public func explain(row: Int, column: Int, of picture: SourcePicture) throws(OperationError) -> [Explanation] {
        let isInside = border == .valid
        let rows = isInside ? outputSize(input: picture.height, kernel: kernel.rows) : picture.height
        let columns = isInside ? outputSize(input: picture.width, kernel: kernel.columns) : picture.width
        guard rows > 0, columns > 0 else {
            throw .kernelDoesNotFit(kernel, width: picture.width, height: picture.height)
        }
        guard (0..<rows).contains(row), (0..<columns).contains(column) else {
            throw .noPixel(row: row, column: column, rows: rows, columns: columns)
        }
        let top = row - (isInside ? 0 : (kernel.rows - 1) / 2)
        let left = column - (isInside ? 0 : (kernel.columns - 1) / 2)
        let laid = laid
        return picture.channels.map { channel in
            var window = GrayImage(width: laid.columns, height: laid.rows)
            var sum: Float = 0
            for i in 0..<laid.rows {
                for j in 0..<laid.columns {
                    if let y = border.source(of: top + i, in: channel.height),
                        let x = border.source(of: left + j, in: channel.width)
                    {
                        window[i, j] = channel[y, x]
                    }
                    sum += laid[i, j] * window[i, j]
                }
            }
            return Explanation(
                window: window, kernel: laid, products: laid.products(with: window), sum: sum,
                answer: sum / divisor + bias)
        }
    }
}
