import Figures
import Imaging

extension Detail {
    /// The window of a picture in which light and dark differ most: whatever a filter does to edges is seen there, in the
    /// reader's own picture, too.
    ///
    /// - Parameters:
    ///   - width: columns of the window; fewer where the picture has no more.
    ///   - height: rows of the window; fewer where the picture has no more.
    static func richest(in image: GrayImage, width: Int = 20, height: Int = 12) -> Detail {
        let (width, height) = (min(width, image.width), min(height, image.height))
        let (sums, squares) = (RunningSums(of: image) { $0 }, RunningSums(of: image) { $0 * $0 })
        let count = Double(max(width * height, 1))
        var best = (row: 0, column: 0, variance: -1.0)
        for row in 0...(image.height - height) {
            for column in 0...(image.width - width) {
                let mean = sums.sum(row, column, width, height) / count
                let variance = squares.sum(row, column, width, height) / count - mean * mean
                if variance > best.variance + 1e-6 { best = (row, column, variance) }
            }
        }
        return Detail(rows: best.row..<best.row + height, columns: best.column..<best.column + width)
    }
}

/// Sums over all pixels above and left of each place, so that the sum over any window takes four numbers.
private struct RunningSums {
    private let sums: [Double]
    private let stride: Int

    init(of image: GrayImage, _ value: (Double) -> Double) {
        stride = image.width + 1
        var sums = [Double](repeating: 0, count: stride * (image.height + 1))
        for row in 0..<image.height {
            var line = 0.0
            for column in 0..<image.width {
                line += value(Double(image[row, column]))
                sums[(row + 1) * stride + column + 1] = sums[row * stride + column + 1] + line
            }
        }
        self.sums = sums
    }

    func sum(_ row: Int, _ column: Int, _ width: Int, _ height: Int) -> Double {
        let (top, bottom) = (row * stride, (row + height) * stride)
        let (left, right) = (column, column + width)
        return sums[bottom + right] - sums[top + right] - sums[bottom + left] + sums[top + left]
    }
}
