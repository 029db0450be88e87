import Tensors
import TestSupport
import Testing

@Suite("Numbers drawn from a distribution", .limited)
struct DistributionTests {
    /// Mean and variance of many draws.
    private func moments(_ draw: (inout RandomStream) -> Double) -> (mean: Double, variance: Double) {
        var stream = RandomStream(seed: 4, purpose: .noise)
        let numbers = (0..<40_000).map { _ in draw(&stream) }
        let mean = numbers.reduce(0, +) / 40_000
        return (mean, numbers.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / 40_000)
    }

    @Test("normal numbers have mean 0 and variance 1, and two thirds lie within one deviation")
    func normal() {
        let (mean, variance) = moments { Double($0.normal()) }
        #expect(abs(mean) < 0.02)
        #expect(abs(variance - 1) < 0.03)
        let inside = moments { abs($0.normal()) < 1 ? 1 : 0 }.mean
        #expect(abs(inside - 0.6827) < 0.01)
    }

    @Test("Poisson's numbers have a variance as large as their mean", arguments: [0.5, 7, 64, 150] as [Float])
    func poisson(expected: Float) {
        let (mean, variance) = moments { Double($0.poisson(expecting: expected)) }
        #expect(abs(mean / Double(expected) - 1) < 0.03)
        #expect(abs(variance / Double(expected) - 1) < 0.05)
    }

    @Test("where nothing is expected, nothing comes")
    func darkness() {
        var stream = RandomStream(seed: 4, purpose: .noise)
        #expect((0..<100).allSatisfy { _ in stream.poisson(expecting: 0) == 0 })
    }
}
