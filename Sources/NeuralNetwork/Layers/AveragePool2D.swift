import Tensors

/// The mean of each window, channel by channel. Padding does not count.
public struct AveragePool2D: LayerDefinition {
    /// As in Keras.
    public static let kind = "AveragePooling2D"
    /// As in Keras.
    public static let identifier = "average_pooling2d"

    /// Extent, stride and padding.
    public let window: Window
    /// The hyper-parameters in a fixed order.
    public var settings: String { window.settings }

    /// The shape of one image's output.
    public func outputShape(for input: Shape, layer: String) throws(ModelError) -> Shape {
        let (height, width) = try window.outputExtents(for: input, layer: layer)
        return [height, width, input[2]]
    }

    /// y[n, i, j, c] = mean over u, v of x[n, i s + u, j s + v, c]
    public func forward(_ x: Tensor, _ parameters: [Tensor], in pass: Pass) -> Tensor {
        var y = Tensor([x.shape[0], window.output(x.shape[1]), window.output(x.shape[2]), x.shape[3]])
        forEachPixel(x) { n, i, j, row, column, share in
            for c in 0..<x.shape[3] { y[n, i, j, c] += share * x[n, row, column, c] }
        }
        return y
    }

    /// Every pixel of a window receives the same share of its gradient.
    public func backward(_ g: Tensor, input x: Tensor, _ parameters: [Tensor], in pass: Pass) -> LayerGradients {
        var dx = Tensor(x.shape)
        forEachPixel(x) { n, i, j, row, column, share in
            for c in 0..<x.shape[3] { dx[n, row, column, c] += share * g[n, i, j, c] }
        }
        return LayerGradients(input: dx)
    }

    /// Visits each pixel of each window with its share: one over the pixels of the window inside the picture.
    private func forEachPixel(_ x: Tensor, _ body: (Int, Int, Int, Int, Int, Float) -> Void) {
        for n in 0..<x.shape[0] {
            for i in 0..<window.output(x.shape[1]) {
                let top = i * window.stride - window.before(x.shape[1])
                let rows = max(top, 0)..<min(top + window.size, x.shape[1])
                for j in 0..<window.output(x.shape[2]) {
                    let left = j * window.stride - window.before(x.shape[2])
                    let columns = max(left, 0)..<min(left + window.size, x.shape[2])
                    let share = 1 / Float(rows.count * columns.count)
                    for row in rows {
                        for column in columns { body(n, i, j, row, column, share) }
                    }
                }
            }
        }
    }
}

extension Layer {
    /// The mean of each `size` x `size` window; windows stand side by side unless `stride` says otherwise.
    public static func averagePool2D(_ size: Int, stride: Int? = nil, padding: Padding = .valid) -> Layer {
        Layer(AveragePool2D(window: Window(size: size, stride: stride ?? size, padding: padding)))
    }
}
