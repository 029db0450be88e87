import Elementary

/// Activations in place on rows of numbers.
extension Activation {
    func apply(to values: UnsafeMutablePointer<Float>, rows: Int, columns: Int) {
        switch self {
        case .linear: break
        case .relu:
            for i in 0..<rows * columns { values[i] = values[i] < 0 ? 0 : values[i] }
        case .sigmoid:
            let count = rows * columns
            let whole = count & ~15
            for i in stride(from: 0, to: whole, by: 16) { values.store(Vector.sigmoid(values.vector(i)), i) }
            for i in whole..<count { values[i] = .sigmoid(values[i]) }
        case .tanh:
            for i in 0..<rows * columns { values[i] = .tanh(values[i]) }
        case .softmax:
            for row in 0..<rows { Self.softmax(values + row * columns, columns) }
        }
    }

    /// Multiplies a gradient by the activation's derivative, told from the activation's output.
    func applyDerivative(
        to gradient: UnsafeMutablePointer<Float>, output: UnsafeMutablePointer<Float>, rows: Int, columns: Int
    ) {
        let count = rows * columns
        switch self {
        case .linear: break
        case .relu:
            for i in 0..<count { gradient[i] = output[i] > 0 ? gradient[i] : 0 }
        case .sigmoid:
            for i in 0..<count { gradient[i] *= output[i] * (1 - output[i]) }
        case .tanh:
            for i in 0..<count { gradient[i] *= 1 - output[i] * output[i] }
        case .softmax:
            for row in 0..<rows {
                let (g, y) = (gradient + row * columns, output + row * columns)
                var mean: Float = 0
                for i in 0..<columns { mean += g[i] * y[i] }
                for i in 0..<columns { g[i] = y[i] * (g[i] - mean) }
            }
        }
    }

    private static func softmax(_ scores: UnsafeMutablePointer<Float>, _ classes: Int) {
        var largest = scores[0]
        for i in 1..<max(classes, 1) where scores[i] > largest { largest = scores[i] }
        var sum: Float = 0
        for i in 0..<classes {
            scores[i] = .exp(scores[i] - largest)
            sum += scores[i]
        }
        for i in 0..<classes { scores[i] /= sum }
    }
}
