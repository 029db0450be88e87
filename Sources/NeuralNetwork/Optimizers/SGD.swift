// snippet.descent
/// Gradient descent: w -= rate g
public func gradientDescent(_ w: inout [Float], gradient g: [Float], rate: Float) {
    for i in w.indices { w[i] -= rate * g[i] }
}
// snippet.end

// snippet.momentum
/// Momentum, as Keras has it: v = momentum v - rate g, then w += v. A ball that keeps rolling.
public func momentumDescent(
    _ w: inout [Float], gradient g: [Float], velocity v: inout [Float], rate: Float, momentum: Float
) {
    for i in w.indices {
        v[i] = momentum * v[i] - rate * g[i]
        w[i] += v[i]
    }
}
// snippet.end
