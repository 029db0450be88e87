import Imaging
import Tensors
import TestSupport
import Testing

@Suite("Noise", .limited)
struct NoiseTests {
    private let grey = GrayImage(width: 100, height: 100, repeating: 127.5)

    private func spoil(_ image: GrayImage, _ noise: Noise, seed: UInt64 = 1) -> GrayImage {
        var stream = RandomStream(seed: seed, purpose: .noise)
        return image.spoiled(by: noise, from: &stream)
    }

    /// Mean and deviation in units of white.
    private func moments(_ image: GrayImage) -> (mean: Double, deviation: Double) {
        let values = image.pixels.map { Double($0) / 255 }
        let mean = values.reduce(0, +) / Double(values.count)
        let variance = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(values.count)
        return (mean, variance.squareRoot())
    }

    @Test("Gaussian noise adds its mean and its deviation, the same for the same stream")
    func gaussian() {
        let spoiled = spoil(grey, .gaussian(mean: 0.1, deviation: 0.05))
        let (mean, deviation) = moments(spoiled)
        #expect(abs(mean - 0.6) < 0.003)
        #expect(abs(deviation - 0.05) < 0.003)
        #expect(spoil(grey, .gaussian(mean: 0.1, deviation: 0.05)) == spoiled)
        #expect(spoil(grey, .gaussian(mean: 0.1, deviation: 0.05), seed: 2) != spoiled)
    }

    @Test("no noise leaves black below black or white above white")
    func clipped() {
        let halves = GrayImage(rows: [Array(repeating: 0, count: 200), Array(repeating: 255, count: 200)])
        for noise in [
            Noise.gaussian(deviation: 0.4), .poisson(photons: 5), .speckle(deviation: 1), .blur(deviation: 1),
        ] {
            let spoiled = spoil(halves, noise)
            #expect(spoiled.pixels.allSatisfy { (0...255).contains($0) }, "\(noise)")
            #expect(spoiled != halves, "\(noise)")
        }
    }

    @Test("grains of light keep the mean; their deviation is the root of what is expected")
    func poisson() {
        let (mean, deviation) = moments(spoil(grey, .poisson(photons: 50)))
        #expect(abs(mean - 0.5) < 0.005)
        #expect(abs(deviation - 25.0.squareRoot() / 50) < 0.005)
    }

    @Test("speckle is stronger where it is brighter, and leaves black alone")
    func speckle() {
        let deviation = moments(spoil(grey, .speckle(deviation: 0.2))).deviation
        #expect(abs(deviation - 0.1) < 0.005)
        let black = GrayImage(width: 20, height: 20)
        #expect(spoil(black, .speckle(deviation: 0.2)) == black)
    }

    @Test("a blur keeps an even picture even, spreads a point, and takes no chance")
    func blur() {
        let blurred = spoil(grey, .blur(deviation: 1))
        #expect(blurred.pixels.allSatisfy { abs($0 - 127.5) < 0.01 })
        var point = GrayImage(width: 9, height: 9)
        point[4, 4] = 255
        let spread = spoil(point, .blur(deviation: 1))
        #expect(spread[4, 4] < 60 && spread[4, 4] > spread[4, 5] && spread[4, 5] == spread[5, 4])
        #expect(spread == spoil(point, .blur(deviation: 1), seed: 2))
        #expect(abs(Kernel.gaussian(deviation: 1.5).sum - 1) < 1e-5)
    }

    @Test("MSE and PSNR have their textbook values")
    func fidelity() {
        let image = GrayImage(rows: [[0, 255], [100, 100]])
        let other = GrayImage(rows: [[51, 255], [100, 49]])
        // Two of four pixels are a fifth of white away: 2 · 0.04 / 4.
        #expect(abs(image.meanSquaredError(to: other) - 0.02) < 1e-8)
        #expect(abs(image.meanSquaredError(to: other, white: 1) - 1300.5) < 1e-3)
        #expect(image.meanSquaredError(to: image) == 0)
        #expect(peakSignalToNoiseRatio(meanSquaredError: 0.01) == 20)
        #expect(abs(peakSignalToNoiseRatio(meanSquaredError: 650.25, peak: 255) - 20) < 1e-9)
        #expect(peakSignalToNoiseRatio(meanSquaredError: 0) == .infinity)
    }
}
