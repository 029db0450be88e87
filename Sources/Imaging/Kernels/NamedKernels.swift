extension Kernel {
    /// Changes nothing.
    public static var identity: Kernel { Kernel(id: "identity", [[0, 0, 0], [0, 1, 0], [0, 0, 0]]) }

    /// Adds up nine neighbours: nine times as bright.
    public static var boxSum: Kernel { Kernel(id: "box-sum", [[1, 1, 1], [1, 1, 1], [1, 1, 1]]) }

    /// The mean of nine neighbours.
    public static var boxBlur: Kernel { boxSum.scaled(by: 1 / 9, id: "box-blur") }

    /// A bell of three: the outer product of 1 2 1 with itself, over 16.
    public static var gaussian3: Kernel { Kernel(id: "gaussian3", bell: [1, 2, 1]) }

    /// A bell of five: the outer product of 1 4 6 4 1 with itself, over 256.
    public static var gaussian5: Kernel { Kernel(id: "gaussian5", bell: [1, 4, 6, 4, 1]) }

    /// The pixel and, once more, how it differs from its four neighbours.
    public static var sharpen: Kernel { Kernel(id: "sharpen", [[0, -1, 0], [-1, 5, -1], [0, -1, 0]]) }

    /// How the pixel differs from its four neighbours.
    public static var laplacian4: Kernel { Kernel(id: "laplacian4", [[0, -1, 0], [-1, 4, -1], [0, -1, 0]]) }

    /// How the pixel differs from its eight neighbours.
    public static var laplacian8: Kernel { Kernel(id: "laplacian8", [[-1, -1, -1], [-1, 8, -1], [-1, -1, -1]]) }

    /// Brighter on the right, smoothed downwards: finds vertical edges (I. Sobel and G. Feldman, 1968).
    public static var sobelX: Kernel { Kernel(id: "sobel-x", [[-1, 0, 1], [-2, 0, 2], [-1, 0, 1]]) }

    /// Brighter below, smoothed sideways: finds horizontal edges.
    public static var sobelY: Kernel { Kernel(id: "sobel-y", [[-1, -2, -1], [0, 0, 0], [1, 2, 1]]) }

    /// As `sobel-x` with three equal rows (J. M. S. Prewitt, 1970).
    public static var prewittX: Kernel { Kernel(id: "prewitt-x", [[-1, 0, 1], [-1, 0, 1], [-1, 0, 1]]) }

    /// As `sobel-y` with three equal columns.
    public static var prewittY: Kernel { Kernel(id: "prewitt-y", [[-1, -1, -1], [0, 0, 0], [1, 1, 1]]) }

    /// Light from the top left: turned by half a turn it lights from below, so it tells correlation from
    /// convolution.
    public static var emboss: Kernel { Kernel(id: "emboss", [[-2, -1, 0], [-1, 1, 1], [0, 1, 2]]) }

    /// Every kernel of the course, in the order in which it is taught.
    public static var named: [Kernel] {
        [
            identity, boxSum, boxBlur, gaussian3, gaussian5, sharpen, laplacian8, laplacian4, sobelX, sobelY, prewittX,
            prewittY, emboss,
        ]
    }

    /// The kernel with every weight multiplied by `factor`.
    public func scaled(by factor: Float, id: String) -> Kernel {
        Kernel(id: id, rows: rows, columns: columns, weights: weights.map { $0 * factor })
    }

    /// The outer product of a row with itself, scaled so that it adds up to one.
    private init(id: String, bell row: [Float]) {
        let sum = row.reduce(0, +)
        self.init(id: id, row.map { weight in row.map { weight * $0 / (sum * sum) } })
    }
}
