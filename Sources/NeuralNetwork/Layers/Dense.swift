import Tensors

/// A fully connected layer: every unit sees every input.
public struct Dense: LayerDefinition {
    /// As in Keras.
    public static let kind = "Dense"
    /// As in Keras.
    public static let identifier = "dense"

    /// How many numbers come out.
    public let units: Int
    /// What is applied to the sums.
    public let activation: Activation
    /// How the kernel starts; biases start at zero.
    public let initialisation: Initialisation

    /// The hyper-parameters in a fixed order.
    public var settings: String {
        "units=\(units) activation=\(activation.rawValue) initialisation=\(initialisation.rawValue)"
    }

    /// The shape of one image's output.
    public func outputShape(for input: Shape, layer: String) throws(ModelError) -> Shape {
        guard input.rank == 1 else { throw .wrongRank(layer: layer, expected: 1, input: input) }
        guard units > 0, units <= 1 << 16 else {
            throw .invalidSetting(layer: layer, reason: "\(units) units is not between 1 and 65536")
        }
        return [units]
    }

    /// Kernel and bias.
    public func parameters(for input: Shape) -> [ParameterDefinition] {
        [
            ParameterDefinition(name: "kernel", shape: [input[0], units], initialisation: initialisation),
            ParameterDefinition(name: "bias", shape: [units], initialisation: .zeros),
        ]
    }

    /// One for each weight that an output number is made with.
    public func multiplyAdds(from input: Shape, to output: Shape) -> Int { input.count * output.count }

    // snippet.dense
    /// y[n, o] = b[o] + sum over i of x[n, i] w[i, o]
    public func forward(_ x: Tensor, _ parameters: [Tensor], in pass: Pass) -> Tensor {
        let (w, b) = (parameters[0], parameters[1])
        var y = Tensor([x.shape[0], units])
        for n in 0..<x.shape[0] {
            for o in 0..<units { y[n, o] = b[o] }
            for i in 0..<x.shape[1] {
                for o in 0..<units { y[n, o] += x[n, i] * w[i, o] }
            }
        }
        return y
    }
    // snippet.end

    // snippet.dense-backward
    /// dx[n, i] = sum over o of g[n, o] w[i, o]; dw[i, o] = sum over n of x[n, i] g[n, o]; db[o] = sum of g[n, o]
    public func backward(_ g: Tensor, input x: Tensor, _ parameters: [Tensor], in pass: Pass) -> LayerGradients {
        let w = parameters[0]
        var (dx, dw, db) = (Tensor(x.shape), Tensor(w.shape), Tensor([units]))
        for n in 0..<x.shape[0] {
            for o in 0..<units { db[o] += g[n, o] }
            for i in 0..<x.shape[1] {
                for o in 0..<units {
                    dx[n, i] += g[n, o] * w[i, o]
                    dw[i, o] += x[n, i] * g[n, o]
                }
            }
        }
        return LayerGradients(input: dx, parameters: [dw, db])
    }
    // snippet.end
}

extension Layer {
    /// `units` weighted sums of all inputs.
    public static func dense(
        _ units: Int, activation: Activation = .linear, initialisation: Initialisation = .glorotUniform
    ) -> Layer {
        Layer(Dense(units: units, activation: activation, initialisation: initialisation))
    }
}
