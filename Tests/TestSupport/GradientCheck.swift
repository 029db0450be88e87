import Tensors

/// Derivatives by central differences, to hold hand-derived ones against.
public enum GradientCheck {
    /// The gradient of `function` at `point`, one number at a time: (f(x + h) - f(x - h)) / 2h.
    public static func numerical(
        at point: Tensor, step: Float = 1e-2, of function: (Tensor) -> Double
    ) -> Tensor {
        var result = Tensor(point.shape)
        for i in point.elements.indices {
            var (above, below) = (point, point)
            above.elements[i] += step
            below.elements[i] -= step
            // What the floats really moved by.
            let moved = Double(above.elements[i]) - Double(below.elements[i])
            result.elements[i] = Float((function(above) - function(below)) / moved)
        }
        return result
    }

    /// The largest difference of two tensors, relative to their largest magnitude (at least 1).
    public static func difference(_ left: Tensor, _ right: Tensor) -> Float {
        guard left.shape == right.shape else { return .infinity }
        let scale = max((left.elements + right.elements).map(abs).max() ?? 1, 1)
        return zip(left.elements, right.elements).reduce(0) { worst, pair in
            // Written so that what is no number counts as infinitely wrong.
            let difference = abs(pair.0 - pair.1) / scale
            return difference <= worst ? worst : difference.isNaN ? .infinity : difference
        }
    }

    /// A tensor of reproducible numbers in ±1, no two alike.
    public static func numbers(_ shape: Shape, seed: UInt64 = 1) -> Tensor {
        var stream = RandomStream(seed: seed, purpose: .sampling)
        return Tensor(shape, (0..<shape.count).map { _ in stream.uniform(-1, 1) })
    }

    /// The sum of all products: a scalar whose gradient with respect to `left` is `right`.
    public static func dot(_ left: Tensor, _ right: Tensor) -> Double {
        zip(left.elements, right.elements).reduce(0) { $0 + Double($1.0) * Double($1.1) }
    }
}
