import Imaging
import Languages

/// The edges of a picture as figures: how fast it changes, where to, and the lines that Canny finds.
public struct EdgeFigures: Sendable {
    /// What the figures are called.
    public enum Name: String, CaseIterable, Sendable {
        case magnitude, angle, canny
    }

    /// A figure, its name and what stands above it.
    public struct Named: Sendable {
        /// Of its file, too.
        public let name: Name
        /// What there is to see.
        public let title: Localized
        /// The figure itself.
        public let figure: any Figure
    }

    /// In the order of their names.
    public let all: [Named]
    /// How much of the picture is edge, from 0 to 1.
    public let share: Double

    /// The longest side that figures show; of a larger picture each pixel stands for the strongest of a block.
    static let mostPixels = 1024

    /// The figures of what was found.
    public init(of found: PictureEdges) {
        let magnitude = GrayImage(found.gradient.magnitude)
        let step = max(1, (max(magnitude.width, magnitude.height) + Self.mostPixels - 1) / Self.mostPixels)
        let angle = GrayImage(found.gradient.angle)
        let lines = GrayImage(found.edges)
        share = Double(lines.pixels.count { $0 > 0 }) / Double(max(1, lines.pixels.count))
        let shown = magnitude.strongest(of: step)
        all = [
            Named(
                name: .magnitude, title: Localized(.edgesMagnitude),
                figure: ValueMap(shown.values, .magnitude(), legend: Localized(.edgesLegend))),
            Named(
                name: .angle, title: Localized(.edgesAngle),
                figure: AngleMap(angles: angle.at(shown.places, width: shown.values.width), strength: shown.values)),
            Named(
                name: .canny,
                title: Localized(
                    .edgesFound,
                    ["low": .number(Double(found.low)), "high": .number(Double(found.high)), "share": .number(share)]),
                figure: Pictures([.init(.gray(lines.strongest(of: step).values))])),
        ]
    }
}

extension EdgeFigures {
    /// One of them.
    public subscript(name: Name) -> Named {
        // There is one for each name.
        all.first { $0.name == name } ?? all[0]
    }
}

extension GrayImage {
    /// The largest value of each block of `step` pixels a side, and its index; blocks at the end may be smaller.
    fileprivate func strongest(of step: Int) -> (values: GrayImage, places: [Int]) {
        guard step > 1 else { return (self, Array(pixels.indices)) }
        var small = GrayImage(width: (width + step - 1) / step, height: (height + step - 1) / step)
        var places: [Int] = []
        for row in 0..<small.height {
            for column in 0..<small.width {
                var best = row * step * width + column * step
                for y in (row * step)..<min(height, (row + 1) * step) {
                    for x in (column * step)..<min(width, (column + 1) * step)
                    where pixels[y * width + x] > pixels[best] {
                        best = y * width + x
                    }
                }
                places.append(best)
                small[row, column] = pixels[best]
            }
        }
        return (small, places)
    }

    /// The values at some indices, as a picture.
    fileprivate func at(_ places: [Int], width: Int) -> GrayImage {
        GrayImage(width: width, height: width == 0 ? 0 : places.count / width, pixels: places.map { pixels[$0] })
    }
}
