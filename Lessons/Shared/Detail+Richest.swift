import Figures
import Imaging

extension Detail {
    /// The window of a picture in which light and dark change most, across as well as down: whatever a filter does to edges
    /// of any direction is seen there, in the reader's own picture, too.
    ///
    /// - Parameters:
    ///   - width: columns of the window; fewer where the picture has no more.
    ///   - height: rows of the window; fewer where the picture has no more.
    static func richest(in image: GrayImage, width: Int = 20, height: Int = 12) -> Detail {
        let (lastRow, lastColumn) = (image.height - 1, image.width - 1)
        func square(_ a: Float, _ b: Float) -> Double { (Double(a) - Double(b)) * (Double(a) - Double(b)) }
        return richest(in: image, width: width, height: height) { row, column in
            let own = image[row, column]
            return (
                square(image[row, min(column + 1, lastColumn)], own), square(image[min(row + 1, lastRow), column], own)
            )
        }
    }

    /// The window with the most of two things: the less of its two sums is the largest.
    ///
    /// - Parameter amounts: how much of each a pixel has.
    static func richest(
        in image: GrayImage, width: Int = 20, height: Int = 12,
        _ amounts: (_ row: Int, _ column: Int) -> (Double, Double)
    ) -> Detail {
        let (width, height) = (min(width, image.width), min(height, image.height))
        let first = RunningSums(of: image) { amounts($0, $1).0 }
        let second = RunningSums(of: image) { amounts($0, $1).1 }
        var best = (row: 0, column: 0, amount: -1.0)
        for row in 0...(image.height - height) {
            for column in 0...(image.width - width) {
                let amount = min(first.sum(row, column, width, height), second.sum(row, column, width, height))
                if amount > best.amount { best = (row, column, amount) }
            }
        }
        return Detail(rows: best.row..<best.row + height, columns: best.column..<best.column + width)
    }
}

/// Sums over all pixels above and left of each place, so that the sum over any window takes four numbers.
private struct RunningSums {
    private let sums: [Double]
    private let stride: Int

    init(of image: GrayImage, _ value: (_ row: Int, _ column: Int) -> Double) {
        stride = image.width + 1
        var sums = [Double](repeating: 0, count: stride * (image.height + 1))
        for row in 0..<image.height {
            var line = 0.0
            for column in 0..<image.width {
                line += value(row, column)
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
