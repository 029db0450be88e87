/// dx = g w^T for sixteen images at once, with a dense kernel w[input][unit] as it lies in memory.
///
/// Neither factor's rows run along the sum's result, which general matrix products answer by copying one of them.
/// Here the sixteen lanes of a vector are the sixteen images: every weight is read once, in order, and multiplies
/// the gradients of one unit for all images.
final class TransposedProduct {
    private let units: Int
    private let inputs: Int
    /// The gradient, turned: [unit][image].
    private let turned: Buffer
    /// Results of sixteen inputs before they are turned back.
    private let tile = Buffer(256)

    /// How many images the product takes.
    static let images = 16

    init(inputs: Int, units: Int) {
        self.inputs = inputs
        self.units = units
        turned = Buffer(units * Self.images)
    }

    /// Overwrites dx[image][input].
    func run(
        _ g: UnsafeMutablePointer<Float>, _ w: UnsafeMutablePointer<Float>, to dx: UnsafeMutablePointer<Float>
    ) {
        for image in 0..<Self.images {
            for unit in 0..<units { turned.start[unit * Self.images + image] = g[image * units + unit] }
        }
        var i = 0
        while i + 16 <= inputs {
            for part in stride(from: 0, to: 16, by: 8) { eightInputs(w + (i + part) * units, tile.start + part * 16) }
            for image in 0..<Self.images {
                let row = dx + image * inputs + i
                for k in 0..<16 { row[k] = tile.start[k * 16 + image] }
            }
            i += 16
        }
        for i in i..<inputs {
            var sum = Vector()
            for unit in 0..<units { sum.add(w[i * units + unit], times: turned.start.vector(unit * 16)) }
            for image in 0..<Self.images { dx[image * inputs + i] = sum[image] }
        }
    }

    /// Eight independent sums: enough to keep both multipliers busy while each waits for its last addition.
    @inline(__always)
    private func eightInputs(_ w: UnsafeMutablePointer<Float>, _ target: UnsafeMutablePointer<Float>) {
        var (s0, s1, s2, s3) = (Vector(), Vector(), Vector(), Vector())
        var (s4, s5, s6, s7) = (Vector(), Vector(), Vector(), Vector())
        for unit in 0..<units {
            let g = turned.start.vector(unit * 16)
            s0.add(w[unit], times: g)
            s1.add(w[unit + units], times: g)
            s2.add(w[unit + 2 * units], times: g)
            s3.add(w[unit + 3 * units], times: g)
            s4.add(w[unit + 4 * units], times: g)
            s5.add(w[unit + 5 * units], times: g)
            s6.add(w[unit + 6 * units], times: g)
            s7.add(w[unit + 7 * units], times: g)
        }
        target.store(s0, 0)
        target.store(s1, 16)
        target.store(s2, 32)
        target.store(s3, 48)
        target.store(s4, 64)
        target.store(s5, 80)
        target.store(s6, 96)
        target.store(s7, 112)
    }
}
