import Threads

/// How many floating-point operations this machine can do in a second, measured and not looked up.
enum PeakFlops {
    /// The best of several tries: each thread multiplies and adds in registers alone, in as many independent
    /// chains as hide the latency of the multiplier.
    static func measure(threads: Int) -> Double {
        let rounds = 4_000_000
        let chains = 12
        let clock = ContinuousClock()
        var best = 0.0
        for _ in 0..<5 {
            let start = clock.now
            let sums = Parallel.map(threads, threads: threads) { _ in work(rounds: rounds) }
            let seconds = (clock.now - start) / .seconds(1)
            let operations = Double(threads * rounds * chains * 16 * 2)
            // The sums are looked at so that nobody leaves the work out.
            if sums.reduce(0, +).isFinite { best = max(best, operations / seconds) }
        }
        return best
    }

    @inline(never)
    private static func work(rounds: Int) -> Float {
        let factor = SIMD16<Float>(repeating: 0.999_999)
        let addend = SIMD16<Float>(repeating: 1e-6)
        var (a, b, c, d) = (addend, addend, addend, addend)
        var (e, f, g, h) = (addend, addend, addend, addend)
        var (i, j, k, l) = (addend, addend, addend, addend)
        for _ in 0..<rounds {
            a = addend.addingProduct(a, factor)
            b = addend.addingProduct(b, factor)
            c = addend.addingProduct(c, factor)
            d = addend.addingProduct(d, factor)
            e = addend.addingProduct(e, factor)
            f = addend.addingProduct(f, factor)
            g = addend.addingProduct(g, factor)
            h = addend.addingProduct(h, factor)
            i = addend.addingProduct(i, factor)
            j = addend.addingProduct(j, factor)
            k = addend.addingProduct(k, factor)
            l = addend.addingProduct(l, factor)
        }
        return (a + b + c + d + e + f + g + h + i + j + k + l).sum()
    }
}
