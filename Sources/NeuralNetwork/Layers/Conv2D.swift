import Tensors

/// A convolutional layer: every filter is a kernel that slides over all channels of the picture at once.
///
/// As everywhere in deep learning the kernel is not flipped: this is cross-correlation.
/// Kernels are HWIO (row, column, input channel, filter).
public struct Conv2D: LayerDefinition {
    /// As in Keras.
    public static let kind = "Conv2D"
    /// As in Keras.
    public static let identifier = "conv2d"

    /// How many maps come out, one for each kernel.
    public let filters: Int
    /// Extent, stride and padding of the kernels.
    public let window: Window
    /// What is applied to the sums.
    public let activation: Activation
    /// How the kernel starts; biases start at zero.
    public let initialisation: Initialisation

    /// The hyper-parameters in a fixed order.
    public var settings: String {
        "filters=\(filters) \(window.settings) activation=\(activation.rawValue) "
            + "initialisation=\(initialisation.rawValue)"
    }

    /// The shape of one image's output.
    public func outputShape(for input: Shape, layer: String) throws(ModelError) -> Shape {
        guard filters > 0, filters <= 1 << 16 else {
            throw .invalidSetting(layer: layer, reason: "\(filters) filters is not between 1 and 65536")
        }
        guard activation != .softmax else {
            throw .invalidSetting(layer: layer, reason: "softmax belongs behind a dense layer")
        }
        let (height, width) = try window.outputExtents(for: input, layer: layer)
        return [height, width, filters]
    }

    /// Kernel and bias.
    public func parameters(for input: Shape) -> [ParameterDefinition] {
        [
            ParameterDefinition(
                name: "kernel", shape: [window.size, window.size, input[2], filters], initialisation: initialisation),
            ParameterDefinition(name: "bias", shape: [filters], initialisation: .zeros),
        ]
    }

    /// One for each weight that an output number is made with.
    public func multiplyAdds(from input: Shape, to output: Shape) -> Int {
        output.count * window.size * window.size * input[2]
    }

    // snippet.conv2d
    /// y[n, i, j, f] = b[f] + sum over u, v, c of x[n, i s + u - p, j s + v - p, c] w[u, v, c, f]
    public func forward(_ x: Tensor, _ parameters: [Tensor], in pass: Pass) -> Tensor {
        let (w, b) = (parameters[0], parameters[1])
        var y = Tensor([x.shape[0], window.output(x.shape[1]), window.output(x.shape[2]), filters])
        for n in 0..<y.shape[0] {
            for i in 0..<y.shape[1] {
                for j in 0..<y.shape[2] {
                    for f in 0..<filters { y[n, i, j, f] = b[f] }
                    forEachTap(of: x, i, j) { u, v, row, column in
                        for c in 0..<x.shape[3] {
                            for f in 0..<filters { y[n, i, j, f] += x[n, row, column, c] * w[u, v, c, f] }
                        }
                    }
                }
            }
        }
        return y
    }
    // snippet.end

    // snippet.conv2d-backward
    /// Each product of the forward sum hands the gradient g of its y to both of its factors:
    /// dx += g w, dw += g x; and db += g.
    public func backward(_ g: Tensor, input x: Tensor, _ parameters: [Tensor], in pass: Pass) -> LayerGradients {
        let w = parameters[0]
        var (dx, dw, db) = (Tensor(x.shape), Tensor(w.shape), Tensor([filters]))
        for n in 0..<g.shape[0] {
            for i in 0..<g.shape[1] {
                for j in 0..<g.shape[2] {
                    for f in 0..<filters { db[f] += g[n, i, j, f] }
                    forEachTap(of: x, i, j) { u, v, row, column in
                        for c in 0..<x.shape[3] {
                            for f in 0..<filters {
                                dx[n, row, column, c] += g[n, i, j, f] * w[u, v, c, f]
                                dw[u, v, c, f] += g[n, i, j, f] * x[n, row, column, c]
                            }
                        }
                    }
                }
            }
        }
        return LayerGradients(input: dx, parameters: [dw, db])
    }
    // snippet.end

    /// The taps (u, v) of the window at output (i, j) that lie inside the picture, and where.
    private func forEachTap(of x: Tensor, _ i: Int, _ j: Int, _ body: (Int, Int, Int, Int) -> Void) {
        for u in 0..<window.size {
            let row = i * window.stride + u - window.before(x.shape[1])
            guard row >= 0, row < x.shape[1] else { continue }
            for v in 0..<window.size {
                let column = j * window.stride + v - window.before(x.shape[2])
                guard column >= 0, column < x.shape[2] else { continue }
                body(u, v, row, column)
            }
        }
    }
}

extension Layer {
    /// Filters of `kernel` x `kernel` over all channels.
    public static func conv2D(
        filters: Int, kernel: Int, stride: Int = 1, padding: Padding = .valid, activation: Activation = .linear,
        initialisation: Initialisation = .glorotUniform
    ) -> Layer {
        Layer(
            Conv2D(
                filters: filters, window: Window(size: kernel, stride: stride, padding: padding),
                activation: activation, initialisation: initialisation))
    }
}
