extension GrayImage {
    // snippet.relu
    /// ReLU: what is negative becomes zero.
    public func rectified() -> GrayImage {
        map { max($0, 0) }
    }
    // snippet.end

    // snippet.max-pooling
    /// The largest value in every window.
    ///
    /// - Parameters:
    ///   - window: the side of the window.
    ///   - stride: how far the window moves; by its own side when left out, so that windows do not overlap.
    /// - Returns: the smaller picture. Rows and columns at the end that fill no window are left out.
    /// - Precondition: `window` and `stride` are positive.
    public func maxPooled(window: Int = 2, stride: Int? = nil) -> GrayImage {
        pooled(window: window, stride: stride) { values in
            values.reduce(-.infinity, max)
        }
    }
    // snippet.end

    // snippet.average-pooling
    /// The mean of every window; its parameters are those of ``maxPooled(window:stride:)``.
    ///
    /// - Precondition: `window` and `stride` are positive.
    public func averagePooled(window: Int = 2, stride: Int? = nil) -> GrayImage {
        pooled(window: window, stride: stride) { values in
            values.reduce(0, +) / Float(values.count)
        }
    }
    // snippet.end

    /// Where the largest value of every window stands, the first where several are equal: one place for each
    /// pixel of ``maxPooled(window:stride:)``, row after row.
    ///
    /// - Precondition: `window` and `stride` are positive.
    public func maxima(window: Int = 2, stride: Int? = nil) -> [(row: Int, column: Int)] {
        places(window: window, stride: stride).map { top, left in
            var best = (row: top, column: left)
            for row in top..<(top + window) {
                for column in left..<(left + window) where self[row, column] > self[best.row, best.column] {
                    best = (row, column)
                }
            }
            return best
        }
    }

    private func pooled(window: Int, stride: Int?, _ summary: ([Float]) -> Float) -> GrayImage {
        GrayImage(
            width: outputSize(input: width, kernel: window, stride: stride ?? window),
            height: outputSize(input: height, kernel: window, stride: stride ?? window),
            pixels: places(window: window, stride: stride).map { top, left in
                summary(cropped(row: top, column: left, width: window, height: window).pixels)
            })
    }

    /// The top left pixels of all windows, row after row.
    private func places(window: Int, stride: Int?) -> [(Int, Int)] {
        let stride = stride ?? window
        precondition(window > 0 && stride > 0, "a window of \(window) moved by \(stride)")
        let columns = outputSize(input: width, kernel: window, stride: stride)
        let rows = outputSize(input: height, kernel: window, stride: stride)
        return (0..<rows).flatMap { row in (0..<columns).map { (row * stride, $0 * stride) } }
    }
}
