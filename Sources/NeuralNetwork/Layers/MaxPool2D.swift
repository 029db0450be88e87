import Tensors

/// Keeps the strongest answer of each window, channel by channel.
public struct MaxPool2D: LayerDefinition {
    /// As in Keras.
    public static let kind = "MaxPooling2D"
    /// As in Keras.
    public static let identifier = "max_pooling2d"

    /// Extent, stride and padding.
    public let window: Window
    /// The hyper-parameters in a fixed order.
    public var settings: String { window.settings }

    /// The shape of one image's output.
    public func outputShape(for input: Shape, layer: String) throws(ModelError) -> Shape {
        let (height, width) = try window.outputExtents(for: input, layer: layer)
        return [height, width, input[2]]
    }

    // snippet.max-pool
    /// y[n, i, j, c] = max over u, v of x[n, i s + u, j s + v, c]
    public func forward(_ x: Tensor, _ parameters: [Tensor], in pass: Pass) -> Tensor {
        var y = Tensor([x.shape[0], window.output(x.shape[1]), window.output(x.shape[2]), x.shape[3]])
        forEachWindow(x) { n, i, j, c, winner in
            y[n, i, j, c] = x[n, winner.row, winner.column, c]
        }
        return y
    }
    // snippet.end

    // snippet.max-pool-backward
    /// The gradient goes to the winner of each window alone: only winners learn.
    public func backward(_ g: Tensor, input x: Tensor, _ parameters: [Tensor], in pass: Pass) -> LayerGradients {
        var dx = Tensor(x.shape)
        forEachWindow(x) { n, i, j, c, winner in
            dx[n, winner.row, winner.column, c] += g[n, i, j, c]
        }
        return LayerGradients(input: dx)
    }
    // snippet.end

    /// Visits each window with the pixel that wins it: the first one, in reading order, that no other exceeds.
    private func forEachWindow(
        _ x: Tensor, _ body: (Int, Int, Int, Int, (row: Int, column: Int)) -> Void
    ) {
        for n in 0..<x.shape[0] {
            for i in 0..<window.output(x.shape[1]) {
                let top = i * window.stride - window.before(x.shape[1])
                let rows = max(top, 0)..<min(top + window.size, x.shape[1])
                for j in 0..<window.output(x.shape[2]) {
                    let left = j * window.stride - window.before(x.shape[2])
                    let columns = max(left, 0)..<min(left + window.size, x.shape[2])
                    for c in 0..<x.shape[3] {
                        var winner = (row: rows.lowerBound, column: columns.lowerBound)
                        for row in rows {
                            for column in columns where x[n, row, column, c] > x[n, winner.row, winner.column, c] {
                                winner = (row, column)
                            }
                        }
                        body(n, i, j, c, winner)
                    }
                }
            }
        }
    }
}

extension Layer {
    /// The maximum of each `size` x `size` window; windows stand side by side unless `stride` says otherwise.
    public static func maxPool2D(_ size: Int, stride: Int? = nil, padding: Padding = .valid) -> Layer {
        Layer(MaxPool2D(window: Window(size: size, stride: stride ?? size, padding: padding)))
    }
}
