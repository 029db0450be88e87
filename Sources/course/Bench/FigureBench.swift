import Drawing
import Figures
import Platform
import Imaging
import Languages

/// The five figures whose drawing is timed, from formulas that another program can follow.
///
/// `Scripts/benchmarks/figures.py` draws the same content with matplotlib.
enum FigureBench: String, CaseIterable {
    case grid, maps, histogram, curves, confusion

    /// The count of bytes that the histogram counts: 60,000 pictures of 28 by 28.
    static let byteCount = 60_000 * 28 * 28

    /// The bytes where no file holds them: pictures with a stroke across each of their middle rows, so that, as in
    /// pictures of digits, four of five bytes are black and lie together.
    static func bytes() -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: byteCount)
        var state: UInt32 = 1
        func next() -> UInt32 {
            // Numerical Recipes' linear congruential generator, 1992.
            state = state &* 1_664_525 &+ 1_013_904_223
            return state >> 8
        }
        bytes.withUnsafeMutableBufferPointer { bytes in
            for image in stride(from: 0, to: bytes.count, by: 28 * 28) {
                for row in 4..<24 {
                    let start = 4 + Int(next() % 12)
                    for column in start..<(start + 1 + Int(next() % 12)) {
                        bytes[image + 28 * row + column] = UInt8(truncatingIfNeeded: next() >> 4)
                    }
                }
            }
        }
        return bytes
    }

    /// Computes what is plotted and makes the figure.
    ///
    /// - Parameters:
    ///   - bytes: what the histogram counts; the others ignore it.
    ///   - threads: how many count.
    func figure(_ bytes: UnsafeRawBufferPointer, threads: Int) -> any Figure {
        switch self {
        case .grid:
            return PixelGrid(
                GrayImage(width: 28, height: 28, pixels: Self.pixels(28) { ($0 * 31 + $1 * 17 + $0 * $1) % 256 }))
        case .maps:
            let maps = (0..<32).map { map in
                GrayImage(width: 26, height: 26, pixels: Self.pixels(26) { (($0 + 1) * ($1 + 1) * (map + 1)) % 97 })
            }
            return ImageGrid(
                maps.enumerated().map { .init(.magnitude($1), label: Localized(same: "\($0)")) }, columns: 8, side: 40)
        case .histogram:
            let counts = Histogram(of: bytes, threads: threads).binned(50)
            return HistogramChart([
                .init(
                    edges: (0...50).map { Double($0) * 5.1 }, counts: counts, axis: .log,
                    xName: Localized(same: "intensity"), yName: Localized(same: "pixels"))
            ])
        case .curves:
            let epochs = (1...30).map(Double.init)
            func panel(_ title: String, _ training: (Double) -> Double, _ validation: (Double) -> Double)
                -> Curves.Panel
            {
                Curves.Panel(
                    title: Localized(same: Phrase(title)), xName: Localized(same: "epoch"),
                    series: [
                        .init(name: Localized(same: "training"), y: epochs.map(training), role: .training),
                        .init(name: Localized(same: "validation"), y: epochs.map(validation), role: .validation),
                    ])
            }
            return Curves([
                panel("Loss", { 0.15 / $0 + 0.005 }, { 0.08 / $0 + 0.035 + 0.0005 * $0 }),
                panel("Accuracy", { 1 - 0.05 / $0 }, { 0.99 - 0.04 / $0 }),
            ])
        case .confusion:
            let counts = (0..<10).map { row in
                (0..<10).map { row == $0 ? 900 + row * 13 : (row * 7 + $0 * 5) % 4 }
            }
            return ConfusionChart(
                counts: counts, classes: (0..<10).map { Localized(same: "\($0)") }, numbers: .counts)
        }
    }

    private static func pixels(_ side: Int, _ value: (Int, Int) -> Int) -> [Float] {
        (0..<(side * side)).map { Float(value($0 / side, $0 % side)) }
    }
}
