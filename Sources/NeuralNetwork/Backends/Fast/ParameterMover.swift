/// The optimiser's formula on a stretch of the store; the same as ``adam(_:gradient:m:v:_:)`` and its neighbours.
struct ParameterMover {
    private let optimizer: Optimizer
    private let store: ParameterStore

    init(_ optimizer: Optimizer, _ store: ParameterStore) {
        self.optimizer = optimizer
        self.store = store
    }

    /// Moves `count` weights, and tells whether they are finite numbers then.
    func move(_ offset: Int, _ count: Int, by g: UnsafeMutablePointer<Float>, step: Int) -> Bool {
        let w = store.weights.start + offset
        switch optimizer {
        case .sgd(let rate, let momentum):
            let rate = Float(rate)
            if momentum == 0 {
                for i in 0..<count { w[i] -= rate * g[i] }
            } else {
                let (v, momentum) = (store.moments[0].start + offset, Float(momentum))
                for i in 0..<count {
                    v[i] = momentum * v[i] - rate * g[i]
                    w[i] += v[i]
                }
            }
        case .adam(let rate, let beta1, let beta2, let epsilon):
            let step = AdamStep(step: step, learningRate: rate, beta1: beta1, beta2: beta2, epsilon: epsilon)
            return adam(w, g, store.moments[0].start + offset, store.moments[1].start + offset, count, step)
        }
        return (0..<count).allSatisfy { w[$0].isFinite }
    }

    private func adam(
        _ w: UnsafeMutablePointer<Float>, _ g: UnsafeMutablePointer<Float>, _ m: UnsafeMutablePointer<Float>,
        _ v: UnsafeMutablePointer<Float>, _ count: Int, _ step: AdamStep
    ) -> Bool {
        // Zero times a finite number is zero, and times any other no number, which a sum never loses.
        var zeros = Vector()
        var i = 0
        while i + 16 <= count {
            let gradient = g.vector(i)
            let mean = m.vector(i) + step.gain1 * (gradient - m.vector(i))
            let square = v.vector(i) + step.gain2 * (gradient * gradient - v.vector(i))
            m.store(mean, i)
            v.store(square, i)
            let moved = w.vector(i) - step.rate * mean / (square.squareRoot() + step.epsilon)
            w.store(moved, i)
            zeros += moved * Vector()
            i += 16
        }
        var zero = zeros.sum()
        for i in i..<count {
            m[i] += step.gain1 * (g[i] - m[i])
            v[i] += step.gain2 * (g[i] * g[i] - v[i])
            w[i] -= step.rate * m[i] / (v[i].squareRoot() + step.epsilon)
            zero += w[i] * 0
        }
        return zero == 0
    }
}
