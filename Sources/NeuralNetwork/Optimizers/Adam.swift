import Elementary

/// The numbers of one Adam step that are the same for every weight.
///
/// The bias corrections of both moments are folded into the rate, as D. P. Kingma and J. Ba (*Adam: A Method for
/// Stochastic Optimization*, ICLR 2015, end of section 2) propose and Keras does; so epsilon stands beside the
/// uncorrected square root.
public struct AdamStep: Hashable, Sendable {
    /// The learning rate with both bias corrections in it.
    public let rate: Float
    /// 1 - beta1 and 1 - beta2, taken before they are rounded: as a `Float`, 1 - 0.999 is off by 5e-5 of itself.
    public let gain1: Float
    /// See ``gain1``.
    public let gain2: Float
    /// Keeps the divisor from zero.
    public let epsilon: Float

    /// - Parameter step: counts from one.
    public init(step: Int, learningRate: Double, beta1: Double, beta2: Double, epsilon: Double) {
        let correction1 = 1 - .pow(beta1, Double(step))
        let correction2 = 1 - .pow(beta2, Double(step))
        rate = Float(learningRate * correction2.squareRoot() / correction1)
        gain1 = Float(1 - beta1)
        gain2 = Float(1 - beta2)
        self.epsilon = Float(epsilon)
    }
}

// snippet.adam
/// One step of Adam: m and v are running means of the gradient and of its square, and every weight moves by about
/// the rate, whatever the size of its gradient.
///
///     m += (1 - beta1) (g - m)
///     v += (1 - beta2) (g^2 - v)
///     w -= rate m / (sqrt(v) + epsilon)
public func adam(
    _ w: inout [Float], gradient g: [Float], m: inout [Float], v: inout [Float], _ step: AdamStep
) {
    for i in w.indices {
        m[i] += step.gain1 * (g[i] - m[i])
        v[i] += step.gain2 * (g[i] * g[i] - v[i])
        w[i] -= step.rate * m[i] / (v[i].squareRoot() + step.epsilon)
    }
}
// snippet.end
